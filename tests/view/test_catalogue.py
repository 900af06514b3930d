"""The list of documents: what a reader narrows it by."""

from pathlib import Path

import pytest

from ingest import Document, read_document
from view.catalogue import NATIONAL, Choice, places, summary


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[Document]:
    return [read_document(path) for path in sorted(corpus.glob("*.txt"))]


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        (Choice(words="quang ninh 179"), ["179-nq-hdnd-quang-ninh-2023"]),
        (Choice(words="Quảng Ninh"), ["179-nq-hdnd-quang-ninh-2023"]),
        (Choice(place="Cần Thơ"), ["05-2025-nq-hdnd-soc-trang"]),
        (Choice(place="Sóc Trăng", kind="Kế hoạch"), []),
        (Choice(place="Bình Phước"), ["kh-ubnd-hon-quan-2024"]),
        (Choice(place=NATIONAL), []),
        (Choice(year="2024", kind="Nghị quyết"), ["192-nq-hdnd-dien-bien-2024"]),
        (Choice(status="draft"), ["ttr-snv-bac-ninh-2024"]),
    ],
)
def test_a_choice_narrows(documents: list[Document], choice: Choice, ids: list[str]) -> None:
    assert [document.id for document in documents if choice.admits(document)] == ids


def test_no_choice_admits_all(documents: list[Document]) -> None:
    assert all(Choice().admits(document) for document in documents)


def test_places_are_named_as_printed_and_as_now(documents: list[Document]) -> None:
    assert places(documents)[0] == NATIONAL
    assert {"Sóc Trăng", "Cần Thơ", "Hớn Quản", "Bình Phước", "Đồng Nai"} <= set(places(documents))


def test_a_line_says_where_and_whether_in_force(documents: list[Document]) -> None:
    said = {document.id: summary(document) for document in documents}
    assert said["05-2025-nq-hdnd-soc-trang"].endswith("Sóc Trăng (nay thuộc Cần Thơ) · Đã ban hành")
    assert said["ttr-snv-bac-ninh-2024"].endswith("Bắc Ninh · Dự thảo")
