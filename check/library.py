"""The corpus as a text's references are looked up in it: which act is meant, which provisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from answer.cautions import cautions
from answer.cautions.amended import KNOWN_AMENDED
from answer.result import cite
from check.acts import NamedAct
from check.conflicts import (
    Conflict,
    cited_conflict,
    cited_days,
    conflicts,
    is_about,
    is_another,
    is_of_elsewhere,
    is_twin,
    same_day,
)
from check.words import Searched, words_of
from index.question.lookup import fitting_provisions
from ingest import Document, Provision, Reference, Span
from ingest.accents import fold
from ingest.citation import date_label, document_label
from ingest.references import amended_by, number_key
from ingest.references.acts import TITLES
from ingest.references.place import Path, Places

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents that a named act may be; none: `known` says whether the corpus names such an act.

    `conflict` is what the corpus contradicts; `note` is what it says beside, for people.
    """

    documents: tuple[Document, ...] = ()
    known: bool = False
    conflict: Conflict | None = None
    note: str = ""


class Library:
    """The documents of a corpus by id, read whole."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = {name: documents[name] for name in documents}
        self.provisions = cache(self._provisions)
        self.meant = cache(self._meant)
        self.holding = cache(self._holding)
        self.is_amended = cache(self._is_amended)
        self.warnings = cache(self._warnings)
        self._places = cache(lambda name: Places(self.documents[name].provisions))

    @cached_property
    def searched(self) -> dict[str, Searched]:
        """The words of each document, by its id."""
        return {name: Searched(words_of(document.text)) for name, document in self.documents.items()}

    @cached_property
    def _by_number(self) -> dict[str, list[Document]]:
        return _grouped((number_key(one.number), one) for one in self.documents.values() if one.number)

    @cached_property
    def _cited(self) -> dict[str, list[tuple[Document, Reference]]]:
        """What the corpus's own references say of acts, by number, each with the document it stands in."""
        return _grouped(
            (number_key(one.number), (document, one))
            for document in self.documents.values()
            for one in document.references
            if one.number
        )

    def _provisions(self, document: str, path: Path) -> tuple[Provision, ...]:
        """Return the provisions of a document that a path may mean."""
        return tuple(fitting_provisions(path, self.documents[document], plain=False))

    def _holding(self, document: str, span: Span) -> Provision | None:
        """Return the innermost provision that a span of a document lies in; None if it lies in several."""
        places = self._places(document)
        provision = places.at(span[0])
        while provision and provision.span[1] < span[1]:
            provision = places.parent(provision)
        return provision

    def _is_amended(self, document: str, eid: str) -> bool:
        """Tell whether an act of the corpus changes a provision."""
        held = self.documents[document]
        return bool(amended_by(held.provision(eid), held, self.documents.values()))

    def _warnings(self, document: str, eid: str | None) -> tuple[str, ...]:
        """Return what a reader of a provision, or of an act as a whole, must know beside it."""
        held = self.documents[document]
        provision = held.provision(eid) if eid else held.provisions[0]
        citation = cite(held, provision, provision.span, 1)
        return cautions([citation], self.documents, self.documents, ())

    def _meant(self, act: NamedAct) -> Meant:
        if act.number and act.is_short:
            return self._narrowed(act, [one for one in self.documents.values() if _has_head(one, act.number)])
        if act.number:
            held = self._by_number.get(number_key(act.number), [])
            return self._narrowed(act, held) if held else self._cited_only(act)
        if act.title:
            return self._titled(act)
        fits = [one for one in self.documents.values() if not any(conflicts(act, one)) and is_about(act, one)]
        return Meant(tuple(fits), known=bool(fits))

    def _narrowed(self, act: NamedAct, held: Sequence[Document]) -> Meant:
        found = [(one, list(conflicts(act, one))) for one in held]
        fits = tuple(one for one, differing in found if not differing)
        if fits:
            return Meant(fits, known=True)
        twin = self._other_number(act)
        if twin:
            return Meant(conflict=twin)
        differing = [differing for _, differing in found if not is_another(differing)]
        return Meant(conflict=min(differing, key=len)[0] if differing else None)

    def _other_number(self, act: NamedAct) -> Conflict | None:
        """Return the conflict of an act that in all but its number is one that the corpus holds."""
        twin = next((one for one in self.documents.values() if is_twin(act, one)), None)
        if twin is None:
            return None
        said = f"Số hiệu khác: văn bản cùng loại, cùng ngày, cùng nơi trong kho là {document_label(twin)}."
        return Conflict("other_number", said)

    def _cited_only(self, act: NamedAct) -> Meant:
        """Return what the corpus knows of an act that it only cites."""
        key = number_key(act.number or "")
        cited = self._cited.get(key, [])
        if cited and is_of_elsewhere(act, cited):
            cited = []
        conflict = cited_conflict(act, cited) if cited else self._other_number(act)
        if conflict:
            return Meant(conflict=conflict)
        return Meant(known=bool(cited) or key in self._known_numbers)

    @cached_property
    def _known_numbers(self) -> frozenset[str]:
        return frozenset(KNOWN_AMENDED) | {number_key(by) for one in KNOWN_AMENDED.values() for by in one}

    def _titled(self, act: NamedAct) -> Meant:
        title = _title_key(act.title or "")
        held = [one for one in self.documents.values() if _title_key(f"{one.kind} {one.title}") == title]
        if held:
            return self._narrowed(act, held)
        if act.number and number_key(act.number) in self._cited:
            return self._cited_only(act)
        cited = [one for one in self._references if _title_key(one.title or "") == title]
        numbers = {one.number for one in cited if one.number}
        if act.number and numbers and number_key(act.number) not in map(number_key, numbers):
            said = f"Số hiệu khác: các văn bản trong kho dẫn {act.title} với số {', '.join(sorted(numbers))}."
            return Meant(conflict=Conflict("other_number", said))
        listed = any(_title_key(f"{kind} {name}") == title for kind in TITLES for name in TITLES[kind])
        return self._of_day(act, cited) or Meant(known=listed or bool(cited) or act.kind == "Hiến pháp")

    def _of_day(self, act: NamedAct, cited: Sequence[Reference]) -> Meant | None:
        """Return what is known of a law by its day, None if that is none other than the corpus gives.

        A law of another year may be an older one of the same title; one of another day of that year is none.
        """
        days = cited_days(cited)
        if not act.issued_on or not days or any(same_day(act.issued_on, day) for day in days):
            return None
        said = f"các văn bản trong kho dẫn {act.title} {', '.join(map(date_label, days))}"
        if act.issued_on == "?" or any(act.issued_on[:4] == day[:4] for day in days):
            return Meant(conflict=Conflict("other_date", f"Ngày ban hành khác: {said}."))
        return Meant(known=True, note=f"Hãy xem lại năm: {said}.")

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        return tuple(one for document in self.documents.values() for one in document.references if one.title)


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    grouped: dict[str, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped


def _has_head(document: Document, number: str) -> bool:
    """Tell whether a number without its symbol, "179" or "05/2025", is a document's."""
    wanted, *year = number.split("/")
    head, *rest = (document.number or "").split("/")
    same = head.split("-")[0].lstrip("0") == wanted.lstrip("0")
    return same and (not year or year[0] in rest or (document.issued_on or "").startswith(year[0]))


def _title_key(title: str) -> str:
    return " ".join(fold(title).split())
