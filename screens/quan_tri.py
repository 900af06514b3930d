"""Quản trị: for administrators only; texts into and out of the corpus, their facts, the index."""

import streamlit as st

from view.admin_add import show_add
from view.admin_corpus import show_corpus
from view.admin_index import show_index
from view.door import enter, leave

SECTIONS = {"Thêm văn bản": show_add, "Kho văn bản": show_corpus, "Chỉ mục": show_index}

_UPLOADER = """
<style>
/* Streamlit has these words in English only. */
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"]:not(:has([data-testid="stFileUploaderFile"])) button {
  font-size: 0; gap: 0;
}
[data-testid="stFileUploaderDropzone"]:not(:has([data-testid="stFileUploaderFile"])) button::after {
  content: "Chọn tệp hoặc kéo tệp vào đây"; font-size: 1rem;
}
</style>
"""

st.header("Quản trị")
who = enter()
st.html(_UPLOADER)
section = st.segmented_control(
    "Việc", list(SECTIONS), default="Thêm văn bản", key="viec", label_visibility="collapsed"
)
SECTIONS[section or "Thêm văn bản"]()
st.divider()
st.caption(f"Đang vào bằng {who}. Mọi việc ghi trong nhật ký của máy chủ.")
st.button("Thoát khỏi trang quản trị", on_click=leave)
