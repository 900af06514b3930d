"""A comparison of places as a Word file: a table across the page, and what to mind about it."""

from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from docx.table import _Row

from ingest.citation import citation_label, document_label
from materials.comparison import NO_GROUND, PlaceRules, cautions_of
from materials.printable import printable
from materials.word import repeat_on_each_page, set_type, to_bytes

_COLUMNS = (("Địa phương", 3.5), ("Quy định (nguyên văn)", 14.0), ("Căn cứ", 8.2))
"""Heads and widths in centimetres, of A4 across."""


def comparison_docx(question: str, compared: Sequence[PlaceRules]) -> bytes:
    """Return the Word file of what places rule on a question."""
    word = docx.Document()
    _lay_across(word)
    set_type(word.styles["Normal"], 12)
    word.add_heading("So sánh quy định của các địa phương", level=1)
    word.add_paragraph(printable(question))
    table = word.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    _fill(table.rows[0], [head for head, _ in _COLUMNS], bold=True)
    repeat_on_each_page(table.rows[0])
    for one in compared:
        for row in _rows(one):
            _fill(table.add_row(), row)
    cautions = list(cautions_of(compared))
    if cautions:
        word.add_heading("Lưu ý", level=2)
    for caution in cautions:
        word.add_paragraph(printable(caution), style="List Bullet")
    return to_bytes(word)


def _rows(one: PlaceRules) -> list[tuple[str, str, str]]:
    if not one.citations:
        return [(one.place, NO_GROUND, "")]
    return [
        (
            one.place,
            citation.quote,
            f"{citation_label(citation.path, capital=True)}, {document_label(citation.document)}",
        )
        for citation in one.citations
    ]


def _fill(row: _Row, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text, (_, width) in zip(row.cells, texts, _COLUMNS, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].add_run(printable(text)).bold = bold


def _lay_across(word: Document) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
