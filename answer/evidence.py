"""Which of the passages found answer a question, and which of their sentences."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from answer.expected import ExpectedAnswer
from answer.relevance import Asked, Judged, judged
from index import Filters, Hit, HybridRetriever
from index.question.places import NamedPlaces
from index.tokens import syllables, terms
from ingest import Document, Provision, Span
from ingest.accents import fold

RETRIEVED = 10
"""Passages looked at for one question, for each place that it names."""

ANSWERS = 0.3
"""The best passage of a search answers if its relevance is at least this; else the search found no answer."""

_QUOTED = 0.25
_SHARE_OF_BEST = 0.5
"""Besides the best passage those are quoted whose relevance is at least the first, and this share of the best's."""

_SHORT_PASSAGE = 100
"""A passage of at most this many words is quoted whole."""

_GOOD_SENTENCE = 0.5
"""A sentence of a longer passage is quoted if it scores this share of the passage's best one."""

_LENGTH_EXPONENT = 0.25
"""How far a sentence's length counts against it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question: each search's passages, best first, and those to be quoted.

    `silent` are the places that the question names, with texts that do not answer it.
    """

    question: str
    asked: Asked
    judged: tuple[Judged, ...]
    chosen: tuple[Hit, ...]
    silent: tuple[str, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The passages found, in rank order."""
        return tuple(sorted((one.hit for one in self.judged), key=lambda hit: -hit.score))

    @property
    def best(self) -> float:
        """How likely the likeliest passage answers, 0 to 1."""
        return max((one.relevance for one in self.judged), default=0.0)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that answers: where it stands in the document, and in which of its provisions."""

    document: Document
    provision: Provision
    span: Span


def gather(question: str, retriever: HybridRetriever, filters: Filters) -> Evidence:
    """Search for a question, once for each place that it names, so that every place has its say."""
    understood = retriever.understood(question)
    places = NamedPlaces((), ()) if filters.places else retriever.places_in(understood)
    asked = Asked.by(understood, places, retriever)
    searches = {place: replace(filters, places=(place,)) for place in places.known}
    if places.unknown and not places.known:  # only texts of no one place, as laws, may answer
        searches = {"": replace(filters, places=places.unknown)}
    found = {
        place: judged(retriever.search(question, RETRIEVED, limits), asked)
        for place, limits in (searches or {"": filters}).items()
    }
    chosen = {place: _with_siblings(_best(one), question, retriever) for place, one in found.items()}
    return Evidence(
        question,
        asked,
        tuple(one for of_place in found.values() for one in of_place),
        tuple(hit for of_place in chosen.values() for hit in of_place),
        tuple(place for place, hits in chosen.items() if place and not hits),
    )


def _best(found: Sequence[Judged]) -> list[Hit]:
    """Return the hits that answer, in rank order: none if the likeliest does not."""
    giving = [one for one in found if one.gives or one.hit.named]
    best = max((one.relevance for one in giving), default=0.0)
    if best < ANSWERS:
        return []
    return [one.hit for one in giving if one.relevance >= max(min(_QUOTED, best), _SHARE_OF_BEST * best)]


def _with_siblings(best: Sequence[Hit], question: str, retriever: HybridRetriever) -> list[Hit]:
    """Return all that stands right under the first hit's heading, if the question says that heading.

    "Phòng Tư pháp có nhiệm vụ gì?" asks for every point under "2. Phòng Tư pháp", not the nearest two.
    Otherwise return the hits as they are.
    """
    if not best:
        return []
    first = best[0]
    above = first.document.provision(first.passage.eid).parent
    heading = first.document.provision(above).heading if above else None
    if not above or not heading or _words(heading) not in _words(question):
        return list(best)
    return [
        replace(first, passage=passage, part=passage.span)
        for passage in retriever.passages_of(first.document.id)
        if first.document.provision(passage.eid).parent == above
    ]


def _words(text: str) -> str:
    return f" {' '.join(syllables(fold(text)))} "


def quotes_from(
    hit: Hit, question: str, facts: Iterable[ExpectedAnswer], idf: Callable[[str], float]
) -> list[Quote]:
    """Return the sentences of a passage that answer, in print order.

    A short passage is quoted whole; of a longer one, the sentences of the part that matched that share most
    of the question's terms, weighted by idf, and those that bear the mark of a fact asked for.
    """
    passage, document = hit.passage, hit.document
    facts = tuple(facts)
    sentences = [span for span in passage.sentences if _matched(hit, span, facts)]
    words = sum(len(document.text[slice(*span)].split()) for span in sentences)
    if words > _SHORT_PASSAGE:
        asked = set(terms(question))
        scores = [_share(document.text[slice(*span)], asked, facts, idf) for span in sentences]
        bar = _GOOD_SENTENCE * max(scores)
        sentences = [span for span, score in zip(sentences, scores, strict=True) if score >= bar]
    return [Quote(document, _innermost(document, passage.eid, span), span) for span in sentences]


def _matched(hit: Hit, sentence: Span, facts: Sequence[ExpectedAnswer]) -> bool:
    inside = hit.part[0] <= sentence[0] and sentence[1] <= hit.part[1]
    return inside or any(fact.is_given(hit.document.text[slice(*sentence)]) for fact in facts)


def _share(
    sentence: str, asked: set[str], facts: Iterable[ExpectedAnswer], idf: Callable[[str], float]
) -> float:
    shared = sum(idf(term) for term in asked & set(terms(sentence)))
    marks = sum(fact.is_given(sentence) for fact in facts)
    length = float(len(re.findall(r"\w+", sentence)))
    return (shared + 2 * marks) / math.pow(max(length, 1.0), _LENGTH_EXPONENT)


def _innermost(document: Document, eid: str, span: Span) -> Provision:
    """Return the provision whose own text holds a span: the passage's, or one of its dash items."""
    dashes = (child for child in document.children(eid) if child.unit == "gach")
    holding = (child for child in dashes if child.span[0] <= span[0] and span[1] <= child.span[1])
    return next(holding, document.provision(eid))
