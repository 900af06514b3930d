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
