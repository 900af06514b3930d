"""Files for people to keep: answers' sheets; documents; comparisons; tables of duties and targets."""

from materials.answer_docx import answer_docx
from materials.answer_sheet import answer_sheet
from materials.comparison_word import comparison_docx
from materials.document_docx import document_docx
from materials.duties import duties_of
from materials.duty import Duty, Target
from materials.pdf import PdfProblem, pdf_problem, to_pdf
from materials.sheets import comparison_sheet, duty_sheet
from materials.targets import targets_of

__all__ = [
    "Duty",
    "PdfProblem",
    "Target",
    "answer_docx",
    "answer_sheet",
    "comparison_docx",
    "comparison_sheet",
    "document_docx",
    "duties_of",
    "duty_sheet",
    "pdf_problem",
    "targets_of",
    "to_pdf",
]
