"""From a file's bytes to its text, NFC, in whatever Unicode encoding it came."""

import codecs
import unicodedata
from pathlib import Path

from ingest.errors import BinaryFile, EmptyFile, MissingFile, UnreadableFile, UnsupportedFormat

SUPPORTED_SUFFIXES = (".txt", ".md")

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_MISCODED = str.maketrans({"Ð": "Đ", "ð": "đ", "\u200b": None, "\u00ad": None, "\ufeff": None})
"""The Icelandic letter that old fonts print as Đ, and characters that are not seen."""


def texts_in(folder: Path) -> list[Path]:
    """Return the legal texts right in a folder, by name: every file of a format that is read but README."""
    return sorted(
        path
        for path in folder.glob("*")
        if path.suffix.lower() in SUPPORTED_SUFFIXES and path.stem.lower() != "readme"
    )


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


def decode(raw: bytes, path: Path) -> str:
    """Return the text of a file's bytes, NFC, with Unix line ends.

    Raises:
        BinaryFile: the bytes are neither UTF-8 nor UTF-16, or hold control codes.
        EmptyFile: there is nothing but white space.

    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise BinaryFile(path, offset=str(error.start)) from error
    if "\0" in text:
        raise BinaryFile(path, offset=str(text.index("\0")))
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_MISCODED)
    if not text.strip():
        raise EmptyFile(path)
    return text
