"""All that stands under the heading that a question asks for: "những biện pháp nào", "Phòng Tư pháp"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.coverage import Said, coverage
from answer.relevance import Asked, Judged
from index import Hit, HybridRetriever
from index.passages import Passage
from ingest import Document, Provision
from ingest.accents import fold

_LIST = re.compile(r"\b(?:nhung|gom|bao gom|liet ke|cac .*(?:nao|gi))\b|\bneu (?:cac|ro cac)\b")
"""Takes "những biện pháp nào", "gồm …", "các nguyên tắc nào", without accents; not "các xã có phải"."""

_SAYS = 0.75
"""Share of the question's terms, by weight, that the heading asked for says."""


def asks_for_a_list(question: str) -> bool:
    """Tell whether a question asks for several things."""
    return _LIST.search(fold(question)) is not None


def outline(found: Sequence[Judged], asked: Asked, retriever: HybridRetriever) -> list[Hit]:
    """Return what stands under the heading that says nearly all of a question for a list; else nothing."""
    if not asks_for_a_list(asked.question) or not asked.terms:
        return []
    headings = {
        (hit.document.id, above.eid): (_says(above, asked), hit.document, above)
        for hit in (one.hit for one in found)
        for above in _above(hit.document, hit.passage.eid)
    }
    share, document, above = max(headings.values(), key=lambda one: one[0], default=(0.0, None, None))
    if share < _SAYS or document is None or above is None:
        return []
    under = _passages_under(above, document, retriever.passages_of(document.id))
    first = found[0].hit
    return [
        replace(first, document=document, passage=passage, part=passage.span, named=True) for passage in under
    ]


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


def _passages_under(above: Provision, document: Document, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a provision's children, or of what stands under a child that has none."""
    of = {passage.eid: passage for passage in passages}
    found: list[Passage] = []
    for child in document.children(above.eid):
        own = of.get(child.eid)
        found += [own] if own else _passages_under(child, document, passages)
    return found
