"""What the page of questions does in the browser itself: it keeps what is typed, and opens what is cited."""

from pathlib import Path

import streamlit as st

_SCRIPT = f"<script>{Path(__file__).with_name('conversation.js').read_text(encoding='utf-8')}</script>"
_FORGET = '<script>sessionStorage.removeItem("draft")</script>'


def run_in_browser(*, asked: bool) -> None:
    """Have the page open a passage by its number, and keep what is typed, in the tab, until it is asked.

    Not in the address: two thousand characters with their accents are more than proxies let through.

    Args:
        asked: what was typed has been asked, and is forgotten.

    """
    st.html(_FORGET if asked else _SCRIPT, unsafe_allow_javascript=True)
