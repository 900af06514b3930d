"""What an act changes in another: the action, the provision, the new words, the day, the clause."""

import html
import re
import zipfile
from pathlib import Path

import pytest

from ingest import Document, read_document

SHARED = Path("../shared/documents")
LAW_97 = SHARED / "Luat-97-2025-QH15_VBPL_179407.docx"
CIRCULAR_95 = SHARED / "gazette" / "thong-tu-so-95-2025-tt-btc-46745.txt"

DAY = "2023-08-15"
ACT = """Luật số: 97/2025/QH15
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THANH TRA
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thanh tra
1. {clause}
Điều 2. Hiệu lực
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
"""


def read(folder: Path, text: str) -> Document:
    path = folder / "luat.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def shown(document: Document) -> list[str]:
    """Write each amendment as "action: path = new words"."""
    lines = []
    for amendment in document.amendments:
        path = "/".join(f"{step.unit} {step.label}" for step in amendment.reference.path)
        new = f" = {document.text[slice(*amendment.new_text)]}" if amendment.new_text else ""
        lines.append(f"{amendment.action}: {path}{new}")
    return lines


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Sửa đổi, bổ sung khoản 2 Điều 3 như sau:\n“2. Hai.”.", ["sửa đổi: dieu 3/khoan 2 = 2. Hai."]),
        ('Sửa đổi, bổ sung khoản 2 Điều 3 như sau:\n"2. Hai.".', ["sửa đổi: dieu 3/khoan 2 = 2. Hai."]),
        ("Sửa đổi khoản 2 Điều 3 như sau: “2. Hai.”.", ["sửa đổi: dieu 3/khoan 2 = 2. Hai."]),
        (
            "Sửa đổi, bổ sung khoản 2 và khoản 3 Điều 4 như sau:\n“2. Hai.\n3. Ba.”.",
            ["sửa đổi: dieu 4/khoan 2 = 2. Hai.\n3. Ba.", "sửa đổi: dieu 4/khoan 3 = 2. Hai.\n3. Ba."],
        ),
        ("Bổ sung Điều 5a vào sau Điều 5 như sau:\n“Điều 5a. Quyền”.", ["bổ sung: dieu 5a = Điều 5a. Quyền"]),
        (
            "Bổ sung khoản 7 vào sau khoản 6 Điều 31 như sau:\n“7. Bảy.”.",
            ["bổ sung: dieu 31/khoan 7 = 7. Bảy."],
        ),
        ("Bổ sung điểm e vào khoản 2 Điều 5 như sau:\n“e) E.”.", ["bổ sung: dieu 5/khoan 2/diem e = e) E."]),
        (
            "Thay thế cụm từ “thị trấn” bằng cụm từ “đặc khu” tại khoản 1 Điều 3, Điều 7.",
            ["thay thế: dieu 3/khoan 1 = đặc khu", "thay thế: dieu 7 = đặc khu"],
        ),
        (
            "Thay thế từ “A” bằng từ “B” tại Điều 3; thay thế cụm từ “C; c” bằng cụm từ “D” tại Điều 4.",
            ["thay thế: dieu 3 = B", "thay thế: dieu 4 = D"],
        ),
        (
            "Bổ sung cụm từ “cấp tỉnh” vào sau cụm từ “Hội đồng nhân dân” tại khoản 2 Điều 20.",
            ["bổ sung: dieu 20/khoan 2 = cấp tỉnh"],
        ),
        ("Bãi bỏ khoản 3 Điều 9.", ["bãi bỏ: dieu 9/khoan 3"]),
        (
            "Bãi bỏ điểm b và điểm h khoản 4 Điều 51, khoản 2 Điều 55.",
            ["bãi bỏ: dieu 51/khoan 4/diem b", "bãi bỏ: dieu 51/khoan 4/diem h", "bãi bỏ: dieu 55/khoan 2"],
        ),
        ("Bỏ cụm từ “cấp huyện” tại tên Điều 85.", ["sửa đổi: dieu 85"]),
        (
            "Sửa đổi một số khoản của Điều 12:\na) Sửa đổi khoản 1 như sau:\n“1.”;\nb) Bãi bỏ khoản 3.",
            ["sửa đổi: dieu 12/khoan 1 = 1.", "bãi bỏ: dieu 12/khoan 3"],
        ),
        (
            "Sửa đổi, bổ sung Điều 12 như sau:\na) Sửa đổi, bổ sung điểm a khoản 1 như sau:\n“a) A.”.",
            ["sửa đổi: dieu 12/khoan 1/diem a = a) A."],
        ),
        ("Bộ Nội vụ sửa đổi quy chế theo Điều 5 của Luật này.", []),
        ("Bổ sung kinh phí theo Luật Ngân sách nhà nước.", []),
    ],
)
def test_a_clause_s_amendments(tmp_path: Path, clause: str, expected: list[str]) -> None:
    document = read(tmp_path, ACT.format(clause=clause))
    assert shown(document) == expected
    for amendment in document.amendments:
        assert amendment.reference.title == "Luật Thanh tra"
        assert amendment.effective_on == "2025-07-01"
        assert amendment.by.startswith("art_1__para_1")
        start, end = amendment.span
        assert start <= amendment.reference.span[0] < amendment.reference.span[1] <= end


