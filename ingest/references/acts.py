"""How an act is cited: by number, by a law's title, or as this act ("Nghị định này")."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.accents import LOWER, UPPER, fold
from ingest.dates import DATE, iso_date
from ingest.document import Span
from ingest.kinds import CITED_KINDS


@dataclass(frozen=True, slots=True)
class Act:
    """A cited act; what the citation does not print is None.

    With neither number nor title it is the act that the citation stands in.
    """

    kind: str
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether the citation means the act that it stands in: "Luật này"."""
        return self.number is None and self.title is None


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act as cited at a span."""

    act: Act
    span: Span


def _either_case(name: str) -> str:
    return f"[{name[0]}{name[0].lower()}]{re.escape(name[1:])}"


_BY_LENGTH = sorted(CITED_KINDS, key=len, reverse=True)
_KIND = "|".join(map(re.escape, _BY_LENGTH))
KIND_ANY_CASE = "|".join(map(_either_case, _BY_LENGTH))
NUMBER = r"\d+[a-zđ]?(?:/\d{4})?[/-] ?[A-ZĐ][\w&]*(?:- ?[\w&]+)*(?:/[A-ZĐ][\w-]*)?"

_OWN = re.compile(rf"(?P<kind>{_KIND}) này(?!\w)")
"""Takes "Nghị định này"; not "nghị định này", "Nghị định số 5"."""

_NUMBERED = re.compile(rf"(?P<kind>{KIND_ANY_CASE})(?: thẩm tra| liên tịch)?(?: số)? (?P<number>{NUMBER})")
"""Takes "Nghị định số 59/2023/NĐ-CP", "Báo cáo thẩm tra số 142/BC-HĐND"; not "Luật số: 10/2022/QH15",
which is an act's own number."""

_ANOTHER = re.compile(rf"(?:[,;]| và|, và)(?P<own>(?: số)? (?P<number>{NUMBER}))")
"""Takes ", 61/2023/NĐ-CP" after "các Nghị định số 59/2023/NĐ-CP"; not " và Nghị định số 61"."""

DATED = re.compile(rf"(?:,? (?:{DATE.pattern})| (?:năm )?(?P<only_year>(?:19|20)\d\d)(?![\w/]|\.\d))")
"""Takes " ngày 14 tháng 8 năm 2023", " năm 2015"; not " có hiệu lực từ ngày"."""

_AFTER_ISSUER = (
    r"(?:(?:quy định|về|ban hành|hướng dẫn|dự thảo|tiếp thu|phù hợp|tại|sửa đổi|bổ sung|thay thế|bãi bỏ"
    r"|có|hết|được|đã|trình|thông qua|phê duyệt|triển khai|thực hiện|theo|giao|trong|để|thì|khóa|khoá|kỳ"
    r"|nhằm|là|cho|trên|xác định|công bố|ngày|năm|kèm|hoặc)(?!\w)"
    rf"|và (?![{UPPER}])|và (?:{_KIND})|(?:{_KIND})(?!\w))"
)
_ISSUER = re.compile(
    rf" của (?P<issuer>(?!{_AFTER_ISSUER})[{UPPER}]\w*"
    rf"(?:(?:,(?= Thể thao))? (?!{_AFTER_ISSUER})(?:- )?\w+){{0,15}})"
)
"""Takes " của Bộ Khoa học và Công nghệ" before " quy định"; not " của tỉnh", " của Luật"."""

TITLES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "titles.toml").read_text(encoding="utf-8")
)
"""Kind → titles of national acts, without their kind."""

_TITLED_KINDS = (*TITLES, "Hiến pháp")


def _known(kind: str) -> str:
    titles = sorted(TITLES[kind], key=len, reverse=True)
    return rf"(?:{kind}|{kind.upper()}) (?i:{'|'.join(map(re.escape, titles))})(?!\w)"


