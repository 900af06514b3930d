"""Files for people to keep: the sheet of one answer, a document as a Word file."""

from materials.answer_sheet import answer_sheet
from materials.document_docx import document_docx

__all__ = ["answer_sheet", "document_docx"]
