"""What a kit teaches: a topic asked aspect by aspect, each answer a checked quotation."""

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answer import Answer, BadQuestion, Citation, Claim, answer
from answer.question import checked_question
from index import Filters, HybridRetriever
from ingest import Span
from ingest.accents import fold
from materials.kit.errors import BadTopic, NoBasis, UnknownAudience
from materials.printable import one_line

LONGEST_TOPIC = 120
"""Characters that fit on a title slide."""

_MOST_POINTS = 10
"""Of one aspect; more is no lesson but the text itself."""

_NEAREST = 5
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\s]+")
"""Takes white space and what no XML file may hold."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One part of a lesson, as aspects.toml has it."""

    key: str
    title: str
    question: str
    words: tuple[str, ...]
    minutes: int
    aim: str
    discuss: str
    case: str
    check: str


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a kit is for, as audiences.toml has it."""

    name: str
    you: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One rule: its words, which stand so in the quote of its citation, where "…" leaves some out."""

    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Section:
    """The rules of one aspect, those of a document together."""

    aspect: Aspect
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that a kit says: citations are numbered from 1 through the sections, none twice."""

    topic: str
    audience: Audience
    place: str | None
    sections: tuple[Section, ...]
    warnings: tuple[str, ...]

    @property
    def points(self) -> Iterator[Point]:
        """All rules, in print order."""
        return (point for section in self.sections for point in section.points)


@cache
def aspects() -> tuple[Aspect, ...]:
    """Return the aspects of a lesson, in teaching order."""
    listed = tomllib.loads(files("materials.kit").joinpath("aspects.toml").read_text("utf-8"))["aspects"]
    return tuple(Aspect(**{**one, "words": tuple(one["words"])}) for one in listed)


@cache
def audiences() -> dict[str, Audience]:
    """Return whom a kit may be for, by name."""
    listed = tomllib.loads(files("materials.kit").joinpath("audiences.toml").read_text("utf-8"))["audiences"]
    return {one["name"]: Audience(one["name"], one["you"], tuple(one["words"])) for one in listed}


def audience_named(name: str) -> Audience:
    """Return an audience by its name, typed with or without accents; UnknownAudience if there is none."""
    known = {fold(one): audience for one, audience in audiences().items()}
    if fold(name.strip()) not in known:
        raise UnknownAudience(name, list(audiences()))
    return known[fold(name.strip())]


def lesson(topic: str, audience: Audience, place: str | None, retriever: HybridRetriever) -> Lesson:
    """Ask the index for all aspects of a topic.

    Raises:
        BadTopic: the topic is empty or too long.
        NoBasis: no text answers it.

    """
    topic = _checked(topic)
    limits = Filters((place,) if place else ())
    main = answer(topic, retriever, limits)
    if main.status == "abstained":
        raise NoBasis(topic, place, _nearest(main, retriever, limits))
    asked = [main, *(answer(one.question.format(topic), retriever, limits) for one in aspects()[1:])]
    sections = tuple(_sections(asked))
    warnings = dict.fromkeys(warning for given in asked for warning in given.warnings)
    silent = [one for one in warnings if not one.startswith("Không tìm thấy")]
    return Lesson(topic, audience, place, sections, tuple(silent))


def _checked(topic: str) -> str:
    try:
        topic = _CONTROL.sub(" ", checked_question(topic)).strip(" .?!")
    except BadQuestion as problem:
        raise BadTopic("Chủ đề trống hoặc có ký tự hỏng. Hãy nhập chủ đề bằng chữ.") from problem
    if len(topic) > LONGEST_TOPIC:
        raise BadTopic(f"Chủ đề dài {len(topic)} ký tự, quá {LONGEST_TOPIC}. Hãy rút gọn chủ đề.")
    return topic


def _sections(asked: Sequence[Answer]) -> Iterator[Section]:
    """Yield the aspects that have rules, each rule in one of them, its citation numbered anew."""
    taken: dict[Aspect, list[Point]] = {aspect: [] for aspect in aspects()}
    kept: list[Citation] = []
    for aspect, given in zip(aspects(), asked, strict=True):
        for claim in given.claims:
            point = _point(given, claim)
            home = _home(point.words, aspect)
            is_full = home is None or len(taken[home]) == _MOST_POINTS
            if home and not is_full and not any(_is_same(point.citation, one) for one in kept):
                kept.append(point.citation)
                taken[home].append(point)
    n = 0
    for aspect, points in taken.items():
        order = list(dict.fromkeys(point.citation.document.id for point in points))
        points.sort(key=lambda point: order.index(point.citation.document.id))
        numbered = tuple(
            Point(point.words, dataclasses.replace(point.citation, n=n + at))
            for at, point in enumerate(points, start=1)
        )
        n += len(numbered)
        if numbered:
            yield Section(aspect, numbered)


def _point(given: Answer, claim: Claim) -> Point:
    """Return a claim in the words of its quote only: one that adds any is replaced by the quote."""
    citation = next(one for one in given.citations if one.n == claim.citations[0])
    quote = one_line(citation.quote)
    parts = [part.strip() for part in one_line(claim.text).split("…")]
    is_verbatim = len(claim.citations) == 1 and all(part in quote for part in parts)
    return Point((one_line(claim.text) if is_verbatim else quote).rstrip(" ;,:"), citation)


def _home(words: str, asked: Aspect) -> Aspect | None:
    """Return the aspect whose words a rule says most of; None if it does not answer the one asked."""
    said = {aspect: _hits(words, aspect.words) for aspect in aspects()[1:]}
    if asked in said and not said[asked]:
        return None
    best = max(said, key=lambda aspect: said[aspect])
    return best if said[best] else aspects()[0]


def _hits(words: str, wanted: Sequence[str]) -> int:
    lowered = words.lower()
    return sum(one in lowered for one in wanted)


def _is_same(one: Citation, other: Citation) -> bool:
    return one.document.id == other.document.id and overlap(one.span, other.span)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans of a text share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _nearest(given: Answer, retriever: HybridRetriever, limits: Filters) -> list[str]:
    """Return headings near what was found, each a topic that some text answers."""
    near: dict[str, None] = {}
    for hit in given.retrieved:
        document = retriever.documents[hit.document.id]
        eid: str | None = hit.eid
        while eid:
            provision = document.provision(eid)
            title = one_line(provision.heading or "").strip(" .:")
            if title and len(title) <= LONGEST_TOPIC:
                near.setdefault(title)
            eid = provision.parent
    answered = (one for one in near if answer(one, retriever, limits).status == "answered")
    return [one for one, _ in zip(answered, range(_NEAREST), strict=False)]
