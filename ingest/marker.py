"""The printed numbers that open a provision: "Điều 3.", "III.", "1.", "3.1.", "a)", "-".

Order and letters follow Decree 30/2020/NĐ-CP, annex I: phần › chương › mục › tiểu mục › điều › khoản ›
điểm; points are lettered with đ and without f, j, w, z.
"""

import re
from dataclasses import dataclass

from ingest.accents import LOWER, UPPER
from ingest.document import Unit

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_CYRILLIC, _LATIN = "\u0430\u0435\u0456\u043a\u043e\u0440\u0441\u0443\u0445", "aeikopcyx"
"""Letters that look alike; a Cyrillic one is printed where the keyboard was left in Russian."""

_LOOKS_LIKE = str.maketrans(_CYRILLIC, _LATIN)
_LETTER = f"[{POINT_LETTERS}{_CYRILLIC}]"


@dataclass(frozen=True, slots=True)
class Marker:
    """A provision's printed number: its unit, label, depth, and length in characters."""

    unit: Unit
    label: str
    depth: int
    length: int


@dataclass(frozen=True, slots=True)
class _Form:
    """How a unit's number is printed."""

    unit: Unit
    depth: int
    pattern: re.Pattern[str]


ARTICLE_DEPTH = 7
INSIDE_ARTICLE = 8
"""Depths of an article and of what stands right inside one; see the table of forms."""

_APART = rf"(?=\s|$|[{UPPER}])"
"""What may follow a number: white space, or a capital that the scan left no space before."""

_ORDINAL = r"[IVX]+|\d+|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_TITLE = rf"(?:\s?[.:](?=\s|$)|(?=\s*$|\s[^{LOWER}\n]+$))"
"""What may follow a container's number: a dot, the line's end, or a title in capitals."""

_FORMS = (
    # takes "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC SỐ 01", "PHỤ LỤC 1: DANH MỤC"; not "Phụ lục kèm theo"
    _Form("phu_luc", 1, re.compile(rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?i:số)\s+)?([IVX]+|\d+[A-Z]?))?{_TITLE}")),
    # takes "Mẫu số 01/PLI", "MẪU SỐ 2"; not "Mẫu số 1 ban hành"
    _Form("phu_luc", 2, re.compile(r"((?:MẪU|Mẫu)\s+(?:SỐ|số)[:\s]+\d+[\w/-]*)\.?(?=\s*$)")),
    # takes "Phần thứ nhất", "PHẦN II", "PHẦN THỨ HAI: CHẾ ĐỘ"; not "Phần đầu của"
    _Form("phan", 3, re.compile(rf"phần\s+({_ORDINAL}){_TITLE}", re.IGNORECASE)),
    # takes "A. QUY ĐỊNH CHUNG"; not "A. Phạm vi" or "I. MỤC ĐÍCH"
    _Form("phan", 3, re.compile(rf"([A-HĐ])\.(?=\s[^{LOWER}\n]+$)")),
    # takes "Chương IV", "Chương I NHỮNG QUY ĐỊNH CHUNG"; not "Chương IV Luật Thực hiện"
    _Form("chuong", 4, re.compile(rf"(?:CHƯƠNG|Chương)\s+([IVXLC]+|\d+){_TITLE}")),
    # takes "Mục 1", "MỤC 2. CÔNG KHAI"; not "Mục tiêu"
    _Form("muc", 5, re.compile(rf"(?:MỤC|Mục)\s+([IVX]+|\d+){_TITLE}")),
    # takes "III. TỔ CHỨC"; not "IV, III"
    _Form("muc", 5, re.compile(r"([IVX]+)\.(?=\s)")),
    # takes "Tiểu mục 1."; not "Tiểu mục này"
    _Form("tieu_muc", 6, re.compile(rf"(?:TIỂU MỤC|Tiểu mục)\s+([IVX]+|\d+){_TITLE}")),
    # takes "Điều 1. Phạm vi", "Điều 7a.", "Điều 1.Phạm vi"; not "Điều 5 của Luật này"
    _Form("dieu", ARTICLE_DEPTH, re.compile(rf"(?:ĐIỀU|Điều)\s+(\d+[a-zđ]?)\s?[.:]{_APART}")),
    # takes "Điều 44.13.LQ.1. Phạm vi", an article of the electronic codification; not "Điều 1.2."
    _Form("dieu", ARTICLE_DEPTH, re.compile(rf"Điều\s+(\d+\.\d+\.[{UPPER}]{{2,4}}(?:\.\d+)+)\.{_APART}")),
    # takes "3.1. Bồi dưỡng", "3.1 Bồi dưỡng"; not "3.500 đồng" or "3.5 tỷ"
    _Form("tieu_muc", 9, re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}})+)(?:\.(?=\s)|(?=\s+[{UPPER}]))")),
    # takes "1. Ủy ban", "1.Ủy ban", and as once printed "1- Quyền"; not "2024. ", "1.5" or "1-2 người"
    _Form("khoan", INSIDE_ARTICLE, re.compile(rf"(\d{{1,3}})(?:\.{_APART}|-(?=\s+[{UPPER}]))")),
    # takes "đ) Đổi mới", "a)Các", "a. Đối với", "b- Mức", "c)" in Cyrillic; not "f) " or "đ.v"
    _Form("diem", 20, re.compile(rf"({_LETTER})(?:\)(?=\s|[{LOWER}{UPPER}])|[.-](?=\s+[{UPPER}]))")),
    # takes "- Đẩy mạnh", "• Xã"; not "-1"
    _Form("gach", 30, re.compile(r"[-–•](?=\s)")),
    # takes "+ Xã", a dash's own dash; not "+ 20% x", which goes on with a formula
    _Form("gach", 31, re.compile(rf"\+(?=\s+[{LOWER}{UPPER}])")),
)  # fmt: skip
"""Deeper numbers stand inside shallower ones; a dotted number is the deeper the more dots it has."""

