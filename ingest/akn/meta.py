"""The <meta> of a document: what the act is called and by whom, what it amends, and our own metadata."""

import hashlib
import json
from dataclasses import replace

from lxml.etree import SubElement, _Element

from ingest.accents import slug
from ingest.akn.address import UNKNOWN_DATE, doctype, reference_iri, work_iri
from ingest.akn.characters import escaped, forbidden, printable
from ingest.akn.inline import quotations
from ingest.akn.names import AKN, DIGEST, OWN, REPLACED
from ingest.document import Document

_SOURCE = "#danchu"

_MODIFICATIONS = {
    "sửa đổi": "substitution",
    "bổ sung": "insertion",
    "thay thế": "replacement",
    "bãi bỏ": "repeal",
}
"""What an amendment does → the standard's type of textual modification."""


def write_meta(parent: _Element, document: Document) -> None:
    """Write the metadata of the whole document."""
    meta = SubElement(parent, f"{AKN}meta")
    _identify(meta, document, "main")
    if document.amendments:
        _analyse(meta, document)
    _introduce(meta, document)
    _keep(meta, document)


def write_component_meta(parent: _Element, document: Document, component: str) -> None:
    """Write the metadata of an attachment: its name within the document."""
    _identify(SubElement(parent, f"{AKN}meta"), document, component)


def _identify(meta: _Element, document: Document, component: str) -> None:
    """Write the three FRBR levels: the act, its Vietnamese words, this XML."""
    identification = SubElement(meta, f"{AKN}identification", source=_SOURCE)
    act = work_iri(document)
    words = f"{act}/vie@{document.issued_on or ''}"
    work = _level(identification, "FRBRWork", f"{act}/!{component}", act)
    SubElement(work, f"{AKN}FRBRalias", value=printable(document.title), name="title")
    if document.effective_on:
        _date(work, document.effective_on, "có hiệu lực")
    _issued(work, document)
    SubElement(work, f"{AKN}FRBRcountry", value="vn")
    SubElement(work, f"{AKN}FRBRsubtype", value=slug(document.kind) or "van-ban")
    if document.number:
        SubElement(work, f"{AKN}FRBRnumber", value=printable(document.number))
    prescriptive = doctype(document.kind, document.status) != "doc"
    SubElement(work, f"{AKN}FRBRprescriptive", value=str(prescriptive).lower())
    expression = _level(identification, "FRBRExpression", f"{words}/!{component}", words)
    _issued(expression, document)
    SubElement(expression, f"{AKN}FRBRlanguage", language="vie")
    manifestation = _level(identification, "FRBRManifestation", f"{words}/!{component}.xml", f"{words}.xml")
    _issued(manifestation, document)


def _level(identification: _Element, name: str, this: str, uri: str) -> _Element:
    level = SubElement(identification, AKN + name)
    SubElement(level, f"{AKN}FRBRthis", value=this)
    SubElement(level, f"{AKN}FRBRuri", value=uri)
    return level


def _issued(level: _Element, document: Document) -> None:
    _date(level, document.issued_on, "ban hành")
    SubElement(level, f"{AKN}FRBRauthor", href="#issuer")


def _date(level: _Element, printed: str | None, event: str) -> None:
    """Write a date; one that the print leaves blank is filled up, as the schema demands, and said to be."""
    if printed is None:
        date, event = UNKNOWN_DATE, f"{event}, bản in không ghi"
    elif len(printed) < len(UNKNOWN_DATE):
        date, event = f"{printed}-01-01"[: len(UNKNOWN_DATE)], f"{event}, bản in chỉ ghi {printed}"
    else:
        date = printed
    SubElement(level, f"{AKN}FRBRdate", date=date, name=event)


def _analyse(meta: _Element, document: Document) -> None:
    analysis = SubElement(meta, f"{AKN}analysis", source=_SOURCE)
    changes = SubElement(analysis, f"{AKN}activeModifications")
    quoted = quotations(document)
    for amendment in document.amendments:
        change = SubElement(changes, f"{AKN}textualMod", type=_MODIFICATIONS[amendment.action])
        SubElement(change, f"{AKN}source", href=f"#{amendment.by}")
        changed = reference_iri(amendment.reference, document)
        SubElement(change, f"{AKN}destination", {"href": changed} if changed else {})
        if amendment.new_text in quoted:
            SubElement(change, f"{AKN}new", href=f"#{quoted[amendment.new_text]}__qtext_1")


def _introduce(meta: _Element, document: Document) -> None:
    """Say who is who in the references by "#…"."""
    references = SubElement(meta, f"{AKN}references", source=_SOURCE)
    issuer = document.issuer or "Không rõ cơ quan ban hành"
    _known(references, "TLCOrganization", "issuer", issuer)
    if document.signer:
        _known(references, "TLCPerson", "signer", document.signer.name)
    _known(references, "TLCObject", "danchu", "danchu")


def _known(references: _Element, tag: str, eid: str, name: str) -> None:
    href = f"/akn/ontology/{tag.removeprefix('TLC').lower()}/vn/{slug(name)}"
    SubElement(references, AKN + tag, eId=eid, href=href, showAs=printable(name))


def _keep(meta: _Element, document: Document) -> None:
    """Keep what Akoma Ntoso has no place for: each field of the document as JSON, but text and provisions."""
    kept = SubElement(meta, f"{AKN}proprietary", source=_SOURCE)
    kept.set(DIGEST, hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest())
    replaced = forbidden(document.text)
    if replaced:
        kept.set(REPLACED, json.dumps(replaced))
    for name, value in replace(document, text="", provisions=()).to_json().items():
        if name not in ("text", "provisions"):
            SubElement(kept, OWN + name).text = escaped(json.dumps(value, ensure_ascii=False))
