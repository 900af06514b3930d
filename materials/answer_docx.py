"""The sheet of one answer as a Word file, in the type and margins of administrative documents."""

from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from answer import Answer
from answer.result import by_document
from ingest.citation import citation_label, document_label
from materials.printable import one_line
from materials.word import set_page, set_type, to_bytes


def answer_docx(answer: Answer, limits: Iterable[str] = ()) -> bytes:
    """Return the Word file of an answer: question, answer, warnings, each citation with its quote.

    Page and type follow Decree 30/2020/NĐ-CP, annex I: A4, Times New Roman 14, margins 20, 15, 20, 30 mm.

    Args:
        answer: the answer or abstention.
        limits: what the documents were limited to, in Vietnamese.

    """
    word = docx.Document()
    _set_up(word)
    _paragraph(word, "PHIẾU TRẢ LỜI CÓ TRÍCH DẪN", bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _heading(word, "Câu hỏi")
    _paragraph(word, answer.question)
    for limit in limits:
        _paragraph(word, limit, italic=True)
    _heading(word, "Trả lời")
    _add_answer(word, answer)
    if answer.warnings:
        _heading(word, "Lưu ý")
    for warning in answer.warnings:
        _paragraph(word, warning, "List Bullet")
    if answer.citations:
        _heading(word, "Căn cứ")
    for citation in answer.citations:
        _paragraph(word, f"[{citation.n}] {citation.label}", bold=True).paragraph_format.keep_with_next = True
        _paragraph(word, f"“{citation.quote}”", italic=True)
    return to_bytes(word)


def _add_answer(word: Document, answer: Answer) -> None:
    if not answer.claims:
        _paragraph(word, answer.answer)
    for document, pairs in by_document(answer.claims, answer.citations):
        _paragraph(word, document_label(document), bold=True).paragraph_format.keep_with_next = True
        for claim, citation in pairs:
            marks = "".join(f"[{n}]" for n in claim.citations)
            where = citation_label(citation.path, capital=True)
            _paragraph(word, f"{where}: {claim.text} {marks}", "List Bullet")


def _set_up(word: Document) -> None:
    set_page(word, right=15)
    for name in ("Normal", "Heading 2", "List Bullet"):
        _set_type(word.styles[name])
    word.core_properties.title = "Phiếu trả lời có trích dẫn"
    word.core_properties.author = "Dân chủ cơ sở"
    word.core_properties.language = "vi-VN"


def _set_type(style: ParagraphStyle) -> None:
    set_type(style, 14)
    style.font.color.rgb = None
    style.paragraph_format.space_after = Pt(6)


def _heading(word: Document, text: str) -> None:
    word.add_paragraph(text, style="Heading 2")


def _paragraph(
    word: Document, text: str, style: str = "Normal", *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph = word.add_paragraph(style=style)
    run = paragraph.add_run("\n".join(map(one_line, text.split("\n"))))
    run.bold, run.italic = bold, italic
    return paragraph
