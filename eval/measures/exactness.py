"""Exactness of citations: does the place exist, and is the quote what stands there."""

from collections.abc import Mapping, Sequence

from eval.answers import GivenCitation
from ingest import Document


def exists(citation: GivenCitation, documents: Mapping[str, Document]) -> bool:
    """Tell whether the document is known and has the path cited."""
    document = documents.get(citation.document)
    return document is not None and any(one.path == citation.path for one in document.provisions)


def is_verbatim(citation: GivenCitation, documents: Mapping[str, Document]) -> bool:
    """Tell whether the quote is the canonical text at its span, and the span in the provision cited."""
    document = documents.get(citation.document)
    if document is None or not citation.quote:
        return False
    start, end = citation.span
    holding = any(
        one.path == citation.path and one.span[0] <= start <= end <= one.span[1]
        for one in document.provisions
    )
    return holding and document.text[start:end] == citation.quote


def invented(citations: Sequence[GivenCitation], documents: Mapping[str, Document]) -> int:
    """Return how many citations name a place that does not exist."""
    return sum(not exists(citation, documents) for citation in citations)
