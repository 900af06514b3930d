"""Nhiệm vụ & chỉ tiêu: who must do what, and which figures are to be reached, across all documents."""

import math
from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from ingest.accents import fold
from materials import duties_of, duty_sheet, targets_of
from materials.duty import Duty, Target
from view import opened_index
from view.duty_rows import actors_of, chosen, duties_html, place_of, targets_html
from view.media import EXCEL
from view.target_chart import share_rows, target_chart

PER_PAGE = 40

Row = TypeVar("Row", Duty, Target)


@st.cache_data(max_entries=2, show_spinner="Đang đọc nhiệm vụ và chỉ tiêu trong các văn bản…")
def found(version: str) -> tuple[list[Duty], list[Target]]:  # noqa: ARG001 (what it is kept by)
    """Read the duties and targets of all documents, once a version of the index."""
    documents = opened_index().documents
    duties = [duty for name in documents for duty in duties_of(documents[name])]
    return duties, [target for name in documents for target in targets_of(documents[name])]


def paged(rows: Sequence[Row], key: str) -> Sequence[Row]:
    """Return so many of the rows as a page shows, by the page that the reader chooses."""
    if not rows:
        st.info("Không có dòng nào phù hợp; hãy bớt điều kiện lọc.")
    pages = max(1, math.ceil(len(rows) / PER_PAGE))
    page = st.number_input(f"Trang (1–{pages})", 1, pages, key=key, width=160) if pages > 1 else 1
    return rows[(page - 1) * PER_PAGE : page * PER_PAGE]


def show_duties(duties: Sequence[Duty]) -> None:
    """Show duties as a table."""
    if duties:
        st.html(duties_html(duties))


def show_targets(targets: Sequence[Target]) -> None:
    """Show targets as a table, those in per cent as a chart first."""
    shares = share_rows(targets)
    if shares:
        st.altair_chart(target_chart(shares), alt=f"Biểu đồ {len(shares)} chỉ tiêu tính theo phần trăm")
    if targets:
        st.html(targets_html(targets))


st.header("Nhiệm vụ và chỉ tiêu trong các văn bản")
all_duties, all_targets = found(opened_index().manifest.version)
places = sorted({*map(place_of, all_duties), *map(place_of, all_targets)}, key=fold)
left, middle, right = st.columns(3)
words = left.text_input("Tìm theo từ (có dấu hoặc không dấu)", placeholder="tuyên truyền")
in_places = middle.multiselect("Địa phương", places, placeholder="Tất cả")
of_actors = right.multiselect("Cơ quan, người thực hiện", actors_of(all_duties), placeholder="Tất cả")
duties = chosen(all_duties, in_places, of_actors, words)
targets = chosen(all_targets, in_places, (), words)
st.download_button(
    "Tải bảng Excel",
    lambda: duty_sheet(duties, targets),
    "nhiem-vu-chi-tieu.xlsx",
    EXCEL,
    on_click="ignore",
)
st.caption(
    f"Tìm thấy {len(duties)} nhiệm vụ và {len(targets)} chỉ tiêu, đọc tự động từ câu chữ của văn bản; "
    "hãy mở căn cứ để đối chiếu trước khi dùng."
)
of_duties, of_targets = st.tabs(["Nhiệm vụ", "Chỉ tiêu"], key="table", on_change="rerun")
with of_duties:
    if of_duties.open:
        show_duties(paged(duties, "duty-page"))
with of_targets:
    if of_targets.open:
        show_targets(paged(targets, "target-page"))
