"""The conversation of a browser tab: `?c=…` in its address names it, the history keeps it."""

import sqlite3

import streamlit as st

from answer import Answer
from view.history import Turn, kept_history, new_conversation

_UNKEPT = "unkept"


def conversation_turns() -> list[Turn]:
    """Return the turns of the conversation in the address, oldest first, and say what cannot be read.

    An address without one, after a visit to another page, takes up the session's own again.
    """
    named = st.query_params.get("c") or st.session_state.get("conversation")
    unkept: list[Turn] = st.session_state.get(_UNKEPT, [])
    if not named:
        return unkept
    try:
        turns = kept_history().turns(named)
    except (sqlite3.Error, OSError, ValueError) as problem:
        st.warning(f"Không đọc được các câu đã hỏi ({type(problem).__name__}); vẫn hỏi câu mới được.")
        return unkept
    if turns:
        _name(named)
    else:
        leave_conversation()
        st.info("Không tìm thấy cuộc hỏi đáp mà liên kết này chỉ tới; câu hỏi tới sẽ mở một cuộc mới.")
    return [*turns, *unkept]


def keep(given: Answer, limits: tuple[str, ...]) -> Turn:
    """Keep an answer as the last turn of the conversation, a new one if there is none; return the turn.

    Where it cannot be written, the turn is the session's only, and has no feedback: its id is negative.
    """
    conversation = st.query_params.get("c") or new_conversation()
    unkept: list[Turn] = st.session_state.setdefault(_UNKEPT, [])
    try:
        number = kept_history().add(conversation, given, limits)
    except (sqlite3.Error, OSError):
        number = -1 - len(unkept)
    turn = Turn(number, conversation, "", limits, given)
    if number < 0:
        unkept.append(turn)
    else:
        _name(conversation)
    return turn


def leave_conversation() -> None:
    """Let the next question open a new conversation."""
    st.query_params.pop("c", None)
    for name in ("conversation", "turn", _UNKEPT):
        st.session_state.pop(name, None)


def _name(conversation: str) -> None:
    st.session_state["conversation"] = conversation
    st.query_params["c"] = conversation  # on every run: filters that are bound to the address may drop it
