"""All that stands under the headings that a question asks for: "những biện pháp nào", "Phòng Tư pháp"."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from answer.asked import Asked
from answer.coverage import Phrase, Said, Term, coverage
from answer.quotes import heading_span
from answer.relevance import Judged
from index import Hit, HybridRetriever
from index.passages import Passage
from ingest import Document, Provision
from ingest.accents import fold

_DATA = tomllib.loads((Path(__file__).parent / "outline.toml").read_text(encoding="utf-8"))
_ASKING = frozenset(map(fold, _DATA["asking"]))
_ASKS_FOR = frozenset(map(fold, _DATA["asks_for"]))
"""Terms, folded, that say how a list is asked for, and what is; not under which heading it stands."""

_CALLED = {fold(heading): frozenset(map(fold, names)) for heading, names in _DATA["headings"].items()}

_SAYS = 0.75
"""Share of the question's terms, by weight, that the heading asked for says, its items helping."""

_SAYS_ITSELF = 0.4
"""The same without its items, for them to help: only a heading that people call otherwise is so helped."""

_MOSTLY = 0.5
"""A heading says a term of which it says at least this much, its items one that this share of them say."""

_AS_MUCH = 0.6
"""Items are picked that say at least this share of what the best one says of the terms that pick."""

_SHORT_HEADING = 400
"""Characters of an untitled provision's own words that stand as the heading of what is under it."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A provision with its heading, what stands right under it, and how much of the question they say.

    `share` counts what the question asks for, as "nhiệm vụ"; `meant` leaves out what of it is not said.
    """

    document: Document
    provision: Provision
    items: tuple[Passage, ...]
    share: float
    meant: float

    @property
    def fitness(self) -> tuple[float, int]:
        """How much of the question it says; of equals the inner one is the more exact."""
        return round(self.share, 1), len(self.provision.path)


def outline(found: Sequence[Judged], asked: Asked, retriever: HybridRetriever) -> list[Hit]:
    """Return what stands under the heading that says nearly all of a question for a list; else nothing.

    Of a question that names several headings, as two offices, what stands under each. Where texts of
    several places may answer, no one heading holds the list.
    """
    if not asked.terms or not (asked.places.known or len({one.hit.document.id for one in found}) == 1):
        return []
    around = {
        (hit.document.id, provision.eid): (hit.document, provision)
        for hit in (one.hit for one in found)
        for provision in _around(hit.document, hit.passage.eid)
    }
    headings = [
        heading
        for document, provision in around.values()
        if (heading := _heading(document, provision, asked, retriever.passages_of(document.id)))
    ]
    picked = [(heading, item) for heading in _asked_for(headings, asked) for item in _picked(heading, asked)]
    return [
        replace(found[0].hit, document=heading.document, passage=item, part=item.span, named=True)
        for heading, item in picked
    ]


def _asked_for(headings: Sequence[_Heading], asked: Asked) -> list[_Heading]:
    """Return the headings asked for: several offices named, or the one that says most of the question."""
    named = [heading for heading in headings if _names(asked, _office(heading.provision))]
    if len(named) > 1:
        return named
    fitting = [
        heading
        for heading in headings
        if heading.meant >= _SAYS
        and (asked.wants_several or (not asked.expected and _names(asked, heading.provision.heading)))
    ]
    best = max(
        fitting,
        key=lambda heading: (_names(asked, heading.provision.heading), *heading.fitness),
        default=None,
    )
    return [best] if best else []


def _names(asked: Asked, heading: str | None) -> bool:
    """Tell whether a question says a heading as it stands, with accents or without."""
    return bool(heading) and f" {Phrase.by(heading or '').plain} " in Said.by(asked.question).plain


def _office(provision: Provision) -> str | None:
    """Return the office that a heading consists of, without its level; None if it is no office."""
    found = _OFFICE.fullmatch(provision.heading or "")
    return found["name"] if found else None


_OFFICE = re.compile(
    r"(?:Đề nghị |Giao )?(?P<name>(?:Phòng|Ban(?! hành)|Sở|Đài|Liên đoàn|Ủy ban|Hội|Văn phòng|Thanh tra)"
    r" [^,;.]{3,60}?)(?: (?:Huyện ủy|Tỉnh ủy|Thành ủy|Việt Nam huyện|Việt Nam tỉnh|huyện|tỉnh|thành phố))?"
)
"""Takes "Ban Dân vận" in "Đề nghị Ban Dân vận Huyện ủy", "Phòng Tư pháp"; not "Ban hành quy chế"."""


