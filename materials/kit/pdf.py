"""A Word file as PDF, where LibreOffice is installed."""

from materials.pdf import PdfProblem, to_pdf


def as_pdf(word: bytes) -> bytes | None:
    """Return the bytes of a .docx file as PDF; None where LibreOffice is missing or fails.

    A kit is whole without it: the same pages are in the Word file.
    """
    try:
        return to_pdf(word)
    except PdfProblem:
        return None
