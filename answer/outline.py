"""All that stands under the heading that a question asks for: "những biện pháp nào", "Phòng Tư pháp"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from answer.asked import Asked
from answer.coverage import Said, coverage
from answer.quotes import heading_span
from answer.relevance import Judged
from index import Hit, HybridRetriever
from index.passages import Passage
from ingest import Document, Provision

_SAYS = 0.75
"""Share of the question's terms, by weight, that the heading asked for says."""


def outline(found: Sequence[Judged], asked: Asked, retriever: HybridRetriever) -> list[Hit]:
    """Return what stands under the heading that says nearly all of a question for a list; else nothing."""
    if not asked.wants_several or not asked.terms:
        return []
    headings = {
        (hit.document.id, above.eid): (_says(above, asked), hit.document, above)
        for hit in (one.hit for one in found)
        for above in _above(hit.document, hit.passage.eid)
    }
    share, document, above = max(headings.values(), key=_fitness, default=(0.0, None, None))
    if share < _SAYS or document is None or above is None:
        return []
    of = {passage.eid: passage for passage in retriever.passages_of(document.id)}
    first = found[0].hit
    return [
        replace(first, document=document, passage=item, part=item.span, named=True)
        for item in _items(above, document, of)
    ]


def _fitness(heading: tuple[float, Document, Provision]) -> tuple[float, int]:
    """Return how much of the question a heading says; of equals the inner one is the more exact."""
    share, _, above = heading
    return round(share, 1), len(above.path)


def _above(document: Document, eid: str) -> Iterator[Provision]:
    """Yield the provisions above one, innermost first."""
    parent = document.provision(eid).parent
    while parent:
        above = document.provision(parent)
        yield above
        parent = above.parent


def _says(above: Provision, asked: Asked) -> float:
    heading = above.heading or (above.text if len(above.text) <= _SHORT_HEADING else "")
    return coverage(asked.terms, Said.by(heading)).share if heading else 0.0


_SHORT_HEADING = 160
"""Characters of an untitled provision's own words that stand as the heading of what is under it."""


def _items(above: Provision, document: Document, of: Mapping[str, Passage]) -> Iterator[Passage]:
    """Yield what stands right under a provision: a child's heading, its words, or what is under it."""
    for child in document.children(above.eid):
        heading = heading_span(document, child)
        if heading:
            any_passage = next(iter(of.values()))
            words = document.text[slice(*heading)]
            yield replace(any_passage, eid=child.eid, span=heading, sentences=(heading,), text=words)
        elif child.eid in of:
            yield of[child.eid]
        else:
            yield from _items(child, document, of)
