"""Warnings: provisions changed since, acts amended by what the corpus has not, sources that differ."""

import shutil
from pathlib import Path

import pytest

from answer import Answer, answer
from index import HybridRetriever, build_index, open_index

SHARED = Path("../shared/documents").absolute()
LAW, AMENDING = SHARED / "10-2022-QH15.txt", SHARED / "Luat-97-2025-QH15_VBPL_179407.docx"
needs_laws = pytest.mark.skipif(
    not (LAW.is_file() and AMENDING.is_file()), reason="không có văn bản mẫu ở ../shared/documents"
)

AMENDED = "Luật số 10/2022/QH15 ngày 10/11/2022 của Quốc hội đã được sửa đổi, bổ sung bởi Luật số "
CHECK = "kho chưa có văn bản sửa đổi, hãy đối chiếu điều khoản được trích với văn bản ấy."


def opened(folder: Path, *texts: Path) -> HybridRetriever:
    (folder / "corpus").mkdir()
    for text in texts:
        shutil.copy(text, folder / "corpus" / text.name)
    build_index(folder / "corpus", folder / "index")
    return open_index(folder / "index")


@pytest.fixture(scope="module")
def both_laws(tmp_path_factory: pytest.TempPathFactory) -> HybridRetriever:
    return opened(tmp_path_factory.mktemp("both"), LAW, AMENDING)


@pytest.fixture(scope="module")
def old_law(tmp_path_factory: pytest.TempPathFactory) -> HybridRetriever:
    return opened(tmp_path_factory.mktemp("old"), LAW)


def about_change(given: Answer) -> list[str]:
    return [warning for warning in given.warnings if " bởi " in warning]


@needs_laws
@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Điều 62 Luật Thực hiện dân chủ ở cơ sở", "khoản 1 Điều 4"),
        ("điểm a khoản 2 Điều 83 Luật 10/2022/QH15", "khoản 2 Điều 4"),
        ("khoản 2 Điều 63 Luật 10/2022/QH15", "Điều 4"),
    ],
)
def test_a_provision_changed_since_says_by_what(
    both_laws: HybridRetriever, question: str, clause: str
) -> None:
    given = answer(question, both_laws)
    warning = about_change(given)[0]
    assert f"{clause} Luật số 97/2025/QH15 ngày 27/6/2025 của Quốc hội" in warning
    assert "có hiệu lực từ ngày 01/7/2025" in warning


@needs_laws
def test_a_provision_that_no_act_of_the_corpus_changes(both_laws: HybridRetriever) -> None:
    given = answer("Điều 3 Luật 10/2022/QH15", both_laws)
    assert about_change(given) == [f"{AMENDED}47/2024/QH15; {CHECK}"]


@needs_laws
def test_the_law_alone_is_still_said_to_be_amended(old_law: HybridRetriever) -> None:
    given = answer("Điều 3 Luật 10/2022/QH15", old_law)
    assert about_change(given) == [f"{AMENDED}47/2024/QH15, Luật số 97/2025/QH15; {CHECK}"]


@pytest.mark.parametrize(
    "question",
    ["Nghị quyết 192 căn cứ vào những văn bản nào?", "Quảng Ninh căn cứ Luật Tiếp công dân làm gì?"],
)
def test_a_law_that_a_quote_names_is_not_cited(retriever: HybridRetriever, question: str) -> None:
    given = answer(question, retriever)
    assert given.status == "answered"
    assert about_change(given) == []


def test_a_place_renamed_since_is_to_be_checked(retriever: HybridRetriever) -> None:
    (warning,) = answer("ai ký nghị quyết Sóc Trăng", retriever).warnings
    assert warning == (
        "Từ ngày 01/7/2025, địa bàn tỉnh Sóc Trăng thuộc thành phố Cần Thơ; "
        "hãy kiểm tra văn bản còn áp dụng hay không."
    )


TARGET = """Số: {number}/NQ-HĐND
{place}, ngày 08 tháng 12 năm {year}
NGHỊ QUYẾT
Về dân chủ ở cơ sở
HỘI ĐỒNG NHÂN DÂN TỈNH {capitals}
QUYẾT NGHỊ:
Điều 1. Chỉ tiêu hội nghị người lao động
Phấn đấu hằng năm có ít nhất {share} doanh nghiệp nhà nước tổ chức hội nghị người lao động{more}.
Điều 2. Hiệu lực
Nghị quyết này có hiệu lực từ ngày 20 tháng 12 năm {year}.
"""


@pytest.mark.parametrize(
    ("place", "share", "more", "differ"),
    [
        ("Quảng Ninh", "90%", "", True),
        ("Quảng Ninh", "80%", "", False),
        ("Quảng Ninh", "080%", "", False),
        ("Điện Biên", "90%", "", False),
        (
            "Quảng Ninh",
            "90%",
            " và đối thoại trực tiếp với tổ chức đại diện người lao động theo quy chế",
            False,
        ),
    ],
)
def test_sources_of_one_place_that_differ_are_told(
    tmp_path: Path, place: str, share: str, more: str, *, differ: bool
) -> None:
    first = TARGET.format(
        number=5, place="Quảng Ninh", capitals="QUẢNG NINH", year=2023, share="80%", more=""
    )
    second = TARGET.format(number=6, place=place, capitals=place.upper(), year=2024, share=share, more=more)
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")
    (tmp_path / "b.txt").write_text(second, encoding="utf-8")
    given = answer(
        "Bao nhiêu phần trăm doanh nghiệp nhà nước tổ chức hội nghị người lao động?",
        opened(tmp_path, tmp_path / "a.txt", tmp_path / "b.txt"),
    )
    assert len({citation.document.id for citation in given.citations}) == 2
    told = [warning for warning in given.warnings if warning.startswith("Các nguồn nêu khác nhau")]
    assert bool(told) == differ
    if differ:
        assert "“80%”" in told[0]
        assert "“90%”" in told[0]
