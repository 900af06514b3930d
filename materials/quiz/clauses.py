"""The clauses of a provision: what is short enough to be read in a question and still says something."""

import re
from collections.abc import Iterator

from ingest import Document, Provision, Span
from ingest.sentences import sentence_spans
from materials.clauses import lists_who

_SHORTEST, _LONGEST = 7, 80
"""Words of a clause that is asked about."""

_SEGMENT = re.compile(r"[^;]+")
_TRIMMED = " \n;:.,/-–*"


def clauses_of(document: Document, provision: Provision) -> Iterator[Span]:
    """Yield the clauses of a provision's own words; a long one is cut before a comma.

    What follows a ";" is a clause of its own only where it states a figure: else it may go on with a list.
    A share of people without what they shall do is none: "100% người được giao nhiệm vụ; thành viên …".
    """
    start, end = provision.text_span
    for first, last in sentence_spans(document.text[start:end]):
        for found in _SEGMENT.finditer(document.text, start + first, start + last):
            clause = _shortened(document.text, _trimmed(document.text, found.span()))
            says_it_all = found.start() == start + first or "%" in found[0]
            if (
                says_it_all
                and not lists_who(document.text, *clause)
                and _words(document.text, clause) >= _SHORTEST
            ):
                yield clause


def _trimmed(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_TRIMMED))
    return start, max(start, span[0] + len(words.rstrip(_TRIMMED)))


def _shortened(text: str, span: Span) -> Span:
    """Return a clause up to the last comma that leaves it short enough; an opened parenthesis is left out."""
    if _words(text, span) <= _LONGEST:
        return span
    ends = [span[0] + found.start() for found in re.finditer(",", text[slice(*span)])]
    fitting = [end for end in ends if _words(text, (span[0], end)) <= _LONGEST]
    closed = [end for end in fitting if text.count("(", span[0], end) == text.count(")", span[0], end)]
    return (span[0], closed[-1]) if closed else (span[0], span[0])


def _words(text: str, span: Span) -> int:
    return len(text[slice(*span)].split())
