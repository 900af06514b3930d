"""The page of a retrieval run: its measures, and what was ranked where a right one is not first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from eval.intervals import means
from eval.report.frame import page_html
from eval.report.measures import measures_html
from eval.report.names import RANKING_NAMES

_SHOWN = 5
"""Ranked ones shown of a question."""

_FIRST = ("hit@1", "R@1")
"""The measure, by the kind of run, that is 0 where the first ranked is not right."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question, and the names of what is right."""

    id: str
    text: str
    right: tuple[str, ...]


def ranking_html(title: str, wanted: Sequence[Wanted], per_question: Sequence[Mapping[str, Any]]) -> str:
    """Return the page of a run, the questions worst first; all words of others are escaped.

    Args:
        title: of the page.
        wanted: the questions, and what is right.
        per_question: of each its id, its measures by name, 0 to 1, and what was `ranked`, best first.

    """
    by_id = {one.id: one for one in wanted}
    measured = [{name: one[name] for name in RANKING_NAMES if name in one} for one in per_question]
    worst = sorted((one for one in per_question if 0 in map(one.get, _FIRST)), key=_found)
    return page_html(
        title,
        f"<p>{len(per_question)} câu hỏi, {len(worst)} câu mà đầu danh sách không phải đáp án.</p>"
        f"{measures_html(means(measured))}<h2>Đầu danh sách không phải đáp án, kém nhất trước</h2>"
        f"{''.join(_question(by_id[one['id']], one['ranked']) for one in worst)}",
    )


def _found(one: Mapping[str, Any]) -> float:
    return sum(float(one[name]) for name in RANKING_NAMES if name in one)


def _question(one: Wanted, ranked: Sequence[str]) -> str:
    return (
        f"<details><summary>{escape(one.id)}: {escape(one.text)}</summary><div class=sides>"
        f"<div><h4>Đáp án</h4>{_list(one.right)}</div>"
        f"<div><h4>Tìm được</h4>{_list(ranked[:_SHOWN])}</div></div></details>"
    )


def _list(labels: Sequence[str]) -> str:
    return f"<ol>{''.join(f'<li>{escape(label)}</li>' for label in labels)}</ol>"
