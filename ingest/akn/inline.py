"""What is marked inside a line: citations, quoted new words, footnotes, number, title, signature."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import SubElement, _Element

from ingest.akn.address import reference_iri
from ingest.akn.characters import printable
from ingest.akn.names import AKN
from ingest.document import Document, Note, Provision, Span


@dataclass(frozen=True, slots=True)
class _Mark:
    """An element around `[start, end)`, in a <mod> of the eId `mod` if it has one; or a footnote."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: Note | None = None
    mod: str | None = None


class Marks:
    """The marks of a document, taken piece by piece as the text is written.

    Of two that overlap, or of two citations one inside the other, the first and wider is written; none is
    that goes beyond its piece. The document's own metadata has all of them.
    """

    def __init__(self, document: Document) -> None:
        self._text = printable(document.text)
        self._waiting = deque(sorted(_marks(document), key=_order))

    def write(self, piece: _Element, start: int, end: int) -> None:
        """Write `[start, end)` of the text into an empty element, with marks; pieces come in text order."""
        self._fill(piece, start, end)
        while self._waiting and (note := self._waiting[0].note) and note.at == end:
            self._waiting.popleft()
            _write_note(piece, note)

    def _fill(self, element: _Element, start: int, end: int) -> None:
        at = start
        while self._waiting and self._waiting[0].start < end:
            mark = self._waiting.popleft()
            if mark.note:
                at = self._append(element, at, max(at, mark.start))
                _write_note(element, mark.note)
            elif at <= mark.start and mark.end <= end and element.tag != AKN + mark.tag:
                self._append(element, at, mark.start)
                place = SubElement(element, f"{AKN}mod", eId=mark.mod) if mark.mod else element
                self._fill(SubElement(place, AKN + mark.tag, mark.attributes), mark.start, mark.end)
                at = mark.end
        self._append(element, at, end)

    def _append(self, element: _Element, start: int, end: int) -> int:
        """Write `[start, end)` behind what the element has, a line's end as <eol/>; return `end`."""
        first, *others = self._text[start:end].split("\n")
        _say(element, first)
        for line in others:
            SubElement(element, f"{AKN}eol")
            _say(element, line)
        return end


def _order(mark: _Mark) -> tuple[int, bool, int]:
    """Order marks: at one place the footnote first, then the widest."""
    return mark.start, mark.note is None, -mark.end


def quotations(document: Document) -> dict[Span, str]:
    """Return where new words that amendments quote stand, each with the eId of its <mod>.

    Only those within the own words of one provision, none inside another.
    """
    found: dict[Span, str] = {}
    end = 0
    changes = [(change.new_text, change.by) for change in document.amendments if change.new_text]
    for quoted, by in sorted(changes):
        first, last = document.provision(by).text_span
        if max(first, end) <= quoted[0] and quoted[1] <= last:
            found[quoted] = f"mod_{len(found) + 1}"
            end = quoted[1]
    return found


def _marks(document: Document) -> Iterator[_Mark]:
    for span, eid in quotations(document).items():
        yield _Mark(*span, "quotedText", {"eId": f"{eid}__qtext_1"}, mod=eid)
    for reference in document.references:
        iri = reference_iri(reference, document)
        if iri:
            yield _Mark(*reference.span, "ref", {"href": iri})
    for note in document.notes:
        yield _Mark(note.at, note.at, "authorialNote", note=note)
    for provision in document.provisions:
        if provision.unit == "phan_dau":
            yield from _printed(document, document.number, provision, "docNumber", {})
            yield from _printed(document, document.title, provision, "docTitle", {})
        if provision.unit == "phan_cuoi" and document.signer:
            signed = {"refersTo": "#signer"}
            yield from _printed(document, document.signer.name, provision, "signature", signed)


def _printed(
    document: Document, words: str | None, provision: Provision, tag: str, attributes: Mapping[str, str]
) -> Iterator[_Mark]:
    """Mark a fact where a provision prints it, if it does."""
    start = document.text.find(words, *provision.span) if words else -1
    if words and start >= 0:
        yield _Mark(start, start + len(words), tag, attributes)


def _say(element: _Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _write_note(element: _Element, note: Note) -> None:
    written = SubElement(element, f"{AKN}authorialNote", marker=printable(note.label))
    for line in printable(note.text).split("\n"):
        SubElement(written, f"{AKN}p").text = line
