"""What a passage says of a question, and what of that the model sees."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from answer.asked import Asked
from answer.coverage import Coverage, Said, coverage
from index import Hit
from ingest.citation import document_label


@dataclass(frozen=True, slots=True)
class Look:
    """What a passage says of a question, whole, in its best sentence, and in its headings."""

    hit: Hit
    whole: Coverage
    sentence: Coverage
    heading: Coverage
    gives: bool
    numbers_missing: int
    pairs: float


def look_at(hit: Hit, asked: Asked) -> Look:
    """Look at a passage: whole, at the sentence that bears what is asked and says most, at its headings."""
    document, passage = hit.document, hit.passage
    draft = "dự thảo" if document.status == "draft" else ""
    around = (document_label(document), document.title or "", draft, passage.context, passage.title)
    said = Said.by(*around, passage.text)
    whole = coverage(asked.terms, said)
    sentences = [document.text[slice(*span)] for span in passage.sentences] or [passage.text]
    gives, best = max(
        (
            (
                _gives(one, said, asked),
                whole
                if len(sentences) == 1 or whole.share == 0
                else coverage(asked.terms, Said.by(*around, one), whole),
            )
            for one in sentences
        ),
        key=lambda pair: (pair[0], pair[1].share),
    )
    numbers = _NUMBER.findall(asked.question)
    return Look(
        hit,
        whole,
        best,
        coverage(asked.terms, Said.by(passage.title), whole),
        gives,
        sum(f" {number} " not in said.plain for number in numbers),
        _share_of_pairs(said, asked),
    )


def _share_of_pairs(said: Said, asked: Asked) -> float:
    """Return the share of a question's neighbouring syllables that stand side by side in a text, 0 to 1."""
    return sum(map(said.says, asked.pairs)) / (len(asked.pairs) or 1)


def _gives(sentence: str, around: Said, asked: Asked) -> bool:
    """Tell whether a sentence bears every fact expected, of the population and the year asked about."""
    if not asked.expected:
        return True
    return (
        all(fact.is_given(sentence) for fact in asked.expected)
        and (asked.population is None or Said.by(sentence).says(asked.population))
        and all(f" {year} " in around.plain for year in asked.years)
    )


_NUMBER = re.compile(r"(?<![\w/.-])\d+(?![\w/-])")
"""Takes "2030", "100"; not "179" in "179/NQ-HĐND"."""


def of_the_population(looks: list[Look], asked: Asked) -> list[Look]:
    """Where some passage gives a share of the very population asked about, only such do."""
    shares = [asked.is_share_of(look.hit.passage.text) for look in looks]
    if not any(shares):
        return looks
    return [replace(look, gives=look.gives and share) for look, share in zip(looks, shares, strict=True)]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a passage is compared with: the best-ranked of its search, the best of its text, the most said."""

    best: Hit
    above_best: tuple[str, str | None]
    first_of: dict[str, int]
    share: float
    sentence_share: float

    @classmethod
    def of(cls, looks: Sequence[Look]) -> "Beside":
        """Return what the passages of a search, best first, are compared with; at least one."""
        return cls(
            looks[0].hit,
            _above(looks[0].hit),
            {look.hit.document.id: rank for rank, look in reversed(list(enumerate(looks)))},
            max(1e-6, *(look.whole.share for look in looks)),
            max(1e-6, *(look.sentence.share for look in looks)),
        )


FEATURES = (
    "score of the best",
    "lexical",
    "dense",
    "share",
    "sentence share",
    "missing",
    "sentence missing",
    "worst",
    "sentence worst",
    "weight",
    "terms",
    "strange",
    "expects",
    "gives",
    "length",
    "furniture",
    "rank",
    "numbers missing",
    "heading share",
    "list",
    "list heading",
    "share of the best",
    "sentence share of the best",
    "no place",
    "with the best",
    "list with the best",
    "little said",
    "little of a sentence",
    "furniture saying little",
    "first of its text",
    "foreign",
    "share foreign",
    "pairs",
    "no pair",
)
"""What the model sees, in the order of its weights."""


def features(look: Look, rank: int, beside: Beside, asked: Asked) -> tuple[float, ...]:
    """Return what the model sees of a passage, in the order of FEATURES; `rank` is its place found."""
    hit, best = look.hit, beside.best
    lists = float(asked.wants_several)
    with_best = float(_above(hit) == beside.above_best)
    furniture = float(is_furniture(hit))
    return (
        hit.score / (best.score or 1.0),
        hit.lexical,
        hit.dense,
        look.whole.share,
        look.sentence.share,
        look.whole.missing,
        look.sentence.missing,
        look.whole.worst,
        look.sentence.worst,
        asked.weight,
        float(len(asked.terms)),
        asked.strange,
        float(bool(asked.expected)),
        float(look.gives),
        _length(hit.passage.text),
        furniture,
        float(rank),
        float(look.numbers_missing),
        look.heading.share,
        lists,
        lists * look.heading.share,
        look.whole.share / beside.share,
        look.sentence.share / beside.sentence_share,
        float(not asked.places.known),
        with_best,
        lists * with_best,
        max(0.0, _LITTLE - look.whole.share),
        max(0.0, _LITTLE - look.sentence.share),
        furniture * (1 - look.whole.share),
        float(beside.first_of[hit.document.id] == rank),
        asked.foreign,
        asked.foreign / (asked.weight or 1.0),
        look.pairs,
        float(look.pairs == 0),
    )


_LITTLE = 0.6
"""A share under this counts against a passage beyond what the share itself does."""


@lru_cache(maxsize=8_192)
def _length(text: str) -> float:
    """Return the logarithm of one more than how many words a text has."""
    return math.log1p(len(text.split()))


def is_furniture(hit: Hit) -> bool:
    """Tell whether a hit is a header or a closing."""
    return hit.document.provision(hit.passage.eid).unit in ("phan_dau", "phan_cuoi")


def _above(hit: Hit) -> tuple[str, str | None]:
    return hit.document.id, hit.document.provision(hit.passage.eid).parent
