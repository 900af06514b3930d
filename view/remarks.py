"""What is said beside a provision: who cites it, and what has changed it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest import Document, Provision
from ingest.citation import citation_label, date_label, document_label
from ingest.document import Amendment, Relation
from ingest.references import amended_by
from ingest.references.place import Places
from view.address import address

DONE: dict[str, str] = {
    "sửa đổi": "Được sửa đổi bởi",
    "bổ sung": "Được bổ sung bởi",
    "thay thế": "Được thay thế bởi",
    "bãi bỏ": "Bị bãi bỏ bởi",
}


@dataclass(frozen=True, slots=True)
class Citing:
    """A provision of a document that cites another document, or its provision `target`."""

    document: str
    eid: str | None
    label: str
    relation: Relation
    target: str | None


@dataclass(frozen=True, slots=True)
class Remark:
    """One line beside a provision: that it is cited by or was changed by what the address leads to."""

    kind: Literal["cited", "amended"]
    words: str
    address: str


def citings(documents: Iterable[Document]) -> dict[str, tuple[Citing, ...]]:
    """Return who cites each document of a corpus, by its id; what cites itself as a whole is left out."""
    found: dict[str, dict[Citing, None]] = defaultdict(dict)
    for document in documents:
        places = Places(document.provisions)
        for reference in document.references:
            target = reference.target
            if target and (target.document != document.id or target.eid):
                where = places.at(reference.span[0])
                citing = _citing(document, where, reference.relation, target.eid)
                found[target.document][citing] = None
    return {name: tuple(each) for name, each in found.items()}


def _citing(document: Document, where: Provision | None, relation: Relation, target: str | None) -> Citing:
    act = document_label(document)
    label = f"{citation_label(where.path, capital=True)} {act}" if where else act
    return Citing(document.id, where.eid if where else None, label, relation, target)


def remarks_of(
    document: Document, cited: Iterable[Citing], facts: Mapping[str, Document]
) -> dict[str, list[Remark]]:
    """Return the remarks on a document's provisions, by eid, changes first.

    Args:
        document: the document read.
        cited: who cites it, from `citings`.
        facts: the corpus by id, with its amendments.

    """
    remarks: dict[str, list[Remark]] = defaultdict(list)
    changing = [
        act
        for act in facts.values()
        if any(
            change.reference.target and change.reference.target.document == document.id
            for change in act.amendments
        )
    ]
    for provision in document.provisions if changing else ():
        remarks[provision.eid].extend(_changes(provision, document, changing))
    for citing in cited:
        if citing.target and not (citing.document == document.id and citing.eid == citing.target):
            remark = Remark("cited", citing.label, address(citing.document, citing.eid))
            if remark not in remarks[citing.target]:
                remarks[citing.target].append(remark)
    return {eid: each for eid, each in remarks.items() if each}


def _changes(provision: Provision, document: Document, acts: list[Document]) -> Iterator[Remark]:
    """Yield the changes made to this very provision, not to what holds it or what it holds."""
    for act, change in amended_by(provision, document, acts):
        reference = change.reference
        named = reference.target is not None and reference.target.eid == provision.eid
        if named or (reference.through and reference.through[-1].unit == provision.unit):
            yield Remark("amended", change_label(act, change), address(act.id, change.by))


def change_label(act: Document, change: Amendment) -> str:
    """Say a change: "Được sửa đổi bởi Nghị định số 5/2024/NĐ-CP, có hiệu lực từ ngày 01/7/2024"."""
    since = f", có hiệu lực từ {date_label(change.effective_on)}" if change.effective_on else ""
    return f"{DONE[change.action]} {document_label(act)}{since}"
