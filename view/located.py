"""Where a citation's quote stands in the texts of today: the index may have been replaced since."""

from collections.abc import Mapping

from answer import Citation
from ingest import Document, Span


def located(citation: Citation, documents: Mapping[str, Document]) -> Span | None:
    """Return the span of a citation's quote in its document as indexed now.

    Returns:
        None where the document is gone, or no longer says the quote in one place.

    """
    document = documents.get(citation.document.id)
    if document is None:
        return None
    start, end = citation.span
    if document.text[start:end] == citation.quote:
        return start, end
    if document.text.count(citation.quote) != 1:
        return None
    start = document.text.index(citation.quote)
    return start, start + len(citation.quote)
