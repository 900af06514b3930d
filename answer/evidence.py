"""Which of the passages found answer a question, and which of their sentences."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from answer.expected import ExpectedAnswer
from answer.outline import outline
from answer.relevance import Asked, Judged, judged
from index import Filters, Hit, HybridRetriever
from index.question.places import NamedPlaces
from index.tokens import terms
from ingest import Document, Provision, Span
from ingest.accents import fold

RETRIEVED = 10
"""Passages looked at for one question, for each place that it names."""

_NAMED = 100
"""Passages at most of the provisions that a question names."""

ANSWERS = 0.32
"""The best passage of a search answers if its relevance is at least this; else the search found no answer."""

_ALSO_ANSWERS = 0.2
"""The same for a place asked about beside another whose texts answer."""

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
    searches = _searches(understood, places, retriever, filters)
    found = {place: judged(_search(question, retriever, limits), asked) for place, limits in searches.items()}
    likeliest = max((one.relevance for of_place in found.values() for one in of_place), default=0.0)
    bar = ANSWERS if likeliest < ANSWERS else _ALSO_ANSWERS
    chosen = {place: _chosen(one, asked, bar, retriever) for place, one in found.items()}
    return Evidence(
        question,
        asked,
        tuple(one for of_place in found.values() for one in of_place),
        tuple(hit for of_place in chosen.values() for hit in of_place),
        tuple(place for place, hits in chosen.items() if place and not hits),
    )


def _search(question: str, retriever: HybridRetriever, limits: Filters) -> list[Hit]:
    """Return the best passages, and all of the provisions that the question names."""
    hits = retriever.search(question, RETRIEVED, limits)
    if hits and all(hit.named for hit in hits):
        return [hit for hit in retriever.search(question, _NAMED, limits) if hit.named]
    return hits


def _searches(
    understood: str, places: NamedPlaces, retriever: HybridRetriever, filters: Filters
) -> dict[str, Filters]:
    """Return the limits of each search, by place: those named, all for "những nơi nào", or one without."""
    if places.known:
        named = places.known
    elif places.unknown:  # only texts of no one place, as laws, may answer
        return {"": replace(filters, places=places.unknown)}
    elif _EVERYWHERE.search(fold(understood)) and not filters.places:
        named = tuple(dict.fromkeys(doc.place.name for doc in retriever.facts.values() if doc.place))
    else:
        return {"": filters}
    return {place: replace(filters, places=(place,)) for place in named}


_EVERYWHERE = re.compile(r"^(?:nhung |cac )?(?:van ban|noi|cho|dia phuong|tinh|huyen) nao\b|^cac van ban\b")
"""Takes "những văn bản nào …", "nơi nào …", without accents; not "khác nhau chỗ nào"."""


def _best(found: Sequence[Judged], bar: float) -> list[Hit]:
    """Return the hits that answer, in rank order: none if the likeliest is under the bar."""
    giving = [one for one in found if one.gives or one.hit.named]
    best = max((one.relevance for one in giving), default=0.0)
    if best < bar:
        return []
    return [one.hit for one in giving if one.relevance >= max(min(_QUOTED, best), _SHARE_OF_BEST * best)]


def _chosen(found: Sequence[Judged], asked: Asked, bar: float, retriever: HybridRetriever) -> list[Hit]:
    """Return what is to be quoted of a search: the provisions named, a heading's whole list, or the best hits."""
    best = _best(found, bar)
    if not best or best[0].named:
        return best
    return outline(found, asked, retriever) or best


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
