"""The map fitted gives the shares that were right, and each forecast comes from answers left out."""

import random

import pytest

from answer.confidence import Grounds, Way, confidence
from answer.relevance import chance
from eval.measures.calibration import calibration
from training.confidence import Example, cross_validated, fitted


def examples(way: Way, size: int, bias: float, weight: float) -> list[Example]:
    drawn = random.Random(7)
    odds = [drawn.gauss(0, 2) for _ in range(size)]
    return [Example(Grounds(way, one), drawn.random() < chance(bias + weight * one)) for one in odds]


BOTH = [*examples("found", 2000, 1.0, 0.5), *examples("weak", 2000, 0.5, -1.0)]


def test_the_map_is_found_again() -> None:
    weights = fitted(BOTH)
    assert (weights["found"]["bias"], weights["found"]["odds"]) == pytest.approx((1.0, 0.5), abs=0.15)
    assert (weights["weak"]["bias"], weights["weak"]["odds"]) == pytest.approx((0.5, -1.0), abs=0.15)


def test_a_rule_has_the_share_that_was_right_and_is_never_certain() -> None:
    nine_in_ten = [Example(Grounds("named", 0.0), n % 10 > 0) for n in range(98)]
    weights = fitted([*nine_in_ten, *(Example(Grounds("fact", 0.0), right=True) for _ in range(8))])
    assert confidence(Grounds("named", 5.0), weights) == pytest.approx(89 / 100)
    assert confidence(Grounds("fact", 5.0), weights) == pytest.approx(9 / 10)
    assert confidence(Grounds("weak", 5.0), weights) == pytest.approx(1 / 2)


def test_forecasts_by_a_true_map_are_calibrated() -> None:
    found = calibration(cross_validated(BOTH))
    assert found
    assert found.questions == len(BOTH)
    assert found.ECE < 0.04


def test_a_forecast_does_not_know_its_own_answer() -> None:
    # Five of ten right: without a right one four of nine are, without a wrong one five.
    forecasts = cross_validated([Example(Grounds("fact", 0.0), n % 2 == 0) for n in range(10)])
    assert {is_right: round(one, 4) for one, is_right in forecasts} == {True: 0.4545, False: 0.5455}
