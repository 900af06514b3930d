"""What has changed since in the provisions that an answer cites."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from answer.result import Citation
from ingest import Document
from ingest.citation import citation_label, date_label, document_label
from ingest.document import Amendment
from ingest.references import amended_by, number_key

KNOWN_AMENDED: dict[str, list[str]] = {
    number_key(act["number"]): act["by"]
    for act in tomllib.loads((Path(__file__).parent / "amended.toml").read_text(encoding="utf-8"))["amended"]
}
"""Number of an act → those of the acts known to amend it."""

_CHANGED = {
    "sửa đổi": "được sửa đổi",
    "bổ sung": "được bổ sung",
    "thay thế": "được thay thế",
    "bãi bỏ": "bị bãi bỏ",
}
_CLAUSES_NAMED = 3
"""Clauses of an amending act that a warning names; an article may be changed by a dozen."""


def amendments_of(
    citations: Sequence[Citation], documents: Mapping[str, Document], facts: Mapping[str, Document]
) -> tuple[str, ...]:
    """Return a warning for each cited provision that another act changes, with the clause that does.

    Where the amending act is not in the corpus, the cited act as a whole is said to have been amended.

    Args:
        citations: what the answer cites.
        documents: the corpus by id, whole.
        facts: the same without texts but with what each act amends.

    """
    changed: dict[str, list[str]] = defaultdict(list)
    for citation in {(one.document.id, one.eid): one for one in citations}.values():
        for how in _changes(citation, documents, facts):
            changed[how].append(citation_label(citation.path))
    named = (("; ".join(labels), how) for how, labels in changed.items())
    warnings = (f"{labels[0].upper()}{labels[1:]} {how}" for labels, how in named)
    acts = dict.fromkeys(citation.document.id for citation in citations)
    return (*warnings, *(warning for name in acts for warning in _without_text(documents[name], facts)))


def _changes(
    citation: Citation, documents: Mapping[str, Document], facts: Mapping[str, Document]
) -> Iterator[str]:
    """Yield how each amending act changes a cited provision, in words that follow the provision's name."""
    document = documents[citation.document.id]
    by_act: dict[str, list[Amendment]] = defaultdict(list)
    for act, amendment in amended_by(document.provision(citation.eid), document, facts.values()):
        by_act[act.id].append(amendment)
    for name, amendments in by_act.items():
        act = documents[name]
        verbs = " và ".join(dict.fromkeys(_CHANGED[amendment.action] for amendment in amendments))
        clauses = list(dict.fromkeys(citation_label(act.provision(one.by).path) for one in amendments))
        listed = "; ".join(clauses[:_CLAUSES_NAMED]) + (" …" if len(clauses) > _CLAUSES_NAMED else "")
        day = next((one.effective_on for one in amendments if one.effective_on), None)
        since = f", có hiệu lực từ {date_label(day)}" if day else ""
        yield (
            f"{document_label(document)} đã {verbs} bởi {listed} {document_label(act)}{since}. "
            "Hãy đối chiếu với quy định mới."
        )


def _without_text(document: Document, facts: Mapping[str, Document]) -> Iterator[str]:
    """Yield that an act is known to be amended by acts that the corpus has not."""
    ours = {number_key(act.number) for act in facts.values() if act.number}
    known = KNOWN_AMENDED.get(number_key(document.number or ""), [])
    missing = [f"Luật số {number}" for number in known if number_key(number) not in ours]
    if missing:
        yield (
            f"{document_label(document)} đã được sửa đổi, bổ sung bởi {', '.join(missing)}; kho chưa có "
            "văn bản sửa đổi, hãy đối chiếu điều khoản được trích với văn bản ấy."
        )
