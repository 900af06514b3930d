"""The measures' formulas on cases that can be counted by hand."""

import numpy as np
import pytest

from eval.answers import Place
from eval.baseline import is_drop
from eval.intervals import means
from eval.measures import abstention, characters, retrieval
from eval.measures.f_measure import f_measure
from eval.significance import p_values


@pytest.mark.parametrize(
    ("precision", "recall", "beta", "f"),
    [(1, 1, 1, 1), (0.5, 1, 1, 2 / 3), (0.5, 1, 2, 5 / 6), (None, 0, 1, 0), (0, 0, 2, 0), (1, None, 1, None)],
)
def test_f(precision: float | None, recall: float | None, beta: float, f: float | None) -> None:
    assert f_measure(precision, recall, beta) == (None if f is None else pytest.approx(f))


@pytest.mark.parametrize(
    ("quoted", "gold", "precise", "recalled"),
    [
        ([("d", (0, 10))], [("d", (0, 10))], 1, 1),
        ([("d", (0, 10))], [("d", (5, 25))], 0.5, 0.25),
        ([("d", (0, 10)), ("d", (0, 10)), ("d", (8, 20))], [("d", (0, 10))], 0.5, 1),
        ([("other", (0, 10))], [("d", (0, 10))], 0, 0),
        ([("d", (9, 3))], [("d", (0, 10))], None, 0),
        ([("d", (0, 10))], [], 0, None),
    ],
    ids=["the same", "half", "overlaps merge", "another document", "ends before it starts", "no gold"],
)
def test_characters(
    quoted: list[Place], gold: list[Place], precise: float | None, recalled: float | None
) -> None:
    assert characters.precision(quoted, gold) == precise
    assert characters.recall(quoted, gold) == recalled


def test_abstention() -> None:
    cases = [(True, True), (True, False), (True, False), (False, True), (False, False)]
    precise = [abstention.precision(abstained=one, answerable=has) for one, has in cases]
    recalled = [abstention.recall(abstained=one, answerable=has) for one, has in cases]
    assert precise == [0, 1, 1, None, None]
    assert recalled == [None, 1, 1, None, 0]


def _passage(start: int, end: int) -> Place:
    return "d", (start, end)


def test_retrieval_ranks_gold_provisions() -> None:
    found = retrieval.scores(
        {
            "second": ([_passage(50, 60), _passage(0, 10)], [("d", (0, 10))]),
            "holds both": ([_passage(0, 40)], [("d", (0, 10)), ("d", (20, 30))]),
            "same again": (
                [_passage(0, 5), _passage(5, 10), _passage(20, 30)],
                [("d", (0, 10)), ("d", (20, 30))],
            ),
            "none": ([], [("d", (0, 10))]),
        }
    )
    assert [one["success@1"] for one in found.values()] == [0, 1, 1, 0]
    assert [one["MRR@10"] for one in found.values()] == [0.5, 1, 1, 0]
    assert [one["recall@20"] for one in found.values()] == [1, 1, 1, 0]
    assert [one["nDCG@10"] for one in found.values()] == pytest.approx([1 / np.log2(3), 1, 1, 0], abs=1e-4)


def test_intervals_narrow_as_questions_grow() -> None:
    few = means([{"m": float(n % 2)} for n in range(20)])
    many = means([{"m": float(n % 2)} for n in range(2000)] + [{}])
    assert few.metrics == many.metrics == {"m": 0.5}
    assert many.counts == {"m": 2000}
    # By the normal approximation the interval's half is 1.96 * 0.5 / sqrt(n).
    assert few.intervals["m"] == pytest.approx((0.28, 0.72), abs=0.08)
    assert many.intervals["m"] == pytest.approx((0.478, 0.522), abs=0.005)


def test_p_is_that_of_counting_every_swap() -> None:
    # Ten questions all better: of the 2**10 swaps, two are as far from zero.
    before, after = [{"m": 0.0}] * 10, [{"m": 1.0}] * 10
    assert p_values(before, after, ["m"])["m"] == pytest.approx(2 / 1024, abs=0.001)
    assert p_values(before, before, ["m"])["m"] == 1
    mixed = [{"m": float(n % 2)} for n in range(10)]
    other = [{"m": float(1 - n % 2)} for n in range(10)]
    assert p_values(mixed, other, ["m"])["m"] == 1


def test_p_counts_a_value_that_one_run_lacks() -> None:
    before = [{"m": 1.0}] * 20
    after: list[dict[str, float]] = [{"m": 1.0}] * 10 + [{}] * 10
    assert p_values(before, after, ["m"])["m"] == 1


@pytest.mark.parametrize(
    ("change", "p", "drop"),
    [(-0.06, 0.4, True), (-0.01, 0.01, True), (-0.01, 0.4, False), (0.2, 0.001, False), (0, 1, False)],
)
def test_a_drop_is_large_or_significant(change: float, p: float, drop: bool) -> None:
    assert is_drop(change, p) is drop
