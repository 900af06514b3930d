"""Wrong answers of the kind of the right one, from the same field, that no text in scope bears out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from random import Random

from index.question.abbreviations import spell_out
from ingest import Document
from ingest.accents import fold
from materials.quiz.fact import Fact, FactKind
from materials.quiz.scope import Scope
from materials.quiz.titles import says_alike, titles_beside
from materials.quiz.values import FREQUENCIES, VALUES

WANTED = 3
"""Wrong options beside the right one."""

_DAYS = ("date", "issued_on", "effective_on")
_YEARS_AWAY = (-5, 5, -3, -2, 3)
_NEAREST = 6
"""As many of the candidates nearest to the right answer are drawn from."""


class Distractors:
    """Draws wrong answers, with a seeded generator, from what the texts of the field print."""

    def __init__(self, scope: Scope, field: Sequence[Document], rng: Random) -> None:
        self.scope, self.field, self.rng = scope, field, rng

    def of(self, fact: Fact) -> list[str]:
        """Return up to three wrong answers, provably wrong of the text asked about."""
        nearest = sorted(dict.fromkeys(self._candidates(fact)), key=lambda one: _distance(fact, one))
        allowed: list[str] = []
        for one in nearest:
            if len(allowed) == _NEAREST:
                break
            if self._is_wrong(fact, one) and not any(_overlap(one, other) for other in allowed):
                allowed.append(one)
        return self.rng.sample(allowed, min(WANTED, len(allowed)))

    def _candidates(self, fact: Fact) -> Iterator[str]:
        if fact.kind in ("actor", "heading") and fact.above:
            beside = titles_beside(fact.document, fact.above).items()
            yield from (title for title, one in beside if not says_alike(fact.document, one, fact.words))
        elif fact.kind == "signer":
            yield from (document.signer.name for document in self.field if document.signer)
        elif fact.kind == "year":
            yield from (str(int(fact.answer) + away) for away in _YEARS_AWAY)
        elif fact.kind == "frequency":
            yield from (_in_case(one, fact.answer) for one in FREQUENCIES)
        else:
            kind: FactKind = "date" if fact.kind in _DAYS else fact.kind
            yield from (_written(one, fact) for one in self._printed[kind])

    @cached_property
    def _printed(self) -> dict[FactKind, list[str]]:
        """The values of each kind that the texts print."""
        text = "\n".join(document.text for document in self.field)
        return {
            kind: list(dict.fromkeys(" ".join(found[0].split()) for found in pattern.finditer(text)))
            for kind, pattern in VALUES.items()
        }

    def _is_wrong(self, fact: Fact, value: str) -> bool:
        if _overlap(value, fact.answer) or not _fits(fact, value):
            return False
        if fact.above:
            return fold(value) not in fold(fact.words)
        around = fold(fact.filled(" "))
        return fold(value) not in around and not self.scope.supports(fact.filled(value), value)


def _fits(fact: Fact, value: str) -> bool:
    """Tell whether a value can stand where the right one stands: a share over the whole cannot."""
    if fact.kind == "figure" and fact.value:
        before = fact.document.text[fact.clause[0] : fact.value[0]].rstrip().lower()
        return value != "100%" or not before.endswith("trên")
    if fact.kind == "act":
        return _type(value) == _type(fact.answer)
    return True


def _type(number: str) -> str:
    """Return the letters of an act's number: "NQ-HĐND" of "05/2025/NQ-HĐND"."""
    return number.rsplit("/", 1)[-1]


def _overlap(one: str, other: str) -> bool:
    """Tell whether two answers say the same, or one says a part of the other: both could be right."""
    left, right = _told(one), _told(other)
    return left in right or right in left


@lru_cache(maxsize=4096)
def _told(value: str) -> str:
    """Return what an answer says, folded, whatever its wording; a candidate is compared with many facts'."""
    return _SAME.sub("", " ".join(re.findall(r"\w+", fold(spell_out(value)))))


_SAME = re.compile(
    r"\bhang (?=thang|quy|nam)|\buy ban (?=mat tran)| viet nam\b|\bcap (?=tinh|huyen|xa)| cua\b"
)
"""Takes what two names of the same have or have not, folded: "cấp" in "UBND cấp huyện"; not "hang" alone."""


def _distance(fact: Fact, value: str) -> float:
    """Return how far a value is from the right one, in what would give it away."""
    if fact.kind in _DAYS:
        own, other = _day(fact.answer), _day(value)
        return abs((own - other).days) + 1000 * (own.year != other.year) if own and other else 1e6
    if fact.kind == "figure":
        return abs(_share(fact.answer) - _share(value))
    if fact.kind == "body":
        elsewhere = value not in fact.document.text
        return abs(len(fact.answer) - len(value)) + 20 * elsewhere
    return abs(len(fact.answer) - len(value))


def _share(figure: str) -> float:
    return float(figure.rstrip(" %").replace(",", "."))


def _day(printed: str) -> date | None:
    parts = [int(part) for part in re.findall(r"\d+", printed)]
    try:
        return date(parts[2], parts[1], parts[0])
    except (ValueError, IndexError):
        return None


def _written(value: str, fact: Fact) -> str:
    """Write a date the way the right one is printed, in words or with strokes; other values stay."""
    day = _day(value) if fact.kind in _DAYS else None
    if day is None:
        return _in_case(value, fact.answer) if fact.kind == "body" else value
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 (Decree 30/2020, annex I)
    if "/" in fact.answer:
        return f"{day.day:02}/{month}/{day.year}"
    return f"{day.day:02} tháng {month} năm {day.year}"


def _in_case(value: str, like: str) -> str:
    """Begin a value with a capital where the right one does, and with none where it has none."""
    if value[1:2].isupper():
        return value
    return (value[0].upper() if like[0].isupper() else value[0].lower()) + value[1:]
