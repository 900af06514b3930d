"""What a document is, read from its header and closing part; what the print leaves blank stays None.

Layout of both parts: Decree 30/2020/NĐ-CP, annex I.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ingest.accents import LOWER, UPPER
from ingest.catalog import Catalog
from ingest.dates import DATE, first_date, iso_date
from ingest.document import Correction, Place, Signer
from ingest.kinds import KIND_NAMES, KINDS
from ingest.places import PROVINCE_NOW, level_of, province_named

_NUMBER_LINE = re.compile(r"(?:Luật số|Số)\s*:\s*(.*)")
"""Takes "Số: 179/NQ-HĐND", "Số: /KH-UBND"; not "số 59/2023/NĐ-CP ngày"."""

_NUMBER = re.compile(r"\d+[a-zđ]?/(?:\d{4}/)?[\w-]+")
"""Takes "05/2025/NQ-HĐND", "10/2022/QH15"; not "/KH-UBND"."""

_DATELINE = re.compile(rf"(?P<name>\S[^,\d]*),\s+(?:{DATE.pattern})\.?$")
"""Takes "Quảng Ninh, ngày 08 tháng 12 năm 2023"; not "Tờ trình, ngày 26 tháng 6 năm 2024 về"."""

_KIND_LINE = re.compile(
    rf"(?P<draft>(?:DỰ THẢO|Dự thảo)\s+)?(?P<kind>{'|'.join(name.upper() for name in KIND_NAMES)})$"
)
"""Takes "NGHỊ QUYẾT", "Dự thảo TỜ TRÌNH"; not "Nghị quyết này"."""

_DRAFT_LINE = re.compile(rf"^(?:DỰ THẢO|Dự thảo)\b(?!\s+[{LOWER}])", re.MULTILINE)
"""Takes "DỰ THẢO", "Dự thảo TỜ TRÌNH" on a line; not "thẩm tra Dự thảo Nghị quyết"."""

_LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn"
_PROPER = rf"[{UPPER}]\w*"
_PROVINCE = re.compile(rf"\b[Tt]ỉnh\s+({_PROPER}(?:\s+{_PROPER})*)")
"""Takes "tỉnh Bình Phước;"; not "tỉnh về quy định"."""

_LOCAL_ISSUER = re.compile(rf"(?:UBND|Ủy ban nhân dân)\s+({_LEVELS})\s+ban hành")
"""Takes "UBND huyện ban hành kế hoạch"; not "UBND huyện xây dựng"."""

_ACT = rf"(?:{'|'.join(KIND_NAMES)})"
_IN_FORCE = re.compile(
    rf"\b{_ACT} này\s(?:(?!\b{_ACT}\b)[^.;\n])*?"
    r"có hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+(?P<when>[^.;\n]*)"
)
"""Takes "Nghị quyết này có hiệu lực từ ngày …"; not "Luật Đất đai có hiệu lực thi hành từ ngày …",
"Điều này … theo Luật Đất đai có hiệu lực" or "thay thế Nghị quyết số 10 có hiệu lực".
"""

_ADOPTED = re.compile(r"thông qua\s+(ngày\s+.{5,30})")
"""Takes "thông qua ngày 08 tháng 12 năm 2023"; not "thông qua phương thức"."""

_RECIPIENTS = re.compile(r"^N[ơo]i nhận\s*:?", re.MULTILINE)
"""Takes "Nơi nhận:", and "Noi nhận:" as misread; not "nơi nhận hồ sơ"."""

_ORGANS = {
    "HỘI ĐỒNG NHÂN DÂN": "Hội đồng nhân dân",
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "QUỐC HỘI": "Quốc hội",
    "ỦY BAN THƯỜNG VỤ QUỐC HỘI": "Ủy ban Thường vụ Quốc hội",
    "CHÍNH PHỦ": "Chính phủ",
    "THỦ TƯỚNG CHÍNH PHỦ": "Thủ tướng Chính phủ",
}
_NATIONAL = ("Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chính phủ", "Thủ tướng Chính phủ")
_DEPARTMENT = re.compile(r"(SỞ|PHÒNG|BAN|BỘ)\s+(.+)")
"""Takes "SỞ NỘI VỤ"; not "UBND TỈNH BẮC NINH"."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a document; `number_symbol` is the printed symbol even where the number is blank."""

    kind: str
    number: str | None
    number_symbol: str
    issuer: str | None
    place: Place | None
    title: str
    issued_on: str | None
    effective_on: str | None
    signer: Signer | None
    status: Literal["draft", "issued"]
    recipients: tuple[str, ...]
    corrections: tuple[Correction, ...]


