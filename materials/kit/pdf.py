"""A Word file as PDF, where LibreOffice is installed."""

from ingest.formats.office import OfficeFailure, converted, office_program


def as_pdf(word: bytes) -> bytes | None:
    """Return the bytes of a .docx file as PDF; None where LibreOffice is missing or fails.

    A kit is whole without it: the same pages are in the Word file.
    """
    office = office_program()
    if office is None:
        return None
    try:
        return converted(word, "docx", "pdf", office)
    except OfficeFailure:
        return None
