"""Quản trị › Kho: correct a text's facts beside the text, or take the text out."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from collect import CollectProblem, Corpus
from ingest import Document, IngestError
from ingest.catalog import CATALOG_NAME, CORRECTABLE, read_catalog
from ingest.citation import document_label
from manage.logs import log
from view import session
from view.limits import STATUSES
from view.plain import plain

_FIELDS = dict(
    zip(
        CORRECTABLE,
        (
            "Loại văn bản",
            "Số, ký hiệu",
            "Cơ quan ban hành",
            "Trích yếu",
            "Ngày ban hành (2024-12-31)",
            "Ngày có hiệu lực (2024-12-31)",
            "Trạng thái",
            "Địa phương",
            "Cấp của địa phương",
            "Thuộc tỉnh",
        ),
        strict=True,
    )
)
"""Fact in catalog.toml → what a person calls it."""


def show_corpus() -> None:
    """Show the texts of the corpus, those that cannot be read too, and the forms for the chosen one."""
    if said := st.session_state.pop("corpus_said", None):
        st.success(plain(said))
    try:
        corpus = _corpus(session.CORPUS_DIR, _state(session.CORPUS_DIR / CATALOG_NAME))
        texts = corpus.texts()
    except (CollectProblem, IngestError) as problem:
        st.error(plain(str(problem)))
        return
    for text in texts:
        if isinstance(text.read, IngestError):
            st.warning(plain(str(text.read)))
    paths = {text.read.id: text.path for text in texts if isinstance(text.read, Document)}
    documents = corpus.documents()
    if not documents:
        st.info("Kho chưa có văn bản nào.")
        return
    chosen = st.selectbox(
        f"Chọn văn bản ({len(documents)})",
        list(documents),
        format_func=lambda name: document_label(documents[name]),
    )
    st.markdown(plain(documents[chosen].title))
    _show_corrections(corpus, documents[chosen], paths[chosen])
    _show_removal(corpus, documents[chosen])


@st.cache_resource(max_entries=1, show_spinner="Đang đọc kho văn bản…")
def _corpus(folder: Path, _catalog_state: tuple[int, int]) -> Corpus:
    return Corpus(folder)


def _state(path: Path) -> tuple[int, int]:
    state = path.stat() if path.is_file() else None
    return (state.st_mtime_ns, state.st_size) if state else (0, 0)


def _show_corrections(corpus: Corpus, document: Document, path: Path) -> None:
    """Show the form of corrections; blank fields let the print stand."""
    catalog = read_catalog(path)
    with st.form(f"dinh-chinh-{document.id}"):
        st.markdown("**Đính chính dữ kiện**")
        st.caption(
            "Để trống: giữ như bản in. Nguyên văn không bị sửa; đính chính được ghi bên cạnh, kèm lý do."
        )
        columns = st.columns(2)
        typed = {
            field: _typed(columns[at % 2], field, catalog.get(field) or "", _printed(document, field))
            for at, field in enumerate(_FIELDS)
        }
        reason = st.text_input("Lý do", catalog.reason, max_chars=500)
        if not st.form_submit_button("Lưu đính chính", type="primary"):
            return
    corrections = {field: value for field, value in typed.items() if value}
    if corrections and not reason.strip():
        st.error("Hãy ghi lý do, để người sau biết vì sao dữ kiện khác bản in.")
        return
    try:
        corrected = corpus.correct(document.id, corrections, reason.strip())
    except (CollectProblem, IngestError) as problem:
        st.error(plain(str(problem)))
        return
    log.info("corrected", extra={"document": corrected.id, "fields": sorted(corrections)})
    _say(f"Đã lưu đính chính cho {document_label(corrected)}. Hãy dựng lại chỉ mục để dùng.")


def _typed(column: DeltaGenerator, field: str, kept: str, printed: str) -> str:
    """Ask for a fact and return it; the print's stands in the empty field."""
    name = _FIELDS[field]
    if field != "status":
        return column.text_input(name, kept, placeholder=printed, max_chars=500).strip()
    known = {str(status): words for status, words in STATUSES.items()}
    at = list(known).index(kept) if kept in known else None
    chosen = column.selectbox(
        name, list(known), at, format_func=known.__getitem__, placeholder=known.get(printed, printed)
    )
    return chosen or ""


def _printed(document: Document, field: str) -> str:
    """Return what a fact is read as, for comparison."""
    outer, _, inner = field.partition(".")
    value = getattr(document, outer)
    return str((getattr(value, inner, None) if inner else value) or "không ghi")


def _show_removal(corpus: Corpus, document: Document) -> None:
    with st.expander("Bỏ văn bản này khỏi kho"):
        st.write("Tệp bị xóa khỏi kho. Hãy tải về một bản nếu còn cần.")
        source = corpus.folder / Path(document.source).name
        if source.is_file():
            st.download_button("Tải tệp về", source.read_bytes(), source.name, on_click="ignore")
        sure = st.checkbox("Tôi muốn bỏ văn bản này", key=f"chac-{document.id}")
        if not st.button("Bỏ khỏi kho", disabled=not sure):
            return
    try:
        corpus.remove(document.id)
    except CollectProblem as problem:
        st.error(plain(str(problem)))
        return
    log.info("removed", extra={"document": document.id})
    _say(f"Đã bỏ {document_label(document)}. Hãy dựng lại chỉ mục để văn bản không còn được trích dẫn.")


def _say(words: str) -> None:
    st.session_state["corpus_said"] = words
    st.rerun()