def read_facts(header: str, closing: str, text: str, catalog: Catalog) -> Facts:
    """Read a document's facts.

    Args:
        header: the text before the first provision.
        closing: the adoption sentence, recipients and signature; may be empty.
        text: the whole canonical text.
        catalog: a person's corrections, which win over the print.

    """
    corrections: list[Correction] = []

    def fact(field: str, printed: str | None) -> str | None:
        corrected = catalog.get(field)
        if corrected is None or corrected == printed:
            return printed
        corrections.append(Correction(field, printed, corrected, catalog.reason))
        return corrected

    lines = header.split("\n")
    printed_number = _printed_number(lines)
    kind, title = _kind_and_title(lines, printed_number)
    organ, printed_place = _organ_and_place(lines, header, printed_number)
    place = _place(printed_place, fact) if printed_place else None
    issued_on = fact("issued_on", _issued_on(lines))
    return Facts(
        kind=fact("kind", kind) or "Văn bản",
        number=fact("number", _complete(printed_number)),
        number_symbol=printed_number.lstrip("/ "),
        issuer=fact("issuer", _issuer(organ, place)),
        place=place,
        title=fact("title", title) or "",
        issued_on=issued_on,
        effective_on=fact("effective_on", _effective_on(text, closing, issued_on)),
        signer=_signer(closing),
        status=_status(fact("status", "draft" if _DRAFT_LINE.search(header) else "issued")),
        recipients=_recipients(closing),
        corrections=tuple(corrections),
    )


def _status(word: str | None) -> Literal["draft", "issued"]:
    return "draft" if word == "draft" else "issued"


def _printed_number(lines: list[str]) -> str:
    found = (_NUMBER_LINE.match(line) for line in lines)
    return next((match[1].strip() for match in found if match), "")


def _complete(printed: str) -> str | None:
    number = _NUMBER.match(printed)
    return number[0] if number else None


def _kind_and_title(lines: list[str], printed_number: str) -> tuple[str | None, str | None]:
    """Return the kind on its own line and the title under it; else the kind in the number's symbol."""
    for at, line in enumerate(lines):
        found = _KIND_LINE.match(line)
        if found:
            kind = next(name for name in KIND_NAMES if name.upper() == found["kind"])
            return kind, _title(lines[at + 1 :])
    symbol = re.search(r"/([A-ZĐa-z]+)-", printed_number)
    return (KINDS.get(symbol[1]) if symbol else None), None


def _title(lines: list[str]) -> str | None:
    """Return the lines under the kind, up to the issuer in capitals, the addressee or the legal bases."""
    title: list[str] = []
    for line in lines:
        if _organ(line) or re.match(r"Căn cứ|Thực hiện|Kính gửi|Xét ", line) or (title and line.isupper()):
            break
        title.append(line)
    return " ".join(title) or None


def _organ(line: str) -> tuple[str, str] | None:
    """Return an issuer printed in capitals and what follows it: ("Hội đồng nhân dân", "TỈNH QUẢNG NINH")."""
    line = line.replace("UỶ", "ỦY")
    for printed in sorted(_ORGANS, key=len, reverse=True):
        if line.isupper() and line.startswith(printed):
            return _ORGANS[printed], line[len(printed) :].strip()
    department = _DEPARTMENT.fullmatch(line) if line.isupper() else None
    return (f"{department[1].capitalize()} {department[2].capitalize()}", "") if department else None


