"""A document as one self-contained HTML page, with spans of its canonical text highlighted.

The page is shown in a frame of its own: all of the document's words are escaped, and the only script is
ours. Only what is seen is laid out: the text is cut into chunks that the browser leaves out until they
come near (`content-visibility`, CSS Containment Module Level 2), each with an estimate of its height.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from types import MappingProxyType

from ingest import Document, Provision, Span
from ingest.citation import citation_label, document_label
from view.address import address
from view.contents import contents_html
from view.links import Link
from view.remarks import Remark

_FOLDER = Path(__file__).parent
_STYLE = (_FOLDER / "document.css").read_text(encoding="utf-8")
_SCRIPT = (_FOLDER / "document.js").read_text(encoding="utf-8")
_TOOLBAR = (_FOLDER / "toolbar.html").read_text(encoding="utf-8").strip()

_LONG, _CHUNK = 50_000, 5_000
"""Characters of a text, about twenty pages, from which on it is cut into chunks, and those of a chunk."""

_LINE, _LINE_HEIGHT = 80, 26
"""Characters in a line and its height in pixels at the reader's usual width: an estimate is enough, as the
browser remembers the height of what it has once shown."""

_NO_REMARKS: Mapping[str, Sequence[Remark]] = MappingProxyType({})


def document_html(
    document: Document,
    highlights: Sequence[Span] = (),
    cited: str | None = None,
    *,
    links: Sequence[Link] = (),
    remarks: Mapping[str, Sequence[Remark]] = _NO_REMARKS,
    tools: bool = False,
) -> str:
    """Return a document's page.

    Args:
        document: the document.
        highlights: ranges of its canonical text to mark.
        cited: the eid of the provision to point out at its margin.
        links: its citations, in text order, none overlapping another.
        remarks: what is said under a provision, by eid.
        tools: whether to give contents, search, printing, and the link of each provision.

    """
    page = _Page(document, sorted(highlights), cited, links, remarks, tools=tools)
    name = escape(document_label(document))
    own = escape(address(document.id), quote=True)
    above = f"{_TOOLBAR}{contents_html(document)}" if tools else ""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title>'
        f"<style>{_STYLE}</style></head><body>{above}"
        f'<main data-address="{own}"><h1>{name}</h1>{page.html()}</main>'
        f"<script>{_SCRIPT}</script></body></html>"
    )


@dataclass(slots=True)
class _Page:
    document: Document
    highlights: Sequence[Span]
    cited: str | None
    links: Sequence[Link]
    remarks: Mapping[str, Sequence[Remark]]
    tools: bool
    children: dict[str | None, list[Provision]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for provision in self.document.provisions:
            self.children[provision.parent].append(provision)

    def html(self) -> str:
        whole = len(self.document.text)
        return "".join(self._section(provision, whole) for provision in self.children[None])

    def _section(self, provision: Provision, above: int) -> str:
        """Return a provision with its children; `above` is the length of what holds it."""
        size = provision.span[1] - provision.span[0]
        children = "".join(self._section(child, size) for child in self.children.get(provision.eid, ()))
        classes = [provision.unit, *(["cited"] if provision.eid == self.cited else [])]
        style = ""
        if len(self.document.text) > _LONG and above > _CHUNK and (size <= _CHUNK or not children):
            classes.append("chunk")
            height = self._lines_in(provision.span) * _LINE_HEIGHT
            style = f' style="contain-intrinsic-size:auto {height}px"'
        label = escape(citation_label(provision.path), quote=True)
        return (
            f'<section id="{escape(provision.eid, quote=True)}" class="{" ".join(classes)}"'
            f' aria-label="{label}"{style}>{self._copy(provision, label) if self.tools else ""}'
            f"{''.join(self._paragraphs(provision))}{self._remarks(provision)}{children}</section>"
        )

    def _lines_in(self, span: Span) -> int:
        lines = self.document.text[slice(*span)].splitlines()
        return sum(1 + len(line) // _LINE for line in lines)

    def _copy(self, provision: Provision, label: str) -> str:
        link = escape(address(self.document.id, provision.eid), quote=True)
        return f'<a class="copy" href="{link}" aria-label="Sao chép liên kết tới {label}"></a>'

    def _remarks(self, provision: Provision) -> str:
        """Return the changes to a provision, in sight, and who cites it, folded."""
        said = self.remarks.get(provision.eid, ())
        changes = "".join(f"<p>{_remark(remark)}</p>" for remark in said if remark.kind == "amended")
        citing = [f"<li>{_remark(remark)}</li>" for remark in said if remark.kind == "cited"]
        shown = f'<aside class="amended">{changes}</aside>' if changes else ""
        if citing:
            shown += (
                f'<details class="citing"><summary>Được dẫn bởi {len(citing)} nơi</summary>'
                f"<ul>{''.join(citing)}</ul></details>"
            )
        return shown

    def _paragraphs(self, provision: Provision) -> Iterator[str]:
        """Yield a provision's own lines; the first begins with its number and heading."""
        start, end = provision.span[0], self._own_end(provision)
        num_end = start + len(provision.num)
        for line_start, line_end in _lines(self.document.text, start, end):
            words = self._marked((max(line_start, num_end), line_end))
            if line_start == start and provision.num:
                css = "heading" if provision.heading else "words"
                number = f'<span class="num">{escape(provision.num)}</span>'
                yield f'<p>{number}<span class="{css}">{words}</span></p>'
            else:
                yield f"<p>{words}</p>"

    def _own_end(self, provision: Provision) -> int:
        children = self.children.get(provision.eid)
        return children[0].span[0] if children else provision.span[1]

    def _marked(self, span: Span) -> str:
        """Return a slice of the text, with the parts inside a highlight in <mark>."""
        position, end = span
        pieces: list[str] = []
        for highlight in self.highlights:
            first, last = max(highlight[0], position), min(highlight[1], end)
            if first < last:
                pieces += (self._linked(position, first), f"<mark>{self._linked(first, last)}</mark>")
                position = last
        return "".join((*pieces, self._linked(position, end)))

    def _linked(self, position: int, end: int) -> str:
        """Escape a slice of the text, with its citations as links."""
        text, pieces = self.document.text, list[str]()
        at = bisect_left(self.links, position + 1, key=lambda link: link.span[1])
        while at < len(self.links) and self.links[at].span[0] < end:
            link = self.links[at]
            first, last = max(link.span[0], position), min(link.span[1], end)
            pieces += (escape(text[position:first]), _link(link, escape(text[first:last])))
            position, at = last, at + 1
        return "".join((*pieces, escape(text[position:end])))


def _link(link: Link, words: str) -> str:
    title = escape(link.title, quote=True)
    if link.address is None:
        return f'<span class="absent" title="{title}">{words}</span>'
    return f'<a href="{escape(link.address, quote=True)}" target="_blank" title="{title}">{words}</a>'


def _remark(remark: Remark) -> str:
    return f'<a href="{escape(remark.address, quote=True)}" target="_blank">{escape(remark.words)}</a>'


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for line in text[start:end].splitlines(keepends=True):
        yield start, start + len(line.rstrip("\n"))
        start += len(line)
