"""What the header of a legal text prints: number, kind, title, issuer, place, day, draft or not.

Layout: Decree 30/2020/NĐ-CP, annex I. A blank stays None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.accents import LOWER, UPPER
from ingest.dates import DATE, iso_date
from ingest.kinds import KIND_NAMES, KINDS
from ingest.places import level_of, province_named

_KIND = "|".join(sorted(KIND_NAMES, key=len, reverse=True))

_NUMBER_LINE = re.compile(r"(?:Luật số|Số)\s*:\s*(.*)")
"""Takes "Số: 179/NQ-HĐND", "Số: /KH-UBND"; not "số 59/2023/NĐ-CP ngày"."""

_NUMBER = re.compile(r"\d+[a-zđ]?\s?/(?:\d{4}/)?[\w-]+")
"""Takes "05/2025/NQ-HĐND", "10/2022/QH15", "05 /KH-UBND"; not "/KH-UBND"."""

_NAMED_BY_NUMBER = re.compile(
    rf"(?P<kind>{_KIND})\b(?:.*?\bsố)?\s+(?P<number>{_NUMBER.pattern})(?:\s*[—–-]\s*(?P<title>.+))?$"
)
"""Takes a line that names the act itself, "Luật số 10/2022/QH15 — Thực hiện dân chủ ở cơ sở",
"Luật Thanh niên số 57/2020/QH14", "Nghị định 185/2026/NĐ-CP"; not "Căn cứ Luật số 10/2022/QH15".
"""

_NAMED_IN_NOTE = re.compile(
    rf"\(Điều 1 (?P<kind>{_KIND}) số \S+(?: (?:(?P=kind) )?(?P<title>\S.*))? (?:{DATE.pattern}) của "
)
"""Takes the codification's note on an act's first article, "(Điều 1 Nghị định số 61/2023/NĐ-CP Nghị định về
hương ước ngày 16/08/2023 của Chính phủ", the title without its kind; not "(Điều 1 Luật số 10/2022/QH15, có".
"""

_DATELINE = re.compile(rf"(?P<name>[{UPPER}][^,\d:]*),\s+(?:{DATE.pattern})\.?$")
"""Takes "Quảng Ninh, ngày 08 tháng 12 năm 2023"; not "Tờ trình, ngày 26 tháng 6 năm 2024 về"."""

_NUMBER_AND_DAY = re.compile(rf"((?:Luật số|Số)\s*:[^/]*/\S+)\s+([{UPPER}].*,\s+ngày\s.*)")
"""Takes the number and the dateline side by side, "Số: 12/NQ-HĐND Quảng Ninh, ngày 08 …"; not one alone."""

_STATE = re.compile(r"CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc")
"""Takes the state's name and motto, which stand beside the issuer; not "nước Cộng hòa xã hội"."""

_KIND_LINE = re.compile(
    rf"(?:(?:DỰ THẢO|Dự thảo)\s+)?(?P<kind>{_KIND.upper()})(?P<title>\s+[{UPPER}][^{LOWER}]*)?$"
)
"""Takes "NGHỊ QUYẾT", "Dự thảo TỜ TRÌNH", "LUẬT ĐẤT ĐAI"; not "Nghị quyết này"."""

_SUBJECT_LINE = re.compile(r"đề mục\s+\d+\.\d+$", re.IGNORECASE)
"""Takes the head of a page of the electronic codification, "ĐỀ MỤC 44.13"; not "Đề mục này"."""

_DRAFT_LINE = re.compile(rf"(?:DỰ THẢO|Dự thảo)(?:\s+(?:lần|LẦN)\s+\d+|\s+[{UPPER}]{{2,}}[^{LOWER}]*)?\s*$")
"""Takes "DỰ THẢO", "Dự thảo lần 2", "Dự thảo TỜ TRÌNH"; not "Dự thảo Nghị quyết về" of a title."""

_PREAMBLE = re.compile(
    rf"Căn cứ|Thực hiện|Kính gửi|Xét |Theo đề nghị|Để "
    rf"|(?:{_KIND}|Quốc hội|Chính phủ|Bộ trưởng)\b.*\b(?:này|ban hành|số)\b"
)
"""Takes the line under the title, "Căn cứ Luật", "Quốc hội ban hành Luật"; not "Quy định về"."""

_LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_PROPER = rf"[{UPPER}]\w*"
_PROVINCE = re.compile(rf"\b[Tt]ỉnh\s+({_PROPER}(?:\s+{_PROPER})*)")
"""Takes "tỉnh Bình Phước;"; not "tỉnh về quy định"."""

_LOCAL_ISSUER = re.compile(rf"(?:UBND|Ủy ban nhân dân)\s+({_LEVELS})\s+ban hành")
"""Takes "UBND huyện ban hành kế hoạch"; not "UBND huyện xây dựng"."""

_ORGANS = {
    "ỦY BAN THƯỜNG VỤ QUỐC HỘI": "Ủy ban Thường vụ Quốc hội",
    "THỦ TƯỚNG CHÍNH PHỦ": "Thủ tướng Chính phủ",
    "HỘI ĐỒNG NHÂN DÂN": "Hội đồng nhân dân",
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "CHÍNH PHỦ": "Chính phủ",
    "QUỐC HỘI": "Quốc hội",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
}
_NATIONAL = ("Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chính phủ", "Thủ tướng Chính phủ")
_DEPARTMENT = re.compile(r"(?:SỞ|PHÒNG|BAN(?! HÀNH)|BỘ(?! LUẬT))\s+.+")
"""Takes "SỞ NỘI VỤ"; not "UBND TỈNH BẮC NINH", "BAN HÀNH QUY CHẾ" or "BỘ LUẬT"."""

_SENTENCE_END = (".", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A place as printed: name, level, and for a place below a province the province."""

    name: str
    level: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """What is printed; `symbol` is the number's symbol even where the number itself is blank."""

    kind: str | None
    number: str | None
    symbol: str
    organ: str | None
    place: PrintedPlace | None
    title: str | None
    issued_on: str | None
    draft: bool


def read_header(header: str) -> Header:
    """Read the part of a canonical text before its first provision; an empty one gives blanks alone."""
    lines = list(_lines(header))
    printed = next((match[1].strip() for match in map(_NUMBER_LINE.match, lines) if match), "")
    number = _NUMBER.match(printed)
    kind, title = _kind_and_title(lines, printed)
    named = next((match for match in map(_NAMED_BY_NUMBER.match, lines) if match), None)
    if named and not number:
        printed, number = named["number"], _NUMBER.match(named["number"])
        kind, title = kind or named["kind"], title or named["title"]
    noted = _NAMED_IN_NOTE.search(header)
    days = filter(None, (*map(_DATELINE.match, lines), noted))
    organ, place = _organ_and_place(lines, header, printed)
    return Header(
        kind=kind,
        number=number[0].replace(" ", "") if number else None,
        symbol=printed.lstrip("/ "),
        organ=organ,
        place=place,
        title=title or (noted["title"] if noted else None),
        issued_on=next(filter(None, map(iso_date, days)), None),
        draft=any(map(_DRAFT_LINE.match, lines)),
    )


def _lines(header: str) -> Iterator[str]:
    """Yield the header's lines; what two columns print side by side on one line is taken apart."""
    for line in header.split("\n"):
        left = _STATE.sub("", line).strip()
        beside = _NUMBER_AND_DAY.fullmatch(left)
        yield from beside.groups() if beside else [left] if left else []


def _kind_and_title(lines: list[str], printed_number: str) -> tuple[str | None, str | None]:
    """Return the kind on its own line and the title under it; else the kind in the number's symbol."""
    for at, line in enumerate(lines):
        if _SUBJECT_LINE.match(line):
            return "Đề mục", _title(lines[at + 1 :])
        found = _KIND_LINE.match(line)
        if found and not (found["title"] and _organ(line)):
            kind = next(name for name in KIND_NAMES if name.upper() == found["kind"])
            beside = [found["title"].strip()] if found["title"] else []
            return kind, _title([*beside, *lines[at + 1 :]])
    symbol = re.search(r"/([A-ZĐa-z]+)-", printed_number)
    return (KINDS.get(symbol[1]) if symbol else None), None


def _title(lines: list[str]) -> str | None:
    """Return the lines under the kind, up to the issuer in capitals, the addressee or the legal bases.

    A title in capitals ends with its capitals; another ends before a line that is a sentence of its own.
    """
    title: list[str] = []
    for line in lines:
        if _organ(line) or _PREAMBLE.match(line) or line.startswith("("):
            break
        sentence = line[0].isupper() and line.endswith(_SENTENCE_END)
        if title and (sentence or line.isupper() != title[0].isupper()):
            break
        title.append(line)
    return " ".join(title) or None


def _organ(line: str) -> tuple[str, str] | None:
    """Return an issuer printed in capitals and what follows it: ("Hội đồng nhân dân", "TỈNH QUẢNG NINH")."""
    line = line.replace("UỶ", "ỦY")
    if not line.isupper():
        return None
    for printed, name in _ORGANS.items():
        if line.startswith(printed):
            return name, line[len(printed) :].strip()
    office, _, field = line.partition(" ")
    return (f"{office.capitalize()} {field.capitalize()}", "") if _DEPARTMENT.fullmatch(line) else None


def _organ_and_place(
    lines: list[str], header: str, printed_number: str
) -> tuple[str | None, PrintedPlace | None]:
    """Return who issued the text and where it applies, both as printed."""
    organs = [organ for organ in map(_organ, _joined(lines)) if organ]
    name = _as_written(organs[-1][0], header) if organs else _organ_of_symbol(printed_number)
    if name and (name in _NATIONAL or name.startswith("Bộ ")):
        return name, None
    printed = [*(rest for _, rest in organs if rest), *(line for line in lines if line.isupper())]
    level, place = next((found for found in map(_level_and_name, printed) if found[0]), (None, None))
    place = place or next((match["name"] for match in map(_DATELINE.match, lines) if match), None)
    if place is None:
        return name, None
    local = _LOCAL_ISSUER.search(header)
    level = level or (local[1] if local else level_of(province_named(place) or place))
    parent = None if level in ("tỉnh", "thành phố") else _province(header)
    return name, PrintedPlace(place, level, parent)


def _joined(lines: list[str]) -> list[str]:
    """Join an issuer's name that is printed on two lines: "BỘ LAO ĐỘNG - THƯƠNG BINH" and "VÀ XÃ HỘI"."""
    joined: list[str] = []
    for line in lines:
        if joined and line.startswith("VÀ ") and line.isupper() and _organ(joined[-1]):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _as_written(organ: str, header: str) -> str:
    """Return an issuer's name in the letters that the text itself writes it in, where it does."""
    written = re.search(re.escape(organ), header, re.IGNORECASE)
    found = (
        match[0] for match in re.finditer(re.escape(organ), header, re.IGNORECASE) if not match[0].isupper()
    )
    return next(found, organ) if written else organ


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
