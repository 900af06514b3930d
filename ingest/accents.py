"""Vietnamese letters without their accents, for comparing and naming, never for showing."""

import re
import unicodedata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
"""Takes " / " in "179/NQ-HĐND" once folded; must not take a letter or digit."""


def fold(text: str) -> str:
    """Lower-case a text and take the accents off: "Hớn Quản" → "hon quan".

    NFC letters map one to one, so offsets into the folded text are offsets into the NFC original.
    """
    return text.lower().translate(_FOLDED)


def slug(text: str) -> str:
    """Return a name for files and addresses: "179/NQ-HĐND" → "179-nq-hdnd"."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].replace("đ", "d")


_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_ACCENTED = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES] + ["đ"]

LOWER = "a-z" + "".join(sorted({letter for letter in _ACCENTED if letter not in _VOWELS} | set("ăâêôơư")))
UPPER = "A-Z" + LOWER.removeprefix("a-z").upper()
"""Small and capital letters for a regular expression's class; ranges such as À-Ỹ mix both."""

_FOLDED = str.maketrans({letter: _base(letter) for letter in _ACCENTED})
