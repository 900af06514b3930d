"""How much of what a question says a text says too, each term by how likely an answer says it.

A term that answers nearly always say ("phụ cấp") and a text does not tells that the text does not answer;
one that they seldom say ("muốn", "thế nào") tells nothing. See `training.necessity`, which makes the table.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.question.thesaurus import official_words
from index.tokens import search_syllables
from ingest.kinds import KIND_NAMES
from ingest.accents import fold

_TABLE = Path(__file__).parent / "necessity.tsv"
_PRIOR, _PRIOR_COUNT = 0.6, 4
"""What a term never seen is taken to be, and how many questions that counts for."""

_SUREST = 0.97
_LONGEST = 4

_JOINING = frozenset(
    "ai bao biet cho co cua dau de duoc gi hoi khi khong la lam minh nao nay nhieu nhu noi o ra sao the thi "  # noqa: SIM905
    "theo toi va vay ve voi nhung cac trong tai phai den tu nhe nhi a ha hay hoac neu cu ma con da se dang rang em bac "
    "chung ta nguoi viec cai chuyen giup xin day roi ben luc lan ho vi bi qua xem may mot moi".split()
)
"""Syllables that ask, join or address, and say nothing of what is asked about."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a question, what may stand for it, and how surprising its absence in an answer is, in nats."""

    words: str
    weight: float
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What a text says of the terms asked.

    `share` is the said weight over all, 0 to 1; `missing` and `worst` are the unsaid weight in nats, in sum and
    of one term.
    """

    share: float
    missing: float
    worst: float


def terms_asked(question: str, names: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms of a question, the longest known phrases first, without what only names a text.

    Args:
        question: as understood: slips mended, abbreviations spelt out.
        names: of places and texts, which any passage of theirs says.

    """
    text = f" {' '.join(search_syllables(question))} "
    for name in sorted((f" {' '.join(search_syllables(name))} " for name in names), key=len, reverse=True):
        text = text.replace(name, " | ")
    text = _ACT.sub(" | ", text)
    return tuple(
        Term(words, _weight(words), tuple(" ".join(search_syllables(one)) for one in official_words(words)))
        for words in _segmented(text.split())
    )


_ACT = re.compile(
    rf"(?<= )(?:{'|'.join(map(fold, sorted(KIND_NAMES, key=len, reverse=True)))})"
    r"(?: so)?(?: \d+)*(?: (?:nq|nd|qd|kh|ttr|tt|ct) \w+)?(?= )"
)
"""Takes "nghi quyet", "nghi quyet so 05 2025 nq hdnd"; not "nghi" in "de nghi"."""


def _segmented(words: Sequence[str]) -> list[str]:
    """Cut words into the longest known phrases and single syllables, leaving out what joins."""
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(_LONGEST, 1, -1) if _is_phrase(words[at : at + n], n)), 1)
        if size > 1 or words[at] not in _JOINING | {"|"}:
            found.append(" ".join(words[at : at + size]))
        at += size
    return list(dict.fromkeys(found))


def _is_phrase(words: Sequence[str], size: int) -> bool:
    ends_well = len(words) == size and words[0] not in _JOINING and words[-1] not in _JOINING
    return ends_well and " ".join(words) in _table()


def _weight(words: str) -> float:
    """Return -ln of the chance that what answers does not say a term."""
    asked, said = _table().get(words, (0, 0))
    necessity = (said + _PRIOR_COUNT * _PRIOR) / (asked + _PRIOR_COUNT)
    return -math.log(1 - min(necessity, _SUREST))


@cache
def _table() -> dict[str, tuple[int, int]]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {term: (int(asked), int(said)) for term, asked, said in rows}


def support(terms: Sequence[Term], text: str) -> Support:
    """Return how much of the terms a text says; `text` as `searchable` gives it."""
    unsaid = [term.weight * _unsaid(term, text) for term in terms]
    total = sum(term.weight for term in terms)
    return Support(1 - sum(unsaid) / total if total else 0.0, sum(unsaid), max(unsaid, default=0.0))


def _unsaid(term: Term, text: str) -> float:
    """Return 0 for a term said, 1 for one that is not, between for a phrase said in part."""
    if any(f" {words} " in text for words in (term.words, *term.others)):
        return 0.0
    words = term.words.split()
    return 1 - _PART * sum(f" {word} " in text for word in words) / len(words) if len(words) > 1 else 1.0


_PART = 0.5
"""What a phrase is worth whose syllables stand apart."""


def searchable(text: str) -> str:
    """Return a text's syllables without accents, a space at both ends."""
    return f" {' '.join(search_syllables(text))} "
