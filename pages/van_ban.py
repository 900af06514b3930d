"""Văn bản: a document's facts and its whole text; `?doc=…&at=…` opens it at a provision."""

import streamlit as st

from ingest import Document
from ingest.citation import date_label, document_label
from view import document_html, opened_index, plain

READER_HEIGHT = 760


def facts(document: Document) -> dict[str, str]:
    """Return what a reader wants to know of a document, in Vietnamese; blank where the print is."""
    place, signer = document.place, document.signer
    return {
        "Số, ký hiệu": document.number or "để trống",
        "Cơ quan ban hành": document.issuer or "không ghi",
        "Ban hành": date_label(document.issued_on) if document.issued_on else "không ghi",
        "Có hiệu lực": date_label(document.effective_on) if document.effective_on else "không ghi",
        "Người ký": f"{signer.name} ({signer.title})" if signer else "không ghi",
        "Trạng thái": "Dự thảo, chưa có hiệu lực" if document.status == "draft" else "Đã ban hành",
        "Địa phương nay thuộc": place.now if place and place.now else "không rõ",
    }


st.header("Văn bản")
retriever = opened_index()
documents = retriever.facts
asked = st.query_params.get("doc")
if asked and asked not in documents:
    st.warning("Không có văn bản mà liên kết này chỉ tới; hãy chọn trong danh sách.")
ids = list(documents)
chosen = st.selectbox(
    "Chọn văn bản",
    ids,
    index=ids.index(asked) if asked in ids else 0,
    format_func=lambda name: document_label(documents[name]),
)
document = retriever.documents[chosen]
at = st.query_params.get("at") if chosen == asked else None
known = {provision.eid: provision for provision in document.provisions}
if at and at not in known:
    st.warning("Văn bản này không có điều khoản mà liên kết chỉ tới.")
st.markdown(f"**{plain(document.title)}**")
with st.expander("Thông tin văn bản"):
    for name, value in facts(document).items():
        st.text(f"{name}: {value}")
    for correction in document.corrections:
        st.text(f"Đính chính: “{correction.printed}” → “{correction.corrected}”. {correction.reason}")
highlights = [known[at].span] if at in known else []
with st.container(border=True):
    st.iframe(document_html(document, highlights, at), height=READER_HEIGHT)
