"""What a search is limited to, and the places that a question names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.tokens import lacks_accents, syllables, tone_last
from ingest import Document
from ingest.accents import fold
from ingest.places import PROVINCE_NOW


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on the documents searched; None is no limit.

    `places` match a document's place, its province, or what that is called since 2025-07-01;
    `as_of` keeps documents that were issued, and in force where that is known, on that day.
    """

    places: tuple[str, ...] = ()
    kind: str | None = None
    as_of: date | None = None

    def admit(self, document: Document) -> bool:
        """Tell whether a document is within the limits."""
        return self._in_place(document) and self._of_kind(document) and self._by_then(document)

    def _in_place(self, document: Document) -> bool:
        return not self.places or bool({fold(p) for p in self.places} & set(place_names(document)))

    def _of_kind(self, document: Document) -> bool:
        return self.kind is None or fold(document.kind) == fold(self.kind)

    def _by_then(self, document: Document) -> bool:
        day = self.as_of.isoformat() if self.as_of else None
        dates = (document.issued_on, document.effective_on)
        return day is None or all(known[: len(day)] <= day[: len(known)] for known in dates if known)


def place_names(document: Document) -> list[str]:
    """Return the folded names a document's place goes by: its own, its province's, the present one's."""
    place = document.place
    return [fold(name) for name in (place.name, place.parent, place.now) if name] if place else []


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The places a question names: those the corpus has a text of, and those it has none of."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def places_in(question: str, documents: Sequence[Document]) -> NamedPlaces:
    """Find the places that a question names, typed with or without accents.

    A province that is only mentioned beside a place of the corpus ("Hớn Quản, Bình Phước") is known.
    """
    words = syllables(question)
    spell = fold if lacks_accents(words) else _toned
    typed = f" {spell(' '.join(words))} "
    provinces = [name for name in PROVINCE_NOW if f" {spell(_said(name))} " in typed]
    ours = dict.fromkeys(d.place.name for d in documents if d.place)
    known = tuple(name for name in ours if f" {spell(_said(name))} " in typed)
    covered = {name for document in documents for name in place_names(document)}
    if not known:
        known = tuple(name for name in provinces if fold(name) in covered)
    return NamedPlaces(known, tuple(name for name in provinces if fold(name) not in covered))


def _said(name: str) -> str:
    return " ".join(syllables(name.removeprefix("TP. ")))


def _toned(words: str) -> str:
    return " ".join(tone_last(word) for word in words.split())
