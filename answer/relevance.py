"""How likely a passage found answers a question: a logistic model of what the search and the words say.

Its weights stand in relevance.toml, learned on the development questions by `training.relevance`.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from answer.asked import Asked
from answer.looks import FEATURES, Beside, features, look_at, of_the_population
from index import Hit, HybridRetriever

_MODEL = tomllib.loads((Path(__file__).parent / "relevance.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage found, how likely it answers (0 to 1), and whether it bears every kind of fact expected.

    `share` is how much of what is asked it says, 0 to 1; `features` what the model saw.
    """

    hit: Hit
    relevance: float
    share: float
    gives: bool
    features: tuple[float, ...]


def judged(hits: Sequence[Hit], asked: Asked, retriever: HybridRetriever) -> list[Judged]:
    """Judge the hits of one search, best first; they are compared with each other."""
    if not hits:
        return []
    looks = of_the_population([look_at(hit, asked) for hit in hits], asked)
    beside = Beside.of(looks)
    seen = [features(look, rank, beside, asked) for rank, look in enumerate(looks)]
    found = [
        Judged(look.hit, 1.0 if look.hit.named else likely, look.whole.share, look.gives, of_it)
        for look, likely, of_it in zip(looks, _logistic(seen), seen, strict=True)
    ]
    return found if asked.places.known else _with_echoes(found, retriever)


def _with_echoes(found: list[Judged], retriever: HybridRetriever) -> list[Judged]:
    """Judge the passages of other texts than the likeliest one's also by how much they are like it."""
    best = max((one for one in found if one.gives), key=lambda one: one.relevance, default=None)
    if best is None or best.hit.named:
        return found
    return [
        one
        if one.hit.named or one.hit.document.id == best.hit.document.id
        else replace(one, relevance=_echo(one.relevance, retriever.likeness(one.hit, best.hit)))
        for one in found
    ]


def _echo(relevance: float, likeness: float) -> float:
    weights = _MODEL["echo"]
    return chance(weights["bias"] + weights["odds"] * log_odds(relevance) + weights["likeness"] * likeness)


_NEVER = 1e-6
"""The least chance that counts."""


_MEAN, _SCALE, _WEIGHTS = (
    np.array([_MODEL["features"][name][key] for name in FEATURES]) for key in ("mean", "scale", "weight")
)


def _logistic(features: Sequence[tuple[float, ...]]) -> list[float]:
    odds = ((np.array(features) - _MEAN) / _SCALE) @ _WEIGHTS + _MODEL["bias"]
    return list(map(chance, odds.tolist()))


def chance(odds: float) -> float:
    """Return the chance, 0 to 1, of log odds."""
    return 1 / (1 + math.exp(-odds))


def log_odds(chance: float) -> float:
    """Return the log odds of a chance, 0 to 1; of both ends those of what counts as next to them."""
    return math.log(max(chance, _NEVER) / max(1 - chance, _NEVER))
