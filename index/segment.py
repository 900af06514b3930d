"""Cutting documents into passages, and passages into sentences."""

from collections.abc import Iterator

from index.passages import Passage
from ingest import Document, Provision, Span
from ingest.sentences import sentence_spans

_PARTS = {
    "phan_dau": "Số hiệu, ngày ban hành, cơ quan ban hành, tên văn bản, căn cứ pháp lý ban hành",
    "phan_cuoi": "Người ký, chức vụ người ký, ai ký, nơi nhận, gửi cho cơ quan nào, thông qua ngày nào",
}
"""What people call the parts of an act that have no heading of their own; for search only."""


def passages_of(document: Document) -> Iterator[Passage]:
    """Yield a document's passages in print order."""
    for provision in document.provisions:
        if provision.unit == "gach":
            continue
        start, end = _own_span(document, provision)
        sentences = tuple(_sentences(document, provision, end))
        if not sentences:
            continue
        title, context = _above(document, provision)
        yield Passage(
            document=document.id,
            eid=provision.eid,
            span=(start, end),
            sentences=sentences,
            title=title,
            context=context,
            text=document.text[start:end],
        )


def _own_span(document: Document, provision: Provision) -> Span:
    """Return the provision's range up to its first child that is a passage itself."""
    inner = [child for child in document.children(provision.eid) if child.unit != "gach"]
    return provision.span[0], (inner[0].span[0] if inner else provision.span[1])


def _sentences(document: Document, provision: Provision, end: int) -> Iterator[Span]:
    """Yield the sentences of its text and its dash items."""
    dashes = [child.text_span for child in document.children(provision.eid) if child.unit == "gach"]
    parts = [span for span in (provision.text_span, *dashes) if span[0] < span[1] <= end]
    for start, stop in parts:
        for first, last in sentence_spans(document.text[start:stop]):
            yield start + first, start + last


def _above(document: Document, provision: Provision) -> tuple[str, str]:
    """Return the nearest heading, its own included, and the act's names with the headings above that."""
    place = document.place
    places = [place.name, place.parent, place.now] if place else []
    headings = [provision.heading] if provision.heading else []
    parent = provision.parent
    while parent:
        above = document.provision(parent)
        headings.append(above.heading or above.text)
        parent = above.parent
    title, *outer = headings or [_PARTS.get(provision.unit, "")]
    named = [document.kind, document.number, *dict.fromkeys(places), *reversed(outer)]
    return title, "\n".join(part for part in named if part)
