"""Terms that a text defines, and the term whose meaning a question asks."""

import pytest

from index.definitions import asked_term, defined_terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Công dân cư trú là người đang thường trú.", ["cong dan cu tru"]),
        ("“Cơ sở” được hiểu là xã, phường.", ["co so"]),
        ("a) Tổ chức (sau đây gọi là cơ quan) là nơi làm việc.", ["to chuc"]),
        ("Trong Luật này:\n1. A B là C.\n2. D Đ là E.", ["a b", "d d"]),
        ("1. Hương ước, quy ước là văn bản.", []),
        ("Chủ tịch quyết định.", []),
    ],
)
def test_defined_terms(text: str, found: list[str]) -> None:
    assert list(defined_terms(text)) == found


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ('Định nghĩa của "Người lao động"?', "nguoi lao dong"),
        ("An ninh mạng là gì?", "an ninh mang"),
        ("Thế nào là công dân cư trú?", "cong dan cu tru"),
        ("the nao la cong dan cu tru", "cong dan cu tru"),
        ("Khái niệm hương ước được quy định thế nào?", "huong uoc"),
        ("Theo Bộ luật Dân sự 2015, hoa lợi được hiểu như thế nào?", "hoa loi"),
        ("Ai là người ký?", None),
        ("Kinh phí lấy từ đâu?", None),
        ("", None),
    ],
)
def test_asked_term(question: str, term: str | None) -> None:
    assert asked_term(question) == term
