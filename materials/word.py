"""What every Word file here needs: A4, Times New Roman for all scripts, head rows on each page, its bytes."""

from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Row

FONT = "Times New Roman"


def set_page(document: Document, *, right: int = 20, landscape: bool = False) -> None:
    """Set A4 and margins of 20, 20, 30 and `right` mm (15 to 20), by Decree 30/2020/NĐ-CP, annex I."""
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(right)


def set_type(style: ParagraphStyle, points: float) -> None:
    """Set a style in Times New Roman of so many points, whatever the theme and for every script.

    Word takes Vietnamese letters for East Asian text unless that font is named, too.
    """
    style.font.name, style.font.size = FONT, Pt(points)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would win over the one named
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def repeat_on_each_page(row: _Row) -> None:
    """Make a row the head of its table on every page (ECMA-376 part 1, 17.4.78)."""
    mark_row(row, "w:tblHeader")


def mark_row(row: _Row, name: str) -> None:
    """Give a row a property that is only there or not."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (python-docx has no door to it)


def to_bytes(document: Document) -> bytes:
    """Return a document as the bytes of a .docx file."""
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()
