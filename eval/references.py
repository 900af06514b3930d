"""References without quotation as officials write them, each once true and once broken in one way."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from check.report import Detail
from eval.naming import Facts, Provisions, cited_facts, facts_of, plain_names
from eval.shapes import ACT_ALONE, WITH_PROVISION
from ingest import Document, Step
from ingest.citation import capitalized
from ingest.document import Unit
from ingest.places import PROVINCE_NOW
from ingest.references.place import cited_path

Slip = Literal[
    "no article",
    "no clause",
    "no point",
    "swapped act",
    "wrong number",
    "wrong date",
    "wrong issuer",
    "wrong place",
]
"""A provision that the act has not, of its own or because the act is another; a fact of the act."""

SLIPS: tuple[Slip, ...] = get_args(Slip)
TOLD: dict[str, Detail] = {
    "wrong number": "other_number",
    "wrong date": "other_date",
    "wrong issuer": "other_issuer",
    "wrong place": "other_place",
}
"""What the checker must say of a wrong fact."""

_UNITS: dict[Slip, Unit] = {"no article": "dieu", "no clause": "khoan", "no point": "diem"}
_LABELS = {"diem": tuple("abcdđeghik"), "dieu": tuple(map(str, range(1, 16)))}
_TRIES = 400
_MOST = 3
"""Provisions named at once."""


@dataclass(frozen=True, slots=True)
class ReferencePair:
    """A true reference and the same broken in one way."""

    error: Slip
    true: str
    broken: str


def reference_pairs(documents: Sequence[Document], seed: int, of_each: int) -> list[ReferencePair]:
    """Return pairs of references, the same for the same seed.

    Args:
        documents: the corpus.
        seed: what chance begins with.
        of_each: pairs of each kind of error.

    """
    writer = _Writer(documents, random.Random(seed))  # noqa: S311 (nothing secret)
    return [pair for error in SLIPS for pair in writer.pairs(error, of_each)]


class _Writer:
    def __init__(self, documents: Sequence[Document], chance: random.Random) -> None:
        self._chance = chance
        self._held = {document.id: _paths(document) for document in documents}
        self._all = {one.id: {cited_path(held.path) for held in one.provisions} for one in documents}
        self._documents = [document for document in documents if self._held[document.id]]
        self._facts = [facts for document in documents if (facts := facts_of(document))]
        self._national = cited_facts(documents)

    def pairs(self, error: Slip, count: int) -> Iterator[ReferencePair]:
        found = 0
        for _ in range(_TRIES * count):
            pair = self._provision(error) if error not in TOLD else self._fact(error)
            if pair and pair.true != pair.broken:
                yield pair
                found += 1
            if found == count:
                return

    def _provision(self, error: Slip) -> ReferencePair | None:
        """Return a pair in which the act has a provision, and then has it not."""
        document = self._chance.choice(self._documents)
        true = self._some_of(document)
        name = self._name(document)
        if error == "swapped act":
            other = self._chance.choice(self._documents)
            if self._has(other, true):
                return None
            return self._written(error, (true, name), (true, self._name(other)))
        broken = self._without(true, _UNITS[error])
        if broken is None or self._has(document, broken):
            return None
        return self._written(error, (true, name), (broken, name))

    def _some_of(self, document: Document) -> Provisions:
        """Return one provision of a document, two or three beside each other, or a range."""
        held = self._held[document.id]
        *outer, last = self._chance.choice(held)
        beside = [one[-1].label for one in held if one[:-1] == (*outer,) and one[-1].unit == last.unit]
        labels = beside[beside.index(last.label) :][: self._chance.choice([1, 1, 2, _MOST])]
        is_range = len(labels) == _MOST and self._chance.random() < 1 / 2
        named = (labels[0], labels[-1]) if is_range else labels
        return Provisions(tuple(outer), last.unit, tuple(named), is_range)

    def _has(self, document: Document, provisions: Provisions) -> bool:
        return all(
            any(_leads_to(path, held) for held in self._all[document.id]) for path in provisions.paths()
        )

    def _without(self, true: Provisions, unit: str) -> Provisions | None:
        """Return provisions with the label of a unit changed; of several, the last one's."""
        labels = _LABELS.get(unit, tuple(map(str, range(1, 13))))
        other = self._chance.choice(labels)
        if true.unit == unit:
            later = labels.index(true.labels[-1]) if true.labels[-1] in labels else 0
            if other in true.labels or (true.is_range and labels.index(other) < later):
                return None
            return replace(true, labels=(*true.labels[:-1], other))
        at = [n for n, step in enumerate(true.outer) if step.unit == unit]
        if not at:
            return None
        outer = (*true.outer[: at[-1]], Step(true.outer[at[-1]].unit, other), *true.outer[at[-1] + 1 :])
        return replace(true, outer=outer)

    def _name(self, document: Document) -> str:
        facts = facts_of(document)
        names = list(plain_names(document))
        return self._chance.choice(
            [*names, *(facts.named(shape) for shape in facts.shapes)] if facts else names
        )

    def _fact(self, error: Slip) -> ReferencePair | None:
        """Return a pair of acts, alone or after a provision, of which one fact is changed."""
        facts = self._chance.choice([*self._facts, *self._national])
        shape = self._chance.choice(facts.shapes)
        wrong = self._changed(facts, error)
        told = "{number}" in shape and "{day}" in shape and "{place}" in shape
        if (
            wrong is None
            or not ("{number}" in shape or "{head}" in shape)
            or (error == "wrong number" and not told)
        ):
            return None
        if not facts.place or self._chance.random() < 1 / 3:
            return self._written(error, (None, facts.named(shape)), (None, wrong.named(shape)))
        document = next(one for one in self._documents if one.number == facts.number)
        provisions = self._some_of(document)
        return self._written(error, (provisions, facts.named(shape)), (provisions, wrong.named(shape)))

    def _changed(self, facts: Facts, error: Slip) -> Facts | None:
        choice = self._chance.choice
        if error == "wrong date":
            day = date.fromisoformat(facts.issued_on) + timedelta(
                days=choice([-731, -366, -30, -1, 1, 9, 365])
            )
            return replace(facts, issued_on=day.isoformat())
        if not facts.place:
            organs = ("Chính phủ", "Thủ tướng Chính phủ", "Bộ Nội vụ", "Quốc hội")
            organ = choice([one for one in organs if one != facts.organ])
            return replace(facts, organ=organ) if error == "wrong issuer" else None
        if error == "wrong issuer":
            return choice([replace(facts, organ="UBND"), replace(facts, level="huyện")])
        if error == "wrong place":
            return replace(facts, place=choice([one for one in sorted(PROVINCE_NOW) if one != facts.place]))
        numbers = [one.number for one in self._facts if one.number != facts.number]
        head, rest = facts.number.split("/", 1)
        return replace(facts, number=choice([*numbers, f"{int(head) + choice(range(1, 60))}/{rest}"]))

    def _written(
        self, error: Slip, true: tuple[Provisions | None, str], broken: tuple[Provisions | None, str]
    ) -> ReferencePair:
        """Return both as sentences of one shape, the provisions written in one way."""
        shape = self._chance.choice(WITH_PROVISION if true[0] else ACT_ALONE)
        way = self._chance.randrange(6)
        return ReferencePair(error, _sentence(shape, way, *true), _sentence(shape, way, *broken))


def _sentence(shape: str, way: int, provisions: Provisions | None, act: str) -> str:
    ways = list(provisions.named()) if provisions else [""]
    named = ways[way % len(ways)]
    return shape.format(p=named, P=capitalized(named), a=act, A=capitalized(act))


def _leads_to(path: Sequence[Step], held: Sequence[Step]) -> bool:
    """Tell whether a path may mean a provision, whose own may have steps more."""
    rest = iter(held)
    return all(step in rest for step in path)


def _paths(document: Document) -> list[tuple[Step, ...]]:
    """Return the paths as cited that one provision alone has."""
    counts = Counter(cited_path(one.path) for one in document.provisions)
    units = ("dieu", "khoan", "diem", "muc")
    return [
        path
        for path, count in counts.items()
        if path and count == 1 and all(step.unit in units for step in path)
    ]
