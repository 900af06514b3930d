"""What is made of a kept answer: words to copy, its place in today's texts, limits, follow-up questions."""

from dataclasses import replace
from datetime import date

import pytest

from answer import Answer, answer
from index import Filters, HybridRetriever
from view.copying import answer_text, citation_text
from view.follow_ups import follow_ups
from view.limits import choices, limits_in_words
from view.located import located

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"


@pytest.fixture(scope="session")
def given(retriever: HybridRetriever) -> Answer:
    return answer(QUESTION, retriever)


def test_a_citation_is_copied_with_its_provision(given: Answer) -> None:
    citation = given.citations[0]
    copied = citation_text(citation)
    assert copied.startswith("“")
    assert copied.endswith(f"({citation.label})")
    assert "\n" not in copied
    last = given.citations[-1]
    assert answer_text(given).splitlines()[-1] == f"[{last.n}] {citation_text(last)}"
    assert all(warning in answer_text(given) for warning in given.warnings)


def test_an_abstention_is_copied_as_one(retriever: HybridRetriever) -> None:
    assert "Không có căn cứ" in answer_text(answer("Mức phạt tiền là bao nhiêu?", retriever))


def test_a_quote_is_found_where_its_text_was_moved_to(given: Answer, retriever: HybridRetriever) -> None:
    citation = given.citations[0]
    document = retriever.documents[citation.document.id]
    start, end = citation.span
    longer = replace(document, text=f"Mới.\n{document.text}")
    assert located(citation, {document.id: document}) == (start, end)
    assert located(citation, {document.id: longer}) == (start + 5, end + 5)
    assert located(citation, {document.id: replace(document, text="Điều 3. Đã thay.")}) is None
    assert located(citation, {}) is None


def test_limits_are_offered_from_the_documents_and_said(retriever: HybridRetriever) -> None:
    offered = choices(retriever.facts.values())
    assert {"Sóc Trăng", "Cần Thơ", "Hớn Quản", "Bình Phước", "Đồng Nai"} <= set(offered.places)
    assert "Tờ trình" in offered.kinds
    assert list(offered.years) == sorted(offered.years, reverse=True)
    every = Filters(("Điện Biên",), "Nghị quyết", date(2025, 7, 1), None, 2024, "issued")
    assert limits_in_words(every) == (
        "Địa phương: Điện Biên",
        "Loại văn bản: Nghị quyết",
        "Năm ban hành: 2024",
        "Trạng thái: Đã ban hành",
        "Có hiệu lực vào ngày: 01/07/2025",
    )
    assert limits_in_words(Filters()) == ()


def test_follow_ups_are_answered_and_new(given: Answer, retriever: HybridRetriever) -> None:
    offered = follow_ups(given, [], retriever, Filters())
    assert "Còn Quảng Ninh thì sao?" in offered
    assert not any("Hớn Quản" in question for question in offered), "a district is not asked beside provinces"
    for question in offered:
        assert answer(question, retriever, history=[QUESTION]).status == "answered"
    again = follow_ups(given, ["Còn Quảng Ninh thì sao?"], retriever, Filters())
    assert "Còn Quảng Ninh thì sao?" not in again


def test_no_other_place_is_suggested_where_one_was_chosen(given: Answer, retriever: HybridRetriever) -> None:
    offered = follow_ups(given, [], retriever, Filters(places=("Sóc Trăng",)))
    assert offered == ["Văn bản này có hiệu lực từ ngày nào?", "Văn bản này do ai ký?"]


def test_an_abstention_is_followed_by_nothing(retriever: HybridRetriever) -> None:
    assert follow_ups(answer("Mức phạt tiền là bao nhiêu?", retriever), [], retriever, Filters()) == []
