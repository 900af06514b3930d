"""Questions to print: a paper, and the key with the proof of each answer."""

from collections.abc import Sequence

from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from materials.official_document import official_document, title
from materials.quiz.contest import Paper
from materials.quiz.question import QuizQuestion
from materials.word import to_bytes

_PAPER, _KEY = "ĐỀ KIỂM TRA", "ĐÁP ÁN"


def to_docx(bank: Sequence[QuizQuestion], topic: str) -> bytes:
    """Return the Word file of all questions on a topic, the key on a page of its own."""
    document = official_document(f"Đề kiểm tra: {topic}")
    _ask(document, bank, f"Chủ đề: {topic}")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _tell(document, bank, f"Chủ đề: {topic}")
    return to_bytes(document)


def paper_docx(paper: Paper, topic: str) -> bytes:
    """Return the Word file of a contest's paper, without its key."""
    document = official_document(f"Đề {paper.code}: {topic}")
    _ask(document, paper.questions, _coded(paper, topic))
    return to_bytes(document)


def key_docx(paper: Paper, topic: str) -> bytes:
    """Return the Word file of the key to a contest's paper."""
    document = official_document(f"Đáp án đề {paper.code}: {topic}")
    _tell(document, paper.questions, _coded(paper, topic))
    return to_bytes(document)


def _coded(paper: Paper, topic: str) -> str:
    return f"Chủ đề: {topic}\nMã đề: {paper.code}"


def _ask(document: Word, questions: Sequence[QuizQuestion], about: str) -> None:
    title(document, _PAPER, about)
    document.add_paragraph("Họ và tên: ………………………………………  Đơn vị: ……………………………")
    for number, question in enumerate(questions, 1):
        _add_question(document, number, question)


def _tell(document: Word, questions: Sequence[QuizQuestion], about: str) -> None:
    title(document, _KEY, about)
    for number, question in enumerate(questions, 1):
        line = document.add_paragraph()
        line.add_run(f"Câu {number}: {question.key}. ").bold = True
        line.add_run(question.explanation)


def _add_question(document: Word, number: int, question: QuizQuestion) -> None:
    stem = document.add_paragraph()
    stem.paragraph_format.keep_with_next = stem.paragraph_format.keep_together = True
    stem.paragraph_format.space_after = Pt(3)
    stem.add_run(f"Câu {number}. ").bold = True
    stem.add_run(question.stem)
    if question.kind == "single":
        lines = [f"{letter}. {one}" for letter, one in zip("ABCD", question.options, strict=True)]
    elif question.kind == "true_false":
        lines = ["☐ Đúng        ☐ Sai"]
    else:
        lines = ["Trả lời: ……………………………………………………"]
    for at, line in enumerate(lines, 1):
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.left_indent = Mm(8)
        paragraph.paragraph_format.keep_with_next = at < len(lines)
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.space_after = Pt(3 if at < len(lines) else 8)
