"""Where the reader opens at a cited provision."""

from html import escape

from answer import Citation
from view.address import address


def reader_link(citation: Citation, words: str) -> str:
    """Return a link, as HTML, from a page to a citation's provision in the reader; it opens a tab."""
    place = escape(address(citation.document.id, citation.eid), quote=True)
    return f'<a href="{place}" target="_blank">{escape(words)}</a>'
