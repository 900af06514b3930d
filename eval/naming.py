"""The names of an act and of provisions as people write them, from facts that one can get wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.shapes import ACTS, NATIONAL_ACTS
from ingest import Document, Step
from ingest.citation import citation_label, document_label
from ingest.document import Unit
from ingest.kinds import KINDS

_SYMBOLS = {kind: symbol for symbol, kind in KINDS.items()}
_LONG_ORGANS = {"HĐND": "Hội đồng nhân dân", "UBND": "Ủy ban nhân dân"}
_NATIONAL = ("Chính phủ", "Thủ tướng Chính phủ")
_UNITS = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm", "muc": "mục"}
_SHORT_UNITS = {"dieu": "Đ", "khoan": "k", "diem": "đ"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a name says of an act; `issued_on` is a whole ISO 8601 date. A national act has no place."""

    kind: str
    number: str
    issued_on: str
    organ: str
    level: str = ""
    place: str = ""

    def named(self, shape: str) -> str:
        """Return the act's name in a shape of `eval.shapes`."""
        year, month, day = self.issued_on.split("-")
        return shape.format(
            kind=self.kind,
            symbol=_SYMBOLS[self.kind],
            number=self.number,
            typeset_number=self.number.replace("-", "\u2013"),
            head=self.number.split("/")[0],
            day=f"{day}/{int(month)}/{year}",
            long_day=f"{day} tháng {month} năm {year}",
            dashed_day=f"{int(day)}-{int(month)}-{year}",
            year=year,
            organ=self.organ,
            long_organ=_LONG_ORGANS.get(self.organ, self.organ),
            level=self.level,
            place=self.place,
        )

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes that an act's name may have."""
        return ACTS if self.place else NATIONAL_ACTS


def facts_of(document: Document) -> Facts | None:
    """Return the facts of a document, None if it has no number or its day is not printed in full."""
    day, place = document.issued_on or "", document.place
    if not document.number or not place or day.count("-") != len("md"):
        return None
    organ = next(short for short, long in _LONG_ORGANS.items() if (document.issuer or "").startswith(long))
    return Facts(document.kind, document.number, day, organ, place.level, place.name)


def cited_facts(documents: Sequence[Document]) -> list[Facts]:
    """Return the facts of the national acts that documents cite in full."""
    found = {
        Facts(one.kind, one.number, one.issued_on, one.issuer)
        for document in documents
        for one in document.references
        if one.number and one.issued_on and one.issued_on.count("-") == len("md") and one.issuer in _NATIONAL
    }
    return sorted(found, key=lambda facts: facts.number)


def plain_names(document: Document) -> Iterator[str]:
    """Yield a document's names that say nothing to get wrong: by its label, or by title and place."""
    yield document_label(document)
    title = document.title or ""
    if document.place and re.match(r"Về ", title) and title.endswith(document.place.name):
        yield f"{document.kind} {title[0].lower()}{title[1:]}"


@dataclass(frozen=True, slots=True)
class Provisions:
    """Provisions of one unit under the same path: one, a list, or a range with both ends."""

    outer: tuple[Step, ...]
    unit: Unit
    labels: tuple[str, ...]
    is_range: bool = False

    def paths(self) -> list[tuple[Step, ...]]:
        """Return the paths of what is named; of a range, its ends."""
        return [(*self.outer, Step(self.unit, label)) for label in self.labels]

    def named(self) -> Iterator[str]:
        """Yield ways to write them: inside out, with commas, outside in, in short."""
        name, inner = _UNITS[self.unit], f" {citation_label(self.outer)}" if self.outer else ""
        first, *rest = self.labels
        if self.is_range:
            yield f"từ {name} {first} đến {name} {rest[-1]}{inner}"
            yield f"{name} {first} đến {name} {rest[-1]}{inner}"
        elif rest:
            yield f"các {name} {', '.join(self.labels)}{inner}"
            yield f"{name} {', '.join(self.labels[:-1])} và {rest[-1]}{inner}"
            yield f"{' và '.join(f'{name} {label}' for label in self.labels)}{inner}"
        else:
            yield from _one_named(self.paths()[0])


def _one_named(path: Sequence[Step]) -> Iterator[str]:
    label = citation_label(path)
    yield label
    yield label.replace("Điều", "điều")
    steps = [f"{_UNITS[step.unit]} {step.label}" for step in path]
    if len(path) > 1:
        yield ", ".join(reversed(steps))
        yield ", ".join(steps)
    if all(step.unit in _SHORT_UNITS for step in path):
        yield " ".join(f"{_SHORT_UNITS[step.unit]}.{step.label}" for step in reversed(path))
        if len(path) > 1:
            yield " ".join(f"{_SHORT_UNITS[step.unit]}{step.label}" for step in path)
