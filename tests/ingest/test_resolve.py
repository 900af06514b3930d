"""Where citations lead in a corpus: the right act, the right provision, or nowhere."""

from pathlib import Path

import pytest

from ingest import Document, read_document
from ingest.references import amended_by, resolve_references

LAW = """Luật số: 10/2022/QH15
Hà Nội, ngày 10 tháng 11 năm 2022
LUẬT
THỰC HIỆN DÂN CHỦ Ở CƠ SỞ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Luật này quy định chung.
Chương II
CÔNG KHAI
Mục 1 NỘI DUNG
Điều 2. Nội dung
1. Công khai:
a) Thu, chi;
b) Quy hoạch theo điểm a khoản này.
2. Việc khác theo khoản 1 Điều này.
Điều 3. Hình thức
a) Niêm yết;
b) Loa truyền thanh.
"""
DECREE = """CHÍNH PHỦ
Số: 59/2023/NĐ-CP
Hà Nội, ngày 14 tháng 8 năm 2023
NGHỊ ĐỊNH
Quy định chi tiết Luật Thực hiện dân chủ ở cơ sở
Điều 1. Phạm vi
1. {sentence}
"""
RESOLUTION = """Số: 179/NQ-HĐND
{name}, ngày {day} tháng 12 năm 2023
NGHỊ QUYẾT
Về dân chủ
HỘI ĐỒNG NHÂN DÂN TỈNH {capitals}
Điều 1. Biện pháp
1. Một.
"""
QUANG_NINH = RESOLUTION.format(name="Quảng Ninh", day="08", capitals="QUẢNG NINH")
SON_LA = RESOLUTION.format(name="Sơn La", day="10", capitals="SƠN LA")
QUANG_NINH_ID, SON_LA_ID = "179-nq-hdnd-quang-ninh-2023", "179-nq-hdnd-son-la-2023"


def corpus(folder: Path, **texts: str) -> dict[str, Document]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    read = [read_document(folder / f"{name}.txt") for name in texts]
    return dict(zip(texts, resolve_references(read), strict=True))


LEADS = [
    ("Theo Luật số 10/2022/QH15.", "10-2022-qh15", None),
    ("Theo Luật số 10/2022/ QH15.", "10-2022-qh15", None),
    ("Theo Luật Thực hiện dân chủ ở cơ sở.", "10-2022-qh15", None),
    ("Theo Luật thực hiện dân chủ ở cơ sở năm 2022.", "10-2022-qh15", None),
    ("Theo Luật Thực hiện dân chủ ở cơ sở năm 2019.", None, None),
    ("Theo Luật Khiếu nại.", None, None),
    ("Theo Điều 2 Luật Thực hiện dân chủ ở cơ sở.", "10-2022-qh15", "art_2"),
    ("Theo khoản 2 Điều 2 của Luật số 10/2022/QH15.", "10-2022-qh15", "art_2__para_2"),
    ("Theo điểm b khoản 1 Điều 2 Luật số 10/2022/QH15.", "10-2022-qh15", "art_2__para_1__point_b"),
    ("Theo điểm b Điều 3 Luật số 10/2022/QH15.", "10-2022-qh15", "art_3__point_b"),
    ("Theo điểm a Điều 2 Luật số 10/2022/QH15.", "10-2022-qh15", None),
    ("Theo Mục 1 Chương II Luật số 10/2022/QH15.", "10-2022-qh15", "chp_II__sec_1"),
    ("Theo Điều 2 Chương II Luật số 10/2022/QH15.", "10-2022-qh15", "art_2"),
    ("Theo Điều 2 Chương I Luật số 10/2022/QH15.", "10-2022-qh15", None),
    ("Theo Điều 99 Luật số 10/2022/QH15.", "10-2022-qh15", None),
    ("Theo các điều từ 2 đến 3 Luật số 10/2022/QH15.", "10-2022-qh15", "art_2"),
    ("Theo khoản 1 Điều này.", "59-2023-nd-cp", "art_1__para_1"),
    ("Theo Nghị định này.", "59-2023-nd-cp", None),
    ("Theo Nghị quyết số 179/NQ-HĐND của Hội đồng nhân dân tỉnh Quảng Ninh.", QUANG_NINH_ID, None),
    ("Theo Điều 1 Nghị quyết số 179/NQ-HĐND của HĐND tỉnh Sơn La.", SON_LA_ID, "art_1"),
    ("Theo Nghị quyết số 179/NQ-HĐND ngày 10 tháng 12 năm 2023.", SON_LA_ID, None),
    ("Theo Nghị quyết số 179/NQ-HĐND của HĐND tỉnh Cà Mau.", None, None),
    ("Theo Nghị quyết số 179/NQ-HĐND.", None, None),
]


