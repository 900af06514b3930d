"""The index that a server process holds open, and its building when there is none."""

from pathlib import Path
from threading import Lock

import streamlit as st
from langchain_core.language_models import BaseChatModel
from streamlit.delta_generator import DeltaGenerator

from answer import open_model
from index import (
    HybridRetriever,
    IndexProblem,
    current_version,
    is_held,
    is_stale,
    open_version,
)
from manage.settings import settings
from manage.steward import rebuild
from view.plain import plain

CORPUS_DIR = settings().corpus
INDEX_DIR = settings().index
ENCODER = settings().encoder

_BUILDING = Lock()


def ensure_index() -> None:
    """Build the index with a progress bar if it is missing or stale; looked at once a browser session.

    A version that a person went back to stays, though the corpus is another by now.

    On failure the reason is shown, and the index in use, if any, goes on serving.
    """
    if "index_checked" in st.session_state:
        return
    bar = st.progress(0.0, "Đang kiểm tra chỉ mục…")
    with _BUILDING:
        try:
            if not is_held(INDEX_DIR) and is_stale(CORPUS_DIR, INDEX_DIR, ENCODER):
                _build(bar)
        except (IndexProblem, OSError) as problem:
            st.error(plain(str(problem)))
    bar.empty()
    st.session_state["index_checked"] = True


def _build(bar: DeltaGenerator) -> None:
    def show(message: str, share: float) -> None:
        bar.progress(share, f"{message}…")

    report = rebuild(CORPUS_DIR, INDEX_DIR, ENCODER, show)
    for failure in report.failures:
        st.warning(plain(str(failure)))


@st.cache_resource
def language_model() -> BaseChatModel | None:
    """Return the language model that the settings name, None if they name none; ModelProblem if it cannot."""
    name = settings().llm
    return open_model(name) if name else None


def opened_index() -> HybridRetriever:
    """Return the current version of the index, opened once a version for all sessions.

    Stops the page with the reason if there is none.
    """
    try:
        return _open(current_version(INDEX_DIR))
    except IndexProblem as problem:
        st.error(plain(str(problem)))
        st.stop()


@st.cache_resource(max_entries=2, show_spinner="Đang mở chỉ mục…")
def _open(folder: Path) -> HybridRetriever:
    return open_version(folder)
