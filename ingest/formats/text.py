"""Plain text in whatever coding it came: Unicode with or without a mark, windows-1252 or older."""

import codecs
from pathlib import Path

from ingest.errors import BinaryFile
from ingest.formats.finish import CONTROLS, finish
from ingest.formats.legacy import foreign_share, from_legacy
from ingest.source import Source

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAMPLE = 4096
"""Bytes looked at to recognise UTF-16 without a mark."""

_ZEROS_MOST, _ZEROS_FEW = 0.4, 0.05
"""In UTF-16 the high byte of ASCII, most of any Vietnamese text, is zero; a low byte hardly ever is."""

_FOREIGN_FEW = 0.25
"""UTF-8 misread as windows-1252 makes half of all words foreign; in a French text a fifth are."""


def read_text(raw: bytes, path: Path) -> Source:
    """Read a `.txt` file.

    Raises:
        BinaryFile: as `decode` does.
        EmptyFile: there is nothing but white space.

    """
    return finish(decode(raw, path), path)


def decode(raw: bytes, path: Path) -> str:
    """Return the text of a file's bytes, with Unix line ends; legacy letters are still as they are.

    The bytes decide, not what a page declares: a byte order mark, then UTF-16, UTF-8, windows-1252.

    Raises:
        BinaryFile: the bytes are text in none of these, or hold zeros.

    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), None)
    try:
        text = raw.decode(encoding or _unmarked_utf16(raw) or "utf-8")
    except UnicodeDecodeError as error:
        western = _western(raw)
        if encoding or western is None:
            raise BinaryFile(path, offset=str(error.start)) from error
        text = western
    if "\0" in text:
        raise BinaryFile(path, offset=str(text.index("\0")))
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unmarked_utf16(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    low, high = even.count(0) / max(len(even), 1), odd.count(0) / max(len(odd), 1)
    if high > _ZEROS_MOST and low < _ZEROS_FEW:
        return "utf-16-le"
    return "utf-16-be" if low > _ZEROS_MOST and high < _ZEROS_FEW else None


def _western(raw: bytes) -> str | None:
    """Return the text as windows-1252 if that makes words, be it after a legacy conversion; else None."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if CONTROLS.search(text) or "\0" in text:
        return None
    return text if from_legacy(text)[1] or foreign_share(text) < _FOREIGN_FEW else None