@pytest.mark.parametrize(("sentence", "document", "eid"), LEADS)
def test_where_a_citation_leads(tmp_path: Path, sentence: str, document: str | None, eid: str | None) -> None:
    decree = DECREE.format(sentence=sentence)
    read = corpus(tmp_path, law=LAW, decree=decree, quang_ninh=QUANG_NINH, son_la=SON_LA)["decree"]
    target = read.references[-1].target
    assert (target and target.document, target and target.eid) == (document, eid)


def test_references_within_an_act_are_resolved_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    law = read_document(tmp_path / "law.txt")
    assert [(r.text, r.target and r.target.eid) for r in law.references] == [
        ("Luật này", None),
        ("điểm a khoản này", "art_2__para_1__point_a"),
        ("khoản 1 Điều này", "art_2__para_1"),
    ]


def test_an_attached_act_s_articles_are_its_own(tmp_path: Path) -> None:
    text = (
        "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Thi hành theo Điều 1.\n"
        "Nơi nhận:\n- VT.\nCHỦ TỊCH\nLê A\nQUY CHẾ\nDân chủ\n"
        "Điều 1. Phạm vi\nTheo Quy chế này.\nĐiều 2. Hiệu lực\nTheo Điều 1.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = read_document(tmp_path / "a.txt").references
    assert [r.target and r.target.eid for r in found] == ["art_1", "att_quy-che", "att_quy-che__art_1"]


AMENDING = """Luật số: 97/2025/QH15
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thực hiện dân chủ ở cơ sở
1. {clause}
Điều 2. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025.
"""


@pytest.mark.parametrize(
    ("clause", "touched"),
    [
        ("Bãi bỏ khoản 2 Điều 2.", ["chp_II", "chp_II__sec_1", "art_2", "art_2__para_2"]),
        (
            "Bãi bỏ khoản 1 Điều 2.",
            [
                *("chp_II", "chp_II__sec_1", "art_2", "art_2__para_1"),
                *("art_2__para_1__point_a", "art_2__para_1__point_b"),
            ],
        ),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại tên Điều 2.", ["art_2"]),
        ("Bổ sung khoản 3 vào sau khoản 2 Điều 2 như sau:\n“3. Ba.”.", ["art_2"]),
        ("Bổ sung Điều 3a vào sau Điều 3 như sau:\n“Điều 3a. Ba.”.", []),
        (
            "Bãi bỏ các điều từ 3 đến 5.",
            ["chp_II", "chp_II__sec_1", "art_3", "art_3__point_a", "art_3__point_b"],
        ),
    ],
)
def test_which_provisions_an_amendment_touches(tmp_path: Path, clause: str, touched: list[str]) -> None:
    read = corpus(tmp_path, law=LAW, amending=AMENDING.format(clause=clause))
    law = read["law"]
    assert [p.eid for p in law.provisions if amended_by(p, law, read.values())] == touched
    for act, amendment in (pair for p in law.provisions for pair in amended_by(p, law, read.values())):
        assert (act.number, amendment.effective_on) == ("97/2025/QH15", "2025-07-01")


def test_a_range_touches_what_lies_within(tmp_path: Path) -> None:
    read = corpus(tmp_path, law=LAW, amending=AMENDING.format(clause="Bãi bỏ các điều từ 1 đến 2."))
    law = read["law"]
    assert amended_by(law.provision("art_2__para_1"), law, read.values())
    assert not amended_by(law.provision("art_3"), law, read.values())


def test_a_range_of_clauses_is_of_one_article(tmp_path: Path) -> None:
    clause = "Bãi bỏ các khoản từ 1 đến 2 Điều 2."
    law_with_clauses = LAW.replace("a) Niêm yết;\nb) Loa truyền thanh.", "1. Niêm yết.\n2. Loa truyền thanh.")
    read = corpus(tmp_path, law=law_with_clauses, amending=AMENDING.format(clause=clause))
    law = read["law"]
    assert amended_by(law.provision("art_2__para_2"), law, read.values())
    assert not amended_by(law.provision("art_3__para_2"), law, read.values())
