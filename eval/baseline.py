"""A run beside an earlier one: each measure's change, its p, and whether it is a drop.

A drop is a mean that fell by more than `LARGE`, or fell at all with p below `SIGNIFICANT`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.intervals import means
from eval.score import QuestionScore
from eval.significance import p_values

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


def read_baseline(path: Path) -> dict[str, dict[str, float]]:
    """Read each question's measures, by id, from what `danchu eval run --json` printed.

    Raises:
        BadBaseline: the file is no such report.

    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        return {one["id"]: dict(one["measures"]) for one in report["per_question"]}
    except (KeyError, TypeError, ValueError) as error:
        raise BadBaseline(f"{path}: không phải báo cáo của `danchu eval run --json` ({error}).") from error


def changes(scores: Sequence[QuestionScore], baseline: dict[str, dict[str, float]]) -> list[Change]:
    """Return the change of each measure that both runs have, over the questions that both have.

    Raises:
        BadBaseline: they have no question in common.

    """
    after = [one.measures for one in scores if one.id in baseline]
    before = [baseline[one.id] for one in scores if one.id in baseline]
    if not after:
        raise BadBaseline(
            "Báo cáo cũ không có câu hỏi nào của lần chấm này. Hãy dùng báo cáo của cùng bộ câu hỏi."
        )
    old, new = means(before).metrics, means(after).metrics
    names = [name for name in new if name in old]
    p = p_values(before, after, names)
    return [
        Change(name, len(after), old[name], new[name], p[name], drop=is_drop(new[name] - old[name], p[name]))
        for name in names
    ]


def is_drop(change: float, p: float) -> bool:
    """Tell whether a mean's change is a drop: large, or significant."""
    return change < -LARGE or (change < 0 and p < SIGNIFICANT)