_NOT_IN_TITLE = (
    r"(?:có|quy định|được|và|hoặc|thì|là|tại|theo|để|đã|này|trong|từ|khi|do|cho|với|bởi|năm|ngày|số|nhằm|phải"
    r"|không|bị|đến|hiện hành|kèm|của|về|trên|bao gồm|gồm|sẽ|mà|nêu|còn|đối|định)(?!\w)"
)
_WORDS = rf"(?: Việt Nam| (?!{_NOT_IN_TITLE})[{LOWER}][\w-]*)*"
_UNLISTED = rf"(?:{'|'.join(TITLES)}) [{UPPER}][\w-]*{_WORDS}"
_WITH_COMMAS = rf"{_UNLISTED}(?:, (?!{_NOT_IN_TITLE})[{LOWER}]\w*{_WORDS})+(?= số \d| ngày \d| năm \d)"
_LAW = "|".join((*map(_known, TITLES), _WITH_COMMAS, _UNLISTED))
_AMENDING_LAW = rf"Luật [Ss]ửa đổi,? bổ sung (?:một số|các) [đĐ]iều của (?:{_LAW})(?:(?:,| và) (?:{_LAW}))*"
_CONSTITUTION = r"Hiến pháp(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam)?(?!\w)"
_TITLED = re.compile(rf"(?P<title>{_CONSTITUTION}|{_AMENDING_LAW}|{_LAW})(?: số (?P<number>{NUMBER}))?")
"""Takes "Luật Thực hiện dân chủ ở cơ sở" before " và pháp luật khác", "Bộ luật Lao động"; an amending law
with the laws it amends; not "Luật sư", "Luật này", "Pháp luật".
"""


def act_at(text: str, start: int) -> CitedAct | None:
    """Return the act cited at an offset, with its number, title, date and issuer as far as printed."""
    own = _OWN.match(text, start)
    if own:
        return CitedAct(Act(own["kind"]), own.span())
    head = _NUMBERED.match(text, start)
    if head:
        kind = head["kind"][0].upper() + head["kind"][1:]
        return _completed(text, start, head.end(), Act(kind, "".join(head["number"].split())))
    head = _TITLED.match(text, start)
    if head is None:
        return None
    title = head["title"]
    kind = next(kind for kind in _TITLED_KINDS if title.lower().startswith(kind.lower()))
    number = "".join(head["number"].split()) if head["number"] else None
    return _completed(text, start, head.end(), Act(kind, number, title=title))


def acts_after(text: str, cited: CitedAct) -> Iterator[CitedAct]:
    """Yield the acts that go on a list by their numbers alone: "các Nghị định số 59/…, 61/…"."""
    found = _ANOTHER.match(text, cited.span[1])
    while found and cited.act.number:
        act = Act(cited.act.kind, "".join(found["number"].split()))
        cited = _completed(text, found.start("own") + 1, found.end(), act)
        yield cited
        found = _ANOTHER.match(text, cited.span[1])


def _completed(text: str, start: int, end: int, act: Act) -> CitedAct:
    """Read on after an act's number or title: its date and its issuer."""
    dated = DATED.match(text, end)
    if dated:
        act = replace(act, issued_on=dated["only_year"] or iso_date(dated))
        end = dated.end()
    issuer = _ISSUER.match(text, end)
    if issuer:
        act = replace(act, issuer=issuer["issuer"])
        end = issuer.end()
    return CitedAct(act, (start, end))


_FOLDED_KINDS = {fold(kind): kind for kind in _BY_LENGTH}
_ASKED = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(_FOLDED_KINDS)})(?: so)? "
    rf"(?P<number>\d+[a-z]?(?:/\d{{4}})?[/-][a-z]\w*(?:-\w+)*)"
)
"""Takes "nghi dinh 59/2023/nd-cp" of a question without accents; not "nghi quyet ve dan chu"."""


def cited_acts(question: str) -> tuple[Act, ...]:
    """Return the acts that a question cites by number, in any case, with or without accents."""
    found = _ASKED.finditer(fold(question))
    return tuple(
        Act(_FOLDED_KINDS[act["kind"]], question[slice(*act.span("number"))].upper()) for act in found
    )


def number_key(number: str) -> str:
    """Return a number as compared: "10/2022/ QH15" → "10/2022/qh15", "59/2023/ND-CP" → "59/2023/nd-cp"."""
    return fold("".join(number.split()))
