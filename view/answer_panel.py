"""A turn's answer as a page shows it: its claims, warnings, citations, and what can be done with it."""

import sqlite3

import streamlit as st

from materials import answer_docx, answer_sheet, pdf_problem, to_pdf
from view.answer_html import answer_html
from view.copying import answer_text
from view.history import Feedback, Turn, Vote, kept_history
from view.media import WORD
from view.plain import plain

_VOTES: dict[Vote, str] = {"up": ":material/thumb_up: Đúng", "down": ":material/thumb_down: Chưa đúng"}
_REASON_CHARACTERS = 500


def show_answer(turn: Turn) -> None:
    """Show an answer or an abstention, what to mind about it, and what it cites or found nearest."""
    given = turn.answer
    st.subheader("Trả lời", anchor="tra-loi")
    if given.status == "abstained":
        st.info(plain(given.answer))
    else:
        st.html(answer_html(given.claims, given.citations))
    if given.warnings:
        st.warning("**Lưu ý**\n\n" + "\n".join(f"- {plain(warning)}" for warning in given.warnings))
    listed = given.citations or given.retrieved[:5]
    if listed:
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
    if listed:
        st.html('<p class="to-text"><a href="#nguyen-van" target="_self">↓ Xem nguyên văn bên dưới</a></p>')


def show_actions(turn: Turn) -> None:
    """Offer to copy an answer, to save it, and to say whether it is right."""
    with st.container(horizontal=True):
        with st.popover("Chép", icon=":material/content_copy:"):
            st.caption("Bấm biểu tượng ở góc phải khung để chép cả câu trả lời.")
            st.code(answer_text(turn.answer), language=None, wrap_lines=True)
        with st.popover("Tải về", icon=":material/download:"):
            _downloads(turn)
    if turn.id > 0:
        _feedback(turn)
    else:
        st.warning(
            "Không lưu được câu hỏi này vào lịch sử; hãy báo người quản trị kiểm tra ổ đĩa của máy chủ."
        )


def _downloads(turn: Turn) -> None:
    def word() -> bytes:
        return answer_docx(turn.answer, turn.limits)

    problem = pdf_problem()
    st.download_button("Word (.docx)", word, "tra-loi.docx", WORD, on_click="ignore", width="stretch")
    st.download_button(
        "PDF",
        lambda: to_pdf(word()),
        "tra-loi.pdf",
        "application/pdf",
        on_click="ignore",
        width="stretch",
        disabled=problem is not None,
    )
    if problem:
        st.caption(problem)
    st.download_button(
        "Văn bản thô (.md)",
        lambda: answer_sheet(turn.answer),
        "tra-loi.md",
        "text/markdown",
        on_click="ignore",
        width="stretch",
    )


def _feedback(turn: Turn) -> None:
    vote, reason = f"vote-{turn.id}", f"reason-{turn.id}"
    try:
        said = kept_history().said(turn.id)
    except (sqlite3.Error, OSError):
        said = None
    st.pills(
        "Câu trả lời này có đúng không?",
        list(_VOTES),
        format_func=_VOTES.__getitem__,
        default=said.vote if said else None,
        key=vote,
        on_change=_say,
        args=(turn.id,),
    )
    if said:
        st.text_input(
            "Vì sao? (không bắt buộc)",
            said.reason,
            max_chars=_REASON_CHARACTERS,
            key=reason,
            on_change=_say,
            args=(turn.id,),
            placeholder="Thiếu khoản 2; sai địa phương; văn bản đã cũ…",
        )
        st.caption("Đã ghi ý kiến. Cảm ơn anh/chị.")


def _say(turn: int) -> None:
    vote: Vote | None = st.session_state[f"vote-{turn}"]
    reason = st.session_state.get(f"reason-{turn}", "")
    try:
        kept_history().say(turn, Feedback(vote, reason.strip()) if vote else None)
    except (sqlite3.Error, OSError):
        st.warning("Không ghi được ý kiến; hãy thử lại sau.")
