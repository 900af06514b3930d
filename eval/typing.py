"""Copies of a question as hurried hands type it: to see how much of the ranking is lost with them."""

import random
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Literal

from ingest.accents import fold

_SYLLABLE = re.compile(r"(?<![\w/.-])[^\W\d_]{2,}(?![\w/-])")
"""Takes "dân", "HĐND"; not "NQ" in "179/NQ-HĐND", or "k2"."""

_HALF = 0.5
"""Share of the syllables that lose their accents in a question typed half with them."""

_SHORTEST = 3
"""Letters of the shortest syllable that a slip is made in."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in _KEYS for at, key in enumerate(row)
}
"""The keys at both sides of a key, on the same row."""

_TELEX_LETTERS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


def _half_accented(question: str, chance: random.Random) -> str:
    return _SYLLABLE.sub(lambda found: fold(found[0]) if chance.random() < _HALF else found[0], question)


def _in_telex(question: str, _chance: random.Random) -> str:
    return _SYLLABLE.sub(lambda found: telex_keys(found[0]), question)


def _one_slip(question: str, chance: random.Random) -> str:
    """Make one slip: a letter left out, typed twice, swapped with the next, or the key beside it."""
    found = [one for one in _SYLLABLE.finditer(question) if len(one[0]) >= _SHORTEST and not one[0].isupper()]
    if not found:
        return question
    one = chance.choice(found)
    word, at = one[0], chance.randrange(len(one[0]))
    beside = _BESIDE.get(fold(word[at]).lower(), "")
    slips = [word[:at] + word[at + 1 :], word[: at + 1] + word[at:]]
    slips += [word[:at] + chance.choice(beside) + word[at + 1 :]] if beside else []
    slips += [word[:at] + word[at + 1] + word[at] + word[at + 2 :]] if at + 1 < len(word) else []
    return question[: one.start()] + chance.choice(slips) + question[one.end() :]


def _two_slips(question: str, chance: random.Random) -> str:
    return _one_slip(_one_slip(question, chance), chance)


Typing = Literal["unaccented", "half-accented", "telex", "slip", "two-slips"]

_TYPINGS: dict[Typing, Callable[[str, random.Random], str]] = {
    "unaccented": lambda question, _chance: fold(question),
    "half-accented": _half_accented,
    "telex": _in_telex,
    "slip": _one_slip,
    "two-slips": _two_slips,
}
"""How a question may be typed: without accents, with half of them, in Telex keystrokes, with slips."""


def typed_as(typing: Typing, seed: int) -> Callable[[str], str]:
    """Return what makes of a question its copy typed so; a question and a seed give one copy."""
    return partial(_copy, _TYPINGS[typing], seed)


def _copy(spoil: Callable[[str, random.Random], str], seed: int, question: str) -> str:
    text = unicodedata.normalize("NFC", question)
    return spoil(text, random.Random(f"{seed} {text}"))  # noqa: S311 (a measurement, no secret)


def telex_keys(word: str) -> str:
    """Return the Telex keystrokes of a word, its tone typed last: "thực" → "thuwcj", "đều" → "ddeeuf"."""
    keys, tone = "", ""
    for mark in unicodedata.normalize("NFD", word.replace("đ", "dd").replace("Đ", "DD")):
        tone = _TELEX_TONES.get(mark, tone)
        if mark not in _TELEX_TONES:
            keys += (_TELEX_LETTERS[mark] or keys[-1]) if mark in _TELEX_LETTERS else mark
    return keys + tone
