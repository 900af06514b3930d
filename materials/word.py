"""What every Word file here needs: Times New Roman for all scripts, head rows on each page, its bytes."""

from io import BytesIO

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Row

FONT = "Times New Roman"


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
