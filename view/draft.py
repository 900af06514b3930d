"""The question that is being typed: kept in the browser's tab, so that a reload brings it back."""

from pathlib import Path

import streamlit as st

_KEEP = f"<script>{Path(__file__).with_name('draft.js').read_text(encoding='utf-8')}</script>"
_FORGET = '<script>sessionStorage.removeItem("draft")</script>'


def keep_draft(*, asked: bool) -> None:
    """Keep what is typed into the text box of the key "question"; forget it once it has been asked.

    Not in the address: two thousand characters with their accents are more than proxies let through.
    """
    st.html(_FORGET if asked else _KEEP, unsafe_allow_javascript=True)
