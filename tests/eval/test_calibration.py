"""Calibration: each definition on small cases by hand, runs without confidences, and a worse run."""

from dataclasses import replace

import pytest

from eval.answers import given
from eval.baseline import changes
from eval.measures.calibration import Bin, Forecast, brier, calibration, gaps, right
from eval.report.reliability import reliability_html
from eval.score import QuestionScore
from eval.significance import p_of_ece

PERFECT: list[Forecast] = [(1.0, True), (0.0, False)] * 5
WORST: list[Forecast] = [(0.0, True), (1.0, False)] * 5
BY_HAND: list[Forecast] = [(0.95, True), (0.95, True), (0.95, False), (0.65, True), (0.65, False)]


@pytest.mark.parametrize(
    ("abstained", "answerable", "facts", "f1", "is_right"),
    [
        (False, True, 1.0, 0.5, True),
        (False, True, None, 0.5, True),
        (False, True, 1.0, 0.49, False),
        (False, True, 0.9, 1.0, False),
        (False, False, None, None, False),
        (True, False, None, None, True),
        (True, True, 0.0, 0.0, False),
    ],
    ids=[
        "half of the citations", "no facts required", "too few citations", "a fact left out",
        "what has no answer", "abstained from it", "abstained from what has one",
    ],
)  # fmt: skip
def test_what_is_right(
    *, abstained: bool, answerable: bool, facts: float | None, f1: float | None, is_right: bool
) -> None:
    assert right(abstained=abstained, answerable=answerable, facts=facts, f1=f1) is is_right


def ece(forecasts: list[Forecast]) -> float:
    found = calibration(forecasts)
    assert found
    return found.ECE


def test_perfect_is_zero_and_the_worst_is_one() -> None:
    assert {brier(one) for one in PERFECT} == {0}
    assert {brier(one) for one in WORST} == {1}
    assert (ece(PERFECT), ece(WORST)) == (0, 1)


def test_by_hand() -> None:
    assert brier((0.8, True)) == pytest.approx(0.04)
    assert brier((0.8, False)) == pytest.approx(0.64)
    # 3/5 · |.95 - 2/3| + 2/5 · |.65 - 1/2|
    assert ece(BY_HAND) == pytest.approx(0.6 * 0.28333 + 0.4 * 0.15, abs=1e-4)
    found = calibration(BY_HAND)
    assert found
    assert found.bins == (Bin(0.6, 0.7, 2, 0.65, 0.5), Bin(0.9, 1.0, 3, 0.95, 0.6667))


def test_a_sure_answer_that_is_as_often_right_as_it_says_has_no_calibration_error() -> None:
    honest: list[Forecast] = [(0.75, n % 4 > 0) for n in range(40)]
    assert ece(honest) == 0
    assert ece([(0.95, is_right) for _, is_right in honest]) == pytest.approx(0.2)


def test_without_confidences_there_is_none() -> None:
    assert calibration([]) is None
    assert reliability_html(None) == ""


def test_the_page_shows_a_dot_for_each_bin_that_holds_answers() -> None:
    page = reliability_html(calibration(BY_HAND))
    assert page.count("<circle") == 2
    assert "<td>0.9 – 1.0</td><td>3</td><td>0.950</td><td>0.667</td>" in page


def test_a_confidence_is_a_chance_or_left_out() -> None:
    data = {"id": 1, "status": "abstained", "answer": "", "claims": [], "citations": []}
    assert given(data).confidence is None
    assert given({**data, "confidence": None}).confidence is None
    assert given({**data, "confidence": 0.7}).confidence == 0.7
    with pytest.raises(ValueError, match="confidence là 70"):
        given({**data, "confidence": 70})


def scored(forecasts: list[Forecast]) -> list[QuestionScore]:
    return [
        QuestionScore(str(n), "single", "", True, False, {"brier": brier(one)}, one[1], one[0])  # noqa: FBT003
        for n, one in enumerate(forecasts)
    ]


def test_more_error_is_a_drop_and_less_is_none() -> None:
    good, bad = scored(PERFECT), scored([(abs(sure - 0.3), is_right) for sure, is_right in PERFECT])
    worse = changes(bad, {one.id: one for one in good})
    assert [(one.measure, one.drop) for one in worse] == [("brier", True), ("ECE", True)]
    assert [(one.before, one.after) for one in worse] == [(0, 0.09), (0, 0.3)]
    better = changes(good, {one.id: one for one in bad})
    assert [(one.measure, one.drop) for one in better] == [("brier", False), ("ECE", False)]


def test_only_questions_with_a_confidence_in_both_runs_are_compared() -> None:
    after = scored(BY_HAND)
    before = {one.id: one for one in after}
    before["0"] = replace(before["0"], confidence=None)
    assert [one.questions for one in changes(after, before) if one.measure == "ECE"] == [len(BY_HAND) - 1]
    silent = {name: replace(one, confidence=None, measures={}) for name, one in before.items()}
    assert changes(after, silent) == []


def test_p_of_the_calibration_error() -> None:
    # Ten answers all better: of the 2**10 swaps, two are as far from zero.
    sure, unsure = gaps([(1.0, True)] * 10), gaps([(0.55, True)] * 10)
    assert p_of_ece(unsure, sure) == pytest.approx(2 / 1024, abs=0.001)
    assert p_of_ece(sure, sure) == 1
