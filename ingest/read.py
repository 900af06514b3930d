"""`read_document`: the one door from a file to a document."""

import hashlib
from pathlib import Path

from ingest.accents import slug
from ingest.catalog import read_catalog
from ingest.clean import clean
from ingest.document import Document
from ingest.errors import EmptyFile
from ingest.facts import Facts, read_facts
from ingest.load import load
from ingest.references import find_references, read_amendments, resolve_references
from ingest.structure import read_structure


def read_document(path: Path) -> Document:
    """Read one legal text into a tree of provisions with its facts.

    Args:
        path: a file of a supported format; a `catalog.toml` beside it may correct facts.

    Raises:
        IngestError: the file cannot be read; the message says why, in Vietnamese.

    """
    raw, source = load(path)
    cleaned = clean(source)
    text = cleaned.text
    if not text:  # there was nothing but page furniture
        raise EmptyFile(path)
    structure = read_structure(text)
    parts = {provision.eid: provision for provision in structure.provisions}
    header, closing = parts.get("preface"), parts.get("conclusions")
    facts = read_facts(
        header.text if header else "", closing.text if closing else "", text, read_catalog(path)
    )
    references = find_references(text, structure.provisions, facts.kind)
    document = Document(
        id=_document_id(facts, path),
        source=path.as_posix(),
        sha256=hashlib.sha256(raw).hexdigest(),
        kind=facts.kind,
        number=facts.number,
        issuer=facts.issuer,
        place=facts.place,
        title=facts.title,
        issued_on=facts.issued_on,
        effective_on=facts.effective_on,
        signer=facts.signer,
        status=facts.status,
        references=references,
        provisions=structure.provisions,
        repairs=tuple(sorted((*cleaned.repairs, *structure.repairs), key=lambda r: r.span)),
        text=text,
        recipients=facts.recipients,
        notes=cleaned.notes,
        corrections=facts.corrections,
        amendments=read_amendments(text, structure.provisions, references, facts.effective_on),
        pages=cleaned.pages,
        warnings=(*cleaned.warnings, *structure.warnings),
    )
    return resolve_references((document,))[0]


def _document_id(facts: Facts, path: Path) -> str:
    """Name a document by number, place and year: "179-nq-hdnd-quang-ninh-2023"; else by its file."""
    number = slug(facts.number or facts.number_symbol)
    if not number:
        return slug(path.stem) or "van-ban"
    place = slug(facts.place.name) if facts.place else ""
    year = (facts.issued_on or "")[:4]
    parts = [number, place, "" if year and year in number.split("-") else year]
    return "-".join(part for part in parts if part)
