"""`read_akn`: from the XML that `to_akn` wrote back to the document."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from lxml.etree import QName, XMLParser, XMLSyntaxError, _Element, fromstring

from ingest.akn.characters import restored
from ingest.akn.errors import AlteredText, BrokenXml, ForbiddenDoctype, MissingPart, NotAkomaNtoso
from ingest.akn.names import AKN, DIGEST, ELEMENTS, LABEL, OWN, REPLACED, THEN, usual_gap
from ingest.document import Document, Provision, Span, Step, Unit

_UNITS: dict[str, Unit] = {AKN + element: unit for unit, element in ELEMENTS.items()}
_DOCUMENTS = tuple(AKN + name for name in ("act", "bill", "doc"))
_BODIES = tuple(AKN + name for name in ("body", "mainBody"))
_HEADERS = tuple(AKN + name for name in ("preface", "preamble"))
_TITLES = tuple(AKN + name for name in ("num", "heading"))
_WORDS = tuple(AKN + name for name in ("intro", "content"))
_LINE = f"{AKN}p"
_DOCTYPE = b"<!DOCTYPE"


def read_akn(xml: bytes, path: Path = Path("Akoma Ntoso")) -> Document:
    """Return the document that `to_akn` wrote as this XML; `path` names it in messages.

    Raises:
        BrokenXml, ForbiddenDoctype, NotAkomaNtoso, MissingPart, AlteredText: as their names say.

    """
    document = _document(xml, path)
    body = next(document.iterchildren(*_BODIES), None)
    kept = document.find(f"{AKN}meta/{AKN}proprietary")
    for part, element in (("<body>", body), ("<proprietary>", kept)):
        if element is None:
            raise MissingPart(path, part=part)
    try:
        reader = _Reader()
        reader.read(document, body)
        text = restored(reader.text(), json.loads(kept.get(REPLACED, "[]")))
        if kept.get(DIGEST) != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
            raise AlteredText(path)
        facts = {QName(fact).localname: json.loads(fact.text) for fact in kept.iterchildren(f"{OWN}*")}
        provisions = tuple(found.provision(text) for found in reader.found)
        return Document.from_json({**facts, "text": text, "provisions": provisions})
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise MissingPart(path, part="dữ liệu riêng (thẻ, thuộc tính danchu:…)") from error


def _document(xml: bytes, path: Path) -> _Element:
    """Return the act, bill or doc. Nothing is parsed that declares a DTD, and no address is opened.

    `huge_tree` lifts the limits on long texts, and with them libxml2's own guard against entities that
    grow without end; so no DTD comes so far. The encoding is given, lest a DTD hide in another.
    """
    if _DOCTYPE in xml:
        raise ForbiddenDoctype(path)
    parser = XMLParser(
        encoding="utf-8", huge_tree=True, resolve_entities=False, remove_comments=True, remove_pis=True
    )
    try:
        root = fromstring(xml, parser)
    except XMLSyntaxError as error:
        line, column = error.position
        raise BrokenXml(path, line=str(line), column=str(column)) from error
    document = next(root.iterchildren(*_DOCUMENTS), None)
    if root.tag != f"{AKN}akomaNtoso" or document is None:
        raise NotAkomaNtoso(path, tag=QName(root).localname)
    return document


@dataclass(slots=True)
class _Found:
    """A provision being read: the spans of its pieces, None for what it has not."""

    eid: str
    path: tuple[Step, ...]
    parent: str | None
    start: int
    num: Span | None
    heading: Span | None
    words: Span
    end: int

    def provision(self, text: str) -> Provision:
        return Provision(
            eid=self.eid,
            path=self.path,
            num=text[slice(*self.num)] if self.num else "",
            heading=text[slice(*self.heading)] if self.heading else None,
            text=text[slice(*self.words)],
            span=(self.start, self.end),
            text_span=self.words,
            parent=self.parent,
        )


class _Reader:
    """Puts the canonical text together, piece by piece, and notes where each provision stands in it."""

    def __init__(self) -> None:
        self.found: list[_Found] = []
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""

    def text(self) -> str:
        """Return the canonical text read so far."""
        return "".join(self._parts)

    def read(self, document: _Element, body: _Element) -> None:
        """Read header, body, closing part and attachments, in the order of the text."""
        header = [line for part in document.iterchildren(*_HEADERS) for line in part.iterchildren(_LINE)]
        if header:
            self._open("preface", Step("phan_dau", ""), None, header)
        self._hierarchy(body.iterchildren(*_UNITS), None)
        self._closing(document)
        for attachment in document.iterfind(f"{AKN}attachments/{AKN}attachment"):
            self._attachment(attachment)

    def _hierarchy(self, elements: Iterable[_Element], parent: _Found | None) -> None:
        for element in elements:
            step = Step(_UNITS[element.tag], element.attrib[LABEL])
            lines = [line for words in element.iterchildren(*_WORDS) for line in words.iterchildren(_LINE)]
            pieces = [*element.iterchildren(*_TITLES), *lines]
            found = self._open(element.attrib["eId"], step, parent, pieces)
            self._hierarchy(element.iterchildren(*_UNITS), found)
            found.end = self._length

    def _closing(self, document: _Element) -> None:
        for closing in document.iterchildren(f"{AKN}conclusions"):
            self._open(closing.attrib["eId"], Step("phan_cuoi", ""), None, closing.iterchildren(_LINE))

    def _attachment(self, attachment: _Element) -> None:
        """Read an annex; a part that follows it there, but is none of its own, has not its eId."""
        eid, step = attachment.attrib["eId"], Step("phu_luc", attachment.attrib[LABEL])
        (document,) = attachment.iterchildren(f"{AKN}doc")
        (body,) = document.iterchildren(f"{AKN}mainBody")
        lines = [line for line in body.iterchildren(_LINE) if len(line) or line.text]
        annex = self._open(eid, step, None, [*attachment.iterchildren(*_TITLES), *lines])
        parts = list(body.iterchildren(*_UNITS))
        own = list(takewhile(lambda part: part.attrib["eId"].startswith(f"{eid}__"), parts))
        self._hierarchy(own, annex)
        annex.end = self._length
        self._hierarchy(parts[len(own) :], None)
        self._closing(document)

    def _open(self, eid: str, step: Step, parent: _Found | None, pieces: Iterable[_Element]) -> _Found:
        spans: dict[str, list[Span]] = {"num": [], "heading": [], "p": []}
        for piece in pieces:
            spans[QName(piece).localname].append(self._take(piece))
        taken = [span for kind in spans.values() for span in kind]
        end = self._length
        found = _Found(
            eid=eid,
            path=(*parent.path, step) if parent else (step,),
            parent=parent.eid if parent else None,
            start=taken[0][0] if taken else end,
            num=next(iter(spans["num"]), None),
            heading=next(iter(spans["heading"]), None),
            words=(spans["p"][0][0], spans["p"][-1][1]) if spans["p"] else (end, end),
            end=end,
        )
        self.found.append(found)
        return found

    def _take(self, piece: _Element) -> Span:
        """Take the words of a piece, behind the white space that the piece before left."""
        words = _words(piece)
        start = self._length + len(self._gap)
        self._parts += (self._gap, words)
        self._length = start + len(words)
        self._gap = piece.get(THEN, usual_gap(piece.tag))
        return start, self._length


def _words(element: _Element) -> str:
    """Return the words of a piece, an <eol/> as a line's end, without the footnotes."""
    words = [element.text or ""]
    for child in element:
        if child.tag == f"{AKN}eol":
            words.append("\n")
        elif child.tag != f"{AKN}authorialNote":
            words.append(_words(child))
        words.append(child.tail or "")
    return "".join(words)
