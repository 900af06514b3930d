"""A document as one self-contained HTML page, with spans of its canonical text highlighted.

The page is shown in a frame of its own: all of the document's words are escaped, and the only script is
ours, which scrolls to the first highlight.
"""

from collections.abc import Iterable, Sequence
from html import escape

from ingest import Document, Provision, Span
from ingest.citation import citation_label, document_label

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.6 "Source Sans 3", "Source Sans Pro", "Noto Sans", "Segoe UI", Arial, sans-serif;
       color: #1f2328; background: #fff; margin: 0 auto; padding: 12px 16px 48px; max-width: 46rem;
       overflow-wrap: anywhere; }
h1 { font-size: 1.15rem; line-height: 1.4; margin: .2rem 0 .8rem; }
p { margin: .35rem 0; }
.num { font-weight: 600; }
.heading { font-weight: 600; }
.dieu > p:first-child, .muc > p:first-child, .chuong > p:first-child { margin-top: 1rem; }
.diem, .tieu_muc { margin-left: 1rem; }
.gach { margin-left: 1rem; }
.phan_dau, .phan_cuoi { color: #57606a; }
mark { background: #ffe58a; color: inherit; padding: .1em 0;
       -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.cited { border-left: 4px solid #b35900; padding-left: 10px; margin-left: -14px; }
@media print { body { max-width: none; padding: 0; } }
"""

_SCROLL = """
// Only this frame scrolls: scrollIntoView would move the page around it as well.
const target = document.querySelector("mark") || document.querySelector(".cited");
if (target) scrollTo(0, target.getBoundingClientRect().top + scrollY - innerHeight / 3);
"""


def document_html(document: Document, highlights: Sequence[Span] = (), cited: str | None = None) -> str:
    """Return a document's page.

    Args:
        document: the document.
        highlights: ranges of its canonical text to mark.
        cited: the eid of the provision to point out at its margin.

    """
    roots = [provision for provision in document.provisions if provision.parent is None]
    body = "".join(_section(document, provision, highlights, cited) for provision in roots)
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(document_label(document))}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(document_label(document))}</h1>{body}<script>{_SCROLL}</script></body></html>"
    )


def _section(document: Document, provision: Provision, highlights: Sequence[Span], cited: str | None) -> str:
    children = "".join(
        _section(document, child, highlights, cited) for child in document.children(provision.eid)
    )
    classes = f"{provision.unit} cited" if provision.eid == cited else provision.unit
    label = escape(citation_label(provision.path), quote=True)
    return (
        f'<section id="{escape(provision.eid, quote=True)}" class="{classes}" aria-label="{label}">'
        f"{''.join(_paragraphs(document, provision, highlights))}{children}</section>"
    )


def _paragraphs(document: Document, provision: Provision, highlights: Sequence[Span]) -> Iterable[str]:
    """Yield a provision's own lines; the first begins with its number and heading."""
    start, end = provision.span[0], _own_end(document, provision)
    num_end = start + len(provision.num)
    for line_start, line_end in _lines(document.text, start, end):
        words = _marked(document.text, (max(line_start, num_end), line_end), highlights)
        if line_start == start and provision.num:
            css = "heading" if provision.heading else "words"
            yield f'<p><span class="num">{escape(provision.num)}</span><span class="{css}">{words}</span></p>'
        else:
            yield f"<p>{words}</p>"


def _own_end(document: Document, provision: Provision) -> int:
    first = next(document.children(provision.eid), None)
    return first.span[0] if first else provision.span[1]


def _lines(text: str, start: int, end: int) -> Iterable[Span]:
    for line in text[start:end].splitlines(keepends=True):
        yield start, start + len(line.rstrip("\n"))
        start += len(line)


def _marked(text: str, span: Span, highlights: Sequence[Span]) -> str:
    """Escape a slice of the text, with the parts inside a highlight in <mark>."""
    position, end = span
    pieces: list[str] = []
    for highlight in sorted(highlights):
        first, last = max(highlight[0], position), min(highlight[1], end)
        if first < last:
            pieces += (escape(text[position:first]), f"<mark>{escape(text[first:last])}</mark>")
            position = last
    return "".join((*pieces, escape(text[position:end])))
