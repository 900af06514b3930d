"""Questions as a workbook that a trainer sorts, filters and prints."""

from collections.abc import Sequence

from materials.quiz.question import QuestionKind, QuizQuestion
from materials.sheets import Table, workbook

KIND_NAMES: dict[QuestionKind, str] = {
    "single": "Một lựa chọn",
    "true_false": "Đúng/Sai",
    "fill_in": "Điền khuyết",
}

_COLUMNS = (
    ("STT", 6),
    ("Loại", 14),
    ("Câu hỏi", 60),
    ("A", 24),
    ("B", 24),
    ("C", 24),
    ("D", 24),
    ("Đáp án", 16),
    ("Căn cứ", 36),
    ("Trích nguyên văn", 60),
    ("Giải thích", 60),
)
"""Heads, with the widths of their columns in characters."""


def to_xlsx(bank: Sequence[QuizQuestion]) -> bytes:
    """Return an Excel workbook of one sheet, a question a row."""
    rows = tuple(_row(number, question) for number, question in enumerate(bank, 1))
    return workbook([Table("Câu hỏi", _COLUMNS, rows)])


def _row(number: int, question: QuizQuestion) -> tuple[str | int, ...]:
    a, b, c, d = (*question.options, *[""] * 4)[:4]
    proof = (question.citation.label, question.citation.quote, question.explanation)
    return (number, KIND_NAMES[question.kind], question.stem, a, b, c, d, question.key, *proof)
