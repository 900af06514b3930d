"""The documents that a question names by number, kind, year, issuer or place."""

import pytest

from index.question.hints import hints_in
from index.question.initials import initials_spelt_out
from ingest import Document

HON_QUAN = "kh-ubnd-hon-quan-2024"
BAC_NINH = "ttr-snv-bac-ninh-2024"
DIEN_BIEN = "192-nq-hdnd-dien-bien-2024"
QUANG_NINH = "179-nq-hdnd-quang-ninh-2023"
SOC_TRANG = "05-2025-nq-hdnd-soc-trang"


@pytest.mark.parametrize(
    ("question", "named", "sure"),
    [
        ("NQ 192 nói gì", {DIEN_BIEN}, True),
        ("nq05", {SOC_TRANG}, True),
        ("nghị quyết số 5/2025", {SOC_TRANG}, True),
        ("192/NQ-HĐND", {DIEN_BIEN}, True),
        ("kế hoạch của Hớn Quản", {HON_QUAN}, True),
        ("NQ QN yêu cầu gì", {QUANG_NINH}, True),
        ("KH HQ", {HON_QUAN}, True),
        ("UBND tỉnh BP phân bổ kinh phí", {HON_QUAN}, True),
        ("so sánh NQ 179 và NQ 192", {QUANG_NINH, DIEN_BIEN}, True),
        ("NQ 05 Sóc Trăng và kế hoạch Hớn Quản", {SOC_TRANG, HON_QUAN}, True),
        ("Ở Điện Biên và ở ST thì sao", {DIEN_BIEN, SOC_TRANG}, True),
        ("nghị quyết năm 2024", {DIEN_BIEN}, False),
        ("nghi quyet cua hdnd tinh", {SOC_TRANG, QUANG_NINH, DIEN_BIEN}, False),
        ("tờ trình", {BAC_NINH}, False),
        ("TTr của SNV", {BAC_NINH}, False),
        ("dự thảo nêu gì", {BAC_NINH}, False),
        ("kế hoạch của UBND huyện", {HON_QUAN}, False),
        ("HĐND quyết định các biện pháp theo pháp luật", set(), False),
        ("Luật Đất đai", set(), False),
    ],
)
def test_named_documents(documents: list[Document], question: str, named: set[str], *, sure: bool) -> None:
    hints = hints_in(question, documents)
    assert (set(hints.documents), hints.sure) == (named, sure)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Nghị quyết 200 của Quảng Ninh", True),
        ("Nghị quyết 179 của Sóc Trăng", True),
        ("Nghị định 59/2023/NĐ-CP", True),
        ("Luật Đất đai", True),
        ("Lào Cai quy định gì", True),
        ("kế hoạch 5 năm của Quảng Ninh", False),
        ("theo luật thì sao", False),
    ],
)
def test_what_the_corpus_has_not_is_said(documents: list[Document], question: str, *, missing: bool) -> None:
    assert hints_in(question, documents).missing is missing


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NQ 179 QN", "NQ 179 Quảng Ninh"),
        ("kh hq mục II", "kh Hớn Quản mục II"),
        ("ở QN và ở ĐB", "ở Quảng Ninh và ở Điện Biên"),
        ("UBND tỉnh BP", "UBND tỉnh Bình Phước"),
        ("các BP bảo đảm", "các BP bảo đảm"),
        ("bn phần trăm, st", "bn phần trăm, st"),
        ("KINH PHÍ Ở QN", "KINH PHÍ Ở Quảng Ninh"),
    ],
)
def test_initials_of_places(documents: list[Document], short: str, long: str) -> None:
    assert initials_spelt_out(short, documents) == long
