"""Files for people to keep: the sheet of an answer as Markdown, Word or PDF."""

from materials.answer_docx import answer_docx
from materials.answer_sheet import answer_sheet
from materials.pdf import PdfProblem, pdf_problem, to_pdf

__all__ = ["PdfProblem", "answer_docx", "answer_sheet", "pdf_problem", "to_pdf"]
