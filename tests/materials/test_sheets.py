"""Duties and targets as a workbook: filters, a head row that stays, and no formula from a document."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from index import HybridRetriever
from materials import Duty, Target, duties_of, duty_sheet, targets_of


@pytest.fixture(scope="module")
def rows(retriever: HybridRetriever) -> tuple[list[Duty], list[Target]]:
    document = retriever.documents["192-nq-hdnd-dien-bien-2024"]
    return duties_of(document), targets_of(document)


@pytest.fixture(scope="module")
def book(rows: tuple[list[Duty], list[Target]]) -> Workbook:
    return load_workbook(BytesIO(duty_sheet(*rows)))


def test_each_row_ends_with_its_provision(book: Workbook, rows: tuple[list[Duty], list[Target]]) -> None:
    duties, targets = rows
    cited = ([duty.citation for duty in duties], [target.citation for target in targets])
    for sheet, citations in zip(book.worksheets, cited, strict=True):
        found = list(sheet.iter_rows(min_row=2, values_only=True))
        assert len(found) == len(citations) > 0
        for cells, citation in zip(found, citations, strict=True):
            assert cells[0] == "Điện Biên"
            assert cells[-3] == citation.quote
            assert f"{cells[-2]} {cells[-1]}".lower() == citation.label.lower()


def test_the_head_stays_and_the_columns_filter(book: Workbook) -> None:
    assert book.sheetnames == ["Nhiệm vụ", "Chỉ tiêu"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A2"].alignment.wrap_text


def test_a_text_is_no_formula_and_no_broken_file(rows: tuple[list[Duty], list[Target]]) -> None:
    duty = replace(rows[0][0], actor='=HYPERLINK("http://x")', when="\x0b" + "a" * 40_000)
    sheet = load_workbook(BytesIO(duty_sheet([duty], []))).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].data_type) == (duty.actor, "s")
    assert len(str(sheet["D2"].value)) == 32_767


def test_no_rows_still_make_a_workbook() -> None:
    book = load_workbook(BytesIO(duty_sheet([], [])))
    assert [sheet.max_row for sheet in book.worksheets] == [1, 1]
