"""What tells a right answer without the text: its words beside the gap, or its length among the others."""

import re
from collections.abc import Sequence

from index.question.abbreviations import spell_out

_OF_A_NAME, _OF_A_TERM = 3, 2
"""Words one after the other that a body's name, or a term, and its clause do not share by chance."""

_TIMES_LONGER = 1.6


def told_by_clause(name: str, rest: str) -> bool:
    """Tell whether the rest of a clause has words of a name: "công tác thanh tra nhân dân" of its Ban."""
    return bool(_runs(name, _OF_A_NAME) & _runs(rest, _OF_A_NAME))


def told_by_words(term: str, others: Sequence[str], rest: str) -> bool:
    """Tell whether the rest of a clause has words of a term that no other of its group has."""
    shared = {run for other in others for run in _runs(other, _OF_A_TERM)}
    return bool((_runs(term, _OF_A_TERM) - shared) & _runs(rest, _OF_A_TERM))


def told_by_number(body: str, words: str) -> bool:
    """Tell whether the number of an act beside it names a body: "31/2023/NQ-HĐND … của Hội đồng nhân dân"."""
    names = (spell_out(letters) for letters in re.findall(r"(?<=-)(?:HĐND|UBND)\b", words))
    return any(spell_out(body).lower().startswith(name.lower()) for name in names)


def told_by_length(answer: str, wrong: Sequence[str]) -> bool:
    """Tell whether an answer is far longer or far shorter than every other option."""
    lengths = [len(one) for one in wrong]
    return len(answer) > _TIMES_LONGER * max(lengths) or _TIMES_LONGER * len(answer) < min(lengths)


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[at:] for at in range(length)), strict=False))
