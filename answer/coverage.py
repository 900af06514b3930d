"""How much of what a question says a text says too, each term by how likely an answer says it.

A term that answers nearly always say ("phụ cấp") and a text does not tells that the text does not answer;
one that they seldom say ("muốn", "thế nào") tells nothing. See `training.necessity`, which makes the table.
"""

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path

from index.question.dictionary import folded_entries, is_entry
from index.question.thesaurus import is_everyday, official_words
from index.tokens import search_syllables, tone_last, typed_syllables
from ingest.accents import fold
from ingest.kinds import KIND_NAMES

_TABLE = Path(__file__).parent / "necessity.tsv"
_PRIOR, _PRIOR_COUNT = 0.6, 4
"""What a term never seen is taken to be, and how many questions that counts for."""

_SUREST = 0.97
_NUMBER = 0.95
"""The necessity of a number, which no table can know."""

_LONGEST = 4

_JOINING_WORDS = tomllib.loads((Path(__file__).parent / "joining.toml").read_text(encoding="utf-8"))
_JOINING = frozenset(
    form for word in _JOINING_WORDS["words"] for form in (tone_last(word), fold(word))
) | frozenset(map(tone_last, _JOINING_WORDS["accented"]))
"""Syllables that ask, join or address, and say nothing of what is asked about, as they are typed."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is looked through: its syllables without accents, a space at both ends, and those with."""

    plain: str
    accented: frozenset[str]

    @classmethod
    def by(cls, *texts: str) -> "Said":
        """Return what texts say together."""
        return _said_together(texts)

    def says(self, phrase: "Phrase") -> bool:
        """Tell whether a phrase stands in the text, with the accents that it was typed with."""
        return phrase.spaced in self.plain and phrase.accented <= self.accented


@dataclass(frozen=True, slots=True)
class Phrase:
    """Syllables without accents, and those of them that were typed with accents.

    `spaced` and `parts` are what is looked for in a text: all of them, and each, between spaces.
    """

    plain: str
    spaced: str
    parts: tuple[str, ...]
    accented: frozenset[str]

    @classmethod
    def of(cls, plain: Sequence[str], typed: Sequence[str]) -> "Phrase":
        """Return the phrase of syllables, given without accents and as typed."""
        accented = (one for one, bare in zip(typed, plain, strict=True) if one != bare)
        words = " ".join(plain)
        return cls(words, f" {words} ", tuple(f" {one} " for one in plain), frozenset(accented))

    @classmethod
    def by(cls, words: str) -> "Phrase":
        """Return the phrase of words."""
        return cls.of(search_syllables(words), typed_syllables(words))


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a question, what may stand for it, and how surprising it is not to be said, in nats.

    `is_legal` tells that legal texts are asked about it.
    """

    phrase: Phrase
    weight: float
    others: tuple[Phrase, ...]
    is_legal: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a text says of the terms asked.

    `share` is the said weight over all, 0 to 1; `missing` and `worst` are the unsaid weight in nats, in
    sum and of one term; `unsaid` is that of each.
    """

    share: float
    missing: float
    worst: float
    unsaid: tuple[float, ...]


