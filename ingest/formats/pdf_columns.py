"""The two columns at the head and at the close of an administrative text, left before right.

Decree 30/2020/NĐ-CP, annex I: the issuer and the number stand to the left of the national name and the date;
the recipients to the left of the signature.
"""

import re
from dataclasses import dataclass, field

from pypdfium2 import PdfTextPage

from ingest.formats.pdf_lines import Line, part, sides_of

_TWO_COLUMNS = re.compile(
    r"""
    \S\ +CỘNG\ H[OÒ][AÀ]\ XÃ\ HỘI                  # "BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI"; not "CỘNG HÒA XÃ HỘI"
  | \S\ +(?:TM|KT|TL|TUQ|T/M|K/T)\.\ ?[A-ZĐỦ]      # "- Như Điều 3; TM. ỦY BAN"; not "TM. ỦY BAN"
  | ^(?P<recipients>N[ơo]i\ nhận)\b.*\S\ +\S        # "Nơi nhận: CHỦ TỊCH"; not "Nơi nhận:"
    """,
    re.VERBOSE,
)
"""Takes a line that may be the first of two columns; a gap must prove it."""

_DATE = re.compile(r"ngày\s.*tháng\s.*năm\s*(?:\d{4}|[.…]*)$")
"""Takes the end of the head, "Hà Nội, ngày 20 tháng 10 năm 2025"; must not take "ngày 20 tháng 10"."""

_GAP = 1.5
"""Of the type's size: the least space between two columns; words of a justified line are closer."""


@dataclass(slots=True)
class _Columns:
    """Two columns being read, and the empty strip between them, `low` to `high` points."""

    low: float
    high: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    def take(self, page: PdfTextPage, line: Line) -> bool:
        """Add a line to its column, or its halves to theirs; False if it runs across the strip."""
        if line.right < self.high:
            self.left.append(line)
            self.low = max(self.low, line.right)
            return True
        if line.left > self.low:
            self.right.append(line)
            self.high = min(self.high, line.left)
            return True
        halves = _halves(page, line)
        if halves is None or halves[0].right >= self.high or halves[1].left <= self.low:
            return False
        return all(self.take(page, half) for half in halves)


def in_columns(page: PdfTextPage, lines: list[Line]) -> list[Line]:
    """Return the lines with each left column before its right column, no line across both."""
    ordered: list[Line] = []
    waiting = iter(lines)
    for line in waiting:
        found = _TWO_COLUMNS.search(line.text)
        halves = _halves(page, line) if found else None
        if found is None or halves is None:
            ordered.append(line)
            continue
        columns = _Columns(halves[0].right, halves[1].left)
        while found["recipients"] and ordered and ordered[-1].left > columns.low:
            columns.right.insert(0, ordered.pop())
        across: Line | None = line
        while across is not None and columns.take(page, across):
            across = None if _DATE.search(across.text) else next(waiting, None)
        ordered += [*columns.left, *columns.right]
        if across is not None:
            ordered.append(across)
    return ordered


def _halves(page: PdfTextPage, line: Line) -> tuple[Line, Line] | None:
    """Split a line at its widest gap; None if no gap is wider than between words."""
    widest, at = _GAP * line.size, 0
    for space in re.finditer(r"\S( +)\S", line.text):
        start, end = space.span(1)
        gap = sides_of(page, line.chars[end])[0] - sides_of(page, line.chars[start - 1])[1]
        if gap > widest:
            widest, at = gap, end
    left, right = part(page, line, 0, at), part(page, line, at, len(line.text))
    return (left, right) if left and right else None
