"""The widgets that limit a question to some documents; what they say stands in the address, too."""

from collections.abc import Iterable

import streamlit as st

from index import Filters
from ingest import Document
from view.limits import STATUSES, choices, limits_in_words

_KEYS = {"places": "noi", "kind": "loai", "year": "nam", "status": "trang-thai", "as_of": "ngay"}


def limits_form(documents: Iterable[Document]) -> Filters:
    """Show the widgets, folded up, and return what they limit to."""
    offered = choices(documents)
    chosen = sum(bool(st.session_state.get(key)) for key in _KEYS.values())
    with st.expander(f"Lọc văn bản (đang lọc {chosen})" if chosen else "Lọc văn bản", key="limits"):
        places = st.multiselect(
            "Địa phương",
            offered.places,
            key=_KEYS["places"],
            bind="query-params",
            placeholder="Mọi địa phương",
        )
        left, right = st.columns(2)
        with left:
            kind = _one("Loại văn bản", offered.kinds, "kind")
            status = _one("Trạng thái", tuple(STATUSES.values()), "status")
        with right:
            year = _one("Năm ban hành", tuple(map(str, offered.years)), "year")
            as_of = st.date_input(
                "Có hiệu lực vào ngày", None, key=_KEYS["as_of"], bind="query-params", format="DD/MM/YYYY"
            )
    filters = Filters(
        places=tuple(places),
        kind=kind,
        as_of=as_of,
        year=int(year) if year else None,
        status=next((value for value, name in STATUSES.items() if name == status), None),
    )
    if limits := limits_in_words(filters):
        st.caption(f"Chỉ tìm trong: {'; '.join(limits)}.")
    return filters


def _one(label: str, options: tuple[str, ...], name: str) -> str | None:
    return st.selectbox(label, options, None, key=_KEYS[name], bind="query-params", placeholder="Tất cả")
