"""What a text says of an act — kind, day, issuer, place — held against what the corpus says of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from check.acts import NamedAct
from check.report import Detail
from ingest import Document, Reference
from ingest.accents import fold
from ingest.citation import date_label, document_label
from ingest.places import ALIASES

_ORGANS = {"hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan"}
_LEVELS = {"tp": "thanh pho", "tp.": "thanh pho"}
_LOCAL = ("hdnd", "ubnd")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a text says of an act that the corpus contradicts: which fact, and for people both sides."""

    what: Detail
    said: str


def conflicts(act: NamedAct, document: Document) -> Iterator[Conflict]:
    """Yield what an act is said to be that a document is not; nothing if it may be the document."""
    known = f"kho ghi {document_label(document)}"
    place = document.place
    level = fold(act.level or "")
    if act.kind != document.kind:
        yield Conflict("other_kind", f"Loại văn bản khác: ở đây ghi “{act.kind}”, {known}.")
    if act.issued_on and document.issued_on and not same_day(act.issued_on, document.issued_on):
        yield Conflict("other_date", f"Ngày ban hành khác: ở đây ghi {_day(act.issued_on)}, {known}.")
    if act.place and not _is_place(act.place, document):
        yield Conflict("other_place", f"Nơi ban hành khác: ở đây ghi “{act.place}”, {known}.")
    if level and place and _LEVELS.get(level, level) != fold(place.level):
        yield Conflict("other_issuer", f"Cấp ban hành khác: ở đây ghi “{act.level}”, {known}.")
    if act.organ and not _organ(document.issuer or "").startswith(_organ(act.organ)):
        yield Conflict("other_issuer", f"Cơ quan ban hành khác: ở đây ghi “{act.organ}”, {known}.")


def is_another(found: Sequence[Conflict]) -> bool:
    """Tell whether an act's day and place both differ, so that it is another one of the same number.

    Each province numbers its resolutions from 1: "192/NQ-HĐND" is of many of them.
    """
    return {"other_date", "other_place"} <= {one.what for one in found}


def is_twin(act: NamedAct, document: Document) -> bool:
    """Tell whether an act of another number is said to be of a document's kind, day, issuer and subject."""
    told = act.issued_on and act.place and document.issued_on
    return bool(told) and not any(conflicts(act, document)) and is_about(act, document)


def is_about(act: NamedAct, document: Document) -> bool:
    """Tell whether at least half of the words said of an act's subject are in a document's title."""
    words = fold(act.about or "").split()
    title = fold(document.title or "").split()
    return 2 * sum(word in title for word in words) >= len(words)


def cited_conflict(act: NamedAct, cited: Sequence[tuple[Document, Reference]]) -> Conflict | None:
    """Return what an act is said to be that the corpus's own citations of its number contradict, if anything.

    Args:
        act: an act with a number.
        cited: the references of that number, each with the document that it stands in; may be empty.

    """
    references = [reference for _, reference in cited]
    kinds = {one.kind for one in references}
    days = cited_days(references)
    organs = {one.issuer for one in references if one.issuer}
    if kinds and act.kind not in kinds:
        return Conflict("other_kind", _cited_as("Loại văn bản khác", act.kind, kinds))
    if act.issued_on and days and not any(same_day(act.issued_on, day) for day in days):
        return Conflict("other_date", _cited_as("Ngày ban hành khác", _day(act.issued_on), map(_day, days)))
    organ = _organ(act.organ or "")
    if organ and organs and not any(_organ(one).startswith(organ) for one in organs):
        return Conflict("other_issuer", _cited_as("Cơ quan ban hành khác", act.organ or "", organs))
    return None


def cited_days(references: Iterable[Reference]) -> list[str]:
    """Return the days that references give an act, without a year alone where one of its days is given."""
    days = {one.issued_on for one in references if one.issued_on}
    return sorted(day for day in days if not any(other != day and other.startswith(day) for other in days))


def is_of_elsewhere(act: NamedAct, cited: Sequence[tuple[Document, Reference]]) -> bool:
    """Tell whether a local act is said to be of a place where no citation of its number in the corpus is."""
    if not act.place or not any(organ in fold(act.number or "") for organ in _LOCAL):
        return False
    said = fold(act.place)
    places = [place for document, _ in cited if (place := document.place)]
    names = {fold(name) for place in places for name in (place.name, place.parent) if name}
    issuers = [fold(one.issuer or "") for _, one in cited]
    return said not in names and not any(said in issuer for issuer in issuers)


def same_day(one: str, other: str) -> bool:
    """Tell whether two ISO 8601 dates, whole or shortened, may be the same."""
    return one.startswith(other) or other.startswith(one)


def _cited_as(what: str, here: str, known: Iterable[str]) -> str:
    return f"{what}: ở đây ghi “{here}”, các văn bản trong kho dẫn số hiệu này là {', '.join(sorted(known))}."


def _day(day: str) -> str:
    return "một ngày không có trong lịch" if day == "?" else date_label(day)


def _is_place(named: str, document: Document) -> bool:
    if document.place is None:
        return False
    names = map(fold, (document.place.name, *ALIASES.get(document.place.name, [])))
    return any(f"{fold(named)} ".startswith(f"{name} ") for name in names)


def _organ(issuer: str) -> str:
    return " ".join(_ORGANS.get(word, word) for word in fold(issuer).split())
