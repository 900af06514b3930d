"""Which sentences of a passage answer, and where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from answer.asked import Asked
from answer.coverage import Said, coverage
from answer.looks import is_furniture
from index import Hit
from ingest import Document, Provision, Span

_SHORT_PASSAGE = 100
"""A passage of at most this many words is quoted whole."""

_LINE_SAYS = 0.35
"""A line of a header or a closing is quoted if it says at least this share of what is asked."""

_GOOD_SENTENCE = 0.6
"""A sentence of a longer passage is quoted if it says this share of what the passage's best one says."""

_HEADING_SAYS = 0.6
"""A passage is quoted whole whose heading says at least this share of what is asked."""

_MARK = 1.0
"""What bearing the mark of a fact asked for counts beside saying all the terms asked."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that answers: where it stands in the document, and in which of its provisions."""

    document: Document
    provision: Provision
    span: Span

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[slice(*self.span)]


def quotes_from(hit: Hit, asked: Asked) -> list[Quote]:
    """Return the sentences of a passage that answer, in print order.

    A short passage is quoted whole, and one that the question names; of a longer one, the sentences of the
    part that matched that say most of what is asked. Where a fact is asked for and some sentences bear its
    mark, only those.
    """
    document = hit.document
    if hit.named and hit.part != hit.passage.span:
        return [Quote(document, document.provision(hit.passage.eid), hit.part)]
    return [_with_heading(quote) for quote in _sentences(hit, asked)]


def heading_span(document: Document, provision: Provision) -> Span | None:
    """Return where a provision's heading stands in the canonical text; None if it has none."""
    if not provision.heading:
        return None
    start = document.text.find(provision.heading, *provision.span)
    return (start, start + len(provision.heading)) if start >= 0 else None


def _with_heading(quote: Quote) -> Quote:
    """Return a quote with its provision's heading, if only a space parts them and it adds something."""
    heading = heading_span(quote.document, quote.provision)
    says_more = (quote.provision.heading or "").lower() not in quote.text.lower()
    if heading and says_more and not quote.document.text[heading[1] : quote.span[0]].strip(" .:\n"):
        return replace(quote, span=(heading[0], quote.span[1]))
    return quote


def _sentences(hit: Hit, asked: Asked) -> list[Quote]:
    document = hit.document
    quotes = [
        Quote(document, _innermost(document, hit.passage.eid, span), span) for span in hit.passage.sentences
    ]
    if hit.named:
        return quotes
    marked = [quote for quote in quotes if _marks(quote.text, asked)]
    matched = marked or [quote for quote in quotes if _is_inside(quote.span, hit.part)]
    if not marked and _is_under_what_is_asked(hit, asked):
        return quotes
    matched = [clause for quote in matched for clause in _clauses(quote)]
    if is_furniture(hit):  # its lines have nothing to do with each other
        matched = [quote for quote in matched if _said(quote.text, asked) >= _LINE_SAYS]
    elif _words(matched) <= _SHORT_PASSAGE:
        return matched
    best = _best(matched, asked)
    return [quote for quote in matched if quote in best or _shares_an_item(quote, best, matched)]


def _is_under_what_is_asked(hit: Hit, asked: Asked) -> bool:
    """Tell whether a passage's heading says what is asked, so that any of its sentences may answer."""
    if asked.expected or is_furniture(hit):
        return False
    provision = hit.document.provision(hit.passage.eid)
    above = hit.document.provision(provision.parent) if provision.parent else provision
    headings = (provision.heading or "", above.heading or "")
    return any(coverage(asked.terms, Said.by(one)).share >= _HEADING_SAYS for one in headings if one)


def _clauses(quote: Quote) -> list[Quote]:
    """Return the clauses of a long sentence, parted by semicolons; else the sentence."""
    if len(quote.text.split()) <= _LONG_SENTENCE:
        return [quote]
    start = quote.span[0]
    cuts = [start, *(start + found.end() for found in _CLAUSE_END.finditer(quote.text)), quote.span[1]]
    return [replace(quote, span=(first, last - _space_before(quote, last))) for first, last in pairwise(cuts)]


def _space_before(quote: Quote, end: int) -> int:
    text = quote.document.text[quote.span[0] : end]
    return len(text) - len(text.rstrip())


_CLAUSE_END = re.compile(r";\s+(?=\w)")
"""Takes "; " in "chỉ đạo; nghiên cứu"; not the ";" that ends a point."""

_LONG_SENTENCE = 60
"""A sentence of more words than these is quoted by its clauses."""


def _is_inside(span: Span, part: Span) -> bool:
    return part[0] <= span[0] <= span[1] <= part[1]


def _words(quotes: Iterable[Quote]) -> int:
    return sum(len(quote.text.split()) for quote in quotes)


def _shares_an_item(quote: Quote, best: Sequence[Quote], matched: Sequence[Quote]) -> bool:
    """Tell whether a quote stands in a short dash item with one of the best: an item is not torn apart."""
    item = [one for one in matched if one.provision == quote.provision]
    together = any(one.provision == quote.provision for one in best)
    return quote.provision.unit == "gach" and together and _words(item) <= _SHORT_PASSAGE


def _best(quotes: Sequence[Quote], asked: Asked) -> list[Quote]:
    said = [_said(quote.text, asked) for quote in quotes]
    bar = _GOOD_SENTENCE * max(said, default=0.0)
    return [quote for quote, share in zip(quotes, said, strict=True) if share >= bar]


def _said(sentence: str, asked: Asked) -> float:
    return coverage(asked.terms, Said.by(sentence)).share + _MARK * _marks(sentence, asked)


def _marks(sentence: str, asked: Asked) -> int:
    return sum(fact.is_given(sentence) for fact in asked.expected)


def _innermost(document: Document, eid: str, span: Span) -> Provision:
    """Return the provision whose own text holds a span: the passage's, or one of its dash items."""
    dashes = (child for child in document.children(eid) if child.unit == "gach")
    holding = (child for child in dashes if child.span[0] <= span[0] and span[1] <= child.span[1])
    return next(holding, document.provision(eid))
