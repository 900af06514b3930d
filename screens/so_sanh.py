"""So sánh: one question, what each place rules on it, and how the words of two of them differ."""

import streamlit as st

from answer import MAX_CHARACTERS, BadQuestion
from materials import comparison_docx, comparison_sheet
from materials.comparison import PlaceRules, cautions_of, compare, places_of
from view import comparison_html, difference_html, opened_index, plain, shared_share
from view.media import EXCEL, WORD

TOPICS = (
    "Kinh phí thực hiện lấy từ đâu?",
    "Khen thưởng tập thể, cá nhân thực hiện tốt dân chủ",
    "Tuyên truyền, phổ biến pháp luật về dân chủ",
    "Trách nhiệm kiểm tra, giám sát",
)
FEWEST = 2


def run(question: str, places: list[str]) -> None:
    """Compare places on a question and keep the result for the session."""
    st.session_state.pop("compared", None)
    if len(places) < FEWEST:
        st.warning("Hãy chọn ít nhất hai địa phương để so sánh.")
        return
    try:
        st.session_state["compared"] = question, compare(question, places, opened_index())
    except BadQuestion as problem:
        st.warning(plain(str(problem)))


@st.cache_resource(max_entries=32, show_spinner=False)
def difference(left: tuple[str, str], right: tuple[str, str]) -> tuple[float, str]:
    """Return the share of words common to two named texts, and the texts with what differs marked."""
    return shared_share(left[1], right[1]), difference_html(left, right)


def show_downloads(question: str, compared: tuple[PlaceRules, ...]) -> None:
    """Offer the table as a Word and an Excel file, each made when asked for."""
    with st.container(horizontal=True):
        st.download_button(
            "Tải bản Word",
            lambda: comparison_docx(question, compared),
            "so-sanh.docx",
            WORD,
            on_click="ignore",
        )
        st.download_button(
            "Tải bảng Excel",
            lambda: comparison_sheet(question, compared),
            "so-sanh.xlsx",
            EXCEL,
            on_click="ignore",
        )


def show_differences(compared: tuple[PlaceRules, ...]) -> None:
    """Show how the words of two places that have rules differ; by default the first two."""
    ruled = {one.place: one for one in compared if one.citations}
    if len(ruled) < FEWEST:
        return
    st.subheader("Khác nhau về câu chữ", anchor=False)
    left, right = st.columns(2)
    first = left.selectbox("Địa phương thứ nhất", list(ruled))
    second = right.selectbox("Địa phương thứ hai", [name for name in ruled if name != first])
    a, b = ruled[first], ruled[second]
    share, changes = difference((first, a.words), (second, b.words))
    st.caption(
        f"Giống nhau {share:.0%} số từ. Nền đỏ, gạch chân đứt: chỉ có ở {plain(first)}; "
        f"nền xanh, gạch chân liền: chỉ có ở {plain(second)}."
    )
    st.html(changes)


st.header("So sánh quy định giữa các địa phương")
known = places_of(opened_index().facts.values())
with st.form("so-sanh", border=False):
    typed = st.text_input(
        "Chủ đề hoặc câu hỏi (không cần nêu tên địa phương)",
        max_chars=MAX_CHARACTERS,
        placeholder=TOPICS[0],
    )
    chosen = st.multiselect("Địa phương", known, default=known[:8], placeholder="Chọn địa phương")
    if st.form_submit_button("So sánh", type="primary"):
        run(typed, chosen)

if "compared" not in st.session_state:
    st.caption("Ví dụ:")
    for topic in TOPICS:
        st.button(topic, type="tertiary", on_click=run, args=(topic, known[:8]))
else:
    asked, result = st.session_state["compared"]
    st.subheader(plain(asked), anchor=False)
    st.html(comparison_html(result))
    cautions = list(cautions_of(result))
    if cautions:
        st.warning("\n".join(f"- {plain(caution)}" for caution in cautions))
    show_downloads(asked, result)
    show_differences(result)
