"""The printed numbers that open a provision: "Điều 3.", "III.", "1.", "3.1.", "a)", "-".

Order and letters follow Decree 30/2020/NĐ-CP, annex I: phần › chương › mục › tiểu mục › điều › khoản ›
điểm; points are lettered with đ and without f, j, w, z.
"""

import re
from dataclasses import dataclass

from ingest.accents import LOWER, UPPER
from ingest.document import Unit

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


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


ARTICLE_DEPTH = 4

_APART = rf"(?=\s|$|[{UPPER}])"
"""What may follow a number: white space, or a capital that the scan left no space before."""

_ORDINAL = r"[IVX]+|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám"
_TITLE = rf"(?:[.:](?=\s)|(?=\s*$|\s[^{LOWER}\n]+$))"
"""What may follow a container's number: a dot, the line's end, or a title in capitals."""

_FORMS = (
    # takes "Phần thứ nhất", "PHẦN II"; not "Phần đầu của"
    _Form("phan", 0, re.compile(rf"phần\s+(?:thứ\s+)?({_ORDINAL})\.?(?=\s*$)", re.IGNORECASE)),
    # takes "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: DANH MỤC"; not "Phụ lục kèm theo"
    _Form("phu_luc", 0, re.compile(rf"(?:PHỤ LỤC|Phụ lục)(?:\s+([IVX]+|\d+))?{_TITLE}")),
    # takes "Chương IV", "Chương I NHỮNG QUY ĐỊNH CHUNG"; not "Chương IV Luật Thực hiện"
    _Form("chuong", 1, re.compile(rf"(?:CHƯƠNG|Chương)\s+([IVXLC]+|\d+){_TITLE}")),
    # takes "Mục 1", "MỤC 2. CÔNG KHAI"; not "Mục tiêu"
    _Form("muc", 2, re.compile(rf"(?:MỤC|Mục)\s+([IVX]+|\d+){_TITLE}")),
    # takes "III. TỔ CHỨC"; not "IV, III"
    _Form("muc", 2, re.compile(r"([IVX]+)\.(?=\s)")),
    # takes "Tiểu mục 1."; not "Tiểu mục này"
    _Form("tieu_muc", 3, re.compile(rf"(?:TIỂU MỤC|Tiểu mục)\s+([IVX]+|\d+){_TITLE}")),
    # takes "Điều 1. Phạm vi", "Điều 7a.", "Điều 1.Phạm vi"; not "Điều 5 của Luật này"
    _Form("dieu", ARTICLE_DEPTH, re.compile(rf"(?:ĐIỀU|Điều)\s+(\d+[a-zđ]?)\s?[.:]{_APART}")),
    # takes "3.1. Bồi dưỡng", "3.1 Bồi dưỡng"; not "3.500 đồng"
    _Form("tieu_muc", 6, re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?(?=\s)")),
    # takes "1. Ủy ban", "1.Ủy ban"; not "2024. " or "1.5"
    _Form("khoan", 5, re.compile(rf"(\d{{1,3}})\.{_APART}")),
    # takes "đ) Đổi mới", "a)Các"; not "f) " or "đ."
    _Form("diem", 7, re.compile(rf"([{POINT_LETTERS}])\)(?=\s|[{LOWER}{UPPER}])")),
    # takes "- Đẩy mạnh", "+ Xã"; not "-1"
    _Form("gach", 8, re.compile(r"[-–+•](?=\s)")),
)  # fmt: skip

_ROMAN = re.compile(r"[IVX]+\.")
"""Takes "II."; must not take "Mục II"."""


def find_marker(line: str, *, inside_article: bool) -> Marker | None:
    """Return the number that opens a line, or None. Inside an article "V." opens no section."""
    for form in _FORMS:
        found = form.pattern.match(line)
        if found and not (inside_article and _ROMAN.match(line)):
            label = found[1] if found.re.groups and found[1] else ""
            return Marker(form.unit, label, form.depth, found.end())
    return None


def next_label(marker: Marker) -> str | None:
    """Return the label that follows this one among siblings; None if that cannot be told."""
    if marker.unit == "diem":
        at = POINT_LETTERS.index(marker.label) + 1
        return POINT_LETTERS[at] if at < len(POINT_LETTERS) else None
    if marker.label.isdigit():
        return str(int(marker.label) + 1)
    return None