@pytest.mark.parametrize(
    ("sentence", "expected", "effective_on"),
    [
        ("Nghị định này thay thế Nghị định số 5/2013/NĐ-CP.", "thay thế: ", DAY),
        ("Nghị định số 5/2013/NĐ-CP hết hiệu lực từ ngày Nghị định này có hiệu lực.", "bãi bỏ: ", DAY),
        ("Nghị định số 5/2013/NĐ-CP hết hiệu lực từ ngày 01/7/2023.", "bãi bỏ: ", "2023-07-01"),
        ("Bãi bỏ Điều 5 Nghị định số 5/2013/NĐ-CP.", "bãi bỏ: dieu 5", DAY),
    ],
)
def test_repeals_in_the_last_article(tmp_path: Path, sentence: str, expected: str, effective_on: str) -> None:
    text = (
        "Số: 6/2023/NĐ-CP\nNGHỊ ĐỊNH\nVề dân chủ\nĐiều 9. Hiệu lực\n"
        f"1. Nghị định này có hiệu lực từ ngày 15 tháng 8 năm 2023.\n2. {sentence}\n"
    )
    document = read(tmp_path, text)
    assert shown(document) == [expected]
    assert (document.amendments[0].effective_on, document.amendments[0].by) == (effective_on, "art_9__para_2")


def test_a_clause_with_a_day_of_its_own(tmp_path: Path) -> None:
    text = ACT.format(clause="Bãi bỏ Điều 7.\n2. Bãi bỏ Điều 8.").replace(
        "năm 2025.", "năm 2025, trừ khoản 2 Điều 1 của Luật này có hiệu lực từ ngày 01/01/2026."
    )
    assert [a.effective_on for a in read(tmp_path, text).amendments] == ["2025-07-01", "2026-01-01"]


def test_an_act_that_amends_nothing_has_no_amendments(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        assert read_document(path).amendments == ()


REPLACED = """
2/1 4/1 cII cII/m1 cII/m4/t2 11/3 11/4 11/14 12/1/k 25/7 25/9 26/2 29 31/2 34/3 35/2/c 36 36/1 36/3
37 38 39 39/1 40 40/3 41/1 86/2/c 59/1/a 54/5 59/1/c
"""
WORDS_DROPPED = """
8/3 11/4 11/10 24/3 30/2 31/1/b 31/1/c 37/2 38/1 25/2 85 47/1/e 50/1 50/2 51/1 51/2/b 51/2/d 51/4/d
52/1 52/2 52/3 52/4 60/1 60/3
"""
NEW_WORDS_95 = "1/1 3 7/1 7/2/đ 7/2/e 7/2/g/1 7/2/h 9 9/2 17/1"
REPEALED_95 = "10 11 12 13 14"
REPEALED = "51/4/b 51/4/h 55/2 63/2 83/3 86/3 86/4"


@pytest.mark.skipif(not LAW_97.exists(), reason="Luật số 97/2025/QH15 không có ở ../shared/documents")
def test_what_law_97_changes_in_law_10(tmp_path: Path) -> None:
    document_xml = zipfile.ZipFile(LAW_97).read("word/document.xml").decode()
    text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>", "\n", document_xml)))
    document = read(tmp_path, text)
    changes = [
        (a.action, "/".join(_short(step.unit, step.label) for step in a.reference.path))
        for a in document.amendments
        if a.by.startswith("art_4")
    ]
    assert changes == [
        ("sửa đổi", "62"),
        ("sửa đổi", "83/2/a"),
        *(("thay thế", path) for path in REPLACED.split()),
        *(("sửa đổi", path) for path in WORDS_DROPPED.split()),
        *(("bãi bỏ", path) for path in REPEALED.split()),
    ]
    assert {a.effective_on for a in document.amendments} == {"2025-07-01"}


def _short(unit: str, label: str) -> str:
    return {"chuong": "c", "muc": "m", "tieu_muc": "t"}.get(unit, "") + label


@pytest.mark.skipif(
    not CIRCULAR_95.exists(), reason="Thông tư số 95/2025/TT-BTC không có ở ../shared/documents"
)
def test_what_circular_95_changes() -> None:
    changes = [
        (a.action, "/".join(step.label for step in a.reference.path))
        for a in read_document(CIRCULAR_95).amendments
    ]
    assert changes == [
        *(("sửa đổi", path) for path in NEW_WORDS_95.split()),
        ("thay thế", ""),
        ("thay thế", "8/3"),
        ("sửa đổi", "8/2"),
        *(("bãi bỏ", path) for path in REPEALED_95.split()),
    ]
