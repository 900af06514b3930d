"""Wrong answers of the kind of the right one, from the same field, that no text in scope bears out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from random import Random

from index.question.abbreviations import spell_out
from ingest import Document
from ingest.accents import fold
from materials.quiz.fact import Fact, FactKind
from materials.quiz.scope import Scope
from materials.quiz.tasks import WANTED, bodies_beside, is_short, says_alike, tasks_under
from materials.quiz.values import BODY, EVERYWHERE, FREQUENCIES, VALUES, is_of, others_of

_DAYS = ("date", "issued_on", "effective_on")
_YEARS_AWAY = (-5, 5, -3, -2, 3)
_DAYS_AWAY = (-92, -61, -30, 30, 61, 92)
_SHARES_AWAY = (-30, -25, -20, -15, -10, -5, 5, 10, 15, 20, 25, 30)
_UNNAMED = 20
"""Letters that a body which the text does not name counts as farther."""

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
        match fact.kind:
            case "actor":
                yield from _other_bodies(fact)
            case "task" | "not_task":
                yield from _other_tasks(fact)
            case "figure":
                yield from _other_shares(fact)
            case "year":
                yield from (str(int(fact.answer) + away) for away in _YEARS_AWAY)
            case "frequency":
                yield from (_in_case(one, fact.answer) for one in FREQUENCIES)
            case "term":
                yield from (_in_case(one, fact.answer) for one in others_of(fact.answer))
            case "body":
                named = (" ".join(found[0].split()) for found in BODY.finditer(fact.document.text))
                yield from (_in_case(one, fact.answer) for one in (*named, *EVERYWHERE))
            case "act":
                yield from self._printed["act"]
            case "date" | "issued_on" | "effective_on":
                yield from (_written(one, fact) for one in (*self._printed["date"], *_days_near(fact.answer)))

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
        if is_of(value, fact.words) or is_of(fact.answer, value):
            return False
        around = fold(fact.filled(" "))
        return fold(value) not in around and not self.scope.supports(fact.filled(value), value)


def _other_bodies(fact: Fact) -> Iterator[str]:
    """Yield the bodies beside that of a task, none with a task alike."""
    if fact.above:
        beside = bodies_beside(fact.document, fact.above).items()
        yield from (body for body, one in beside if not says_alike(fact.document, one, fact.words))


def _other_tasks(fact: Fact) -> Iterator[str]:
    """Yield tasks of the bodies beside, none alike to the body's own; beside one that is none, its own."""
    document = fact.document
    if fact.above is None:
        return
    beside = bodies_beside(document, fact.above)
    from_ = [beside[fact.whose]] if fact.kind == "not_task" else beside.values()
    for one in from_:
        for provision, clause in tasks_under(document, one):
            words = Fact(fact.kind, document, provision, clause, "").words
            if is_short(words) and not says_alike(document, fact.above, words):
                yield words


def _other_shares(fact: Fact) -> Iterator[str]:
    """Yield round shares near the right one, on the same side of the others that its clause states."""
    own = _share(fact.answer)
    others = {_share(one) for one in VALUES["figure"].findall(fact.words)} - {own}
    for away in _SHARES_AWAY:
        share = own + away
        if 0 < share <= 100 and all((share - one) * (own - one) > 0 for one in others):  # noqa: PLR2004 (%)
            yield f"{share:g}%".replace(".", ",")


def _days_near(printed: str) -> Iterator[str]:
    """Yield days of the same year, that no year may give the right one away."""
    own = _day(printed)
    near = (own + timedelta(days=away) for away in _DAYS_AWAY) if own else ()
    yield from (f"{one:%d/%m/%Y}" for one in near if own and one.year == own.year)


def _fits(fact: Fact, value: str) -> bool:
    """Tell whether a value can stand where the right one stands: a share over the whole cannot."""
    match fact.kind:
        case "figure":
            return value != "100%" or not fact.before.lower().endswith("trên ")
        case "act":
            return _type(value) == _type(fact.answer)
        case "frequency":
            return value.startswith("từ ") == fact.answer.startswith("từ ")
        case _:
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
    is_unnamed = fact.kind == "body" and value in EVERYWHERE and value not in fact.document.text
    return abs(len(fact.answer) - len(value)) + _UNNAMED * is_unnamed


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
        return value
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 (Decree 30/2020, annex I)
    if "/" in fact.answer:
        return f"{day.day:02}/{month}/{day.year}"
    return f"{day.day:02} tháng {month} năm {day.year}"


def _in_case(value: str, like: str) -> str:
    """Begin a value with a capital where the right one does, and with none where it has none."""
    if value[1:2].isupper():
        return value
    return (value[0].upper() if like[0].isupper() else value[0].lower()) + value[1:]