def _organ_and_place(lines: list[str], header: str, printed_number: str) -> tuple[str | None, Place | None]:
    """Return who issued the text and where it applies, both as printed."""
    organs = [organ for organ in map(_organ, lines) if organ]
    name = organs[-1][0] if organs else _organ_of_symbol(printed_number)
    if name and (name in _NATIONAL or name.startswith("Bộ ")):
        return name, None
    printed = [*(rest for _, rest in organs if rest), *(line for line in lines if line.isupper())]
    level, place = next((found for found in map(_level_and_name, printed) if found[0]), (None, None))
    place = place or next((match["name"] for match in map(_DATELINE.match, lines) if match), None)
    if place is None:
        return name, None
    local = _LOCAL_ISSUER.search(header)
    level = level or (local[1] if local else level_of(province_named(place) or place))
    return name, Place(place, level, None if level in ("tỉnh", "thành phố") else _province(header), None)


def _level_and_name(printed: str) -> tuple[str | None, str | None]:
    """Split "TỈNH QUẢNG NINH" into ("tỉnh", "Quảng Ninh")."""
    found = re.fullmatch(rf"({_LEVELS})\s+(.+)", printed, re.IGNORECASE)
    if not found:
        return None, None
    return found[1].lower(), province_named(found[2]) or found[2].title()


def _organ_of_symbol(printed_number: str) -> str | None:
    """Return the issuer that a number's symbol names: "/KH-UBND" → "Ủy ban nhân dân"."""
    symbol = printed_number.rpartition("-")[2]
    national = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ"}
    if re.fullmatch(r".*/QH\d+", printed_number):
        return "Quốc hội"
    return _ORGANS.get(symbol) or national.get(symbol)


def _province(text: str) -> str | None:
    names = (province_named(found[1]) for found in _PROVINCE.finditer(text))
    return next((name for name in names if name), None)


def _place(printed: Place, fact: Callable[[str, str | None], str | None]) -> Place:
    name = fact("place.name", printed.name) or printed.name
    parent = fact("place.parent", printed.parent)
    level = fact("place.level", printed.level) or printed.level
    return Place(name, level, parent, PROVINCE_NOW.get(parent or name))


def _issuer(organ: str | None, place: Place | None) -> str | None:
    if organ is None or place is None:
        return organ
    return f"{organ} {place.level} {place.name}"


def _issued_on(lines: list[str]) -> str | None:
    return next((iso_date(match) for match in map(_DATELINE.match, lines) if match), None)


def _effective_on(text: str, closing: str, issued_on: str | None) -> str | None:
    """Return the day of effect: as printed, or the day of adoption or signature where the text says so."""
    found = next((match for part in (closing, text) for match in _IN_FORCE.finditer(part)), None)
    if found is None:
        return None
    if "thông qua" in found["when"]:
        adopted = _ADOPTED.search(closing)
        return first_date(adopted[1]) if adopted else None
    if re.match(r"ngày (?:ký|ban hành)", found["when"]):
        return issued_on
    return first_date(found["when"])


def _recipients(closing: str) -> tuple[str, ...]:
    start = _RECIPIENTS.search(closing)
    lines = closing[start.end() :].split("\n") if start else []
    return tuple(line.lstrip("-– ").rstrip(";. ") for line in lines if line.startswith(("-", "–")))


def _signer(closing: str) -> Signer | None:
    """Return the name under the last capital lines of the closing part."""
    lines = [line for line in closing.split("\n") if line.lower() not in ("(đã ký)", "đã ký")]
    titles = [at for at, line in enumerate(lines) if line.isupper() and not line.startswith("-")]
    if not titles or titles[-1] + 1 >= len(lines):
        return None
    last = titles[-1]
    first = last
    while first - 1 in titles:
        first -= 1
    return Signer(lines[last + 1], " ".join(lines[first : last + 1]))
