"""A Word file as PDF, by way of LibreOffice."""

from ingest.office import converted, has_office

_SECONDS = 120
"""The first start on a slow machine takes a quarter of a minute."""


class PdfProblem(Exception):
    """A PDF cannot be made on this machine; the message is Vietnamese and says what to do."""


def pdf_problem() -> str | None:
    """Say in Vietnamese why no PDF can be made on this machine; None if it can."""
    if has_office():
        return None
    return "Máy chủ chưa có LibreOffice, không xuất được PDF. Hãy cài libreoffice-writer hoặc tải tệp Word."


def to_pdf(word: bytes) -> bytes:
    """Return a Word file's pages as PDF.

    Raises:
        PdfProblem: LibreOffice is not on this machine, took too long, or could not open the file.

    """
    try:
        made = converted(word, "docx", "pdf", _SECONDS)
    except FileNotFoundError as error:
        raise PdfProblem(pdf_problem()) from error
    except TimeoutError as error:
        raise PdfProblem(
            f"LibreOffice không xuất xong PDF trong {_SECONDS} giây. Hãy tải tệp Word."
        ) from error
    if made is None:
        raise PdfProblem("LibreOffice không xuất được PDF. Hãy tải tệp Word.")
    return made
