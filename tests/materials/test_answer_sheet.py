"""The sheet of an answer stands alone: question, answer, cautions, and each citation's words."""

from answer import answer
from index import HybridRetriever
from materials import answer_sheet


def test_an_answer_s_sheet(retriever: HybridRetriever) -> None:
    given = answer("Kinh phí ở Sóc Trăng\nlấy từ đâu?", retriever)
    sheet = answer_sheet(given)
    assert sheet.startswith("# Kinh phí ở Sóc Trăng lấy từ đâu?\n")
    assert f"[1] {given.citations[0].label}\n\n> {given.citations[0].quote}\n" in sheet
    assert all(warning in sheet for warning in given.warnings)


def test_an_abstention_s_sheet_cites_nothing(retriever: HybridRetriever) -> None:
    sheet = answer_sheet(answer("Tỉnh Lào Cai quy định gì?", retriever))
    assert "Không có căn cứ" in sheet
    assert "Căn cứ\n" not in sheet