_BARE_ARTICLE = re.compile(r"(?:ĐIỀU|Điều)\s+(\d+[a-zđ]?)\s*$")
"""Takes "Điều 1" alone on its line, as the Constitution prints it; not "Điều 1 Luật"."""

_FAINT: dict[Unit, str] = {"dieu": r"Điều\s+", "khoan": "", "diem": ""}
"""Units whose number is looked for without its dot or bracket → the word before it."""

_ROMAN = re.compile(r"[IVX]+\.")
"""Takes "II."; must not take "Mục II"."""


def find_marker(line: str, *, inside_article: bool) -> Marker | None:
    """Return the number that opens a line, or None. Inside an article "V." opens no section."""
    for form in _FORMS:
        found = form.pattern.match(line)
        if found and not (inside_article and _ROMAN.match(line)):
            label = _label(found[1] or "") if found.re.groups else ""
            depth = form.depth + (label.count(".") if form.unit == "tieu_muc" else 0)
            return Marker(form.unit, label, depth, found.end())
    return None


def find_bare_article(line: str) -> Marker | None:
    """Return the number of an article that is printed alone on its line, or None."""
    found = _BARE_ARTICLE.match(line)
    return Marker("dieu", found[1], ARTICLE_DEPTH, found.end()) if found else None


def find_faint_number(line: str, unit: Unit, label: str) -> Marker | None:
    """Return the number of the provision that must open here, though its dot or bracket is not printed.

    Takes "1 Trường hợp" for khoản 1, "Điều 32 Khám bệnh" for Điều 32; not "1 người".
    """
    form = next((form for form in _FORMS if form.unit == unit and form.unit in _FAINT), None)
    word = _FAINT.get(unit)
    found = re.match(rf"{word}{re.escape(label)}\s+(?=[{UPPER}])", line) if form else None
    return Marker(unit, label, form.depth, found.end()) if form and found else None


def _label(printed: str) -> str:
    """Return a number as it is cited: "THỨ NHẤT" → "thứ nhất", "MẪU SỐ 01" → "Mẫu số 01", in Latin."""
    first, *rest = printed.split() or [""]
    if rest and first.lower() == "thứ":
        return f"thứ {rest[0].lower()}"
    return f"Mẫu số {rest[-1]}" if rest else printed.translate(_LOOKS_LIKE)
