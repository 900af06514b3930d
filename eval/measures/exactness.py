"""Existence and exactness of citations: that the place exists, and the quote is what stands there.

Existence is the share of an answer's citations whose document is known and has the path cited; verbatim
the share whose quote equals the canonical text at its span, within that provision. Both compare strings: no
model judges (the invariants of an answer in `answer.proof.verify`).
"""

from collections.abc import Mapping, Sequence

from eval.answers import GivenCitation
from ingest import Document


def existence(citations: Sequence[GivenCitation], documents: Mapping[str, Document]) -> float | None:
    """Return the share of the citations that name a place there is; None of no citation."""
    found = [missing(one, documents) is None for one in citations]
    return sum(found) / len(found) if found else None


def verbatim(citations: Sequence[GivenCitation], documents: Mapping[str, Document]) -> float | None:
    """Return the share of the citations that quote what is printed; None of no citation."""
    found = [is_verbatim(one, documents) for one in citations]
    return sum(found) / len(found) if found else None


def missing(citation: GivenCitation, documents: Mapping[str, Document]) -> str | None:
    """Return what a citation names that there is not, "document" or "path"; None if it exists."""
    document = documents.get(citation.document)
    if document is None:
        return "document"
    return None if any(one.path == citation.path for one in document.provisions) else "path"


def is_verbatim(citation: GivenCitation, documents: Mapping[str, Document]) -> bool:
    """Tell whether the quote is the canonical text at its span, and the span in the provision cited."""
    document = documents.get(citation.document)
    if document is None or not citation.quote:
        return False
    start, end = citation.span
    holding = any(
        one.span[0] <= start <= end <= one.span[1] and one.path == citation.path
        for one in document.provisions
    )
    return holding and document.text[start:end] == citation.quote
