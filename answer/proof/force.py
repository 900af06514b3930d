"""Negation and modality: whether a claim forbids, obliges, permits or denies just as its quotes do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["ban", "no", "duty", "need", "may", "can", "advice"]

_WORDS: tuple[tuple[str, Kind], ...] = (
    ("nghiêm cấm", "ban"),
    ("không được", "ban"),
    ("không phải", "no"),
    ("không bắt buộc", "no"),
    ("bắt buộc", "duty"),
    ("có trách nhiệm", "duty"),
    ("chịu trách nhiệm", "duty"),
    ("có nghĩa vụ", "duty"),
    ("có quyền", "may"),
    ("có thể", "can"),
    ("khuyến khích", "advice"),
    ("cấm", "ban"),
    ("không", "no"),
    ("chưa", "no"),
    ("chẳng", "no"),
    ("phải", "duty"),
    ("cần", "need"),
    ("được", "may"),
    ("nên", "advice"),
)

_EXPLICIT = re.compile(
    r"(?<!trở )(?<!tạo )(?<!làm )(?<!quyền lợi )\b"
    rf"(?:{'|'.join(word for word, _ in _WORDS)})\b(?! thiết\b)(?! gian\b)"
)
"""Takes "phải", "không được"; not "trở nên", "cần thiết", "không gian mạng"."""

_BORNE_OUT: dict[Kind, set[Kind]] = {
    "no": {"no", "ban"},
    "need": {"need", "duty"},
}
"""The kinds in a quote that bear out a kind in a claim, where another than itself does."""

_LET_GO: frozenset[Kind] = frozenset({"no", "ban", "can", "advice"})
"""Kinds that a claim must not leave out: without them it says more than its quote."""

_NEGATIVE: frozenset[Kind] = frozenset({"no", "ban"})
_REACH = 3
"""Words over which a word of force governs a pair of words."""


@dataclass(frozen=True, slots=True)
class _Force:
    """A word of force, its kind, and the places among the words where it begins and ends."""

    word: str
    kind: Kind
    start: int
    end: int


class _Text:
    """A text as words, marks that part clauses among them, and its words of force."""

    def __init__(self, text: str) -> None:
        self.words = re.findall(r"\w+|[.;:]", text.lower())
        self.forces = list(self._forces())

    def _forces(self) -> Iterator[_Force]:
        kinds = dict(_WORDS)
        for found in _EXPLICIT.finditer(" ".join(self.words)):
            start = " ".join(self.words)[: found.start()].count(" ")
            yield _Force(found[0], kinds[found[0]], start, start + len(found[0].split()))

    def after(self, force: _Force) -> tuple[str, ...]:
        """Return the two words that follow a word of force; fewer before a mark."""
        pair = self.words[force.end : force.end + 2]
        return () if set(pair) & set(".;:") else tuple(pair)

    def places(self, pair: tuple[str, ...]) -> list[int]:
        """Return where a pair of words stands."""
        return [at for at in range(len(self.words) - 1) if tuple(self.words[at : at + 2]) == pair]

    def governing(self, at: int) -> set[Kind]:
        """Return the kinds of the words of force that stand shortly before a place, in its clause."""
        return {
            force.kind
            for force in self.forces
            if 0 <= at - force.end <= _REACH and not set(self.words[force.end : at]) & set(".;:")
        }


def turned(claim: str, quotes: str) -> list[str]:
    """Return the words of negation, duty and leave that a claim adds to its quotes, moves or leaves out."""
    said, printed = _Text(claim), _Text(quotes)
    return [
        *dict.fromkeys(force.word for force in said.forces if not _is_borne_out(force, said, printed)),
        *dict.fromkeys(
            f"bỏ “{force.word}”"
            for force in printed.forces
            if force.kind in _LET_GO and _is_let_go(force, said, printed)
        ),
        *(["bỏ lời cấm"] if _lifts_a_ban(said, printed) else []),
    ]


def _is_borne_out(force: _Force, said: _Text, printed: _Text) -> bool:
    """Tell whether the quotes have a force of this kind, before the same words where these are printed."""
    kinds = _BORNE_OUT.get(force.kind, {force.kind})
    if not kinds & {one.kind for one in printed.forces}:
        return False
    pair = said.after(force)
    places = printed.places(pair) if pair else []
    return not places or any(kinds & printed.governing(at) for at in places) or not _governed(printed, places)


def _governed(printed: _Text, places: list[int]) -> bool:
    return all(printed.governing(at) for at in places)


def _is_let_go(force: _Force, said: _Text, printed: _Text) -> bool:
    """Tell whether a claim says what a word of force governs, without it."""
    pair = printed.after(force)
    if not pair or any(force.kind not in printed.governing(at) for at in printed.places(pair)):
        return False
    kinds = _NEGATIVE if force.kind in _NEGATIVE else {force.kind}
    return any(not kinds & said.governing(at) for at in said.places(pair))


def _lifts_a_ban(said: _Text, printed: _Text) -> bool:
    """Tell whether a claim without any negation says something of what a quote's ban governs."""
    if {force.kind for force in said.forces} & _NEGATIVE:
        return False
    for ban in (force for force in printed.forces if force.kind == "ban"):
        rest = printed.words[ban.end :]
        clause = rest[: next((at for at, word in enumerate(rest) if word in ".;"), len(rest))]
        if any(said.places((one, two)) for one, two in pairwise(clause)):
            return True
    return False
