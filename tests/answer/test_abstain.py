"""Acts asked about that the corpus does not hold are named; what its texts say of them is still answered."""

import pytest

from answer import answer
from index import HybridRetriever


@pytest.mark.parametrize(
    "question",
    [
        "nghi quyet 31/2023 cua hdnd tinh binh phuoc gom nhung bien phap gi trong dieu 3",
        "kế hoạch 53 của UBND tỉnh Bình Phước giao việc gì",
        "Điều 85 Luật dân chủ cơ sở khoản 3 ghi gì",
        "Điều 9 của Luật Thực hiện dân chủ ở cơ sở nghiêm cấm những hành vi nào?",
        "Luật Thực hiện dân chủ ở cơ sở gồm bao nhiêu chương?",
    ],
)
def test_an_act_not_held_is_named(question: str, retriever: HybridRetriever) -> None:
    given = answer(question, retriever)
    assert (given.status, given.reason) == ("abstained", "unknown_document")


@pytest.mark.parametrize(
    "question",
    [
        "Khoản 2 Điều 85 Luật Thực hiện dân chủ ở cơ sở quy định gì?",
        "Luật Thực hiện dân chủ ở cơ sở có hiệu lực từ khi nào?",
        "kế hoạch Hớn Quản triển khai nghị quyết nào",
        "nghị quyết 192 của Điện Biên nói gì về hương ước",
    ],
)
def test_what_the_texts_say_is_answered(question: str, retriever: HybridRetriever) -> None:
    assert answer(question, retriever).status == "answered"
