"""What every reader does last: letters made Unicode, marks in the text turned into offsets.

While a reader works, the place of a note and words printed in capitals are marked inside the text by
control characters, which no file of these formats can hold.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from ingest.document import Note
from ingest.errors import EmptyFile
from ingest.formats.legacy import from_legacy
from ingest.source import Source

CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f]")
"""Takes a control character that is neither a tab nor a line's or page's end; must not take "\\n"."""

_NOTE_MARK = re.compile(r"\x02(\d+)\x03")
"""Takes what `note_mark` gives; must not take a printed "1"."""

_CAPITALS = re.compile(r"\x0e([^\x0e\x0f]*)\x0f")
"""Takes what `capitals` gives; must not take a bare word."""

_MISCODED = {"Ð": "Đ", "ð": "đ", "\u200b": "", "\u00ad": "", "\ufeff": ""}
"""The Icelandic letter that old fonts print as Đ, and characters that are not seen."""


def note_mark(number: int) -> str:
    """Mark the place of the note with this index."""
    return f"\x02{number}\x03"


def capitals(text: str) -> str:
    """Mark words that the format prints in capitals; a legacy coding is converted before they are made so."""
    words = text.strip()
    return text.replace(words, f"\x0e{words}\x0f") if words else text


def finish(
    text: str,
    path: Path,
    notes: Sequence[tuple[str, str]] = (),
    warnings: Sequence[str] = (),
    pages: int = 0,
) -> Source:
    """Return the source for a text with marks; `notes` are (label, text), by the index in their mark.

    A note without a mark stands at the end of the text, one without words is none. The marks that count on
    after the notes' stand where the pages begin.

    Raises:
        EmptyFile: there is nothing but white space.

    """
    whole = "\n".join([text, *(" ".join(said.split()) for _, said in notes)])
    whole, coding = from_legacy(unicodedata.normalize("NFC", whole))
    whole = _CAPITALS.sub(lambda words: words[1].upper(), whole)
    for wrong, right in _MISCODED.items():
        whole = whole.replace(wrong, right)
    body, *said = whole.rsplit("\n", len(notes))
    body, places = _places(body)
    if not body.strip():
        raise EmptyFile(path)
    labels = [label for label, _ in notes]
    made = [
        Note(label, words, places.get(index, len(body)))
        for index, (label, words) in enumerate(zip(labels, said, strict=True))
        if words
    ]
    converted = (
        [f"Văn bản dùng mã chữ cũ {coding}, đã chuyển sang Unicode: hãy đối chiếu với bản gốc."]
        if coding
        else []
    )
    return Source(
        body,
        pages=tuple(places[len(notes) + page] for page in range(pages)),
        notes=tuple(sorted(made, key=lambda note: note.at)),
        warnings=(*warnings, *converted),
    )


def _places(text: str) -> tuple[str, dict[int, int]]:
    """Return the text without note marks, and each note's offset in it."""
    marks = list(_NOTE_MARK.finditer(text))
    cuts = [(0, 0), *(mark.span() for mark in marks), (len(text), len(text))]
    pieces = [text[before[1] : after[0]] for before, after in pairwise(cuts)]
    places: dict[int, int] = {}
    offset = 0
    for piece, mark in zip(pieces, marks, strict=False):
        offset += len(piece)
        places[int(mark[1])] = offset
    return "".join(pieces), places
