"""The terms a text is searched by: syllables and pairs of syllables, with and without accents."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from ingest.accents import fold

_SYLLABLE = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)*")
"""Takes "dân", "10/2022/QH15", "NQ-HĐND"; not "-" or "…"."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACCENTED_SHARE = 0.4
"""Below this share of accented syllables a question is taken to be typed without (some) accents;
the texts of the corpus have about 0.85."""


def syllables(text: str) -> list[str]:
    """Split a text into lower-case syllables; an identifier such as 10/2022/qh15 is one."""
    return [found[0] for found in _SYLLABLE.finditer(unicodedata.normalize("NFC", text).lower())]


@lru_cache(maxsize=50_000)
def tone_last(syllable: str) -> str:
    """Write the tone after the letters, so that both spellings "hoà" and "hòa" are one term."""
    marks = unicodedata.normalize("NFD", syllable)
    tones = "".join(mark for mark in marks if mark in _TONES)
    letters = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", letters) + tones


def passage_terms(text: str) -> list[str]:
    """Return every term a passage can be found by: accented and folded, single and in pairs.

    An identifier is also found by its number alone: "179" finds 179/NQ-HĐND.
    """
    words = syllables(text)
    numbers = [word.partition("/")[0] for word in words if "/" in word]
    return [*_accented(words), *_folded(words), *numbers, *(f"~{number}" for number in numbers)]


def question_terms(text: str) -> list[str]:
    """Return the terms of a question: accented ones, or folded ones if it was typed without accents.

    A question with only some accents is searched by both.
    """
    words = syllables(text)
    if all(word == fold(word) for word in words):
        return _folded(words)
    return [*_accented(words), *_folded(words)] if lacks_accents(words) else _accented(words)


def lacks_accents(words: list[str]) -> bool:
    """Tell whether syllables were typed without accents, or with far fewer than Vietnamese has."""
    return sum(word != fold(word) for word in words) < _ACCENTED_SHARE * len(words)


def _accented(words: list[str]) -> list[str]:
    return _with_pairs([tone_last(word) for word in words])


def _folded(words: list[str]) -> list[str]:
    return [f"~{term}" for term in _with_pairs([fold(word) for word in words])]


def _with_pairs(words: list[str]) -> list[str]:
    return words + [f"{first} {second}" for first, second in pairwise(words)]
