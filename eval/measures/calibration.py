"""Calibration: whether of the answers given with a confidence of 0.9 nine in ten are right.

An answer is right where its question has one, it says every required fact, and the F1 of its citations down
to the point is at least a half; an abstention is right where the question has no answer.

Brier score: the mean of (confidence - right)², right being 0 or 1 (Brier, "Verification of Forecasts
Expressed in Terms of Probability", Monthly Weather Review 78, 1950; half of his sum, which counts "wrong",
too).

Expected calibration error: with the confidences in ten bins of equal width, Σ n_b/n · |mean confidence_b -
share right_b| (Naeini, Cooper & Hauskrecht, AAAI 2015; Guo et al., ICML 2017). It has no value of one
question, and is above 0 by chance alone, the more so the fewer the questions: compare it over the same ones.

Of both 0 is perfect and 1 the worst.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10
ENOUGH = 0.5
"""The least F1 of citations of an answer that is right."""

ERRORS = frozenset({"brier", "ECE"})
"""The measures of which less is better."""

Forecast = tuple[float, bool]
"""A confidence, 0 to 1, and whether what was given with it is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence is in a range: how many, its mean, the share that is right."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The expected calibration error over so many questions, and the bins that hold some of them."""

    ECE: float
    questions: int
    bins: tuple[Bin, ...]


def right(*, abstained: bool, answerable: bool, facts: float | None, f1: float | None) -> bool:
    """Tell whether an answer or an abstention is right.

    Args:
        abstained: whether it is an abstention.
        answerable: whether the question has an answer.
        facts: the share of the required facts that it says; None if none is required.
        f1: of its citations down to the point.

    """
    if abstained or not answerable:
        return abstained and not answerable
    return facts in {None, 1.0} and f1 is not None and f1 >= ENOUGH


def brier(forecast: Forecast) -> float:
    """Return the squared error of a confidence, 0 to 1."""
    confidence, is_right = forecast
    return (confidence - is_right) ** 2


def gaps(forecasts: Sequence[Forecast]) -> np.ndarray:
    """Return each confidence less 1 if right, in its bin's column, shape (forecasts, BINS); 0 elsewhere."""
    table = np.zeros((len(forecasts), BINS))
    for row, (confidence, is_right) in enumerate(forecasts):
        table[row, _bin(confidence)] = confidence - is_right
    return table


def calibration(forecasts: Sequence[Forecast]) -> Calibration | None:
    """Return the expected calibration error and its bins; None of no forecasts."""
    if not forecasts:
        return None
    ece = float(np.abs(gaps(forecasts).sum(axis=0)).sum()) / len(forecasts)
    filled = sorted({_bin(confidence) for confidence, _ in forecasts})
    return Calibration(round(ece, 4), len(forecasts), tuple(_filled(at, forecasts) for at in filled))


def _bin(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def _filled(at: int, forecasts: Sequence[Forecast]) -> Bin:
    inside = np.array([one for one in forecasts if _bin(one[0]) == at], dtype=float)
    confidence, share = inside.mean(axis=0).round(4).tolist()
    return Bin(at / BINS, (at + 1) / BINS, len(inside), confidence, share)
