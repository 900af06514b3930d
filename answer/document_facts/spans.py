"""Where things stand in a document, and what a claim made of them says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Document, Provision, Span


@dataclass(frozen=True, slots=True)
class Shown:
    """What a claim says, and the spans that prove it; without words of its own it is its first quote."""

    spans: tuple[Span, ...]
    text: str | None = None


def header_of(document: Document) -> Span:
    """Return the part before the first provision."""
    first = next(iter(document.provisions), None)
    return first.span if first and first.unit == "phan_dau" else (0, 0)


def closing_of(document: Document) -> Span:
    """Return the adoption sentence, recipients and signature of the act itself."""
    closing = (p for p in document.provisions if p.unit == "phan_cuoi" and p.parent is None)
    return next((provision.span for provision in closing), (0, 0))


def spans_of(pattern: re.Pattern[str], document: Document, within: Span) -> Iterator[Span]:
    """Yield where a pattern stands in a part of the text, without the white space around it."""
    for found in pattern.finditer(document.text, *within):
        group = "words" if "words" in pattern.groupindex else 0
        words = found[group].strip()
        start = found.start(group) + found[group].index(words)
        yield start, start + len(words)


def line_around(document: Document, at: int) -> Span:
    """Return the line that an offset stands on."""
    end = document.text.find("\n", at)
    return document.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(document.text)


def words_at(document: Document, span: Span) -> str:
    """Return the words at a span."""
    return document.text[slice(*span)]


def within_provision(document: Document, span: Span) -> Span:
    """Return a span without the number of the provision that it opens."""
    start = holding(document, span).text_span[0]
    return (start if span[0] < start < span[1] else span[0]), span[1]


def holding(document: Document, span: Span) -> Provision:
    """Return the innermost provision that holds a span."""
    around = [p for p in document.provisions if p.span[0] <= span[0] and span[1] <= p.span[1]]
    return min(around, key=lambda provision: provision.span[1] - provision.span[0])
