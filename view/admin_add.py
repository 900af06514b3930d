"""Quản trị › Thêm: upload, see what the program reads, accept."""

from collections import Counter

import streamlit as st

from collect import CollectProblem
from ingest import Document, IngestError
from ingest.citation import UNIT_NAMES, date_label, document_label
from manage import steward
from manage.logs import log
from manage.steward import Tried
from manage.upload import LARGEST_MIB, RefusedUpload
from view import session
from view.document_html import document_html
from view.plain import plain

_READER_HEIGHT = 480


def show_add() -> None:
    """Show the uploader, and each file that was uploaded as the program reads it."""
    if done := st.session_state.pop("admitted", None):
        st.success(
            plain(f"Đã đưa vào kho: {done}. Hãy sang mục Chỉ mục để dựng lại, rồi văn bản mới được hỏi đáp.")
        )
    files = st.file_uploader(
        f"Văn bản Word, PDF, HTML hoặc chữ thuần; mỗi tệp tới {LARGEST_MIB} MB",
        accept_multiple_files=True,
        key=f"tai-len-{st.session_state.get('uploads', 0)}",
    )
    for file in files:
        with st.container(border=True):
            try:
                tried = _tried(file.file_id, file.name, file.getvalue())
            except (RefusedUpload, IngestError) as problem:
                st.error(plain(str(problem)))
                continue
            _show_tried(tried, file.file_id)


def _tried(file_id: str, name: str, raw: bytes) -> Tried:
    """Read an upload once a session, whatever is clicked afterwards."""
    known: dict[str, Tried | RefusedUpload | IngestError] = st.session_state.setdefault("tried", {})
    if file_id not in known:
        try:
            known[file_id] = steward.try_upload(name, raw)
        except (RefusedUpload, IngestError) as problem:
            log.warning("upload refused", extra={"file": name, "reason": str(problem)})
            known[file_id] = problem
    outcome = known[file_id]
    if isinstance(outcome, Tried):
        return outcome
    raise outcome


def _show_tried(tried: Tried, key: str) -> None:
    document = tried.document
    st.markdown(f"**{plain(document_label(document))}**  \n{plain(document.title)}")
    st.markdown("  \n".join(f"{name}: {plain(value)}" for name, value in _facts(document).items()))
    for warning in document.warnings:
        st.warning(plain(warning))
    with st.expander(f"Chỗ đã sửa trình bày ({len(document.repairs)})"):
        st.dataframe(
            [
                {"Việc": repair.kind, "Trong tệp": repair.before, "Sau khi sửa": repair.after}
                for repair in document.repairs
            ],
            hide_index=True,
        )
    with st.expander("Cây điều khoản, như người đọc sẽ thấy", expanded=True):
        st.iframe(document_html(document), height=_READER_HEIGHT)
    if st.button("Đưa vào kho", key=f"nhan-{key}", type="primary"):
        _admit(tried)


def _facts(document: Document) -> dict[str, str]:
    counts = Counter(provision.unit for provision in document.provisions)
    return {
        "Số, ký hiệu": document.number or "để trống",
        "Cơ quan ban hành": document.issuer or "không ghi",
        "Ban hành": date_label(document.issued_on) if document.issued_on else "không ghi",
        "Trạng thái": "Dự thảo" if document.status == "draft" else "Đã ban hành",
        "Đọc được": ", ".join(f"{count} {UNIT_NAMES[unit]}" for unit, count in counts.items()),
    }


def _admit(tried: Tried) -> None:
    try:
        admitted = steward.admit(tried, session.CORPUS_DIR)
    except CollectProblem as problem:
        st.error(plain(str(problem)))
        return
    st.session_state["admitted"] = document_label(admitted)
    st.rerun()
