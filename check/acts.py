"""The acts that a text names: by number, whole or short, by title, by issuer, or as "Nghị quyết này"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest import Span
from ingest.accents import UPPER
from ingest.dates import first_date, iso_date
from ingest.kinds import KINDS
from ingest.places import PROVINCE_NOW
from ingest.references.acts import DATED, KIND_ANY_CASE, NUMBER, act_at

_SYMBOLS = "|".join(sorted(KINDS, key=len, reverse=True))
_KIND = rf"(?P<kind>(?:{KIND_ANY_CASE}|{_SYMBOLS})(?!\w))"

_HEAD = re.compile(
    rf"(?<![\w/-])(?:[Dd]ự thảo )?"
    rf"(?:{KIND_ANY_CASE}|LUẬT|BỘ LUẬT|(?:{_SYMBOLS})(?!\w)|\d+(?:/\d{{4}})?/[A-ZĐ])"
)
"""Takes where an act's name may begin: "Nghị quyết", "NQ", "179/N"; not "KH" in "KHÔNG"."""

_OWN = re.compile(rf"{_KIND} (?:này|nêu trên|nói trên|trên)(?!\w)")
"""Takes "Nghị quyết này", "Kế hoạch nêu trên"; not "Nghị quyết số 5"."""

_NUMBERED = re.compile(rf"{_KIND}(?: thẩm tra| liên tịch)?(?: số)?:? (?P<number>{NUMBER})")
"""Takes "Nghị quyết số 179/NQ-HĐND", "NQ 179/NQ-HĐND"; not "Nghị quyết 179"."""

_SHORT = re.compile(
    rf"{_KIND}(?P<said> số)? (?P<number>\d+(?:/\d{{4}})?)(?![\w/%]|[.,]\d)"
    r"(?(said)|(?= (?:của|ngày|năm 20|quy định|nêu|ghi|và|về|tỉnh|huyện|xã|HĐND|UBND|Điều)(?!\w)"
    r"| \(|[.,;:)]|$))",
    re.MULTILINE,
)
"""Takes "Nghị quyết số 179", "NQ 192 của"; not "Kế hoạch 5 năm", "Quyết định 3 nội dung"."""

_ALONE = re.compile(rf"(?P<number>\d+(?:/\d{{4}})?/(?P<kind>{_SYMBOLS})-[A-ZĐ]\w*(?:-\w+)*)")
"""Takes "179/NQ-HĐND"; not "10/2022/QH15", "3/4"."""

_ORGAN = (
    rf"(?:HĐND|UBND|Hội đồng nhân dân|[ỦU][yỷ] ban nhân dân|Uỷ ban nhân dân|Thủ tướng Chính phủ|Chính phủ"
    rf"|Ủy ban Thường vụ Quốc hội|Quốc hội|Chủ tịch nước"
    rf"|(?:Sở|Bộ) [{UPPER}]\w*(?: (?:vụ|pháp|chính|thông)(?!\w))?)"
)
_LEVEL = r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)"
_PLACE = rf"[{UPPER}]\w*(?: (?:- )?[{UPPER}]\w*){{0,4}}"
_ISSUED = (
    rf"(?:(?P<organ>{_ORGAN})(?: (?:(?P<level>{_LEVEL})(?: (?P<place>{_PLACE}))?|(?P<bare_place>{_PLACE})))?"
    rf"|(?P<only_level>{_LEVEL}) (?P<only_place>{_PLACE})"
    rf"|(?P<province>{'|'.join(sorted(PROVINCE_NOW, key=len, reverse=True))})(?!\w))"
)
_BY = r"(?P<by>,? của |(?:,| đã)?(?: được| do) (?=[^,.;:\n]{4,60} (?:ban hành|thông qua)(?!\w))| \((?:của )?)"
_ISSUER = re.compile(rf"(?:{_BY}| ){_ISSUED}(?(by)\)?)")
"""Takes " của HĐND tỉnh Quảng Ninh", " tỉnh Điện Biên", " (Sóc Trăng)", " do HĐND tỉnh" before " ban hành";
not " của cơ quan", " do UBND xã" before " triển khai"."""

_ISSUED_BEFORE = re.compile(rf"(?<!\w){_ISSUED} (?:đã |vừa |mới |cũng )*(?:ban hành|thông qua) $")
"""Takes "HĐND tỉnh Điện Biên đã ban hành " before "Nghị quyết số 192"; not "được ban hành "."""

_DAY = re.compile(
    rf"(?:,? (?:được )?(?:ban hành|thông qua|ký))?{DATED.pattern}"
    r"|,? \((?:ban hành )?(?:ngày )?(?P<bracketed>\d{1,2}/\d{1,2}/\d{4})\)"
)
"""Takes " ngày 08/12/2023", " ban hành ngày 08/12/2023", " (08/12/2023)"; not " có hiệu lực từ ngày"."""

