"""The passage of a citation beside the answer: its document, scrolled to the quoted words."""

import streamlit as st

from answer import Citation
from ingest import Document, Span
from view.copying import citation_text
from view.document_html import document_html
from view.located import located
from view.plain import plain
from view.session import opened_index

READER_HEIGHT = 620


def show_cited(citation: Citation) -> None:
    """Show the document of a citation with the quoted words highlighted, and offer the citation to copy.

    Where the index no longer holds those words, the quote as it was kept is shown, and why.
    """
    st.subheader("Nguyên văn", anchor="nguyen-van")
    st.caption(plain(f"[{citation.n}] {citation.label}"))
    opened = opened_index()
    span = located(citation, opened.documents)
    with st.container(border=span is not None):
        if span is None:
            st.warning(
                "Văn bản này nay không còn trong kho, hoặc lời văn đã được thay. Đoạn đã trích lúc trả lời:"
            )
            st.text(citation.passage)
        else:
            document = opened.documents[citation.document.id]
            page = _page(opened.manifest.version, document.id, span, citation.eid, document)
            st.iframe(page, height=READER_HEIGHT, alt=f"Nguyên văn: {citation.label}")
    with st.container(horizontal=True):
        with st.popover("Chép trích dẫn", icon=":material/content_copy:"):
            st.code(citation_text(citation), language=None, wrap_lines=True)
        if span is not None:
            st.page_link(
                "screens/van_ban.py",
                label="Mở trong trang Văn bản",
                icon=":material/open_in_new:",
                query_params={"doc": citation.document.id, "at": citation.eid},
            )


@st.cache_resource(max_entries=16, show_spinner=False)
def _page(version: str, name: str, quoted: Span, eid: str, _document: Document) -> str:  # noqa: ARG001 (the key)
    return document_html(_document, [quoted], eid)
