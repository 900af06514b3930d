"""Means over questions, and how far another sample of questions could have moved them.

The percentile bootstrap: the questions are drawn again with replacement, and the middle 95 % of the means so
found are the interval (Efron & Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 1_000
_SEED = 20_230_701
_MIDDLE = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Means:
    """Over so many questions: each measure's mean, the ends of its 95 % interval, and how many have it."""

    questions: int
    metrics: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    counts: dict[str, int]


def means(values: Sequence[Mapping[str, float]]) -> Means:
    """Return the means of the measures over the questions that have them, each given by its measures."""
    names = list(dict.fromkeys(name for one in values for name in one))
    table = as_table(values, names)
    present = ~np.isnan(table)
    filled = np.where(present, table, 0.0)
    had = present.astype(float)
    drawn = _draws(len(values))
    with np.errstate(invalid="ignore"):  # a draw may hold no question that has the measure
        resampled = (drawn @ filled) / (drawn @ had)
    low, high = np.nanpercentile(resampled, _MIDDLE, axis=0) if names else ((), ())
    mean = filled.sum(axis=0) / had.sum(axis=0)
    return Means(
        questions=len(values),
        metrics=dict(zip(names, mean.round(4).tolist(), strict=True)),
        intervals={
            name: (round(float(a), 4), round(float(b), 4))
            for name, a, b in zip(names, low, high, strict=True)
        },
        counts=dict(zip(names, present.sum(axis=0).tolist(), strict=True)),
    )


def _draws(questions: int) -> np.ndarray:
    """Return how often each question is drawn in each resample, shape (RESAMPLES, questions), as floats."""
    chosen = np.random.default_rng(_SEED).integers(questions, size=(RESAMPLES, questions))
    at = chosen + questions * np.arange(RESAMPLES)[:, np.newaxis]
    counts = np.bincount(at.ravel(), minlength=RESAMPLES * questions)
    return counts.reshape(RESAMPLES, questions).astype(float)


def as_table(values: Sequence[Mapping[str, float]], names: Sequence[str]) -> np.ndarray:
    """Return the measures, shape (questions, names); NaN where a question has none."""
    rows = [[one.get(name, np.nan) for name in names] for one in values]
    return np.array(rows, dtype=float).reshape(len(values), len(names))