def _around(document: Document, eid: str) -> Iterator[Provision]:
    """Yield a provision if it has a heading, and those above it, innermost first."""
    provision = document.provision(eid)
    if provision.heading and not any(document.children(eid)):
        yield provision
    parent = provision.parent
    while parent:
        above = document.provision(parent)
        yield above
        parent = above.parent


def _heading(
    document: Document, provision: Provision, asked: Asked, of: Mapping[str, Passage]
) -> _Heading | None:
    """Return a provision as a heading that a question may ask for; None if it says nothing of it."""
    words = _heading_words(provision)
    says = {term: _said_by(words, term) for term in _telling(asked)} if words else {}
    if not any(says.values()):
        return None
    items = tuple(_items(provision, document, of, asked))
    meant = _meant(says)
    if any(_is_called(words, term) for term in says) and _mean(meant) >= _SAYS_ITSELF:
        meant = {term: max(one, min(1.0, _saying(term, items) / _MOSTLY)) for term, one in meant.items()}
    return _Heading(document, provision, items, _mean(says), _mean(meant))


def _meant(says: Mapping[Term, float]) -> dict[Term, float]:
    """Return terms and how much a heading says of each, without what is asked for and not said."""
    return {
        term: share for term, share in says.items() if share >= _MOSTLY or term.phrase.plain not in _ASKS_FOR
    }


def _telling(asked: Asked) -> list[Term]:
    """Return the terms of a question without how it asks; all if it says nothing else."""
    return [term for term in asked.terms if term.phrase.plain not in _ASKING] or list(asked.terms)


def _heading_words(provision: Provision) -> str:
    """Return a provision's heading, or its own words if they are short enough to stand as one."""
    return provision.heading or (provision.text if len(provision.text) <= _SHORT_HEADING else "")


def _said_by(heading: str, term: Term) -> float:
    """Return how much of a term a heading says, 0 to 1, as it stands or as people call what is under it."""
    return 1.0 if _is_called(heading, term) else coverage((term,), Said.by(heading)).share


def _is_called(heading: str, term: Term) -> bool:
    """Tell whether a term is what people call that which stands under a heading."""
    return term.phrase.plain in _names_under(heading)


@lru_cache(maxsize=4_096)
def _names_under(heading: str) -> frozenset[str]:
    """Return what people call that which stands under a heading, folded."""
    plain = f" {fold(heading)} "
    return frozenset().union(*(names for words, names in _CALLED.items() if f" {words} " in plain))


def _saying(term: Term, items: Sequence[Passage]) -> float:
    """Return the share of items that say a term; a lone one tells nothing of its heading."""
    said = [Said.by(item.text).says(term.phrase) for item in items]
    return sum(said) / len(said) if len(said) > 1 else 0.0


def _mean(shares: Mapping[Term, float]) -> float:
    weight = sum(term.weight for term in shares)
    return sum(term.weight * share for term, share in shares.items()) / weight if weight else 0.0


def _picked(heading: _Heading, asked: Asked) -> list[Passage]:
    """Return a heading's items; if some say of what else is meant much more than others, only those."""
    words = _heading_words(heading.provision)
    rest = [
        term
        for term in _telling(asked)
        if term.phrase.plain not in _ASKS_FOR and _said_by(words, term) < _MOSTLY
    ]
    said = [
        sum(term.weight for term in rest if Said.by(item.text).says(term.phrase)) for item in heading.items
    ]
    bar = _AS_MUCH * max(said, default=0.0)
    return [item for item, weight in zip(heading.items, said, strict=True) if weight >= bar]


def _items(
    above: Provision, document: Document, of: Mapping[str, Passage], asked: Asked
) -> Iterator[Passage]:
    """Yield what stands right under a provision: a child's heading, its words, or what is under it.

    A heading that says only what the question does is no answer: what is under it is.
    """
    children = list(document.children(above.eid))
    if above.eid in of and not children:
        yield of[above.eid]
    for child in children:
        heading = heading_span(document, child)
        if heading and not _names(asked, child.heading):
            any_passage = next(iter(of.values()))
            words = document.text[slice(*heading)]
            yield replace(any_passage, eid=child.eid, span=heading, sentences=(heading,), text=words)
        elif child.eid in of:
            yield of[child.eid]
        else:
            yield from _items(child, document, of, asked)
