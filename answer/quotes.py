"""Which sentences of a passage answer, and where they stand."""

from dataclasses import dataclass

from answer.coverage import Said, coverage
from answer.relevance import Asked
from index import Hit
from ingest import Document, Provision, Span

_SHORT_PASSAGE = 100
"""A passage of at most this many words is quoted whole."""

_GOOD_SENTENCE = 0.6
"""A sentence of a longer passage is quoted if it says this share of what the passage's best one says."""

_MARK = 1.0
"""What bearing the mark of a fact asked for counts beside saying all the terms asked."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that answers: where it stands in the document, and in which of its provisions."""

    document: Document
    provision: Provision
    span: Span


def quotes_from(hit: Hit, asked: Asked) -> list[Quote]:
    """Return the sentences of a passage that answer, in print order.

    A short passage is quoted whole, and one that the question names; of a longer one, the sentences of the
    part that matched that say most of what is asked, and those that bear the mark of a fact asked for.
    """
    document, sentences = hit.document, _matched(hit, asked)
    words = sum(len(document.text[slice(*span)].split()) for span in sentences)
    if words > _SHORT_PASSAGE and not hit.named:
        sentences = _best(sentences, document, asked)
    return [Quote(document, _innermost(document, hit.passage.eid, span), span) for span in sentences]


def _matched(hit: Hit, asked: Asked) -> list[Span]:
    start, end = hit.part
    return [
        span
        for span in hit.passage.sentences
        if start <= span[0] <= span[1] <= end or _marks(hit.document.text[slice(*span)], asked)
    ]


def _best(sentences: list[Span], document: Document, asked: Asked) -> list[Span]:
    said = [_said(document.text[slice(*span)], asked) for span in sentences]
    bar = _GOOD_SENTENCE * max(said)
    return [span for span, share in zip(sentences, said, strict=True) if share >= bar]


def _said(sentence: str, asked: Asked) -> float:
    return coverage(asked.terms, Said.by(sentence)).share + _MARK * _marks(sentence, asked)


def _marks(sentence: str, asked: Asked) -> int:
    return sum(fact.is_given(sentence) for fact in asked.expected)


def _innermost(document: Document, eid: str, span: Span) -> Provision:
    """Return the provision whose own text holds a span: the passage's, or one of its dash items."""
    dashes = (child for child in document.children(eid) if child.unit == "gach")
    holding = (child for child in dashes if child.span[0] <= span[0] and span[1] <= child.span[1])
    return next(holding, document.provision(eid))
