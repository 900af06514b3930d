"""Letters and their combining marks as one character each, with the way back to the text as given."""

import re
import unicodedata
from collections.abc import Callable

from ingest.edit import Edit, OffsetMap, apply_edits

_LETTER_WITH_MARKS = re.compile(r"[^\W\d_][\u0300-\u036f]+")
"""Takes "e" with its circumflex and dot apart, as NFD writes "ệ"; must not take the one character "ệ"."""


def composed(text: str) -> tuple[str, Callable[[int], int]]:
    """Return a text with its letters composed, and the map from an offset in it to one in the text given.

    Letters that have no composed form are left as they are, so that a place in the composed text never
    lies inside a letter of the text given.
    """
    edits: list[Edit] = []
    if not unicodedata.is_normalized("NFC", text):
        for found in _LETTER_WITH_MARKS.finditer(text):
            letter = unicodedata.normalize("NFC", found[0])
            if len(letter) == 1:
                edits.append(Edit(found.start(), found.end(), letter))
    return apply_edits(text, edits), OffsetMap(edits).back
