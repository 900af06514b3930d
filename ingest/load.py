"""From a file to what it says: which files are read, and by which reader. The bytes decide."""

import re
import stat
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path

from ingest.errors import BrokenFile, LockedFile, MissingFile, TooLarge, UnreadableFile, UnsupportedFormat
from ingest.source import Source

Reader = Callable[[bytes, Path], Source]

_FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".doc": "doc",
    ".rtf": "doc",
}
"""Suffix → format; a format is read by `read_<format>` of `ingest/formats/<format>.py`."""

SUPPORTED_SUFFIXES = tuple(_FORMATS)

_NAMES = {
    "text": "văn bản thuần",
    "docx": "Word (.docx)",
    "html": "trang web (HTML)",
    "pdf": "PDF",
    "doc": "Word cũ (.doc, .rtf)",
}
"""What a person calls a format that bytes can be recognised as."""

_MEBIBYTE = 2**20
_LARGEST = 200 * _MEBIBYTE
"""Bytes. The longest acts, scanned, have some 50 million; what is larger is no act, or not one alone."""

_HEAD = 4096
"""Bytes at a file's beginning in which its format shows."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"II*\0": "ảnh TIFF",
    b"MM\0*": "ảnh TIFF",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"MIME-Version:": "trang web lưu một tệp (MHTML)",
}
"""What files begin with that people take for texts, and their names."""

_IN_ZIP = {"xl/": "bảng tính Excel", "ppt/": "trình chiếu PowerPoint", "content.xml": "OpenDocument"}
"""A name in a zip archive that tells another office format."""

_PAGE = re.compile(
    rb"""
    \s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*
    <(?:!doctype\s+html|(?:html|head|body|meta|link|title|table|div|p)\b)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""Takes the beginning of a web page, "<!DOCTYPE html"; must not take "<1 ha"."""


def texts_in(folder: Path, *, recursive: bool = False) -> list[Path]:
    """Return the legal texts in a folder, by path: every file of a format that is read.

    README, hidden files and folders, and what Word keeps beside an open file ("~$x.docx") are none.
    """
    return sorted(
        path
        for path in (folder.rglob("*") if recursive else folder.glob("*"))
        if path.suffix.lower() in SUPPORTED_SUFFIXES
        and path.stem.lower() != "readme"
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def load(path: Path) -> tuple[bytes, Source]:
    """Return a file's bytes and what they say; a suffix that they belie is warned of.

    Raises:
        IngestError: the file cannot be read; the message says why, in Vietnamese.

    """
    raw = load_bytes(path)
    named = _FORMATS[path.suffix.lower()]
    found = _recognise(raw, named, path)
    source = _reader(found)(raw, path)
    if found == named:
        return raw, source
    warning = f"Tệp mang đuôi {path.suffix} nhưng là {_NAMES[found]}: đã đọc theo nội dung."
    return raw, replace(source, warnings=(warning, *source.warnings))


def load_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        MissingFile, UnreadableFile, UnsupportedFormat, TooLarge: as their names say.

    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            reason = "là thư mục" if stat.S_ISDIR(status.st_mode) else "không phải tệp thường"
            raise UnreadableFile(path, reason=reason)
        if path.suffix.lower() not in SUPPORTED_SUFFIXES:
            raise _unsupported(path, path.suffix or path.name)
        if status.st_size > _LARGEST:
            raise TooLarge(path, what="cỡ tệp", limit=f"{_LARGEST // _MEBIBYTE} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, reason=error.strerror or str(error)) from error


def _reader(name: str) -> Reader:
    """Return the reader of a format; what it is made of loads only now, so that commands start at once."""
    reader: Reader = getattr(import_module(f"ingest.formats.{name}"), f"read_{name}")
    return reader


def _recognise(raw: bytes, named: str, path: Path) -> str:
    """Return the format that a file's bytes are in; the suffix tells text from Markdown, and a bare page.

    Raises:
        UnsupportedFormat: a format that is not read: a picture, a spreadsheet.
        LockedFile: a Word document with a password.
        BrokenFile: an archive that cannot be opened.

    """
    head = raw[:_HEAD]
    foreign = next((name for magic, name in _FOREIGN.items() if head.startswith(magic)), None)
    if foreign:
        raise _unsupported(path, foreign)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _recognise_zip(raw, path)
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise LockedFile(path)
        if "WordDocument".encode("utf-16-le") not in raw:
            raise _unsupported(path, "Office cũ không phải Word")
        return "doc"
    if head.startswith(b"{\\rtf"):
        return "doc"
    if _PAGE.match(head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")):
        return "html"
    return named if named in ("text", "markdown", "html") else "text"


def _recognise_zip(raw: bytes, path: Path) -> str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BrokenFile(path, reason="tệp nén bị cắt cụt") from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    other = (label for start, label in _IN_ZIP.items() if any(name.startswith(start) for name in names))
    raise _unsupported(path, next(other, "tệp nén ZIP"))


def _unsupported(path: Path, what: str) -> UnsupportedFormat:
    return UnsupportedFormat(path, suffix=what, supported=_listed(SUPPORTED_SUFFIXES))


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} hoặc {last}"
