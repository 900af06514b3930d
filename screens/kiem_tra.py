"""Kiểm tra trích dẫn: a draft, each legal reference and quotation in it with a verdict."""

from pathlib import Path

import streamlit as st

from check import Draft, Library, Report, check
from check.html import report_html
from check.word import report_docx
from ingest.errors import IngestError
from view import opened_index, plain
from view.media import WORD
from view.uploaded_draft import LARGEST_MB, MOST_CHARACTERS, SUFFIXES, pasted_draft, uploaded_draft
from view.verdicts_html import compared_html, counts_html

READER_HEIGHT, SHORT_HEIGHT = 700, 420
SHORT = 800  # characters of a text that needs no tall frame

EXAMPLE = (
    "Theo Điều 3 Nghị quyết số 05/2025/NQ-HĐND của HĐND tỉnh Sóc Trăng, kinh phí được bố trí từ ngân sách. "
    "Khoản 9 Điều 1 Nghị quyết số 179/NQ-HĐND của HĐND tỉnh Quảng Ninh quy định về khen thưởng."
)


@st.cache_resource(max_entries=2)
def library(version: str) -> Library:  # noqa: ARG001 (what it is kept by)
    """Return the corpus to check against, once a version of the index."""
    return Library(opened_index().documents)


def run(draft: Draft) -> None:
    """Check a draft with a progress bar and keep the report, and it as a page, for the session."""
    bar = st.progress(0.0, "Đang kiểm tra…")

    def show(message: str, share: float) -> None:
        bar.progress(share, f"{message}…")

    report = check(draft, library(opened_index().manifest.version), show)
    st.session_state["checked"] = report, report_html(report)
    bar.empty()


def show_report(report: Report, page: str) -> None:
    """Show the numbers, the text with its marks (the page), downloads, and the provisions compared with."""
    wrong = sum(finding.is_wrong for finding in report.findings)
    st.subheader(f"Kết quả: {plain(report.source)}")
    if not report.findings:
        st.info("Không thấy dẫn chiếu hay trích dẫn văn bản nào trong văn bản này.")
        return
    if wrong:
        st.error(f"{wrong} trong {len(report.findings)} dẫn chiếu và trích dẫn là sai, cần sửa.")
    else:
        st.success(f"{len(report.findings)} dẫn chiếu và trích dẫn, không thấy chỗ nào sai.")
    st.html(counts_html(report))
    stem = Path(report.source).stem
    with st.container(horizontal=True):
        st.download_button(
            "Tải bản Word có ghi chú",
            lambda: report_docx(report),
            f"{stem}-kiem-tra.docx",
            WORD,
            on_click="ignore",
        )
        st.download_button("Tải trang HTML", page, f"{stem}-kiem-tra.html", "text/html", on_click="ignore")
    with st.container(border=True):
        st.iframe(page, height=SHORT_HEIGHT if len(report.text) < SHORT else READER_HEIGHT)
    if any(finding.document for finding in report.findings):
        with st.expander("Điều khoản trong kho đã đối chiếu"):
            st.html(compared_html(report))


st.header("Kiểm tra trích dẫn")
st.caption(
    "Đối chiếu từng điều khoản được dẫn và từng câu trích nguyên văn với kho văn bản. "
    "Văn bản không được lưu lại trên máy chủ."
)
with st.form("kiem-tra", border=False):
    typed = st.text_area("Dán văn bản cần kiểm tra", height=180, placeholder=EXAMPLE)
    sent = st.file_uploader(
        f"Hoặc chọn một tệp ({', '.join(SUFFIXES)}; đến {LARGEST_MB} MB, "
        f"{MOST_CHARACTERS // 1_000_000} triệu ký tự)",
        max_upload_size=LARGEST_MB,
    )
    asked = st.form_submit_button("Kiểm tra", type="primary")
if asked:
    st.session_state.pop("checked", None)
    try:
        run(uploaded_draft(sent.name, sent.getvalue()) if sent else pasted_draft(typed))
    except IngestError as problem:
        st.warning(plain(str(problem)))
elif "checked" not in st.session_state:
    st.button("Xem thử với một đoạn mẫu", type="tertiary", on_click=lambda: run(pasted_draft(EXAMPLE)))
if "checked" in st.session_state:
    show_report(*st.session_state["checked"])
