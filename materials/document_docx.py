"""A document's tree as a Word file, for quoting and editing: headings that Word's navigation lists."""

from pathlib import Path

import docx
from docx.document import Document as Docx
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from ingest import Document, Provision
from ingest.akn.characters import printable
from ingest.citation import document_label
from ingest.document import Unit
from materials.word import set_page, set_type, to_bytes

_LEVELS: dict[Unit, int] = {"phan": 1, "phu_luc": 1, "chuong": 1, "muc": 2, "tieu_muc": 3, "dieu": 3}
_INDENTS: dict[Unit, float] = {"diem": 0.75, "gach": 0.75}
"""Centimetres from the text's left edge."""


def document_docx(document: Document) -> bytes:
    """Return a document as a docx file: every word of the canonical text once, in order.

    A4, margins and type of Decree 30/2020/NĐ-CP, annex I. The footer says what the file was made from.
    """
    file = docx.Document()
    _lay_out(file)
    file.core_properties.title = printable(document_label(document))
    file.core_properties.author = printable(document.issuer or "")
    source = printable(Path(document.source).name)
    footer = f"Trình bày lại từ tệp “{source}”; khi viện dẫn, xin đối chiếu bản chính."
    file.sections[0].footer.paragraphs[0].text = footer
    starts = [provision.span[0] for provision in document.provisions]
    ends = [*starts[1:], len(document.text)]
    for provision, end in zip(document.provisions, ends, strict=True):
        _write(file, document, provision, end)
    return to_bytes(file)


def _lay_out(file: Docx) -> None:
    set_page(file)
    _set_style(file.styles["Normal"], 14)
    _set_style(file.styles["Footer"], 10)
    for level in set(_LEVELS.values()):
        style = file.styles[f"Heading {level}"]
        _set_style(style, 14)
        style.font.bold, style.font.italic, style.font.color.rgb = True, False, RGBColor(0, 0, 0)


def _set_style(style: ParagraphStyle, size: int) -> None:
    set_type(style, size)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(3)


def _write(file: Docx, document: Document, provision: Provision, end: int) -> None:
    """Write a provision's own lines, up to where the next one begins; number and heading are bold."""
    start = provision.span[0]
    bold_end = start + len(provision.num)
    if provision.heading:
        bold_end = document.text.index(provision.heading, bold_end) + len(provision.heading)
    for line in document.text[start:end].splitlines(keepends=True):
        words = printable(line.rstrip("\n"))
        if words.strip():
            level = _LEVELS.get(provision.unit) if start < bold_end else None
            paragraph = file.add_paragraph(style=f"Heading {level}" if level else None)
            paragraph.paragraph_format.left_indent = Cm(_INDENTS.get(provision.unit, 0))
            bold = max(0, min(bold_end - start, len(words)))
            for part, is_bold in ((words[:bold], True), (words[bold:], False)):
                if part:
                    paragraph.add_run(part).bold = is_bold
        start += len(line)
