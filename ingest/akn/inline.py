"""What is marked inside a line: citations, footnotes, the signature."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import SubElement, _Element

from ingest.akn.address import reference_iri
from ingest.akn.names import AKN
from ingest.document import Document, Note

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Takes "\\x01", which XML 1.0 has no way to write; must not take "\\t" or "đ"."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An element around `[start, end)` of the text, or a footnote at `start`."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: Note | None = None


class Marks:
    """The marks of a document, taken piece by piece as the text is written.

    Of two marks that overlap the first is written, and none that goes beyond its piece; the document's
    own metadata has all of them. A footnote inside a mark stands right behind it.
    """

    def __init__(self, document: Document) -> None:
        self._waiting = deque(sorted(_marks(document), key=lambda mark: (mark.start, mark.end)))

    def write(self, element: _Element, text: str, start: int, end: int) -> None:
        """Write `text[start:end]` into an empty element, its marks in place; pieces come in text order."""
        at = start
        while self._waiting and self._begins_before(end):
            mark = self._waiting.popleft()
            if mark.note:
                at = _append(element, text, at, max(at, mark.start))
                _write_note(element, mark.note)
            elif at <= mark.start and mark.end <= end:
                _append(element, text, at, mark.start)
                marked = SubElement(element, AKN + mark.tag, mark.attributes)
                at = _append(marked, text, mark.start, mark.end)
        _append(element, text, at, end)

    def _begins_before(self, end: int) -> bool:
        mark = self._waiting[0]
        return mark.start < end or (mark.note is not None and mark.start == end)


def printable(text: str) -> str:
    """Return a text with U+FFFD for each character that XML forbids; offsets stay."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return the characters that XML forbids, each with its offset."""
    return [(found.start(), found[0]) for found in _FORBIDDEN.finditer(text)]


def _marks(document: Document) -> Iterator[_Mark]:
    for reference in document.references:
        iri = reference_iri(reference, document)
        if iri:
            yield _Mark(*reference.span, "ref", {"href": iri})
    for note in document.notes:
        yield _Mark(note.at, note.at, "authorialNote", note=note)
    for provision in document.provisions:
        if document.signer and provision.unit == "phan_cuoi":
            start = document.text.rfind(document.signer.name, *provision.span)
            if start >= 0:
                yield _Mark(start, start + len(document.signer.name), "signature", {"refersTo": "#signer"})


def _append(element: _Element, text: str, start: int, end: int) -> int:
    """Write `text[start:end]` behind what the element has, a line's end as <eol/>; return `end`."""
    first, *others = text[start:end].split("\n")
    _say(element, first)
    for line in others:
        SubElement(element, f"{AKN}eol")
        _say(element, line)
    return end


def _say(element: _Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _write_note(element: _Element, note: Note) -> None:
    written = SubElement(element, f"{AKN}authorialNote", marker=printable(note.label))
    for line in printable(note.text).split("\n"):
        SubElement(written, f"{AKN}p").text = line
