"""The old binary Word format, by way of LibreOffice and `.docx`."""

from pathlib import Path

from ingest.errors import BrokenFile, MissingProgram
from ingest.formats.docx import read_docx
from ingest.office import converted, has_office
from ingest.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with ([MS-CFB] 2.2); LibreOffice would read anything else as plain text."""

_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"

_SECONDS = 120
"""A hundred pages take ten; a file that takes longer is stuck."""

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
    if not has_office():
        raise MissingProgram(path, remedy=_REMEDY)
    return read_docx(_converted(raw, path), path)


def _converted(raw: bytes, path: Path) -> bytes:
    try:
        made = converted(raw, "doc", "docx", _SECONDS)
    except TimeoutError as error:
        raise BrokenFile(path, reason=f"LibreOffice không đọc xong trong {_SECONDS} giây") from error
    if made is None:
        raise BrokenFile(path, reason="LibreOffice không mở được")
    return made
