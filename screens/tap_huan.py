"""Tập huấn: a topic, an audience and a place become a training kit, shown here and downloaded as a zip."""

import streamlit as st

from ingest.citation import citation_label, document_label
from materials.kit import LONGEST_TOPIC, MOST_PAPERS, KitProblem, NoBasis, audience_named, audiences
from view import opened_index, plain
from view.kit_files import ZippedKit, zipped_kit

EVERYWHERE = "Tất cả địa phương"


def build(topic: str, audience: str, place: str | None, papers: int, seed: int) -> None:
    """Build a kit with a progress bar and keep it for the session; say why if there is none."""
    st.session_state.pop("kit", None)
    bar = st.progress(0.0, "Đang bắt đầu…")

    def show_progress(message: str, share: float) -> None:
        bar.progress(share, f"{message}…")

    try:
        st.session_state["kit"] = zipped_kit(
            topic,
            audience_named(audience),
            place,
            opened_index(),
            show_progress,
            papers=papers,
            seed=seed,
        )
    except NoBasis as problem:
        st.warning(plain(str(problem).split("\n", 1)[0]))
        for near in problem.nearest:
            st.button(plain(near), key=f"near-{near}", type="tertiary", on_click=choose, args=(near,))
    except KitProblem as problem:
        st.warning(plain(str(problem)))
    finally:
        bar.empty()


def choose(topic: str) -> None:
    """Put a topic into the form."""
    st.session_state["topic"] = topic


def show(kit: ZippedKit) -> None:
    """Offer the kit for download, and show what it teaches."""
    points = list(kit.lesson.points)
    st.success(f"Đã soạn {len(kit.parts)} tệp, {len(points)} quy định có trích dẫn nguyên văn.")
    st.download_button(
        "Tải bộ tài liệu (.zip)", kit.content, kit.name, "application/zip", type="primary", on_click="ignore"
    )
    st.markdown("\n".join(f"- {part.name}: `{part.file}`" for part in kit.parts))
    if kit.lesson.warnings:
        st.warning("\n".join(f"- {plain(warning)}" for warning in kit.lesson.warnings))
    st.subheader("Xem trước nội dung")
    for section in kit.lesson.sections:
        with st.expander(f"{section.aspect.title} ({len(section.points)} quy định)"):
            for point in section.points:
                where = citation_label(point.citation.path, capital=True)
                named = f"{where}, {document_label(point.citation.document)}"
                st.markdown(f"**[{point.citation.n}] {plain(named)}:** “{plain(point.words)}”")
            st.caption(f"Thảo luận: {section.aspect.discuss}")


st.header("Soạn tài liệu tập huấn")
st.caption(
    "Kế hoạch bài giảng, bài trình chiếu, tài liệu phát tay, các bảng và phiếu kiểm tra; "
    "mọi quy định đều là nguyên văn kèm điều, khoản."
)
places = [one.place.name for one in opened_index().facts.values() if one.place]
with st.form("tap-huan", border=False):
    st.text_input(
        "Chủ đề (có dấu hoặc không dấu)",
        key="topic",
        max_chars=LONGEST_TOPIC,
        placeholder="Ví dụ: giám sát đầu tư của cộng đồng",
    )
    left, right = st.columns(2)
    learners = left.selectbox("Người học", list(audiences()))
    where = right.selectbox("Địa phương", [EVERYWHERE, *dict.fromkeys(places)])
    with st.expander("Đề thi (không bắt buộc)"):
        left, right = st.columns(2)
        papers = left.number_input(
            "Số đề thi", 0, MOST_PAPERS, help="Mỗi đề một mã, kèm đáp án riêng; 0 là không soạn."
        )
        seed = right.number_input("Số chọn câu", 0, value=0, help="Cùng số và cùng chủ đề thì cùng đề.")
    wanted = st.form_submit_button("Soạn bộ tài liệu", type="primary")
if wanted:
    build(st.session_state["topic"], learners, None if where == EVERYWHERE else where, papers, seed)
if "kit" in st.session_state:
    show(st.session_state["kit"])