def terms_asked(question: str, names: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms of a question, the longest known phrases first, without what only names a text.

    Args:
        question: as understood: slips mended, abbreviations spelt out.
        names: of places and texts, which any passage of theirs says.

    """
    typed, plain = typed_syllables(question), search_syllables(question)
    named = _named(plain, [search_syllables(name) for name in names])
    found: dict[str, Term] = {}
    at = 0
    while at < len(plain):
        ends = range(min(at + _LONGEST, len(plain)), at + 1, -1)
        runs = (end for end in ends if named.isdisjoint(range(at, end)))
        size = next((end - at for end in runs if _is_phrase(typed[at:end], plain[at:end])), 1)
        if at not in named and (size > 1 or typed[at] not in _JOINING):
            phrase = Phrase.of(plain[at : at + size], typed[at : at + size])
            others = tuple(map(Phrase.by, official_words(" ".join(typed[at : at + size]))))
            found.setdefault(
                phrase.plain, Term(phrase, _weight(phrase.plain), others, phrase.plain in _table())
            )
        at += size
    return tuple(found.values())


def pairs_asked(question: str, names: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """Return the pairs of neighbouring syllables of a question, each once: "nước lèo".

    Left out are those that name a place or a text and those that only join.

    Args:
        question: as understood.
        names: of places and texts.

    """
    typed, plain = typed_syllables(question), search_syllables(question)
    named = _named(plain, [search_syllables(name) for name in names])
    says = [at not in named and one not in _JOINING for at, one in enumerate(typed)]
    pairs = (
        Phrase.of(plain[at : at + 2], typed[at : at + 2])
        for at in range(len(plain) - 1)
        if (says[at] or says[at + 1]) and named.isdisjoint((at, at + 1))
    )
    return tuple(dict.fromkeys(pairs))


def _named(words: Sequence[str], names: Iterable[Sequence[str]]) -> set[int]:
    """Return the places of the syllables that name a place or a text."""
    text = f" {' '.join(words)} "
    spans = [found.span() for pattern in (_ACT, _ASKED_FOR) for found in pattern.finditer(text)]
    for name in map(" ".join, names):
        if name in text:
            spans += [found.span() for found in re.finditer(f"(?<= ){re.escape(name)}(?= )", text)]
    return {at for start, end in spans for at in range(text[:start].count(" ") - 1, text[:end].count(" "))}


_KINDS = "|".join(map(fold, sorted(KIND_NAMES, key=len, reverse=True)))
_ACT = re.compile(
    rf"(?<= )(?:{_KINDS})(?: so)?(?: \d+)+(?: (?:nq|nd|qd|kh|ttr|tt|ct) \w+)?(?= )"
    rf"|(?<!giam sat )(?<!thuc hien )(?<!thi hanh )(?<!trien khai )(?<= )(?:{_KINDS})(?= )"
)
"""Takes "nghi quyet", "nghi quyet so 05 2025 nq hdnd"; not "nghi" in "de nghi", nor what is supervised or
carried out, "giam sat nghi quyet"."""


_ASKED_FOR = re.compile(r"(?<= )quy dinh(?= (?:ve|gi|sao|ra sao|the nao|nhu the nao)\b)")
"""Takes what every passage of a legal text does: "quy định thế nào về …"; not "thực hiện các quy định"."""


def _is_phrase(typed: Sequence[str], plain: Sequence[str]) -> bool:
    """Tell whether syllables are a phrase of the table or an everyday one.

    What begins or ends like a joining word must be a word of the dictionary that answers mostly say:
    "co quan" typed for "cơ quan", not "cua co", nor the "người đứng" of "người đứng đầu" for "người dùng".
    """
    phrase = " ".join(plain)
    if typed[0] in _JOINING or typed[-1] in _JOINING:
        asked, said = _table().get(phrase, (0, 0))
        return said > _MOSTLY * asked and is_entry(tuple(typed))
    is_word = len(typed) == _PAIR or phrase in folded_entries()
    return (is_word and phrase in _table()) or is_everyday(" ".join(typed))


_MOSTLY = 0.65
_PAIR = 2
"""Syllables up to which what stands side by side in the table need be no word of the dictionary."""


def _weight(words: str) -> float:
    """Return -ln of the chance that what answers does not say a term."""
    if words.isdigit():
        return -math.log(1 - _NUMBER)
    asked, said = _table().get(words, (0, 0))
    necessity = (said + _PRIOR_COUNT * _PRIOR) / (asked + _PRIOR_COUNT)
    return -math.log(1 - min(necessity, _SUREST))


@cache
def _table() -> dict[str, tuple[int, int]]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {term: (int(asked), int(said)) for term, asked, said in rows}


def coverage(terms: Sequence[Term], text: Said, whole: Coverage | None = None) -> Coverage:
    """Return how much of the terms a text says; of a part of a text, given what the whole one says."""
    unsaid = tuple(
        above if above >= term.weight else term.weight * _unsaid(term, text)
        for term, above in zip(terms, whole.unsaid if whole else repeat(0.0), strict=False)
    )
    total, missing = sum(term.weight for term in terms), sum(unsaid)
    return Coverage(1 - missing / total if total else 0.0, missing, max(unsaid, default=0.0), unsaid)


def _unsaid(term: Term, text: Said) -> float:
    """Return 0 for a term said, 1 for one that is not, between for a phrase said in part."""
    if text.says(term.phrase) or any(map(text.says, term.others)):
        return 0.0
    parts = term.phrase.parts
    return 1 - _PART * sum(map(text.plain.__contains__, parts)) / len(parts) if len(parts) > 1 else 1.0


_PART = 0.5
"""What a phrase is worth whose syllables stand apart."""


@lru_cache(maxsize=16_384)
def _said_together(texts: tuple[str, ...]) -> Said:
    parts = [_said(text) for text in texts]
    plain = " | ".join(part.plain for part in parts)
    return Said(plain, frozenset().union(*(part.accented for part in parts)))


@lru_cache(maxsize=8_192)
def _said(text: str) -> Said:
    typed = (one for one in typed_syllables(text) if not one.isascii())
    return Said(
        f" {' '.join(search_syllables(text))} ", frozenset(form for one in typed for form in _typed_as(one))
    )


@lru_cache(maxsize=16_384)
def _typed_as(syllable: str) -> tuple[str, ...]:
    """Return how a syllable is typed, in full, without its tone, with its tone alone: "tắc", "tăc", "tác"."""
    marks = unicodedata.normalize("NFD", syllable)
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    bare = "".join(mark for mark in marks if mark not in _LETTER_MARKS).replace("đ", "d")
    return syllable, toneless, unicodedata.normalize("NFC", bare)


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTER_MARKS = "\u0302\u0306\u031b"
