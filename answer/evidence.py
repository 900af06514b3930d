"""Which of the passages found answer a question, and which of their sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.asked import Asked
from answer.looks import is_furniture
from answer.outline import outline
from answer.relevance import Judged, judged
from index import Filters, Hit, HybridRetriever
from index.question.places import NamedPlaces
from ingest.accents import fold

RETRIEVED = 10
"""Passages looked at for one question, for each place that it names."""

_RETRIEVED_ANYWHERE = 30
"""The same where it names none, so that every text has its say."""

_NAMED = 100
"""Passages at most of the provisions that a question names."""

ANSWERS = 0.36
"""The best passage of a search answers if its relevance is at least this; else the search found no answer."""

_STRANGE_ANSWERS = 0.55
"""The same for a question much of which no text says."""

_ALSO_ANSWERS = 0.12
"""The same for a place asked about beside another whose texts answer."""

_LISTED = 0.15
"""The same of one under the heading that a question for a list says."""

_FURNITURE_SAYS = 0.4
"""Share of what is asked that a header or a closing must say to answer; its facts have their own way."""

_QUOTED = 0.2
_NARROW, _WIDE = 0.65, 0.4
"""Besides the best passage those are quoted whose relevance is at least the first, and this share of the
best's: for one thing of a place named, and for a list or where no place is named."""


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


def gather(question: str, retriever: HybridRetriever, filters: Filters) -> Evidence:
    """Search for a question, once for each place that it names, so that every place has its say."""
    understood = retriever.understood(question)
    places = NamedPlaces((), ()) if filters.places else retriever.places_in(understood)
    asked = Asked.by(understood, places, retriever)
    searches = _searches(understood, places, retriever, filters)
    found = {
        place: judged(_search(question, retriever, limits), asked, retriever)
        for place, limits in searches.items()
    }
    likeliest = max((one.relevance for of_place in found.values() for one in of_place), default=0.0)
    answers = _STRANGE_ANSWERS if asked.is_strange else ANSWERS
    bar = answers if likeliest < answers else _ALSO_ANSWERS
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
    named = limits.places or limits.documents
    hits = retriever.search(question, RETRIEVED if named else _RETRIEVED_ANYWHERE, limits)
    if hits and all(hit.named for hit in hits):
        return [hit for hit in retriever.search(question, _NAMED, limits) if hit.named]
    return hits


def _searches(
    understood: str, places: NamedPlaces, retriever: HybridRetriever, filters: Filters
) -> dict[str, Filters]:
    """Return the limits of each search, by place: those named, all for "những nơi nào", or one without."""
    hints = retriever.hints_in(understood)
    if len(places.known) <= 1 and hints.sure and hints.documents:
        return {place: replace(filters, documents=hints.documents) for place in places.known or ("",)}
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


def _best(found: Sequence[Judged], bar: float, share: float) -> list[Hit]:
    """Return the hits that answer, the likeliest first: none if that is under the bar."""
    giving = [one for one in found if one.hit.named or (one.gives and not _says_little(one))]
    best = max((one.relevance for one in giving), default=0.0)
    if best < bar:
        return []
    likely = [one for one in giving if one.relevance >= max(min(_QUOTED, best), share * best)]
    ranked = [one.hit for one in sorted(likely, key=lambda one: -one.relevance)]
    return [hit for hit in ranked if hit.named or not leads_in(hit, ranked)]


def leads_in(hit: Hit, others: Sequence[Hit]) -> bool:
    """Tell whether a hit only leads in what stands under it, where some of that is quoted too."""
    return any(
        one.document.id == hit.document.id and one.passage.eid.startswith(f"{hit.passage.eid}__")
        for one in others
    )


def _says_little(one: Judged) -> bool:
    """Tell whether a passage is a header or a closing that says little of the question."""
    return is_furniture(one.hit) and one.share < _FURNITURE_SAYS


def _chosen(found: Sequence[Judged], asked: Asked, bar: float, retriever: HybridRetriever) -> list[Hit]:
    """Return what is to be quoted of a search: provisions named, a heading's whole list, or the best hits."""
    narrow = asked.places.known and not asked.wants_several
    best = _best(found, bar, _NARROW if narrow else _WIDE)
    if best and best[0].named:
        return best
    likely = best or (asked.wants_several and _best(found, _LISTED, _WIDE))
    return (outline(found, asked, retriever) if likely else []) or best
