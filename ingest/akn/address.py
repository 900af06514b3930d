"""IRIs of acts and provisions (Akoma Ntoso Naming Convention 1.0, section 4)."""

import re

from ingest.accents import slug
from ingest.document import Document, Reference

UNKNOWN_DATE = "0001-01-01"
"""Stands where the standard demands a date and the print has none."""

_ACTS = frozenset(
    {
        "Hiến pháp",
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
        "Lệnh",
        "Nghị quyết",
        "Nghị định",
        "Quyết định",
        "Thông tư",
        "Thông tư liên tịch",
        "Văn bản hợp nhất",
    }
)
"""The kinds that make law (Law 64/2025/QH15, article 4) and their consolidations; the rest are documents."""

_LOCAL_ORGAN = re.compile(
    r"(?:Hội đồng nhân dân|Ủy ban nhân dân)\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s"
)
"""Takes "Hội đồng nhân dân tỉnh Quảng Ninh", which numbers its acts as other provinces do; not "Chính
phủ", nor "Hội đồng nhân dân tỉnh", which says no province."""

_YEAR = re.compile(r"/(\d{4})/")
"""Takes the year in "59/2023/NĐ-CP"; must not take "179/NQ-HĐND"."""


def doctype(kind: str, status: str) -> str:
    """Name the type of document: "act"; "bill" for the draft of one; "doc" for plans, submissions, …."""
    if kind not in _ACTS:
        return "doc"
    return "bill" if status == "draft" else "act"


def work_iri(document: Document) -> str:
    """Return "/akn/vn/act/nghi-dinh/2023-08-14/59-2023-nd-cp"."""
    name = slug(document.number or "") or document.id
    date = document.issued_on or UNKNOWN_DATE
    return _iri(doctype(document.kind, document.status), document.kind, document.issuer, date, name)


def reference_iri(reference: Reference, document: Document) -> str | None:
    """Return where a reference of a document leads: "#art_5" within it, else the IRI of the cited act.

    None if the citation says too little: an IRI needs a year, and a number or a title.
    """
    target = reference.target
    if target and target.document == document.id:
        return f"#{target.eid}" if target.eid else work_iri(document)
    year = _YEAR.search(reference.number or "")
    date = reference.issued_on or (year[1] if year else None)
    name = slug(reference.number or (reference.title or "").removeprefix(reference.kind))
    if not (date and name):
        return None
    act = _iri(doctype(reference.kind, "issued"), reference.kind, reference.issuer, date, name)
    return f"{act}/~{target.eid}" if target and target.eid else act


def _iri(kind_of_document: str, kind: str, issuer: str | None, date: str, name: str) -> str:
    parts = ["/akn/vn", kind_of_document, slug(kind) or "van-ban"]
    if issuer and _LOCAL_ORGAN.match(issuer):
        parts.append(slug(issuer))
    return "/".join([*parts, date, name])
