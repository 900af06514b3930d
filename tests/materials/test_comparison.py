"""A comparison asks each place's own documents, and its files keep every word as text."""

from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook

from answer import BadQuestion
from index import HybridRetriever
from materials import comparison_docx, comparison_sheet
from materials.comparison import NO_GROUND, PlaceRules, compare, places_of

QUESTION = "Phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?"
PLACES = ("Sóc Trăng", "Điện Biên")


@pytest.fixture(scope="module")
def compared(retriever: HybridRetriever) -> tuple[PlaceRules, ...]:
    return compare(QUESTION, PLACES, retriever)


def test_places_are_those_of_the_documents(retriever: HybridRetriever) -> None:
    assert places_of(retriever.facts.values()) == [
        "Bắc Ninh",
        "Điện Biên",
        "Hớn Quản",
        "Quảng Ninh",
        "Sóc Trăng",
    ]


def test_each_place_is_answered_from_its_own_documents(retriever: HybridRetriever) -> None:
    places = places_of(retriever.facts.values())
    for one in compare("kinh phi thuc hien lay tu dau", places, retriever):
        assert one.citations
        assert all(c.document.place and c.document.place.name == one.place for c in one.citations)
        for citation in one.citations:
            text = retriever.documents[citation.document.id].text
            assert text[slice(*citation.span)] == citation.quote


def test_a_place_without_ground_has_no_rules(compared: tuple[PlaceRules, ...]) -> None:
    without, ruled = compared
    assert without.citations == ()
    assert "trên 80%" in ruled.words


def test_an_empty_question_is_refused(retriever: HybridRetriever) -> None:
    with pytest.raises(BadQuestion, match="trống"):
        compare(" ", PLACES, retriever)


def test_the_sheet_has_a_row_a_rule(compared: tuple[PlaceRules, ...]) -> None:
    sheet = load_workbook(BytesIO(comparison_sheet("=1+1", compared)))
    rules, notes = sheet.worksheets
    rows = list(rules.iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Sóc Trăng", NO_GROUND, None, None)
    assert [row[1] for row in rows[1:]] == [citation.quote for citation in compared[1].citations]
    assert (notes["A2"].value, notes["A2"].data_type) == ("=1+1", "s")


def test_the_word_file_has_them_too(compared: tuple[PlaceRules, ...]) -> None:
    word = docx.Document(BytesIO(comparison_docx("Hỏi\x0c?", compared)))
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows[0] == ["Địa phương", "Quy định (nguyên văn)", "Căn cứ"]
    assert rows[1] == ["Sóc Trăng", NO_GROUND, ""]
    assert rows[2][1] == compared[1].citations[0].quote
    assert "Nghị quyết số 192/NQ-HĐND" in rows[2][2]


def test_cautions_are_kept_once(retriever: HybridRetriever) -> None:
    compared = compare("Kinh phí thực hiện lấy từ đâu?", ("Sóc Trăng", "Bắc Ninh"), retriever)
    word = docx.Document(BytesIO(comparison_docx("Kinh phí", compared)))
    told = [paragraph.text for paragraph in word.paragraphs]
    cautions = [caution for one in compared for caution in one.answer.warnings]
    assert cautions
    assert [told.count(caution) for caution in cautions] == [1] * len(cautions)
