"""A document's table of contents: its parts, chapters and articles, as links within its page."""

from collections.abc import Iterator
from html import escape

from ingest import Document, Provision
from ingest.citation import citation_label

_LISTED = ("phan", "chuong", "muc", "tieu_muc", "dieu", "phu_luc")
_WORDS = 90
"""Characters of a provision's own words that stand for a heading it has not."""


def contents_html(document: Document) -> str:
    """Return the table of contents as HTML, empty for a text without parts or articles."""
    lines = "".join(_line(provision) for provision in _listed(document))
    if not lines:
        return ""
    return (
        '<nav aria-label="Mục lục"><details id="contents"><summary>Mục lục</summary>'
        f"<ol>{lines}</ol></details></nav>"
    )


def _listed(document: Document) -> Iterator[Provision]:
    """Yield what is listed: in a plan without articles, the numbered headings under a section, too."""
    articles = any(provision.unit == "dieu" for provision in document.provisions)
    for provision in document.provisions:
        numbered = provision.unit == "khoan" and not articles and bool(provision.heading)
        if provision.unit in _LISTED or numbered:
            yield provision


def _line(provision: Provision) -> str:
    words = " ".join((provision.heading or provision.text).split())
    short = words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]}…"
    name = " ".join(provision.num.split()) or citation_label(provision.path[-1:], capital=True)
    eid = escape(provision.eid, quote=True)
    return (
        f'<li class="depth-{min(len(provision.path), 4)}"><a href="#{eid}">'
        f"<b>{escape(name)}</b> {escape(short)}</a></li>"
    )
