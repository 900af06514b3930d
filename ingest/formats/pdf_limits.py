"""A small PDF file can unfold to more than a machine holds: it is measured before PDFium unfolds it."""

import re
import zlib
from pathlib import Path

from ingest.errors import TooLarge

MOST_PAGES = 5_000
"""The longest legal texts have about a thousand pages."""

_MOST_BYTES = 32 * 2**20
"""Of an unfolded stream; a page of text takes less than a megabyte, a whole font less than thirty."""

_MOST_PICTURE_BYTES = 256 * 2**20
"""Of an unfolded picture; a page of A3 scanned in colour at 600 dots an inch takes 210 MB."""

_STREAM = re.compile(rb"stream\r?\n")
"""Takes the start of a stream's bytes; also the end of "endstream", after which nothing unfolds."""

_DICTIONARY_BYTES = 2_048
"""Before a stream's bytes, in which its dictionary is looked for."""

_STEP = 2**14
"""Folded bytes that are unfolded at once, to 16 MB at most."""


def check_streams(raw: bytes, path: Path) -> None:
    """Unfold each stream of a PDF file a step at a time, keeping nothing.

    Raises:
        TooLarge: a stream unfolds to more than 32 MiB, a picture to more than 256 MiB, or one is folded twice.

    """
    for found in _STREAM.finditer(raw):
        start = max(0, found.start() - _DICTIONARY_BYTES)
        dictionary = raw[max(start, raw.rfind(b"obj", start, found.start())) : found.start()]
        most = _MOST_PICTURE_BYTES if b"/Image" in dictionary else _MOST_BYTES
        if dictionary.count(b"FlateDecode") > 1 or _unfolds_beyond(raw, found.end(), most):
            raise TooLarge(path, what="một luồng dữ liệu", limit=f"{most // 2**20} MB sau khi giải nén")


def _unfolds_beyond(raw: bytes, start: int, most: int) -> bool:
    """Tell whether the bytes at `start` unfold to more than `most`; bytes that are not folded do not."""
    unfolding, size = zlib.decompressobj(), 0
    for at in range(start, len(raw), _STEP):
        try:
            size += len(unfolding.decompress(raw[at : at + _STEP]))
        except zlib.error:
            return False
        if size > most:
            return True
        if unfolding.eof:
            return False
    return False
