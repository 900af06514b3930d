"""Chất lượng: the measures of the last evaluation, with intervals, and by kind of question and typing."""

from collections.abc import Mapping

import streamlit as st

from eval.intervals import Means
from eval.report.names import NAMES, STYLES, TYPES
from eval.saved import BadReport
from view import plain
from view.quality import PLOTTED, QUICK, last_scores, measures_html, slice_chart, slice_rows


def show_slices(title: str, slices: Mapping[str, Means], names: Mapping[str, str], measure: str) -> None:
    """Show one measure by slice, if any slice has it."""
    rows = slice_rows(slices, names, measure)
    st.subheader(title)
    if rows:
        st.altair_chart(slice_chart(rows), alt=f"{NAMES[measure][0]}, {title.lower()}")
    else:
        st.caption("Không có câu hỏi nào có phép đo này.")


st.header("Chất lượng trả lời")
try:
    path, scores = last_scores()
except BadReport as problem:
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
st.caption(f"{NAMES[measure][1].capitalize()}. Chấm: trung bình; vạch: khoảng tin cậy 95 %.")
left, right = st.columns(2, gap="large")
with left:
    show_slices("Theo loại câu hỏi", scores.by_type, TYPES, measure)
with right:
    show_slices("Theo cách gõ", scores.by_style, STYLES, measure)
st.subheader("Mọi phép đo")
st.html(measures_html(scores.overall))
