"""The citations in a document's text, and where in the corpus each leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest import Document, Span
from ingest.citation import citation_label, document_label
from view.address import address

ABSENT = "Văn bản này chưa có trong kho."


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a document that cite: `address` is None where the cited act is not in the corpus."""

    span: Span
    address: str | None
    title: str


def links_of(document: Document, documents: Mapping[str, Document]) -> tuple[Link, ...]:
    """Return the citations of a document in text order, none overlapping another.

    Args:
        document: the document, its references resolved.
        documents: the corpus by id.

    """
    kept: list[Link] = []
    for link in sorted(_all(document, documents), key=lambda link: (link.span[0], -link.span[1])):
        if not kept or kept[-1].span[1] <= link.span[0]:
            kept.append(link)
    return tuple(kept)


def _all(document: Document, documents: Mapping[str, Document]) -> Iterator[Link]:
    for reference in document.references:
        target = reference.target
        if target is None:
            yield Link(reference.span, None, ABSENT)
        elif target.document in documents and (target.document != document.id or target.eid):
            title = target_label(documents[target.document], target.eid)
            yield Link(reference.span, address(target.document, target.eid), title)


def target_label(document: Document, eid: str | None) -> str:
    """Name a document, or a provision with its document: "Khoản 2 Điều 3 Luật số 10/2022/QH15"."""
    act = document_label(document)
    return f"{citation_label(document.provision(eid).path, capital=True)} {act}" if eid else act
