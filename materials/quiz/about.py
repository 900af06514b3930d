"""What can be asked of a document itself: number, day of issue, day of effect, signer."""

import re
from collections.abc import Iterator

from answer.document_facts.printed import shown
from answer.document_facts.spans import holding
from ingest import Document
from materials.quiz.fact import Fact, FactKind

_ASKED: tuple[FactKind, ...] = ("number", "issued_on", "effective_on", "signer")

_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""Takes "2024-07-11"; not "2024"."""


def facts_about(document: Document) -> Iterator[Fact]:
    """Yield the facts of a document that it prints whole."""
    for kind in _ASKED:
        answer = value_of(document, kind)
        lines = shown(document, kind) if answer else []  # type: ignore[arg-type]
        if answer and lines:
            clause = lines[-1].spans[0]
            yield Fact(kind, document, holding(document, clause), clause, answer)


def value_of(document: Document, kind: FactKind) -> str | None:
    """Return a fact of a document as an option shows it; None where the print leaves it blank."""
    if kind == "signer":
        return document.signer.name if document.signer else None
    if kind == "number":
        return document.number
    day = document.issued_on if kind == "issued_on" else document.effective_on
    return "/".join(reversed(day.split("-"))) if day and _WHOLE_DAY.fullmatch(day) else None