_TITLE_WORDS = (
    rf"(?: (?:ban hành|triển khai|thực hiện|thông qua)(?: dự thảo)? (?:{KIND_ANY_CASE})"
    rf"| (?!{KIND_ANY_CASE})(?!(?:của|do|này|số) )[^\s,.;:()“”\"]+)"
)
_ONLY_ISSUED = re.compile(
    rf"(?P<draft>[Dd]ự thảo )?(?P<kind>Nghị quyết|Kế hoạch|Tờ trình)"
    rf"(?:(?P<title>{_TITLE_WORDS}{{0,25}}?)(?=,? (?:của|do) {_ORGAN} )"
    rf"|(?P<local> (?:về|quy định|quyết định){_TITLE_WORDS}{{2,25}}?(?: trên địa bàn)?)"
    rf"(?= {_LEVEL} [{UPPER}]))"
)
"""Takes "Kế hoạch năm 2024" before " của UBND huyện Hớn Quản", "Nghị quyết về các biện pháp trên địa bàn"
before " tỉnh Quảng Ninh"; not "Kế hoạch của cơ quan"."""

_ABOUT = re.compile(r" về (?:việc )?(?P<about>(?:(?!của |do )[^\s,.;:()“”\"]+ ?){2,8})")
"""Takes " về dự toán ngân sách" after an act; not " về đích"."""

_YEAR = re.compile(r" năm (?P<year>20\d\d)(?!\w)")
"""Takes " năm 2024" in "Kế hoạch năm 2024"; not "năm nay"."""

_TAILS = 3
"""Dates and issuers read after an act's name."""

_REACH = 120
"""Characters before an act's name in which its issuer may stand."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act as a text names it; what the text does not say is None.

    `is_short` tells that the number has no symbol; `about` are words of its title.
    Without number, title and place it is one named before.
    """

    span: Span
    kind: str
    number: str | None = None
    is_short: bool = False
    title: str | None = None
    issued_on: str | None = None
    about: str | None = None
    organ: str | None = None
    level: str | None = None
    place: str | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it means an act named before: "Nghị quyết này"."""
        return not (self.number or self.title or self.organ or self.place)


def named_acts(text: str) -> Iterator[NamedAct]:
    """Yield the acts that a text names, in print order; none overlap.

    Args:
        text: a text whose sentences are not broken by line ends.

    """
    end = 0
    for head in _HEAD.finditer(text):
        if head.start() < end:
            continue
        act = _act_at(text, head.start())
        if act:
            end = act.span[1]
            yield act


def _act_at(text: str, start: int) -> NamedAct | None:
    own = _OWN.match(text, start)
    if own:
        return NamedAct(own.span(), _kind(own["kind"]))
    for pattern in (_NUMBERED, _SHORT, _ALONE):
        found = pattern.match(text, start)
        if found:
            number = "".join(found["number"].split())
            act = NamedAct(found.span(), _kind(found["kind"]), number, is_short=pattern is _SHORT)
            return _completed(text, act)
    issued = _ONLY_ISSUED.match(text, start)
    if issued:
        title = issued["title"] or issued["local"] or ""
        year = _YEAR.search(title)
        about = _YEAR.sub("", title).strip() or None
        act = NamedAct(issued.span(), issued["kind"], issued_on=year and year["year"], about=about)
        act = _completed(text, act)
        return act if act.place else None
    titled = act_at(text, start)
    if titled is None or titled.act.title is None:
        return None
    cited = titled.act
    return NamedAct(titled.span, cited.kind, cited.number, title=cited.title, issued_on=cited.issued_on)


def _completed(text: str, act: NamedAct) -> NamedAct:
    """Read on after an act's name: its date and its issuer, in either order."""
    for _ in range(_TAILS):
        start, end = act.span
        dated, issued = _DAY.match(text, end), _ISSUER.match(text, end)
        if dated and len(act.issued_on or "") <= len("2024"):
            act = replace(act, span=(start, dated.end()), issued_on=_day(dated))
        elif issued and not act.organ and not act.place and _is_issuer(issued):
            act = _issued(replace(act, span=(start, issued.end())), issued)
        else:
            break
    before = None if act.organ or act.place else _ISSUED_BEFORE.search(text, max(0, start - _REACH), start)
    about = _ABOUT.match(text, act.span[1])
    act = replace(act, about=act.about or (about["about"] if about else None))
    return _issued(act, before) if before else act


def _is_issuer(issued: re.Match[str]) -> bool:
    """Tell whether an issuer is of the act, not the subject after it: "theo NQ 179 UBND xã đã làm"."""
    return bool(issued["by"] or issued["place"] or issued["only_place"] or issued["province"])


def _issued(act: NamedAct, issued: re.Match[str]) -> NamedAct:
    return replace(
        act,
        organ=issued["organ"],
        level=issued["level"] or issued["only_level"],
        place=issued["place"] or issued["bare_place"] or issued["only_place"] or issued["province"],
    )


def _day(dated: re.Match[str]) -> str:
    """Return a day as ISO 8601, "?" if there is none such."""
    if dated["bracketed"]:
        return first_date(f"ngày {dated['bracketed']}") or "?"
    return dated["only_year"] or iso_date(dated) or "?"


def _kind(printed: str) -> str:
    return KINDS.get(printed) or printed[0].upper() + printed[1:]
