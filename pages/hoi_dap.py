"""Hỏi đáp: a question, its answer with numbered citations, and the cited words in their document."""

from html import escape

import streamlit as st

from answer import MAX_CHARACTERS, Answer, BadQuestion, Citation, ModelProblem, answer
from index import IndexProblem
from manage.logs import log_answer
from manage.settings import settings
from materials import answer_sheet
from view import answer_html, document_html, language_model, opened_index, plain

EXAMPLES = (
    "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?",
    "Điện Biên phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?",
    "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?",
)
READER_HEIGHT = 620


def ask(question: str) -> None:
    """Answer a question and keep the answer for the session, its first citation open."""
    try:
        st.session_state["answer"] = answer(question, opened_index(), llm=language_model())
        st.session_state["open"] = 1
        log_answer(st.session_state["answer"], settings())
    except (BadQuestion, ModelProblem, IndexProblem) as problem:
        st.session_state.pop("answer", None)
        st.warning(plain(str(problem)))


def show_answer(given: Answer) -> None:
    """Show an answer or an abstention, what to mind about it, and what it cites or found nearest."""
    st.subheader("Trả lời")
    if given.status == "abstained":
        st.info(plain(given.answer))
    else:
        st.html(answer_html(given))
    for warning in given.warnings:
        st.warning(plain(warning))
    listed = given.citations or given.retrieved[:5]
    st.markdown(
        "**Trích dẫn**" if given.citations else "**Các đoạn gần nhất trong kho (không phải câu trả lời)**"
    )
    for citation in listed:
        st.button(
            plain(f"[{citation.n}] {citation.label}"),
            key=f"open-{citation.n}",
            type="primary" if citation.n == st.session_state["open"] else "secondary",
            on_click=lambda n: st.session_state.update(open=n),
            args=(citation.n,),
            width="stretch",
        )
    st.download_button(
        "Tải phiếu trả lời", answer_sheet(given), "phieu-tra-loi.md", "text/markdown", on_click="ignore"
    )


def show_cited(citation: Citation) -> None:
    """Show the document of a citation, scrolled to the quoted words, which are highlighted."""
    st.subheader("Nguyên văn")
    document = opened_index().documents[citation.document.id]
    with st.container(border=True):
        st.iframe(document_html(document, [citation.span], citation.eid), height=READER_HEIGHT)
    st.page_link(
        "pages/van_ban.py",
        label="Mở trong trang Văn bản",
        icon=":material/open_in_new:",
        query_params={"doc": document.id, "at": citation.eid},
    )


st.header("Hỏi đáp về thực hiện dân chủ ở cơ sở")
with st.form("hoi", border=False):
    typed = st.text_area(
        "Câu hỏi (có dấu hoặc không dấu)", height=80, max_chars=MAX_CHARACTERS, placeholder=EXAMPLES[0]
    )
    if st.form_submit_button("Hỏi", type="primary"):
        ask(typed)

if "answer" not in st.session_state:
    st.caption("Ví dụ:")
    for example in EXAMPLES:
        st.button(example, type="tertiary", on_click=ask, args=(example,))
else:
    if st.session_state["answer"].engine.index != opened_index().manifest.version:
        ask(st.session_state["answer"].question)  # the index was replaced since: its spans are others
    shown: Answer = st.session_state["answer"]
    st.html(f"<blockquote>{escape(shown.question)}</blockquote>")
    left, right = st.columns(2, gap="large")
    with left:
        show_answer(shown)
    listed = {citation.n: citation for citation in shown.citations or shown.retrieved}
    if st.session_state["open"] in listed:
        with right:
            show_cited(listed[st.session_state["open"]])
