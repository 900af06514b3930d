"""The terms a text is searched by: syllables without accents, and pairs of neighbours.

Accents are taken off both sides, so that a question typed with them, with some or with none ranks the
same passages. It costs nothing: BM25 over pairs tells "bản án" from "bán ăn" by their neighbours.
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np

from ingest.accents import fold

_SYLLABLE = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)*")
"""Takes "dân", "10/2022/QH15", "NQ-HĐND"; not "-" or "…"."""

_TERM = re.compile(r"[^\W_]+")
"""Takes "dan", and "10", "2022" and "qh15" of "10/2022/qh15"; not "/"."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACCENTED_SHARE = 0.4
"""Below this share of accented syllables a question is taken to be typed without (some) accents;
the texts of the corpus have about 0.85."""

_PAIR = np.uint64(0x9E3779B97F4A7C15)
"""An odd number (2^64 over the golden ratio): a pair's key is first * _PAIR + second, modulo 2^64."""


def syllables(text: str) -> list[str]:
    """Split a text into lower-case syllables; an identifier such as 10/2022/qh15 is one."""
    return [found[0] for found in _SYLLABLE.finditer(unicodedata.normalize("NFC", text).lower())]


@lru_cache(maxsize=50_000)
def tone_last(syllable: str) -> str:
    """Write the tone after the letters, so that both spellings "hoà" and "hòa" are one."""
    marks = unicodedata.normalize("NFD", syllable)
    tones = "".join(mark for mark in marks if mark in _TONES)
    letters = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", letters) + tones


def toned(text: str) -> str:
    """Return a text's syllables, one space between, both spellings of a tone as one."""
    return " ".join(map(tone_last, syllables(text)))


def untoned(text: str) -> str:
    """Take the accents off `toned` text."""
    return fold("".join(mark for mark in text if mark not in _TONES))


@lru_cache(maxsize=2_000)
def as_typed(phrase: str) -> str:
    """Return the regular expression of a phrase in `toned` text, any of its syllables without accents.

    "bắc ninh" takes "bắc ninh" and "bac ninh", not "bạc ninh".
    """
    words = [(tone_last(word), fold(word)) for word in syllables(phrase)]
    return " ".join(
        re.escape(word) if word == plain else f"(?:{re.escape(word)}|{re.escape(plain)})"
        for word, plain in words
    )


def lacks_accents(words: list[str]) -> bool:
    """Tell whether syllables were typed without accents, or with far fewer than Vietnamese has."""
    return sum(word != fold(word) for word in words) < _ACCENTED_SHARE * len(words)


def search_syllables(text: str) -> list[str]:
    """Split a text into syllables without accents; an identifier is split at its marks."""
    return [_plain(word) for word in _TERM.findall(unicodedata.normalize("NFC", text).lower())]


def typed_syllables(text: str) -> list[str]:
    """Split a text as `search_syllables` does, with the accents it was typed with."""
    return [tone_last(word) for word in _TERM.findall(unicodedata.normalize("NFC", text).lower())]


def terms(text: str) -> list[str]:
    """Return every term of a text: its syllables, then its pairs, "dan chu"."""
    words = search_syllables(text)
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def phrase_key(phrase: str) -> int:
    """Return the 64-bit key of a phrase."""
    return int.from_bytes(blake2b(phrase.encode(), digest_size=8).digest(), "little")


def term_keys(words: list[str]) -> np.ndarray:
    """Return the 64-bit keys of syllables and of their pairs, shape (2 * words - 1,), or () of none.

    Two terms share a key with a chance of 1 to 2^64 a pair of terms: none among the half million terms
    of 77,000 articles.
    """
    keys = np.array([_syllable_key(word) for word in words], dtype=np.uint64)
    return np.concatenate([keys, keys[:-1] * _PAIR + keys[1:]])


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    return fold(word)


_syllable_key = lru_cache(maxsize=200_000)(phrase_key)
