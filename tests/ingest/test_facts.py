"""The facts of the five texts, as a person reads them from the print; blank stays None."""

import json
from pathlib import Path

import pytest

from ingest import Document, Place, Signer, read_document
from ingest.citation import citation_label, document_label

FACTS: dict[str, dict[str, object]] = {
    "179-nq-hdnd-quang-ninh-2023": {
        "kind": "Nghị quyết",
        "number": "179/NQ-HĐND",
        "issuer": "Hội đồng nhân dân tỉnh Quảng Ninh",
        "place": Place("Quảng Ninh", "tỉnh", None, "Quảng Ninh"),
        "title": "Về các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh Quảng Ninh",
        "issued_on": "2023-12-08",
        "effective_on": "2023-12-08",
        "signer": Signer("Nguyễn Xuân Kỳ", "CHỦ TỊCH"),
        "status": "issued",
    },
    "ttr-snv-bac-ninh-2024": {
        "kind": "Tờ trình",
        "number": None,
        "issuer": "Sở Nội vụ tỉnh Bắc Ninh",
        "place": Place("Bắc Ninh", "tỉnh", None, "Bắc Ninh"),
        "title": (
            "Về việc ban hành Nghị quyết các biện pháp bảo đảm thực hiện dân chủ ở cơ sở "
            "trên địa bàn tỉnh Bắc Ninh"
        ),
        "issued_on": "2024",
        "effective_on": None,
        "signer": None,
        "status": "draft",
    },
    "05-2025-nq-hdnd-soc-trang": {
        "kind": "Nghị quyết",
        "number": "05/2025/NQ-HĐND",
        "issuer": "Hội đồng nhân dân tỉnh Sóc Trăng",
        "place": Place("Sóc Trăng", "tỉnh", None, "Cần Thơ"),
        "title": "Về các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh Sóc Trăng",
        "issued_on": "2025-04-20",
        "effective_on": "2025-04-30",
        "signer": Signer("Hồ Thị Cẩm Đào", "CHỦ TỊCH"),
        "status": "issued",
    },
    "kh-ubnd-hon-quan-2024": {
        "kind": "Kế hoạch",
        "number": None,
        "issuer": "Ủy ban nhân dân huyện Hớn Quản",
        "place": Place("Hớn Quản", "huyện", "Bình Phước", "Đồng Nai"),
        "title": (
            "Triển khai Nghị quyết số 31/2023/NQ-HĐND ngày 08/12/2023 của Hội đồng nhân dân tỉnh về quy "
            "định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh Bình Phước"
        ),
        "issued_on": "2024",
        "effective_on": None,
        "signer": Signer("Nguyễn Văn Hạ", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
        "status": "issued",
    },
    "192-nq-hdnd-dien-bien-2024": {
        "kind": "Nghị quyết",
        "number": "192/NQ-HĐND",
        "issuer": "Hội đồng nhân dân tỉnh Điện Biên",
        "place": Place("Điện Biên", "tỉnh", None, "Điện Biên"),
        "title": "Quyết định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh",
        "issued_on": "2024-07-11",
        "effective_on": "2024-07-11",
        "signer": Signer("Lò Văn Phương", "CHỦ TỊCH"),
        "status": "issued",
    },
}

LABELS = {
    "179-nq-hdnd-quang-ninh-2023": "Nghị quyết số 179/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh",
    "ttr-snv-bac-ninh-2024": "Dự thảo Tờ trình năm 2024 của Sở Nội vụ tỉnh Bắc Ninh",
    "kh-ubnd-hon-quan-2024": "Kế hoạch năm 2024 của UBND huyện Hớn Quản",
}


@pytest.fixture(params=FACTS, scope="module")
def document(request: pytest.FixtureRequest, corpus: Path) -> Document:
    return read_document(corpus / f"{request.param}.txt")


def test_facts_are_those_of_the_print(document: Document) -> None:
    expected = FACTS[document.id]
    assert {name: getattr(document, name) for name in expected} == expected


def test_a_correction_is_shown_with_the_print(corpus: Path) -> None:
    document = read_document(corpus / "kh-ubnd-hon-quan-2024.txt")
    assert [(c.field, c.printed, c.corrected) for c in document.corrections] == [
        ("place.name", "Hón Quản", "Hớn Quản")
    ]
    assert "huyện Hón Quản" in document.text


@pytest.mark.parametrize(("name", "label"), LABELS.items())
def test_a_document_is_named_as_cited(corpus: Path, name: str, label: str) -> None:
    assert document_label(read_document(corpus / f"{name}.txt")) == label


@pytest.mark.parametrize(
    ("name", "eid", "label"),
    [
        ("179-nq-hdnd-quang-ninh-2023", "art_1__para_3__point_a", "điểm a khoản 3 Điều 1"),
        (
            "ttr-snv-bac-ninh-2024",
            "sec_III__para_3__subsec_3-1__point_b",
            "điểm b tiểu mục 3.1 khoản 3 mục III",
        ),
        (
            "192-nq-hdnd-dien-bien-2024",
            "art_1__para_3__point_h__indent_2",
            "gạch đầu dòng thứ hai điểm h khoản 3 Điều 1",
        ),
        ("05-2025-nq-hdnd-soc-trang", "conclusions", "phần cuối"),
    ],
)
def test_a_provision_is_cited_from_the_inside_out(corpus: Path, name: str, eid: str, label: str) -> None:
    assert citation_label(read_document(corpus / f"{name}.txt").provision(eid).path) == label


def test_legal_bases_are_references(corpus: Path) -> None:
    document = read_document(corpus / "179-nq-hdnd-quang-ninh-2023.txt")
    bases = [(r.kind, r.number, r.issued_on) for r in document.references if r.relation == "căn cứ"]
    assert ("Nghị định", "59/2023/NĐ-CP", "2023-08-14") in bases
    assert ("Nghị định", "61/2023/NĐ-CP", "2023-08-16") in bases
    assert ("Quyết định", "346/QĐ-TTg", "2023-04-06") in bases
    assert ("Tờ trình", "3231/TTr-UBND", "2023-11-16") in bases
    for reference in document.references:
        assert document.text[slice(*reference.span)] == reference.text


def test_a_plan_carries_out_what_it_names_first(corpus: Path) -> None:
    document = read_document(corpus / "kh-ubnd-hon-quan-2024.txt")
    carried_out = {r.number for r in document.references if r.relation == "triển khai"}
    assert carried_out == {"31/2023/NQ-HĐND", "53/KH-UBND"}


def test_json_round_trip(document: Document) -> None:
    assert Document.from_json(json.loads(json.dumps(document.to_json()))) == document
