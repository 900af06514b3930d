"""From a file to what it says: which files are read, and by which reader."""

from collections.abc import Callable
from pathlib import Path

from ingest.errors import MissingFile, UnreadableFile, UnsupportedFormat
from ingest.formats.doc import read_doc
from ingest.formats.pdf import read_pdf
from ingest.formats.text import read_text
from ingest.source import Source

_READERS: dict[str, Callable[[bytes, Path], Source]] = {
    ".txt": read_text,
    ".md": read_text,
    ".pdf": read_pdf,
    ".doc": read_doc,
}
"""Suffix → what reads the bytes of such a file; the path is for messages."""

SUPPORTED_SUFFIXES = tuple(_READERS)


def texts_in(folder: Path) -> list[Path]:
    """Return the legal texts right in a folder, by name: every file of a format that is read but README."""
    return sorted(
        path
        for path in folder.glob("*")
        if path.suffix.lower() in SUPPORTED_SUFFIXES and path.stem.lower() != "readme"
    )


def load(path: Path) -> tuple[bytes, Source]:
    """Return a file's bytes and what they say.

    Raises:
        IngestError: the file cannot be read; the message says why, in Vietnamese.

    """
    raw = load_bytes(path)
    return raw, _READERS[path.suffix.lower()](raw, path)


def load_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        MissingFile, UnreadableFile, UnsupportedFormat: as their names say.

    """
    if not path.exists():
        raise MissingFile(path)
    if path.suffix.lower() not in SUPPORTED_SUFFIXES:
        supported = " hoặc ".join(SUPPORTED_SUFFIXES)
        raise UnsupportedFormat(path, suffix=path.suffix or path.name, supported=supported)
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, reason=error.strerror or str(error)) from error
