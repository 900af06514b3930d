"""The last evaluation: where its report is, and its measures as tables and plots."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TypedDict

import altair as alt
import pandas as pd

from eval.intervals import Means
from eval.report.names import NAMES
from manage.settings import settings
from view.table_html import table_html

QUICK = Path("eval/baseline.json")
"""The report that comes with the project."""

PLOTTED = (
    "required_facts",
    "citation_precision@point",
    "citation_recall@point",
    "answerable_answered",
    "abstention_recall",
)
"""The measures offered by kind of question and by how it is typed."""

MAIN = (*PLOTTED, "abstention_precision", "statement_recall", "citations_exist", "verbatim")
"""The measures shown before all others."""

_LABEL_LIMIT = 150
"""Pixels for a slice's name, so that a plot keeps room on a phone."""

_INK = "#1f2328"
_COMMA = "replace(format(datum.value, '.2~f'), '.', ',')"
"""Vega's own: 0.25 → "0,25"."""


class SliceRow(TypedDict):
    """A measure over the questions of one slice."""

    slice: str
    mean: float
    low: float
    high: float
    questions: int


def last_report() -> Path:
    """Return where the last evaluation's report is: as the settings say, else the one of the project."""
    last = settings().report
    return last if last.exists() else QUICK


def measures_table(overall: Means, names: Iterable[str]) -> str:
    """Return measures with their intervals, how many questions have them, and what they say, as a table."""
    heads = ("Phép đo", "Trung bình", "Khoảng tin cậy 95 %", "Số câu", "Cho biết")
    rows = (
        (
            f"<b>{escape(NAMES[name][0])}</b>",
            _decimal(overall.metrics[name]),
            " – ".join(_decimal(end) for end in overall.intervals[name]),
            str(overall.counts[name]),
            escape(NAMES[name][1]),
        )
        for name in names
        if name in overall.metrics
    )
    return table_html("Từ 0 đến 1; trừ điểm Brier, càng cao càng tốt", heads, rows)


def slice_rows(slices: Mapping[str, Means], names: Mapping[str, str], measure: str) -> list[SliceRow]:
    """Return a measure's mean, interval and questions of each slice that has it, best first."""
    rows: list[SliceRow] = [
        {
            "slice": f"{names.get(name, name)} ({of.counts[measure]})",
            "mean": of.metrics[measure],
            "low": of.intervals[measure][0],
            "high": of.intervals[measure][1],
            "questions": of.counts[measure],
        }
        for name, of in slices.items()
        if measure in of.metrics
    ]
    return sorted(rows, key=lambda row: -row["mean"])


def slice_chart(rows: list[SliceRow]) -> alt.LayerChart | alt.FacetChart:
    """Return `slice_rows` as dots with 95 % intervals, from 0 to 1, a line a slice."""
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y(
            "slice:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=_LABEL_LIMIT, labelColor=_INK, ticks=False),
        ),
        tooltip=[
            alt.Tooltip("slice:N", title="Nhóm"),
            alt.Tooltip("mean:Q", title="Trung bình", format=".3f"),
            alt.Tooltip("low:Q", title="Từ", format=".3f"),
            alt.Tooltip("high:Q", title="Đến", format=".3f"),
            alt.Tooltip("questions:Q", title="Số câu"),
        ],
    )
    scale, axis = (
        alt.Scale(domain=[0, 1]),
        alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], labelExpr=_COMMA, labelColor=_INK),
    )
    bars = base.mark_rule(strokeWidth=4, color="#d9a066").encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=None), x2="high:Q"
    )
    dots = base.mark_circle(size=90, color="#8a4500", opacity=1).encode(
        x=alt.X("mean:Q", scale=scale, axis=axis)
    )
    return alt.layer(bars, dots).properties(height=alt.Step(30))


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
