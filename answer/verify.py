"""The invariants of an answer: what is not proved by its quotes is not said.

Checked on every answer, however it was made, before it is handed out: each claim has a citation; each
quote equals the canonical text at its span, inside the provision named; each path exists; a claim's
numbers, dates and names occur in its quotes (a name may stand in the citation's label); an abstention
cites nothing.
"""

import re
from collections.abc import Mapping, Sequence

from answer.result import Answer, Citation, Claim
from ingest import Document
from ingest.accents import UPPER
from ingest.places import PROVINCE_NOW

_FIGURE = re.compile(r"\d+(?:[.,/-]\d+)*\s?%?")
"""Takes "100%", "08/12/2023", "31/2023"; not "một trăm"."""

_NAME = re.compile(rf"(?<=[\w,;:] )[{UPPER}]\w*")
"""Takes "Sóc" and "Trăng" in "tỉnh Sóc Trăng"; not the first word of a sentence."""


_FORCE = re.compile(r"\b(?:không được|không|chưa|cấm|phải|được|bắt buộc|có thể|nên)\b")
"""Takes "phải", "không được"; not "khôngphải"."""

_NEGATIONS = {"không được", "không", "chưa", "cấm"}


def citation_faults(citation: Citation, documents: Mapping[str, Document]) -> list[str]:
    """Return what is wrong with a citation; empty if it is exact."""
    document = documents.get(citation.document.id)
    if document is None:
        return [f"[{citation.n}] cites an unknown document: {citation.document.id}"]
    try:
        provision = document.provision(citation.eid)
    except KeyError:
        return [f"[{citation.n}] cites a provision that does not exist: {citation.eid}"]
    start, end = citation.span
    faults = []
    if provision.path != citation.path:
        faults.append(f"[{citation.n}] has another path than {citation.eid}")
    if not citation.quote or document.text[start:end] != citation.quote:
        faults.append(f"[{citation.n}] is not verbatim")
    if not provision.span[0] <= start <= end <= provision.span[1]:
        faults.append(f"[{citation.n}] quotes from outside {citation.eid}")
    return faults


def claim_faults(claim: Claim, citations: Sequence[Citation]) -> list[str]:
    """Return what a claim says that its quotes do not: figures, dates, names; or that it has none."""
    by_number = {citation.n: citation for citation in citations}
    missing = [n for n in claim.citations if n not in by_number]
    if missing or not claim.citations:
        return [f"cites what is not there: {missing}" if missing else "has no citation"]
    quotes = " ".join(by_number[n].quote for n in claim.citations)
    labels = " ".join(by_number[n].label for n in claim.citations)
    figures = set(_found(_FIGURE, claim.text)) - set(_found(_FIGURE, quotes))
    names = {*_found(_NAME, claim.text)} - {*re.findall(r"\w+", f"{quotes} {labels}")}
    places = {name for name in PROVINCE_NOW if name in claim.text and name not in f"{quotes} {labels}"}
    turned = _turns_it_round(claim.text, quotes)
    return [f"“{thing}” is not in the quotes" for thing in (*sorted(figures | names | places), *turned)]


def _turns_it_round(claim: str, quotes: str) -> list[str]:
    """Return the words of negation and duty that a claim adds to its quotes, and the negation it drops."""
    said, printed = (set(_found(_FORCE, text.lower())) for text in (claim, quotes))
    left_out = printed & _NEGATIONS and not said & _NEGATIONS
    return sorted(said - printed) + (["một lời phủ định"] if left_out else [])


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0].strip() for found in pattern.finditer(text)]


def faults(answer: Answer, documents: Mapping[str, Document]) -> list[str]:
    """Return every invariant that an answer breaks; empty if it may be shown."""
    if answer.status == "abstained":
        return ["an abstention cites something"] if answer.claims or answer.citations else []
    found = [fault for citation in answer.citations for fault in citation_faults(citation, documents)]
    found += [fault for claim in answer.claims for fault in claim_faults(claim, answer.citations)]
    marks = {int(n) for n in re.findall(r"\[(\d+)\]", _unquoted(answer))}
    if not answer.claims:
        found.append("an answer without a claim")
    if marks != {citation.n for citation in answer.citations}:
        found.append("the [n] marks are not the citations")
    return found


def _unquoted(answer: Answer) -> str:
    """Return the answer's text without its claims' own words, which may hold brackets."""
    text = answer.answer
    for claim in answer.claims:
        text = text.replace(claim.text, "", 1)
    return text
