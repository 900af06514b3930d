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
from check.words import Searched, words_of
from index.question.lookup import fitting_provisions
from ingest import Document, Provision, Reference, Span
from ingest.accents import fold
from ingest.citation import document_label
from ingest.places import ALIASES
from ingest.references import amended_by, number_key
from ingest.references.acts import TITLES
from ingest.references.place import Path, Places

_Value = TypeVar("_Value")

_ORGANS = {"hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan"}
_LEVELS = {"tp": "thanh pho", "tp.": "thanh pho"}


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents that a named act may be; none: `known` says whether the corpus names such an act.

    `contradiction` is what is said of the act that cannot be, for people.
    """

    documents: tuple[Document, ...] = ()
    known: bool = False
    contradiction: str | None = None


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
    def _cited(self) -> dict[str, list[Reference]]:
        """What the corpus's own references say of acts, by number."""
        return _grouped(
            (number_key(one.number), one)
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
        fits = [one for one in self.documents.values() if not _conflict(act, one)]
        return Meant(tuple(fits), known=bool(fits))

    def _narrowed(self, act: NamedAct, held: Sequence[Document]) -> Meant:
        fits = tuple(one for one in held if not _conflict(act, one))
        if fits or not held:
            return Meant(fits, known=bool(held))
        conflict = _conflict(act, held[0])
        return Meant((), contradiction=f"số hiệu này trong kho là {document_label(held[0])}, khác {conflict}")

    def _cited_only(self, act: NamedAct) -> Meant:
        """Return what the corpus knows of an act that it only cites."""
        key = number_key(act.number or "")
        cited = self._cited.get(key, [])
        days = {one.issued_on for one in cited if one.issued_on}
        if act.issued_on and days and not any(_same_day(act.issued_on, day) for day in days):
            said = ", ".join(sorted(days))
            return Meant(contradiction=f"các văn bản trong kho dẫn số hiệu này với ngày {said}")
        if cited and act.kind not in {one.kind for one in cited}:
            return Meant(contradiction=f"các văn bản trong kho dẫn số hiệu này là {cited[0].kind}")
        organs = {_organ(one.issuer) for one in cited if one.issuer}
        organ = _organ(act.organ or "")
        if organ and organs and not any(one.startswith(organ) for one in organs):
            return Meant(contradiction="các văn bản trong kho dẫn số hiệu này của cơ quan khác")
        twin = next((one for one in self.documents.values() if _is_twin(act, one)), None)
        if twin and not cited:
            return Meant(
                contradiction=f"văn bản cùng loại, cùng ngày, cùng nơi trong kho là {document_label(twin)}"
            )
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
        numbers = {
            key for key, cited in self._cited.items() for one in cited if _title_key(one.title or "") == title
        }
        if act.number and numbers and number_key(act.number) not in numbers:
            return Meant(
                contradiction=f"các văn bản trong kho dẫn {act.title} với số {', '.join(sorted(numbers))}"
            )
        listed = any(_title_key(f"{kind} {name}") == title for kind in TITLES for name in TITLES[kind])
        cited = any(_title_key(one.title or "") == title for one in self._references)
        return Meant(known=listed or cited or act.kind == "Hiến pháp")

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        return tuple(one for document in self.documents.values() for one in document.references if one.title)


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    grouped: dict[str, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped


def _conflict(act: NamedAct, document: Document) -> str | None:
    """Return what an act is said to be that a document is not, in words; None if it may be the document."""
    if act.kind != document.kind:
        return f"loại văn bản “{act.kind}”"
    if act.issued_on and document.issued_on and not _same_day(act.issued_on, document.issued_on):
        return f"ngày ban hành {act.issued_on}"
    if act.place and not _is_place(act.place, document):
        return f"nơi ban hành “{act.place}”"
    level = fold(act.level or "")
    if level and document.place and _LEVELS.get(level, level) != fold(document.place.level):
        return f"cấp ban hành “{act.level}”"
    if act.organ and not _organ(document.issuer or "").startswith(_organ(act.organ)):
        return f"cơ quan ban hành “{act.organ}”"
    return None


def _is_twin(act: NamedAct, document: Document) -> bool:
    """Tell whether an act of another number is said to be of a document's kind, day and issuer."""
    return bool(act.issued_on and act.place and document.issued_on) and _conflict(act, document) is None


def _is_place(named: str, document: Document) -> bool:
    if document.place is None:
        return False
    names = map(fold, (document.place.name, *ALIASES.get(document.place.name, [])))
    return any(f"{fold(named)} ".startswith(f"{name} ") for name in names)


def _organ(issuer: str) -> str:
    return " ".join(_ORGANS.get(word, word) for word in fold(issuer).split())


def _same_day(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _has_head(document: Document, number: str) -> bool:
    """Tell whether a number without its symbol, "179" or "05/2025", is a document's."""
    wanted, *year = number.split("/")
    head, *rest = (document.number or "").split("/")
    same = head.split("-")[0].lstrip("0") == wanted.lstrip("0")
    return same and (not year or year[0] in rest or (document.issued_on or "").startswith(year[0]))


def _title_key(title: str) -> str:
    return " ".join(fold(title).split())
