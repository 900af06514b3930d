"""Targets in per cent as a bar chart that can be read on a phone."""

import re
import textwrap
from collections.abc import Sequence

import altair as alt
import pandas as pd

from materials.duty import Target
from view.duty_rows import figure_of, place_of

_NUMBER = re.compile(r"\d+(?:,\d+)?")
"""Takes "70" in "trên 70", "99,5"."""

_LABEL_WIDTH, _LABEL_LINES = 30, 3
_LINE = 15
"""Pixels of a line of a bar's label."""

_COLOURS = ("#8a4500", "#0b6e75", "#5b3a8c", "#3f6212", "#9d174d", "#1d4ed8")
"""Dark enough on white for 4.5:1 (WCAG 2.2, 1.4.3)."""


def share_rows(targets: Sequence[Target]) -> list[dict[str, object]]:
    """Return the targets in per cent as rows to plot: place, label in lines, share, figure as printed."""
    rows: list[dict[str, object]] = []
    for target in targets:
        number = _NUMBER.search(target.figure)
        if target.unit == "%" and number:
            words = " ".join(part for part in (target.population, target.what) if part)
            rows.append(
                {
                    "place": place_of(target),
                    "label": _lines(f"{len(rows) + 1}. {words}"),
                    "words": words,
                    "share": float(number[0].replace(",", ".")),
                    "figure": figure_of(target),
                }
            )
    return rows


def target_chart(rows: Sequence[dict[str, object]]) -> alt.LayerChart | alt.FacetChart:
    """Return a chart of `share_rows`, a bar a target, the figure as printed beside it."""
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y(
            "label:N",
            sort=None,
            title=None,
            axis=alt.Axis(
                labelExpr=r"split(datum.label, '\n')", labelLimit=0, labelLineHeight=_LINE, ticks=False
            ),
        ),
        x=alt.X(
            "share:Q",
            title="Chỉ tiêu (%)",
            scale=alt.Scale(domain=[0, 125]),
            axis=alt.Axis(values=[0, 50, 100]),
        ),
        tooltip=[
            alt.Tooltip("place:N", title="Địa phương"),
            alt.Tooltip("figure:N", title="Chỉ tiêu"),
            alt.Tooltip("words:N", title="Nội dung"),
        ],
    )
    colour = alt.Color(
        "place:N",
        title=None,
        scale=alt.Scale(range=list(_COLOURS)),
        legend=alt.Legend(orient="top", columns=2, labelLimit=0),
    )
    bars = base.mark_bar(size=16).encode(color=colour)
    figures = base.mark_text(align="left", dx=4, color="#1f2328").encode(text="figure:N")
    height = alt.Step(_LINE * (_LABEL_LINES + 0.6))
    return alt.layer(bars, figures).properties(height=height)


def _lines(words: str) -> str:
    lines = textwrap.wrap(words, _LABEL_WIDTH, max_lines=_LABEL_LINES, placeholder=" …")
    return "\n".join(lines)
