"""A paper to print: A4, Times New Roman 13, the key with its proofs on a page of its own."""

from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from materials.quiz.question import QuizQuestion
from materials.word import set_type, to_bytes

_SIZE = 13
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 20, 30, 20
"""Margins in millimetres, within those of Decree 30/2020/NĐ-CP, annex I."""


def to_docx(bank: Sequence[QuizQuestion], title: str = "Đề kiểm tra", code: str | None = None) -> bytes:
    """Return a .docx paper with its key on a new page; `code` tells the papers of a contest apart."""
    paper: Any = docx.Document()
    _set_page(paper)
    heading = f"{title.upper()}\nMã đề: {code}" if code else title.upper()
    _centred(paper, heading)
    paper.add_paragraph("Họ và tên: ………………………………………  Đơn vị: ………………………………")
    for number, question in enumerate(bank, 1):
        _add_question(paper, number, question)
    paper.add_page_break()
    _centred(paper, f"ĐÁP ÁN\nMã đề: {code}" if code else "ĐÁP ÁN")
    for number, question in enumerate(bank, 1):
        line = paper.add_paragraph()
        line.add_run(f"Câu {number}: {question.key}. ").bold = True
        line.add_run(question.explanation)
    return to_bytes(paper)


def _set_page(paper: Any) -> None:  # noqa: ANN401 (python-docx is untyped)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    style = paper.styles["Normal"]
    set_type(style, _SIZE)
    style.paragraph_format.space_after = Pt(3)


def _centred(paper: Any, text: str) -> None:  # noqa: ANN401
    heading = paper.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(text).bold = True


def _add_question(paper: Any, number: int, question: QuizQuestion) -> None:  # noqa: ANN401
    stem = paper.add_paragraph()
    stem.paragraph_format.keep_with_next = True
    stem.add_run(f"Câu {number}. ").bold = True
    stem.add_run(question.stem)
    if question.kind == "single":
        lines = [f"{letter}. {one}" for letter, one in zip("ABCD", question.options, strict=True)]
    elif question.kind == "true_false":
        lines = ["☐ Đúng        ☐ Sai"]
    else:
        lines = ["Trả lời: ……………………………………………………"]
    for at, line in enumerate(lines):
        paragraph = paper.add_paragraph(line)
        paragraph.paragraph_format.left_indent = Mm(8)
        paragraph.paragraph_format.keep_with_next = at < len(lines) - 1
