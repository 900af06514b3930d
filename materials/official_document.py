"""Word documents laid out as Vietnamese official ones (Decree 30/2020/NĐ-CP, annex I).

A4, Times New Roman 13, margins 20, 20, 30, 20 mm, page numbers centred at the top from page 2.
"""

from collections.abc import Sequence

import docx
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from materials.word import mark_row, repeat_on_each_page, set_page, set_type

_HEADING_SIZES = {"Title": 14, "Heading 1": 14, "Heading 2": 13, "Heading 3": 13}
_CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def official_document(title: str, *, landscape: bool = False) -> Word:
    """Return an empty document with the layout of official ones; `title` is its property, not printed."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = "Dân chủ cơ sở"
    document.core_properties.comments = ""
    set_page(document, landscape=landscape)
    _number_pages(document)
    normal = document.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        _set_font(normal, 13, bold=False)
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for name, size in _HEADING_SIZES.items():
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_font(style, size, bold=True)
            style.paragraph_format.space_before = Pt(8)
            style.paragraph_format.space_after = Pt(4)
            style.paragraph_format.keep_with_next = True
    return document


def letterhead(document: Word, organ: str) -> None:
    """Print the organ, the national name and motto, and the blanks for number, place and day."""
    table = document.add_table(rows=2, cols=2)
    _set_widths(table, (65, 95))
    left, right = table.rows[0].cells
    _centred(left, organ, bold=True)
    _centred(left, "_______")
    _centred(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12)
    _centred(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _centred(right, "________________________")
    left, right = table.rows[1].cells
    _centred(left, "Số: ……/……")
    _centred(right, "……………, ngày …… tháng …… năm ………", italic=True)


def title(document: Word, kind: str, about: str) -> None:
    """Print what kind of document it is, and below it what it is about."""
    for words, before, after in ((kind, 14, 0), (about, 0, 10)):
        printed = document.add_paragraph(words, style="Title")
        printed.alignment = _CENTRE
        printed.paragraph_format.space_before = Pt(before)
        printed.paragraph_format.space_after = Pt(after)


def heading(document: Word, words: str, level: int = 1) -> Paragraph:
    """Print a heading, which stays with what follows it."""
    printed: Paragraph = document.add_heading(words, level)
    return printed


def paragraph(document: Word, words: str, *, lead: str = "", italic: bool = False) -> Paragraph:
    """Print a justified paragraph, its `lead` in bold."""
    printed = document.add_paragraph()
    printed.alignment = _JUSTIFY
    printed.paragraph_format.first_line_indent = Mm(10)
    if lead:
        printed.add_run(lead).bold = True
    printed.add_run(words).italic = italic
    return printed


def table(document: Word, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    """Print a table with a grid, its head row repeated on each page; `widths` in mm."""
    made: Table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, words in zip(made.rows[0].cells, head, strict=True):
        _centred(cell, words, bold=True, size=12)
    repeat_on_each_page(made.rows[0])
    _set_widths(made, widths)
    for row in rows:
        added = made.add_row()  # type: ignore[no-untyped-call]
        mark_row(added, "w:cantSplit")
        for cell, words in zip(added.cells, row, strict=True):
            printed = cell.paragraphs[0]
            printed.paragraph_format.space_after = Pt(2)
            printed.add_run(words).font.size = Pt(12)
    return made


def _number_pages(document: Word) -> None:
    section = document.sections[0]
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)  # noqa: SLF001 (python-docx has no fields)


def _set_font(style: ParagraphStyle, size: int, *, bold: bool) -> None:
    set_type(style, size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _set_widths(made: Table, widths: Sequence[int]) -> None:
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _centred(cell: _Cell, words: str, *, bold: bool = False, italic: bool = False, size: int = 13) -> None:
    printed = cell.paragraphs[0] if not cell.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
    printed.alignment = _CENTRE
    printed.paragraph_format.space_after = Pt(0)
    run = printed.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
