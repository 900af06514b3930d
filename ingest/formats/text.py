"""Plain text and Markdown, in whatever Unicode encoding it came."""

import codecs
import unicodedata
from pathlib import Path

from ingest.errors import BinaryFile, EmptyFile
from ingest.source import Source

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MISCODED = str.maketrans({"Ð": "Đ", "ð": "đ", "\u200b": None, "\u00ad": None, "\ufeff": None})
"""The Icelandic letter that old fonts print as Đ, and characters that are not seen."""


def read_text(raw: bytes, path: Path) -> Source:
    """Read a `.txt` or `.md` file.

    Raises:
        BinaryFile, EmptyFile: as `decode` does.

    """
    return Source(decode(raw, path))


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
