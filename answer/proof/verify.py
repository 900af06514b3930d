"""The invariants of an answer: what is not proved by its quotes is not said.

Checked on every answer, however it was made, before it is handed out: each claim has a citation; each
quote equals the canonical text at its span, inside the provision named; each path exists; a claim's
numbers, dates and names occur in its quotes (a name may stand in the citation's label); an abstention
cites nothing.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from answer.proof.figures import given, stated
from answer.proof.force import turned
from answer.result import Answer, Citation, Claim
from index.question.abbreviations import spell_out
from ingest import Document
from ingest.accents import UPPER, fold
from ingest.places import AMBIGUOUS_NAMES, PROVINCE_NOW

_NAME = re.compile(rf"(?<![.!?…] )(?<!^)(?<!\w)[{UPPER}]\w*|(?<!\w)[{UPPER}]\w* (?=[{UPPER}])")
"""Takes "Sóc" and "Trăng" in "tỉnh Sóc Trăng", "Lào" in "Lào Cai" at the start; not "Kinh" in "Kinh phí"."""


_STARTERS = {"ở", "tại", "theo", "do", "trong", "tỉnh", "huyện", "khi", "nếu"}
"""Words that begin a sentence before a name, and are none."""


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
    """Return what a claim says that its quotes do not: figures, dates, names, force; or that it has none."""
    cited = [citation for citation in citations if citation.n in claim.citations]
    missing = sorted({*claim.citations} - {citation.n for citation in cited})
    if missing or not claim.citations:
        return [f"cites what is not there: {missing}" if missing else "has no citation"]
    if any(claim.text == citation.quote for citation in cited):
        return []
    quotes = " ".join(citation.quote for citation in cited)
    added = _added(claim.text, quotes, " ".join(citation.label for citation in cited))
    return [f"“{thing}” is not in the quotes" for thing in added]


@lru_cache(maxsize=64)
def _added(claim: str, quotes: str, labels: str) -> tuple[str, ...]:
    """Return what a claim adds to its quotes; a draft is proved, then the answer made of it."""
    figures = stated(claim) - given(quotes)
    return (*sorted(figures | _names_missing(claim, f"{quotes} {labels}")), *turned(claim, quotes))


def _names_missing(claim: str, printed: str) -> set[str]:
    """Return the names of a claim, word by word, and its provinces, however typed, that are not printed."""
    words = _words(printed)
    names = {found[0].strip() for found in _NAME.finditer(spell_out(claim))}
    if any(name.lower() not in words for name in names):
        words |= _words(spell_out(printed))
    said, there = _spaced(claim), fold(_spaced(printed))
    places = {
        name
        for name, forms in _PROVINCES.items()
        if any(form in said for form in forms)
        and forms[1] not in there
        and (name in claim or name not in AMBIGUOUS_NAMES)
    }
    return {name for name in names if name.lower() not in words | _STARTERS} | places


_PROVINCES = {name: (f" {name.lower()} ", f" {fold(name)} ") for name in PROVINCE_NOW}
"""Each province with its name as it is looked for: with accents, and without."""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _spaced(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return f" {' '.join(words)} "


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
