"""A run beside an earlier one: each measure's change, its p, and whether it is a drop.

A drop is a mean that got worse by more than `LARGE`, or worse at all with p below `SIGNIFICANT`. Worse is
lower; of a measure of errors, higher.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.intervals import means
from eval.measures.calibration import ERRORS, calibration, gaps
from eval.score import QuestionScore
from eval.significance import p_of_ece, p_values

LARGE = 0.05
SIGNIFICANT = 0.05


class BadBaseline(ValueError):
    """A baseline that cannot be compared with; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A measure's means over the questions that both runs have, and the p of their difference."""

    measure: str
    questions: int
    before: float
    after: float
    p: float
    drop: bool


def read_baseline(path: Path) -> dict[str, QuestionScore]:
    """Read each question's scores, by id, from what `danchu eval run --json` printed.

    Raises:
        BadBaseline: the file is no such report.

    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        return {one["id"]: QuestionScore(**one) for one in report["per_question"]}
    except (KeyError, TypeError, ValueError) as error:
        raise BadBaseline(f"{path}: không phải báo cáo của `danchu eval run --json` ({error}).") from error


def changes(scores: Sequence[QuestionScore], baseline: Mapping[str, QuestionScore]) -> list[Change]:
    """Return the change of each measure that both runs have, over the questions that both have.

    Raises:
        BadBaseline: they have no question in common.

    """
    after = [one.measures for one in scores if one.id in baseline]
    before = [baseline[one.id].measures for one in scores if one.id in baseline]
    if not after:
        raise BadBaseline(
            "Báo cáo cũ không có câu hỏi nào của lần chấm này. Hãy dùng báo cáo của cùng bộ câu hỏi."
        )
    old, new = means(before).metrics, means(after).metrics
    names = [name for name in new if name in old]
    p = p_values(before, after, names)
    return [
        *(_change(name, len(after), (old[name], new[name]), p[name]) for name in names),
        *_of_ece(scores, baseline),
    ]


def _of_ece(scores: Sequence[QuestionScore], baseline: Mapping[str, QuestionScore]) -> Iterator[Change]:
    """Yield the change of the calibration error over the questions with a confidence in both runs."""
    pairs = [
        (earlier.forecast, one.forecast)
        for one in scores
        if one.forecast and (earlier := baseline.get(one.id)) and earlier.forecast
    ]
    before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    old, new = calibration(before), calibration(after)
    if old and new:
        yield _change("ECE", len(pairs), (old.ECE, new.ECE), p_of_ece(gaps(before), gaps(after)))


def _change(measure: str, questions: int, moved: tuple[float, float], p: float) -> Change:
    before, after = moved
    gain = before - after if measure in ERRORS else after - before
    return Change(measure, questions, before, after, p, drop=is_drop(gain, p))


def is_drop(gain: float, p: float) -> bool:
    """Tell whether a gain is a drop: a large loss, or a significant one."""
    return gain < -LARGE or (gain < 0 and p < SIGNIFICANT)
