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


@pytest.mark.parametrize(
    ("printed", "labels", "repairs"),
    [
        ("a b \u0441 d", "a b c d", [("\u0441)", "c)")]),
        ("\u0430 b c", "a b c", [("\u0430)", "a)")]),
        ("a b c \u0441 đ", "a b c d đ", [("\u0441)", "d)")]),
        ("a \u0441", "a c", [("\u0441)", "c)")]),
    ],
)
def test_a_cyrillic_letter_that_looks_like_a_label_is_that_label(
    tmp_path: Path, printed: str, labels: str, repairs: list[tuple[str, str]]
) -> None:
    text = "Điều 1. Việc\n1. Gồm:\n" + "".join(f"{letter}) Việc này;\n" for letter in printed.split())
    document = read(tmp_path, text)
    points = [provision for provision in document.provisions if provision.unit == "diem"]
    assert [point.path[-1].label for point in points] == labels.split()
    assert [point.num for point in points] == [f"{letter})" for letter in printed.split()]
    assert document.text == text.rstrip("\n")
    found = [repair for repair in document.repairs if repair.kind == "label"]
    assert [(repair.before, repair.after) for repair in found] == repairs
    assert all(document.text[slice(*repair.span)] == repair.before for repair in found)


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


def eids(tmp_path: Path, text: str) -> list[str]:
    return [provision.eid for provision in read(tmp_path, text).provisions]


def test_a_closing_formula_inside_an_article_closes_nothing(tmp_path: Path) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n(Có Quy chế kèm theo)\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nNơi nhận:\n- Như Điều 2;\nCHỦ TỊCH\nLê A\n"
    )
    assert eids(tmp_path, text) == ["preface", "art_1", "art_2", "conclusions"]


def test_a_closing_formula_before_a_section_without_clauses_closes_nothing(tmp_path: Path) -> None:
    text = "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\n(Có Phụ lục chi tiết kèm theo)\nII. YÊU CẦU\nĐúng hạn.\n"
    assert eids(tmp_path, text) == ["preface", "sec_I", "sec_I__para_1", "sec_II"]


def test_an_act_attached_after_the_signature_is_an_annex(tmp_path: Path) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Thi hành.\nNơi nhận:\n- VT.\nCHỦ TỊCH\nLê A\n"
        "QUY CHẾ\nThực hiện dân chủ\nĐiều 1. Phạm vi\nÁp dụng chung.\nĐiều 2. Hiệu lực\nTừ nay.\n"
    )
    assert eids(tmp_path, text) == [
        "preface", "art_1", "art_2", "conclusions", "att_quy-che", "att_quy-che__art_1",
        "att_quy-che__art_2",
    ]  # fmt: skip


def test_quoted_new_articles_stay_in_the_clause_that_quotes_them(tmp_path: Path) -> None:
    text = (
        "LUẬT\nĐiều 1. Sửa đổi, bổ sung một số điều\n1. Sửa Điều 5 như sau:\n“Điều 5. Quyền\n1. Biết.\n"
        "Điều 5a. Nghĩa vụ\n2. Phải làm.”.\n2. Bãi bỏ Điều 9.\nĐiều 2. Hiệu lực\nTừ nay.\n"
    )
    assert eids(tmp_path, text) == ["preface", "art_1", "art_1__para_1", "art_1__para_2", "art_2"]
    assert "Điều 5a. Nghĩa vụ" in read(tmp_path, text).provision("art_1__para_1").text


def test_a_quotation_that_is_never_closed_hides_nothing(tmp_path: Path) -> None:
    text = "Căn cứ Luật;\nĐiều 1. Gọi là “dân chủ\nNội dung.\nĐiều 2. Khác\nHết.\n"
    assert eids(tmp_path, text) == ["preface", "art_1", "art_2"]


def test_numbers_without_a_space_are_numbers(tmp_path: Path) -> None:
    text = "Căn cứ Luật;\nĐiều 1.Phạm vi\n1.Ủy ban:\na)Các sở\nb)Các xã\n2.Việc khác.\n"
    assert eids(tmp_path, text) == [
        "preface", "art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b",
        "art_1__para_2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("1. Một;\n10. Mười.", "khoản 10 Điều 1 đứng sau khoản 1 Điều 1"),
        ("1. Một:\nb) Bê.", "điểm b khoản 1 Điều 1 mở đầu"),
        ("1. Một;\n1. Một nữa.", "đứng hai lần"),
    ],
)
def test_a_break_in_the_labels_is_reported(tmp_path: Path, lines: str, said: str) -> None:
    assert said in " ".join(read(tmp_path, f"Căn cứ Luật;\nĐiều 1. Tên\n{lines}\n").warnings)


@pytest.mark.parametrize(
    ("lines", "printed", "right"),
    [
        ("1. Một;\n2. Hai;\n2. Ba;\n4. Bốn.", "2.", "3."),
        ("a) Một;\nb) Hai;\nb) Ba;\nd) Bốn.", "b)", "c)"),
    ],
)
def test_a_mended_label_is_recorded_as_printed(tmp_path: Path, lines: str, printed: str, right: str) -> None:
    document = read(tmp_path, f"Căn cứ Luật;\nĐiều 1. Tên\n{lines}\n")
    (repair,) = document.repairs
    assert (repair.kind, repair.before, repair.after) == ("label", printed, right)
    assert document.text[slice(*repair.span)] == printed
    assert document.warnings == ()
