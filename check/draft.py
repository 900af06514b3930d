"""The text to check, as one NFC string, with its block quotations."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import Span
from ingest.errors import EmptyFile
from ingest.formats.text import decode
from ingest.load import load, load_bytes
from ingest.source import Source

_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)__(?=\w)|(?<=\S)__(?!\w)|`+")
"""Takes the marks of "**Điều 3**"; not the bullet "* Xã"."""

_BLOCK = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.MULTILINE)
"""Takes lines that begin with ">"; not "a > b"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to check and what to call it."""

    name: str
    text: str

    def blocks(self) -> Iterator[Span]:
        """Yield the block quotations, by their lines."""
        return (block.span() for block in _BLOCK.finditer(self.text))


def read_draft(path: Path) -> Draft:
    """Read a text to check from a file of any format that the corpus may have.

    Raises:
        IngestError: the file cannot be read, or has no text; the message says why, in Vietnamese.

    """
    if path.suffix.lower() == ".md":
        return _of_bytes(load_bytes(path), path)
    return Draft(path.as_posix(), _with_notes(load(path)[1]))


def _with_notes(source: Source) -> str:
    """Return a text with each footnote below the line that it is of, so that it is checked in its place."""
    pieces: list[str] = []
    position = 0
    for note in source.notes:
        end = source.text.find("\n", max(note.at, position))
        end = len(source.text) if end < 0 else end
        pieces += (source.text[position:end], f"\n[{note.label}] {note.text}")
        position = end
    return "".join((*pieces, source.text[position:]))


def read_standard_input(raw: bytes) -> Draft:
    """Read a text to check from the bytes of standard input.

    Raises:
        IngestError: as `read_draft` does.

    """
    return _of_bytes(raw, Path("-"))


def _of_bytes(raw: bytes, path: Path) -> Draft:
    text = _EMPHASIS.sub("", unicodedata.normalize("NFC", decode(raw, path)))
    if not text.strip():
        raise EmptyFile(path)
    return Draft(path.as_posix(), text)
