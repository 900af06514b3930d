"""Where the reader opens at a cited provision."""

from html import escape
from urllib.parse import urlencode

from answer import Citation


def reader_link(citation: Citation, words: str) -> str:
    """Return a link, as HTML, from a page to a citation's provision in the reader; it opens a tab."""
    place = urlencode({"doc": citation.document.id, "at": citation.eid})
    return f'<a href="van_ban?{escape(place, quote=True)}" target="_blank">{escape(words)}</a>'
