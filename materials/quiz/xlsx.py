"""Questions as a workbook that a trainer sorts, filters and prints."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from materials.quiz.question import QuestionKind, QuizQuestion

KIND_NAMES: dict[QuestionKind, str] = {
    "single": "Một lựa chọn",
    "true_false": "Đúng/Sai",
    "fill_in": "Điền khuyết",
}

_COLUMNS = {
    "STT": 6,
    "Loại": 14,
    "Câu hỏi": 60,
    "A": 24,
    "B": 24,
    "C": 24,
    "D": 24,
    "Đáp án": 16,
    "Căn cứ": 36,
    "Trích nguyên văn": 60,
    "Giải thích": 60,
}
"""Headings, with the widths of their columns in characters."""


def to_xlsx(bank: Sequence[QuizQuestion]) -> bytes:
    """Return an .xlsx workbook of one sheet, a question a row, the heading frozen and with filters."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Câu hỏi"
    sheet.append(list(_COLUMNS))
    for number, question in enumerate(bank, 1):
        sheet.append(_row(number, question))
    for at, width in enumerate(_COLUMNS.values(), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Times New Roman", size=12, bold=cell.row == 1)
            cell.data_type = "n" if isinstance(cell.value, int) else "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(number: int, question: QuizQuestion) -> list[str | int]:
    options = [*question.options, *[""] * 4][:4]
    proof = [question.citation.label, question.citation.quote, question.explanation]
    return [number, KIND_NAMES[question.kind], question.stem, *options, question.key, *proof]
