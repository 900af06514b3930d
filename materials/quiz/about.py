"""What can be asked of a document itself: its day of issue, its day of effect."""

from collections.abc import Iterator
from typing import Literal

from answer.document_facts.printed import shown
from answer.document_facts.spans import holding
from ingest import Document
from ingest.dates import DATE, iso_date
from materials.quiz.fact import Fact


def facts_about(document: Document) -> Iterator[Fact]:
    """Yield the facts of a document that it prints whole, each in one line that says it."""
    yield from _day(document, "issued_on")
    if document.effective_on:
        yield from _day(document, "effective_on")


def _day(document: Document, kind: Literal["issued_on", "effective_on"]) -> Iterator[Fact]:
    """Yield a day where a line prints it and, of effect, says so."""
    wanted = document.issued_on if kind == "issued_on" else document.effective_on
    for line in shown(document, kind):
        clause = line.spans[0]
        words = document.text[slice(*clause)]
        for found in DATE.finditer(document.text, *clause):
            blank = len(iso_date(found) or "") < len("2024-01-31")
            if blank or iso_date(found) != wanted or (kind == "effective_on" and "hiệu lực" not in words):
                continue
            start = found.start() + len("ngày ")
            yield Fact(kind, document, holding(document, clause), clause, found[0][5:], (start, found.end()))
            return
