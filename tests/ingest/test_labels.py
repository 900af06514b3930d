"""Breaks in printed sequences: which are seen, and which can only mean one thing."""

import pytest

from ingest.document import Unit
from ingest.labels import find_breaks


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("khoan", "1, 2, 3"),
        ("khoan", "1, 2, 2a, 2b, 3"),
        ("diem", "a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y"),
        ("dieu", "1, 2, 3, 3a, 4"),
        ("dieu", "44.13.LQ.1, 44.13.NĐ.1.1, 44.13.LQ.2"),
        ("muc", "I, II, III, IV, V, VI, VII, VIII, IX, X"),
        ("muc", "I, II, 3, 4"),
        ("phan", "thứ nhất, thứ hai, thứ ba"),
        ("phan", "A, B, C, D"),
        ("phu_luc", "01, 02, 03"),
        ("tieu_muc", "1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11"),
    ],
)
def test_right_sequences(unit: Unit, printed: str) -> None:
    assert find_breaks(unit, printed.split(", ")) == []


@pytest.mark.parametrize(
    ("unit", "printed", "found"),
    [
        ("diem", "a, b, c, d, d, e", [(4, "đ")]),
        ("diem", "a, b, c, d, d", [(4, "đ")]),
        ("khoan", "1, 2, 2, 4", [(2, "3")]),
        ("diem", "a, b, b, d", [(2, "c")]),
        ("khoan", "1, 2, 2", [(2, None)]),
        ("khoan", "1, 3, 4", [(1, None)]),
        ("khoan", "2, 3", [(0, None)]),
        ("diem", "b, c", [(0, None)]),
        ("muc", "I, II, IV", [(2, None)]),
        ("chuong", "I, II, II", [(2, None)]),
        ("phan", "thứ nhất, thứ ba", [(1, None)]),
        ("tieu_muc", "3.1, 3.3", [(1, None)]),
        ("khoan", "1, 2, 1, 2", [(2, None)]),
    ],
)
def test_breaks(unit: Unit, printed: str, found: list[tuple[int, str | None]]) -> None:
    assert [(broken.at, broken.mended) for broken in find_breaks(unit, printed.split(", "))] == found
