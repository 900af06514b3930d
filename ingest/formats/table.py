"""Tables as lines: one that only places text on the page is unrolled, one that holds data keeps its rows."""

import re

Row = list[list[str]]
"""A row's cells, each the lines in it."""

_OFFICIAL = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập - Tự do|Nơi nhận|(?:TM|KT|TL|TUQ|Q)\. ?[A-ZĐ]{2}")
"""Takes what a header or a closing prints side by side (Decree 30/2020/NĐ-CP, annex I): "TM. ỦY BAN";
must not take "Nơi ở"."""

_LAYOUT_ROWS, _LAYOUT_COLUMNS = 4, 3
"""Header and closing have three rows at most, and an empty column between the two at times."""


def table_lines(rows: list[Row], *, bordered: bool) -> list[str]:
    """Return a table's lines: each paragraph of a layout table, cell by cell; each row of a data table.

    The cells of a data row are joined by " | ", empty ones too.
    """
    rows = [row for row in rows if any(line.strip() for cell in row for line in cell)]
    if _is_layout(rows, bordered=bordered):
        return [line for row in rows for cell in row for line in cell]
    return [row_line([" ".join(cell) for cell in row]) for row in rows]


def row_line(cells: list[str]) -> str:
    """Return the line of one row of data."""
    return " | ".join(cells).strip()


def _is_layout(rows: list[Row], *, bordered: bool) -> bool:
    columns = max(map(len, rows), default=0)
    if columns <= 1:
        return True
    if len(rows) > _LAYOUT_ROWS or columns > _LAYOUT_COLUMNS:
        return False
    lines = (line for row in rows for cell in row for line in cell)
    return any(map(_OFFICIAL.match, lines)) or (not bordered and columns < _LAYOUT_COLUMNS)
