"""Hỏi đáp: a conversation of questions, each answer with numbered citations and the cited words beside it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from answer import Answer, BadQuestion, Citation, Claim, ModelProblem, answer_stream
from answer.question import checked_question
from index import Filters, IndexProblem
from manage.logs import log_answer
from manage.settings import settings
from view import language_model, opened_index, plain
from view.answer_html import answer_html
from view.answer_panel import show_actions, show_answer
from view.conversation import conversation_turns, keep, leave_conversation
from view.conversation_script import run_in_browser
from view.follow_ups import follow_ups
from view.history import Turn
from view.limits import limits_in_words
from view.limits_form import limits_form
from view.passage_panel import show_cited

EXAMPLES = (
    "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?",
    "Điện Biên phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?",
    "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?",
)


def submit(question: str | None = None) -> None:
    """Take up a question, the typed one if None, for this run of the page; say why if it is none."""
    asked = st.session_state["question"] if question is None else question
    st.session_state.pop("problem", None)
    try:
        st.session_state["pending"] = checked_question(asked or "")
    except BadQuestion as problem:
        st.session_state["problem"] = str(problem)


def ask(question: str, turns: Sequence[Turn], filters: Filters) -> None:
    """Answer a question, showing each claim once proved; keep the answer, or say what went wrong."""
    slot = st.empty()
    slot.caption("Đang tìm trong các văn bản…")
    claims: list[Claim] = []
    citations: dict[int, Citation] = {}
    earlier = [turn.answer.question for turn in turns]
    try:
        events = answer_stream(question, opened_index(), filters, llm=language_model(), history=earlier)
        for event in events:
            if isinstance(event, Answer):
                log_answer(event, settings())
                turn = keep(event, limits_in_words(filters))
                st.session_state.update(turn=turn.id, open=1, asked=True)
            else:
                claims.append(event.claim)
                citations |= {citation.n: citation for citation in event.citations}
                slot.html(answer_html(claims, list(citations.values())))
    except (ModelProblem, IndexProblem) as problem:
        st.session_state["problem"] = str(problem)
    st.rerun()


@st.fragment
def show_turn(turn: Turn, earlier: Sequence[Turn], filters: Filters) -> None:
    """Show a turn: its question and answer, and beside them the passage that is open.

    A click in it has only this part run again. Containers keep what comes after in its place while one turn
    takes the place of another.
    """
    if "pending" in st.session_state:  # what to ask next was clicked: that is for the whole page
        st.rerun()
    with st.container():
        st.html(f'<blockquote class="question">{escape(turn.answer.question)}</blockquote>')
        if turn.limits:
            st.caption(plain(f"Đã lọc. {'; '.join(turn.limits)}."))
    st.session_state.setdefault("open", 1)
    left, right = st.columns(2, gap="large")
    with left:
        with st.container():
            show_answer(turn)
        with st.container():
            show_actions(turn)
        with st.container(key="unprinted-next"):
            offer(following(turn.answer, [one.answer.question for one in earlier], filters), "Hỏi tiếp:")
    listed = {citation.n: citation for citation in turn.answer.citations or turn.answer.retrieved}
    if st.session_state["open"] in listed:
        with right:
            show_cited(listed[st.session_state["open"]])


def following(given: Answer, earlier: Sequence[str], filters: Filters) -> list[str]:
    """Return the follow-up questions of an answer, worked out once for each index and limits."""
    retriever = opened_index()
    of = (given.question, *earlier, filters, retriever.manifest.version)
    if st.session_state.get("followed") != of:
        st.session_state.update(followed=of, following=follow_ups(given, earlier, retriever, filters))
    return list(st.session_state["following"])


def offer(questions: Sequence[str], title: str) -> None:
    """Offer questions that are asked by a click."""
    if questions:
        st.caption(title)
    for question in questions:
        st.button(
            plain(question),
            key=f"ask {question}",
            icon=":material/subdirectory_arrow_right:",
            type="tertiary",
            on_click=submit,
            args=(question,),
        )


def list_turns(turns: Sequence[Turn], shown: Turn) -> None:
    """List what was asked in the conversation, newest first; a click shows its answer again."""
    st.subheader("Đã hỏi trong cuộc này", anchor=False)
    for number, turn in reversed(list(enumerate(turns, start=1))):
        st.button(
            plain(f"{number}. {turn.answer.question}"),
            key=f"turn-{turn.id}",
            type="primary" if turn.id == shown.id else "secondary",
            on_click=lambda one: st.session_state.update(turn=one, open=1),
            args=(turn.id,),
            width="stretch",
        )


st.header("Hỏi đáp về thực hiện dân chủ ở cơ sở", anchor=False)
just_asked = st.session_state.pop("asked", False)
if just_asked:
    st.session_state["question"] = ""
run_in_browser(asked=just_asked)  # before the box: once that is empty, what it held is forgotten
with st.form("hoi", border=False):
    st.text_area("Câu hỏi (có dấu hoặc không dấu)", height=80, key="question", placeholder=EXAMPLES[0])
    sent = st.form_submit_button("Hỏi", type="primary")
if sent:  # no callback: a server that has just started again knows of none yet
    submit()
with st.container():  # what may be said here moves nothing that comes after
    if "problem" in st.session_state:
        st.warning(plain(st.session_state["problem"]))
with st.container():
    limited_to = limits_form(opened_index().facts.values())
    asked_before = conversation_turns()
if "pending" in st.session_state:
    ask(st.session_state.pop("pending"), asked_before, limited_to)
if asked_before:
    numbers = [turn.id for turn in asked_before]
    chosen = st.session_state.get("turn")
    at = numbers.index(chosen) if chosen in numbers else len(numbers) - 1
    show_turn(asked_before[at], asked_before[:at], limited_to)
    with st.container(key="unprinted-turns"):
        if len(asked_before) > 1:
            list_turns(asked_before, asked_before[at])
        st.button("Bắt đầu cuộc hỏi đáp mới", icon=":material/add:", on_click=leave_conversation)
        st.caption("Lưu hay gửi địa chỉ trang này để mở lại cuộc hỏi đáp; ai có địa chỉ đều xem được.")
else:
    offer(EXAMPLES, "Ví dụ:")
