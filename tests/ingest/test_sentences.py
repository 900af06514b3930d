"""Where sentences end, and where a dot does not end one."""

import pytest

from ingest.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Theo Luật số 10/2022/QH15. Giao Ủy ban.", ["Theo Luật số 10/2022/QH15.", "Giao Ủy ban."]),
        ("TT. HĐND tỉnh giám sát. Hết.", ["TT. HĐND tỉnh giám sát.", "Hết."]),
        ("Điều 5. Quyền của công dân", ["Điều 5. Quyền của công dân"]),
        ("3.1. Bồi dưỡng nâng cao năng lực", ["3.1. Bồi dưỡng nâng cao năng lực"]),
        ("100% cơ quan; trên 80% doanh nghiệp; hết.", ["100% cơ quan; trên 80% doanh nghiệp; hết."]),
        ("Sở Nội vụ trình xem xét, quyết định./.", ["Sở Nội vụ trình xem xét, quyết định./."]),
        ("Đoạn một.\nĐoạn hai.", ["Đoạn một.", "Đoạn hai."]),
        ("Mức 1.500.000 đồng. Hết.", ["Mức 1.500.000 đồng.", "Hết."]),
        ("ngày 08 tháng 12 năm 2023. Có hiệu lực.", ["ngày 08 tháng 12 năm 2023.", "Có hiệu lực."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences
