"""Each tree against the one a careful reader wrote down by hand, row by row."""

import csv
from pathlib import Path

import pytest

from ingest import Document, Provision, read_document

TREES = sorted((Path(__file__).parent / "trees").glob("*.tsv"))
CORPUS = Path("corpus")


def as_row(provision: Provision) -> dict[str, str]:
    words = provision.text.split()
    return {
        "path": "/".join(f"{step.unit} {step.label}".strip() for step in provision.path),
        "heading": provision.heading or "",
        "starts": " ".join(words[:6]),
        "ends": " ".join(words[-6:]),
    }


@pytest.mark.parametrize("tree", TREES, ids=lambda path: path.stem)
def test_tree_equals_the_one_written_by_hand(tree: Path) -> None:
    with tree.open(encoding="utf-8", newline="") as file:
        by_hand = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    document = read_document(CORPUS / f"{tree.stem}.txt")
    assert [as_row(provision) for provision in document.provisions] == by_hand


@pytest.mark.parametrize("tree", TREES, ids=lambda path: path.stem)
def test_numbers_headings_and_texts_joined_are_the_whole_text(tree: Path) -> None:
    document = read_document(CORPUS / f"{tree.stem}.txt")
    joined = "".join(f"{p.num}{p.heading or ''}{p.text}" for p in document.provisions)
    assert "".join(joined.split()) == "".join(document.text.split())


@pytest.mark.parametrize("tree", TREES, ids=lambda path: path.stem)
def test_every_slice_is_where_its_span_says(tree: Path) -> None:
    document = read_document(CORPUS / f"{tree.stem}.txt")
    for provision in document.provisions:
        assert document.text[slice(*provision.text_span)] == provision.text
        assert document.text[slice(*provision.span)].startswith(provision.num)
        for child in document.children(provision.eid):
            assert provision.span[0] <= child.span[0] <= child.span[1] <= provision.span[1]


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def test_a_second_d_is_đ_and_the_print_is_recorded() -> None:
    document = read_document(CORPUS / "05-2025-nq-hdnd-soc-trang.txt")
    point = document.provision("art_2__para_3__point_đ")
    assert point.num == "d)"
    assert point.text.startswith("Tăng cường kiểm tra, giám sát")
    assert [(r.before, r.after) for r in document.repairs if r.kind == "label"] == [("d)", "đ)")]


LAW = """LUẬT
THỰC HIỆN DÂN CHỦ Ở CƠ SỞ
Căn cứ Hiến pháp;
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định nội dung.
Chương II
THỰC HIỆN DÂN CHỦ
Ở XÃ, PHƯỜNG
Mục 1 CÔNG KHAI THÔNG TIN Ở XÃ
Điều 2. Nội dung
1. Công khai theo quy định tại Điều 5 của Luật này, gồm:
a) Thu, chi;
đ) Quy hoạch.
Điều 5 của Luật này áp dụng chung.
2. Việc khác.
Luật này được Quốc hội khóa XV thông qua ngày 10 tháng 11 năm 2022.
CHỦ TỊCH QUỐC HỘI
Vương Đình Huệ
"""


def test_a_law_has_chapters_sections_and_articles(tmp_path: Path) -> None:
    document = read(tmp_path, LAW)
    assert [(p.eid, p.heading) for p in document.provisions] == [
        ("preface", None),
        ("chp_I", "NHỮNG QUY ĐỊNH CHUNG"),
        ("art_1", "Phạm vi điều chỉnh"),
        ("chp_II", "THỰC HIỆN DÂN CHỦ\nỞ XÃ, PHƯỜNG"),
        ("chp_II__sec_1", "CÔNG KHAI THÔNG TIN Ở XÃ"),
        ("art_2", "Nội dung"),
        ("art_2__para_1", None),
        ("art_2__para_1__point_a", None),
        ("art_2__para_1__point_đ", None),
        ("art_2__para_2", None),
        ("conclusions", None),
    ]
    assert [step.label for step in document.provision("art_2").path] == ["II", "1", "2"]
    assert document.warnings == (
        "điểm đ khoản 1 Điều 2 đứng sau điểm a khoản 1 Điều 2: thứ tự nhãn bị ngắt.",
    )
    assert document.provision("art_2__para_1__point_đ").text.endswith("Điều 5 của Luật này áp dụng chung.")


def test_a_text_without_structure_is_kept_whole_with_a_warning(tmp_path: Path) -> None:
    document = read(tmp_path, "Thư mời\nKính mời các đồng chí dự họp.\n")
    assert [p.eid for p in document.provisions] == ["preface"]
    assert "giữ nguyên thành một khối" in document.warnings[0]
