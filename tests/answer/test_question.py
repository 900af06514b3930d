"""What kinds of fact a question asks for, with accents and without; and what only looks like it."""

import pytest

from answer.question import ASKED_FACTS, asked_facts, checked_question

MONEY, PERCENT, PHONE, YEARS, AGE = (fact.name for fact in ASKED_FACTS)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Mức phạt tiền đối với hành vi cản trở là bao nhiêu?", [MONEY]),
        ("moi nam cap cho moi xa bao nhieu tien", [MONEY]),
        ("Điện Biên phấn đấu bao nhiêu phần trăm?", [PERCENT]),
        ("may phan tram doanh nghiep", [PERCENT]),
        ("Số đường dây nóng của UBND tỉnh?", [PHONE]),
        ("Nhiệm kỳ kéo dài mấy năm?", [YEARS]),
        ("trưởng thôn tuổi tối đa bao nhiêu", [AGE]),
        ("Kinh phí lấy từ đâu?", []),
        ("Số lượng thành viên Ban Thanh tra là bao nhiêu?", []),
        ("Họp thường kỳ bao nhiêu lần?", []),
        ("Phát hiện bao nhiêu vụ?", []),
        ("Danh mục chính sách gồm những gì?", []),
        ("Mục III kinh phí thế nào?", []),
        ("Hội nghị tổ chức mấy lần một năm?", []),
        ("hệ thống tưới tiêu", []),
    ],
)
def test_asked_facts(question: str, names: list[str]) -> None:
    assert [fact.name for fact in asked_facts(question)] == names


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Hỗ trợ 1.500.000 đồng/tháng.", True),
        ("Mức 5 triệu.", True),
        ("năm 2024, đồng thời phân công", False),
        ("gồm 05 đồng chí", False),
    ],
)
def test_money_is_given_by_an_amount(text: str, given: bool) -> None:
    assert ASKED_FACTS[0].is_given(text) is given


def test_a_decomposed_question_is_composed() -> None:
    assert checked_question(" Kinh phi\u0301 ") == "Kinh phí"
