"""A small PDF file can unfold to more than a machine holds: it is measured before PDFium unfolds it."""

import re
import zlib
from pathlib import Path

from ingest.errors import TooLarge

MOST_PAGES = 5_000
"""The longest legal texts have about a thousand pages."""

_MOST_MEGABYTES = 16
"""Of an unfolded stream; a page of text or a font takes about one. PDFium needs thirty times as much."""

_STREAM = re.compile(rb"stream(?<!endstream)\r?\n")
"""Takes what stands before a stream's bytes; must not take "endstream"."""

_FILTER = re.compile(rb"/(\w+)Decode\b")
"""Takes "/FlateDecode"; must not take "/DecodeParms"."""

_FONT_SIZE = re.compile(rb"/Length1\s+(\d{1,12})\b")
"""Takes the unfolded size of a font, "/Length1 69244"; must not take "/Length 69244", "/Length1 9 0 R".
ISO 32000-1, table 127."""

_DICTIONARY_BYTES = 2_048
"""Before a stream's bytes, in which its dictionary is looked for."""

_STEP = 2**14
"""Folded bytes that are unfolded at once, to 16 MB at most."""


def streams_are_whole(raw: bytes, path: Path) -> bool:
    """Unfold each stream of a PDF file a step at a time, keeping nothing; tell whether none is damaged.

    Pictures are left out: PDFium unfolds them a row at a time, and only to draw a page; so are fonts, which
    declare their size. Damage in an encrypted file is not seen.

    Raises:
        TooLarge: a stream unfolds to more than 16 MiB, or is folded twice.

    """
    whole = True
    for found in _STREAM.finditer(raw):
        start = max(0, found.start() - _DICTIONARY_BYTES)
        dictionary = raw[max(start, raw.rfind(b"obj", start, found.start())) : found.start()]
        font = _FONT_SIZE.search(dictionary)
        if font and int(font[1]) > _MOST_MEGABYTES * 2**20:
            raise _too_large(path)
        if font or b"/Image" in dictionary:
            continue
        filters = _FILTER.findall(dictionary)
        if filters.count(b"Flate") > 1:
            raise _too_large(path)
        whole &= _unfolds(raw, found.end(), path) or filters != [b"Flate"]
    return whole or b"/Encrypt" in raw


def _unfolds(raw: bytes, start: int, path: Path) -> bool:
    """Tell whether there is a whole folded stream at `start`, its check sum right."""
    unfolding, size = zlib.decompressobj(), 0
    for at in range(start, len(raw), _STEP):
        try:
            size += len(unfolding.decompress(raw[at : at + _STEP]))
        except zlib.error:
            return False
        if size > _MOST_MEGABYTES * 2**20:
            raise _too_large(path)
        if unfolding.eof:
            return True
    return False


def _too_large(path: Path) -> TooLarge:
    return TooLarge(path, what="một luồng dữ liệu", limit=f"{_MOST_MEGABYTES} MB sau khi giải nén")
