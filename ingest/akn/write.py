"""`to_akn`: a document as Akoma Ntoso 3.0."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from lxml.etree import Element, QName, SubElement, _Element, tostring

from ingest.akn.address import doctype
from ingest.akn.characters import printable
from ingest.akn.inline import Marks, quotations
from ingest.akn.meta import write_component_meta, write_meta
from ingest.akn.names import AKN, ELEMENTS, LABEL, OWN, THEN, usual_gap
from ingest.document import Document, Provision, Span

_ANNEX = "phụ lục"
_PIECES = ("num", "heading", "p")
"""The elements with words in them, inside which white space counts."""

_LEGAL_BASIS = re.compile(r"Căn cứ\s|Xét\s")
"""Takes the line at which the preamble begins, "Căn cứ Luật …"; must not take "Thực hiện dân chủ", which
may be a title."""


def to_akn(document: Document) -> bytes:
    """Return a document as UTF-8 XML, valid Akoma Ntoso 3.0, from which `read_akn` gives it back.

    A law, decree, resolution … is an act, its draft a bill; a plan, a submission, a text without any
    provision is a doc. Header and legal bases are preface and preamble, the closing part conclusions; an
    annex, with all behind it, is an attachment.
    """
    root = Element(f"{AKN}akomaNtoso", nsmap={None: AKN[1:-1], "danchu": OWN[1:-1]})
    _Writer(document).write(root)
    _indent(root, "\n")
    xml: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return xml


class _Writer:
    """Writes the provisions in text order, and remembers where the last piece of text ended."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = printable(document.text)
        self._marks = Marks(document)
        self._quotations = list(quotations(document))
        self._children: dict[str | None, list[Provision]] = defaultdict(list)
        for provision in document.provisions:
            self._children[provision.parent].append(provision)
        self._last: _Element | None = None
        self._last_end = 0

    def write(self, root: _Element) -> None:
        """Write the document under the root element."""
        roots = self._children[None]
        main = list(takewhile(lambda provision: provision.unit != "phu_luc", roots))
        body = [provision for provision in main if provision.unit not in ("phan_dau", "phan_cuoi")]
        kind = self._document.kind
        tag = doctype(kind, self._document.status) if body else "doc"
        document = SubElement(root, AKN + tag, name=printable(kind) or "văn bản")
        write_meta(document, self._document)
        for provision in main:
            if provision.unit == "phan_dau":
                self._header(document, provision)
        self._body(SubElement(document, AKN + ("mainBody" if tag == "doc" else "body")), body)
        self._closing(document, main)
        if main != roots:
            self._attachments(document, roots[len(main) :])

    def _header(self, document: _Element, header: Provision) -> None:
        """Write the header: what stands before the first legal basis is the preface."""
        place = None
        for start, end in self._lines(header.text_span):
            if place is None or (QName(place).localname == "preface" and self._is_basis(start)):
                name = "preamble" if self._is_basis(start) else "preface"
                place = SubElement(document, AKN + name, eId=name)
            self._piece(place, "p", start, end)

    def _is_basis(self, start: int) -> bool:
        return _LEGAL_BASIS.match(self._text, start) is not None

    def _body(self, body: _Element, provisions: list[Provision]) -> None:
        """Write provisions into a body; one without any holds an empty paragraph."""
        for provision in provisions:
            self._provision(body, provision)
        if not len(body):
            SubElement(body, f"{AKN}p")

    def _closing(self, document: _Element, provisions: list[Provision]) -> None:
        for provision in provisions:
            if provision.unit == "phan_cuoi":
                closing = SubElement(document, f"{AKN}conclusions", eId=provision.eid)
                self._paragraphs(closing, provision.text_span)

    def _attachments(self, document: _Element, roots: list[Provision]) -> None:
        """Write each annex as an attachment; a part or a closing that follows it belongs to it."""
        attachments = SubElement(document, f"{AKN}attachments")
        starts = [at for at, provision in enumerate(roots) if provision.unit == "phu_luc"]
        for start, end in zip(starts, [*starts[1:], len(roots)], strict=True):
            self._attachment(attachments, roots[start], roots[start + 1 : end])

    def _attachment(self, attachments: _Element, annex: Provision, followers: list[Provision]) -> None:
        attachment = SubElement(attachments, f"{AKN}attachment", _identity(annex))
        self._title(attachment, annex)
        document = SubElement(attachment, f"{AKN}doc", name=_ANNEX)
        write_component_meta(document, self._document, annex.eid)
        body = SubElement(document, f"{AKN}mainBody")
        self._paragraphs(body, annex.text_span)
        parts = [provision for provision in followers if provision.unit != "phan_cuoi"]
        self._body(body, [*self._children[annex.eid], *parts])
        self._closing(document, followers)

    def _provision(self, parent: _Element, provision: Provision) -> None:
        element = SubElement(parent, AKN + ELEMENTS[provision.unit], _identity(provision))
        if provision.unit == "phu_luc":
            element.set("name", _ANNEX)
        self._title(element, provision)
        children = self._children[provision.eid]
        if provision.text:
            name = "intro" if children else "content"
            words = SubElement(element, AKN + name, eId=f"{provision.eid}__{name}")
            self._paragraphs(words, provision.text_span)
        for child in children:
            self._provision(element, child)

    def _title(self, element: _Element, provision: Provision) -> None:
        """Write number and heading; a heading stands right before the provision's own words."""
        start = provision.span[0]
        end = start + len(provision.num)
        if provision.num:
            self._piece(element, "num", start, end)
        if provision.heading:
            start = self._text.index(printable(provision.heading), end)
            self._piece(element, "heading", start, start + len(provision.heading))

    def _paragraphs(self, element: _Element, span: Span) -> None:
        for start, end in self._lines(span):
            self._piece(element, "p", start, end)

    def _lines(self, span: Span) -> Iterator[Span]:
        """Cut a provision's own words into lines, but not new words that an amendment quotes."""
        start, end = span
        while start < end:
            line_end = self._text.find("\n", start, end)
            while line_end >= 0 and (quote_end := self._quote_end(line_end)):
                line_end = self._text.find("\n", quote_end, end)
            line_end = end if line_end < 0 else line_end
            yield start, line_end
            start = line_end + 1

    def _quote_end(self, at: int) -> int | None:
        """Return where the quoted new words that hold this offset end, None if there are none."""
        before = bisect_right(self._quotations, (at, at)) - 1
        start, end = self._quotations[before] if before >= 0 else (at, at)
        return end if start <= at < end else None

    def _piece(self, parent: _Element, tag: str, start: int, end: int) -> None:
        """Write one piece of text; white space before it that is not usual is said at the piece before."""
        if self._last is not None:
            gap = self._text[self._last_end : start]
            if gap != usual_gap(self._last.tag):
                self._last.set(THEN, gap)
        self._last, self._last_end = SubElement(parent, AKN + tag), end
        self._marks.write(self._last, start, end)


def _identity(provision: Provision) -> dict[str, str]:
    return {"eId": provision.eid, LABEL: provision.path[-1].label}


def _indent(element: _Element, line_start: str) -> None:
    """Put each element on a line of its own, but for those inside a piece of text."""
    if QName(element).localname in _PIECES or not len(element):
        return
    element.text = f"{line_start}  "
    for child in element:
        _indent(child, f"{line_start}  ")
        child.tail = f"{line_start}  "
    element[-1].tail = line_start
