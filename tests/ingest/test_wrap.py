"""Lines of a printed page are joined into paragraphs: by their words, and by the page's width."""

import pytest

from ingest.clean import clean
from ingest.source import Source

FILLER = "\n".join(["a) Bảo đảm quyền của công dân được biết, được thảo luận và tham gia ý kiến;"] * 12)
"""Enough full lines of 75 characters for a text to be known as hard-wrapped."""


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            "Sổ quản lý lao động do Sở Lao động - Thương binh và Xã hội và cơ quan của\nBộ Nội vụ lập;",
            "Sổ quản lý lao động do Sở Lao động - Thương binh và Xã hội và cơ quan của Bộ Nội vụ lập;",
        ),
        (
            "Quy định tại khoản 4 Điều 21; điểm d khoản 1 Điều 35 của Luật này, khoản\n2. Ủy ban nhân dân",
            "Quy định tại khoản 4 Điều 21; điểm d khoản 1 Điều 35 của Luật này, khoản 2. Ủy ban nhân dân",
        ),
        (
            "Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính, Giám đốc Sở Lao động tỉnh này\n- Thương binh.",
            "Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính, Giám đốc Sở Lao động tỉnh này - Thương binh.",
        ),
        (
            "Thực hiện theo quy định tại khoản 2 Điều 36; khoản 4 Điều 46 Bộ luật này;\nkhoản 4 Điều 47.",
            "Thực hiện theo quy định tại khoản 2 Điều 36; khoản 4 Điều 46 Bộ luật này; khoản 4 Điều 47.",
        ),
        (
            "Người lao động đang hưởng lương hưu, trợ cấp bảo hiểm xã hội hằng tháng\n1. Người đang",
            "Người lao động đang hưởng lương hưu, trợ cấp bảo hiểm xã hội hằng tháng\n1. Người đang",
        ),
        (
            "Trưởng thôn chịu trách nhiệm trước Ủy ban nhân dân cấp xã về việc được giao.\nTrường hợp khác",
            "Trưởng thôn chịu trách nhiệm trước Ủy ban nhân dân cấp xã về việc được giao.\nTrường hợp khác",
        ),
        ("Tổ trưởng\nNgười dân", "Tổ trưởng\nNgười dân"),
    ],
)
def test_in_a_hard_wrapped_text_the_width_tells(lines: str, joined: str) -> None:
    assert clean(Source(f"{FILLER}\n{lines}\n{FILLER}")).text == f"{FILLER}\n{joined}\n{FILLER}"


@pytest.mark.parametrize(
    "lines",
    [
        "Người lao động\nBộ luật này",
        "Điều 5 của Luật này\nỦy ban nhân dân",
        "Nguyễn Văn A\nPhó Chủ tịch",
    ],
)
def test_in_a_text_of_paragraphs_a_capital_begins_one(lines: str) -> None:
    assert clean(Source(lines)).text == lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Bãi bỏ Điều 14 Thông tư số 44/2022/TT-\nBTC.", "Bãi bỏ Điều 14 Thông tư số 44/2022/TT-BTC."),
        ("Quyết định số 346/QĐ-\nTTg ngày 06", "Quyết định số 346/QĐ-TTg ngày 06"),
        ("Thông tư số 80/2010/TTLT-BTC-\n\nBKHCN;", "Thông tư số 80/2010/TTLT-BTC-BKHCN;"),
        ("Số: /KH-\nUBND", None),
        ("Số: 12/NĐ-\nCHÍNH PHỦ", None),
        ("định mức kinh tế -\nBTC", None),
        ("Thông tư số 44/2022/TT-BTC\nUBND", None),
    ],
)
def test_a_number_cut_at_its_hyphen_is_joined_without_a_space(lines: str, joined: str | None) -> None:
    cleaned = clean(Source(lines))
    assert cleaned.text == (joined or lines)
    assert [repair.after for repair in cleaned.repairs] == ([""] if joined else [])


def test_a_number_cut_in_a_hard_wrapped_text_is_joined_without_a_space() -> None:
    lines = "Thực hiện theo quy định tại khoản 2 Điều 36 Thông tư số 44/2022/TT-\nBTC ngày 01 tháng 7"
    cleaned = clean(Source(f"{FILLER}\n{lines}\n{FILLER}"))
    assert "Thông tư số 44/2022/TT-BTC ngày 01 tháng 7" in cleaned.text
