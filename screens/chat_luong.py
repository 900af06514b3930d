"""Chất lượng: the measures of the last evaluation, with intervals, and by kind of question and typing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from eval.intervals import Means
from eval.report.names import NAMES, STYLES, TYPES
from eval.saved import BadReport, read_scores
from eval.score import Scores
from view import plain
from view.quality import (
    MAIN,
    PLOTTED,
    QUICK,
    SliceRow,
    last_report,
    measures_table,
    slice_chart,
    slice_rows,
)


@st.cache_resource(max_entries=2, show_spinner=False)
def scores_of(report: Path, changed_ns: int) -> Scores:  # noqa: ARG001 (a changed file is read again)
    """Read a report once."""
    return read_scores(report)


@st.cache_data(max_entries=32, show_spinner=False)
def drawn(rows: list[SliceRow]) -> dict[str, Any]:
    """Return a plot as Vega-Lite, made once: Altair checks each part of it against a schema."""
    return dict(slice_chart(rows).to_dict())


def show_slices(title: str, slices: Mapping[str, Means], names: Mapping[str, str], measure: str) -> None:
    """Show one measure by slice, if any slice has it."""
    rows = slice_rows(slices, names, measure)
    st.subheader(title, anchor=False)
    if rows:
        st.vega_lite_chart(drawn(rows), alt=f"{NAMES[measure][0]}, {title.lower()}")
    else:
        st.caption("Không có câu hỏi nào có phép đo này.")


st.header("Chất lượng trả lời")
try:
    path = last_report()
    scores = scores_of(path, path.stat().st_mtime_ns)
except (BadReport, OSError) as problem:
    st.error(plain(str(problem)))
    st.stop()
if path == QUICK:
    st.info(
        f"Đây là bộ câu hỏi nhanh ({scores.overall.questions} câu) đi kèm phần mềm. "
        "Để xem kết quả của cả bộ, chạy: danchu eval run \\-\\-json > var/eval.json"
    )
else:
    st.caption(f"{plain(path.as_posix())}: {scores.overall.questions} câu hỏi.")
measure = st.selectbox("Phép đo trong biểu đồ", PLOTTED, format_func=lambda name: NAMES[name][0])
st.caption(
    f"{NAMES[measure][1].capitalize()}. Chấm: trung bình; vạch: khoảng tin cậy 95 %; trong ngoặc: số câu."
)
left, right = st.columns(2, gap="large")
with left:
    show_slices("Theo loại câu hỏi", scores.by_type, TYPES, measure)
with right:
    show_slices("Theo cách gõ", scores.by_style, STYLES, measure)
st.subheader("Các phép đo chính", anchor=False)
st.html(measures_table(scores.overall, MAIN))
with st.expander("Mọi phép đo"):
    st.html(measures_table(scores.overall, NAMES))
