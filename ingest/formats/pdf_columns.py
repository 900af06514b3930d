"""The two columns at the head and at the close of an administrative text, left before right.

Decree 30/2020/NĐ-CP, annex I: the issuer and the number stand to the left of the national name and the date;
the recipients to the left of the signature.
"""

import re
from dataclasses import dataclass, field

from pypdfium2 import PdfTextPage

from ingest.formats.pdf_lines import Line, left_of, part, right_of

_TWO_COLUMNS = re.compile(
    r"""
    [CTKN](?:                                       # a set first: the search is quick where there is none
        (?<=C)ỘNG\ H[OÒ][AÀ]\ XÃ\ HỘI               # "BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI"; not "Cộng hòa"
      | (?<=T)(?:M|L|UQ|/M)\.\ ?[A-ZĐỦ]            # "- Như Điều 3; TM. ỦY BAN"; not "TT. HĐND"
      | (?<=K)/?T\.\ ?[A-ZĐỦ]                      # "- Lưu: VT. KT. CHỦ TỊCH"; not "KTXH"
      | (?<=^N)(?P<recipients>[ơo]i\ nhận)\b        # "Nơi nhận: CHỦ TỊCH"; not "ghi tại Nơi nhận"
    )
    """,
    re.VERBOSE,
)
"""Takes a line that may be the first of two columns; a gap in it must prove that."""

_DATE = re.compile(r"ngày\s.*tháng\s.*năm\s*(?:\d{4}|[.…]*)$")
"""Takes the end of the head, "Hà Nội, ngày 20 tháng 10 năm 2025"; must not take "ngày 20 tháng 10"."""

_SPACE = re.compile(r" +")
"""Takes the space between two words; a line neither begins nor ends with one."""

_GAP = 1.5
"""Of the type's size: the least space between two columns; words of a justified line are closer."""


@dataclass(slots=True)
class _Columns:
    """Two columns being read, and the empty strip between them, `low` to `high` points."""

    page: PdfTextPage
    low: float
    high: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    def take(self, line: Line) -> bool:
        """Add a line to its column, or its halves to theirs; False if it runs across the strip."""
        left, right = left_of(self.page, line.chars[0]), right_of(self.page, line.chars[-1])
        if right < self.high:
            self.left.append(line)
            self.low = max(self.low, right)
        elif left > self.low:
            self.right.append(line)
            self.high = min(self.high, left)
        else:
            gap = _widest_gap(self.page, line)
            if gap is None or gap.left >= self.high or gap.right <= self.low:
                return False
            self.left.append(part(line, 0, gap.at))
            self.right.append(part(line, gap.at, len(line.text)))
            self.low, self.high = max(self.low, gap.left), min(self.high, gap.right)
        return True


@dataclass(frozen=True, slots=True)
class _Gap:
    """A wide space in a line: its sides, in points, and the place in the text right of it."""

    left: float
    right: float
    at: int


def in_columns(page: PdfTextPage, lines: list[Line]) -> list[Line]:
    """Return the lines with each left column before its right column, no line across both."""
    ordered: list[Line] = []
    waiting = iter(lines)
    for line in waiting:
        found = _TWO_COLUMNS.search(line.text)
        gap = _widest_gap(page, line) if found else None
        if found is None or gap is None:
            ordered.append(line)
            continue
        columns = _Columns(page, gap.left, gap.right)
        while found["recipients"] and ordered and left_of(page, ordered[-1].chars[0]) > gap.left:
            columns.right.insert(0, ordered.pop())
        across: Line | None = line
        while across is not None and columns.take(across):
            across = None if _DATE.search(across.text) else next(waiting, None)
        ordered += [*columns.left, *columns.right]
        if across is not None:
            ordered.append(across)
    return ordered


def _widest_gap(page: PdfTextPage, line: Line) -> _Gap | None:
    """Return the widest space in a line; None if none is wider than between words."""
    gaps = [
        _Gap(
            right_of(page, line.chars[space.start() - 1]),
            left_of(page, line.chars[space.end()]),
            space.end(),
        )
        for space in _SPACE.finditer(line.text)
    ]
    widest = max(gaps, key=lambda gap: gap.right - gap.left, default=None)
    return widest if widest and widest.right - widest.left > _GAP * line.size else None
