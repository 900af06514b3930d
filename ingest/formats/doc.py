"""The old binary Word format, by way of LibreOffice and `.docx`."""

from pathlib import Path

from ingest.errors import BrokenFile, MissingProgram
from ingest.formats.docx import read_docx
from ingest.formats.office import OfficeFailure, converted, office_program
from ingest.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with ([MS-CFB] 2.2); LibreOffice would read anything else as plain text."""

_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"

_REMEDY = "Để đọc tệp .doc, hãy cài gói libreoffice-writer, hoặc lưu văn bản thành .docx."


def read_doc(raw: bytes, path: Path) -> Source:
    """Read a `.doc` file; one that is Rich Text or `.docx` by another name is read as what it is.

    Raises:
        MissingProgram: LibreOffice is not on this machine.
        BrokenFile: it is no such file, or LibreOffice cannot open it.
        IngestError: as `read_docx` does.

    """
    if raw.startswith(_ZIP):
        return read_docx(raw, path)
    if not raw.startswith((_OLE, _RTF)):
        raise BrokenFile(path, reason="không phải tệp Word")
    office = office_program()
    if office is None:
        raise MissingProgram(path, remedy=_REMEDY)
    try:
        made = converted(raw, "doc", "docx", office)
    except OfficeFailure as failure:
        raise BrokenFile(path, reason=str(failure)) from failure
    return read_docx(made, path)
