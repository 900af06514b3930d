"""Quản trị › Chỉ mục: what is in use, building anew, going back."""

from datetime import datetime

import streamlit as st

from index import IndexProblem, Manifest, current_version, is_held, is_stale, versions
from manage import steward
from view import session
from view.plain import plain


def show_index() -> None:
    """Show the index in use and whether the corpus is another by now, and the buttons that change it."""
    if said := st.session_state.pop("index_said", None):
        st.success(plain(said))
    in_use = _in_use()
    _show_state(in_use)
    if st.button("Dựng lại chỉ mục", type="primary", help="Chỉ mục đang dùng vẫn phục vụ cho tới khi xong."):
        _rebuild()
    _show_versions(in_use)


def _in_use() -> str | None:
    try:
        return current_version(session.INDEX_DIR).name
    except IndexProblem as problem:
        st.error(plain(str(problem)))
        return None


def _show_state(in_use: str | None) -> None:
    if in_use and is_held(session.INDEX_DIR):
        st.warning("Đang dùng một bản chỉ mục cũ do người quản trị chọn; bấm Dựng lại để về kho hiện nay.")
    elif is_stale(session.CORPUS_DIR, session.INDEX_DIR, session.ENCODER):
        st.warning("Kho văn bản đã đổi so với chỉ mục đang dùng. Hãy dựng lại.")
    elif in_use:
        st.success("Chỉ mục đúng với kho văn bản hiện nay.")


def _rebuild() -> None:
    bar = st.progress(0.0, "Đang dựng, xin đừng rời trang này…")

    def show(message: str, share: float) -> None:
        bar.progress(share, f"{plain(message)}… Xin đừng rời trang này.")

    try:
        report = steward.rebuild(session.CORPUS_DIR, session.INDEX_DIR, session.ENCODER, show)
    except (IndexProblem, OSError) as problem:
        bar.empty()
        st.error(plain(f"{problem} Chỉ mục đang dùng vẫn như cũ."))
        return
    bar.empty()
    for failure in report.failures:
        st.warning(plain(str(failure)))
    made = f"{report.manifest.documents} văn bản, {report.manifest.passages} đoạn"
    st.success(f"Đã dựng xong: {made}." if report.built else f"Kho không đổi, giữ chỉ mục đang dùng: {made}.")


def _show_versions(in_use: str | None) -> None:
    st.markdown("**Các bản chỉ mục còn giữ**")
    known = {manifest.version: manifest for manifest in versions(session.INDEX_DIR)}
    lines = (
        f"{plain(_label(manifest))}{' (**đang dùng**)' if name == in_use else ''}"
        for name, manifest in known.items()
    )
    st.markdown("  \n".join(lines))
    earlier = [name for name in known if name != in_use]
    if not earlier:
        st.caption("Chưa có bản nào khác để quay lại.")
        return
    with st.form("quay-lai"):
        chosen = st.selectbox("Quay lại bản", earlier, format_func=lambda name: _label(known[name]))
        st.caption("Kho văn bản giữ nguyên. Bản được chọn dùng cho tới lần dựng lại sau.")
        if not st.form_submit_button("Quay lại bản này"):
            return
    try:
        steward.go_back(session.INDEX_DIR, chosen)
    except (IndexProblem, OSError) as problem:
        st.error(plain(f"{problem} Chỉ mục đang dùng vẫn như cũ."))
        return
    st.session_state["index_said"] = f"Đã quay lại bản {_label(known[chosen])}."
    st.rerun()


def _label(manifest: Manifest) -> str:
    built = datetime.fromisoformat(manifest.built_at).astimezone()
    return f"{built:%d/%m/%Y %H:%M:%S}, {manifest.documents} văn bản, {manifest.passages} đoạn"
