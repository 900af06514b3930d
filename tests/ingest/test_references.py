"""Every citation in a text, exactly: against lists written by hand, and lines a lawyer could have written."""

import csv
import hashlib
import time
from pathlib import Path

import pytest

from ingest import Reference, read_document
from ingest.references import cited_acts, find_references
from ingest.structure import read_structure

HERE = Path(__file__).parent / "references"
SHARED = Path("../shared/documents")


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def path_of(reference: Reference) -> str:
    return "/".join(f"{step.unit} {step.label}".strip() for step in reference.path)


@pytest.mark.parametrize("name", ["179-nq-hdnd-quang-ninh-2023", "05-2025-nq-hdnd-soc-trang"])
def test_references_equal_those_written_down_by_hand(corpus: Path, name: str) -> None:
    document = read_document(corpus / f"{name}.txt")
    fields = ("text", "kind", "number", "issued_on", "issuer", "title", "relation")
    found = [{field: getattr(r, field) or "" for field in fields} for r in document.references]
    assert found == rows(name)
    assert [document.text[slice(*r.span)] for r in document.references] == [r.text for r in document.references]


@pytest.mark.skipif(not SHARED.exists(), reason="bản gốc các luật, nghị định không có ở ../shared/documents")
@pytest.mark.parametrize("file", sorted({row["file"] for row in rows("shared")}))
def test_references_of_paragraphs_equal_those_written_down_by_hand(file: str) -> None:
    document = read_document(SHARED / file)
    starts, start = {}, 0
    for line in document.text.split("\n"):
        starts.setdefault(hashlib.sha256(line.encode()).hexdigest()[:12], (start, start + len(line)))
        start += len(line) + 1
    by_hand = [row for row in rows("shared") if row["file"] == file]
    for paragraph in dict.fromkeys(row["paragraph"] for row in by_hand):
        first, last = starts[paragraph]
        found = [
            (r.span[0] - first, r.span[1] - first, path_of(r), r.number or r.title or "")
            for r in document.references
            if first <= r.span[0] < last
        ]
        assert found == [
            (int(row["start"]), int(row["end"]), row["path"], row["act"])
            for row in by_hand
            if row["paragraph"] == paragraph and row["start"]
        ]


HEADER = "NGHỊ ĐỊNH\nVề dân chủ\n"
AROUND = HEADER + (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 5. Tên điều\n1. Mở đầu.\n2. Nội dung:\na) Một;\nb) {sentence}\n"
    "Điều 6. Khác\nHết.\n"
)
"""The sentence stands in điểm b khoản 2 Điều 5 Chương I of a decree."""


def find(text: str) -> tuple[Reference, ...]:
    return find_references(text, read_structure(text).provisions, "Nghị định")


def shown(reference: Reference) -> str:
    """Write "words = path..through @ act", the act left out where it is this one."""
    act = reference.number or reference.title
    through = f"..{reference.through[-1].label}" if reference.through else ""
    return f"{reference.text} = {path_of(reference)}{through}{f' @ {act}' if act else ''}"


DC = "Luật Thực hiện dân chủ ở cơ sở"
TC = "Luật Tổ chức chính quyền địa phương"

ACTS = [
    ("theo Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết.",
     ["Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ =  @ 59/2023/NĐ-CP"]),
    ("theo Luật số 10/2022/QH15.", ["Luật số 10/2022/QH15 =  @ 10/2022/QH15"]),
    ("Nghị quyết 04/NQ-TU của Tỉnh ủy về xây dựng Đảng", ["Nghị quyết 04/NQ-TU của Tỉnh ủy =  @ 04/NQ-TU"]),
    ("Kết luận số 54-KL/TW ngày 09/5/2023 của Ban Bí thư",
     ["Kết luận số 54-KL/TW ngày 09/5/2023 của Ban Bí thư =  @ 54-KL/TW"]),
    ("Chỉ thị số 30-CT/TW của Bộ Chính trị về xây dựng Quy chế dân chủ ở cơ sở",
     ["Chỉ thị số 30-CT/TW của Bộ Chính trị =  @ 30-CT/TW"]),
    ("Thông tư liên tịch số 01/2016/TTLT-VPCP-BNV;",
     ["Thông tư liên tịch số 01/2016/TTLT-VPCP-BNV =  @ 01/2016/TTLT-VPCP-BNV"]),
    ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN quy định",
     ["Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN =  @ 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"]),
    ("Nghị định số 59/2023/NĐ-CP và Nghị định số 61/2023/NĐ-CP.",
     ["Nghị định số 59/2023/NĐ-CP =  @ 59/2023/NĐ-CP", "Nghị định số 61/2023/NĐ-CP =  @ 61/2023/NĐ-CP"]),
    ("các Nghị định số 59/2023/NĐ-CP, 61/2023/NĐ-CP.",
     ["Nghị định số 59/2023/NĐ-CP =  @ 59/2023/NĐ-CP", "61/2023/NĐ-CP =  @ 61/2023/NĐ-CP"]),
    ("các Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 và số 61/2023/NĐ-CP ngày 16 tháng 8 năm 2023",
     ["Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 =  @ 59/2023/NĐ-CP",
      "số 61/2023/NĐ-CP ngày 16 tháng 8 năm 2023 =  @ 61/2023/NĐ-CP"]),
    ("Báo cáo thẩm tra số 142/BC-HĐND ngày 23 tháng 11 năm 2023 của Ban Pháp chế;",
     ["Báo cáo thẩm tra số 142/BC-HĐND ngày 23 tháng 11 năm 2023 của Ban Pháp chế =  @ 142/BC-HĐND"]),
    ("Quyết định số 346/QĐ- TTg ngày 06 tháng 4 năm 2023", ["Quyết định số 346/QĐ- TTg ngày 06 tháng 4 năm 2023 =  @ 346/QĐ-TTg"]),
    ("Thông tư số 12/2021/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch, quy định",
     ["Thông tư số 12/2021/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch =  @ 12/2021/TT-BVHTTDL"]),
    ("Thông tư số 3/2020/TT-BKHCN của Bộ Khoa học và Công nghệ quy định",
     ["Thông tư số 3/2020/TT-BKHCN của Bộ Khoa học và Công nghệ =  @ 3/2020/TT-BKHCN"]),
    ("Quy định số 124-QĐ/TW ngày 02/02/2018", ["Quy định số 124-QĐ/TW ngày 02/02/2018 =  @ 124-QĐ/TW"]),
    ("Hướng dẫn số 23-HD/BTCTW", ["Hướng dẫn số 23-HD/BTCTW =  @ 23-HD/BTCTW"]),
    ("Kế hoạch số 53/KH-UBND ngày 05/02/2024 của UBND tỉnh Bình Phước về việc",
     ["Kế hoạch số 53/KH-UBND ngày 05/02/2024 của UBND tỉnh Bình Phước =  @ 53/KH-UBND"]),
    ("Công văn số 1234/BNV-CQĐP hướng dẫn", ["Công văn số 1234/BNV-CQĐP =  @ 1234/BNV-CQĐP"]),
    ("theo nghị định số 59/2023/NĐ-CP", ["nghị định số 59/2023/NĐ-CP =  @ 59/2023/NĐ-CP"]),
    ("Văn bản hợp nhất số 19/VBHN-VPQH", ["Văn bản hợp nhất số 19/VBHN-VPQH =  @ 19/VBHN-VPQH"]),
    ("Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20 tháng 4 năm 2007 của Ủy ban Thường vụ Quốc hội về thực hiện dân chủ",
     ["Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20 tháng 4 năm 2007 của Ủy ban Thường vụ Quốc hội =  @ 34/2007/PL-UBTVQH11"]),
    ("Quyết định số 23/2023/QĐ-UBND của Ủy ban nhân dân tỉnh ban hành Quy chế",
     ["Quyết định số 23/2023/QĐ-UBND của Ủy ban nhân dân tỉnh =  @ 23/2023/QĐ-UBND"]),
    ("của Luật Thực hiện dân chủ ở cơ sở và các văn bản hướng dẫn thi hành", [f"{DC} =  @ {DC}"]),
    ("Luật Thực hiện dân chủ ở cơ sở có hiệu lực thi hành từ ngày 01/7/2023", [f"{DC} =  @ {DC}"]),
    ("Luật Thực hiện dân chủ ở cơ sở quy định trách nhiệm", [f"{DC} =  @ {DC}"]),
    ("Luật thực hiện dân chủ ở cơ sở và pháp luật khác có liên quan.",
     ["Luật thực hiện dân chủ ở cơ sở =  @ Luật thực hiện dân chủ ở cơ sở"]),
    ("Luật Thực hiện dân chủ cơ sở.", ["Luật Thực hiện dân chủ cơ sở =  @ Luật Thực hiện dân chủ cơ sở"]),
    (f"{TC} ngày 19 tháng 6 năm 2015;", [f"{TC} ngày 19 tháng 6 năm 2015 =  @ {TC}"]),
    ("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
     "ngày 22 tháng 11 năm 2019;",
     ["Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
      "ngày 22 tháng 11 năm 2019 =  @ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
      "chính quyền địa phương"]),
    ("Bộ luật Lao động năm 2019", ["Bộ luật Lao động năm 2019 =  @ Bộ luật Lao động"]),
    ("theo Bộ luật Lao động, Luật Công đoàn và Luật Cán bộ, công chức.",
     ["Bộ luật Lao động =  @ Bộ luật Lao động", "Luật Công đoàn =  @ Luật Công đoàn",
      "Luật Cán bộ, công chức =  @ Luật Cán bộ, công chức"]),
    ("trong khuôn khổ Hiến pháp và pháp luật", ["Hiến pháp =  @ Hiến pháp"]),
    ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
     ["Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 =  @ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"]),
    ("Luật Bảo hiểm xã hội năm 2024.", ["Luật Bảo hiểm xã hội năm 2024 =  @ Luật Bảo hiểm xã hội"]),
    ("Luật Đất đai 2024 và", ["Luật Đất đai 2024 =  @ Luật Đất đai"]),
    ("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 được sửa đổi, bổ sung bởi Luật số 47/2024/QH15 và Luật số 97/2025/QH15",
     [f"{DC} số 10/2022/QH15 =  @ 10/2022/QH15", "Luật số 47/2024/QH15 =  @ 47/2024/QH15",
      "Luật số 97/2025/QH15 =  @ 97/2025/QH15"]),
    ("Luật Tiếp công dân số 42/2013/QH13; ban hành Quy chế", ["Luật Tiếp công dân số 42/2013/QH13 =  @ 42/2013/QH13"]),
    ("Luật Ngân sách Nhà nước.", ["Luật Ngân sách Nhà nước =  @ Luật Ngân sách Nhà nước"]),
    ("theo Luật Hòa giải ở cơ sở, Luật Khiếu nại, Luật Tố cáo",
     ["Luật Hòa giải ở cơ sở =  @ Luật Hòa giải ở cơ sở", "Luật Khiếu nại =  @ Luật Khiếu nại", "Luật Tố cáo =  @ Luật Tố cáo"]),
    ("Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015",
     ["Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015 =  @ "
      "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân"]),
    ("Pháp lệnh Ưu đãi người có công với cách mạng do ngân sách",
     ["Pháp lệnh Ưu đãi người có công với cách mạng =  @ Pháp lệnh Ưu đãi người có công với cách mạng"]),
    ("Luật Quản trị xanh, phát triển bền vững năm 2030",
     ["Luật Quản trị xanh, phát triển bền vững năm 2030 =  @ Luật Quản trị xanh, phát triển bền vững"]),
    ("Luật Quản trị xanh quy định", ["Luật Quản trị xanh =  @ Luật Quản trị xanh"]),
    ("Nghị định này áp dụng đối với", ["Nghị định này = "]),
    ("Kế hoạch này và Quy chế này", ["Kế hoạch này = ", "Quy chế này = "]),
    ("Trong Luật này, các từ ngữ", ["Luật này = "]),
]  # fmt: skip

PROVISIONS = [
    ("theo Điều 9.", ["Điều 9 = dieu 9"]),
    ("theo Điều 9a Nghị định này", ["Điều 9a Nghị định này = dieu 9a"]),
    ("theo điều 9 của Luật này", ["điều 9 của Luật này = dieu 9"]),
    ("khoản 2 Điều 85 Luật Thực hiện dân chủ ở cơ sở quy định", [f"khoản 2 Điều 85 {DC} = dieu 85/khoan 2 @ {DC}"]),
    ("Khoản 2 Điều 85 của Luật Thực hiện dân chủ ở cơ sở", [f"Khoản 2 Điều 85 của {DC} = dieu 85/khoan 2 @ {DC}"]),
    ("đã thông qua Luật Thực hiện dân chủ ở cơ sở, tại khoản 2 Điều 85 Luật quy định",
     [f"{DC} =  @ {DC}", f"khoản 2 Điều 85 Luật = dieu 85/khoan 2 @ {DC}"]),
    ("điểm a khoản 3 Điều 1 Nghị quyết số 179/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh",
     ["điểm a khoản 3 Điều 1 Nghị quyết số 179/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh = "
      "dieu 1/khoan 3/diem a @ 179/NQ-HĐND"]),
    ("quy định tại Điều này", ["Điều này = dieu 5"]),
    ("quy định tại khoản này", ["khoản này = dieu 5/khoan 2"]),
    ("quy định tại điểm này", ["điểm này = dieu 5/khoan 2/diem b"]),
    ("quy định tại điểm a khoản này", ["điểm a khoản này = dieu 5/khoan 2/diem a"]),
    ("quy định tại khoản 1 Điều này", ["khoản 1 Điều này = dieu 5/khoan 1"]),
    ("quy định tại khoản 1 và khoản 2 Điều này", ["khoản 1 = dieu 5/khoan 1", "khoản 2 Điều này = dieu 5/khoan 2"]),
    ("quy định tại khoản 1, khoản 3 của Điều này", ["khoản 1 = dieu 5/khoan 1", "khoản 3 của Điều này = dieu 5/khoan 3"]),
    ("quy định tại Chương này", ["Chương này = chuong I"]),
    ("quy định tại khoản 1", ["khoản 1 = dieu 5/khoan 1"]),
    ("quy định tại điểm a", ["điểm a = dieu 5/khoan 2/diem a"]),
    ("các khoản 1, 2 và 3 Điều 5 của Luật này",
     ["khoản 1 = dieu 5/khoan 1", "2 = dieu 5/khoan 2", "3 Điều 5 của Luật này = dieu 5/khoan 3"]),
    ("khoản 1, 2, 3, 5 và 6 Điều 15 của Luật Thực hiện dân chủ ở cơ sở.",
     [f"khoản 1 = dieu 15/khoan 1 @ {DC}", f"2 = dieu 15/khoan 2 @ {DC}", f"3 = dieu 15/khoan 3 @ {DC}",
      f"5 = dieu 15/khoan 5 @ {DC}", f"6 Điều 15 của {DC} = dieu 15/khoan 6 @ {DC}"]),
    ("các điểm a, c, d và đ khoản 1 Điều 94 Nghị định này",
     ["điểm a = dieu 94/khoan 1/diem a", "c = dieu 94/khoan 1/diem c", "d = dieu 94/khoan 1/diem d",
      "đ khoản 1 Điều 94 Nghị định này = dieu 94/khoan 1/diem đ"]),
    ("các điểm a và điểm b khoản 1 Điều 18 và Điều 19 Nghị định này",
     ["điểm a = dieu 18/khoan 1/diem a", "điểm b khoản 1 Điều 18 = dieu 18/khoan 1/diem b",
      "Điều 19 Nghị định này = dieu 19"]),
    ("điểm đ khoản 2, điểm c khoản 3 Điều này",
     ["điểm đ khoản 2 = dieu 5/khoan 2/diem đ", "điểm c khoản 3 Điều này = dieu 5/khoan 3/diem c"]),
    ("điểm d khoản 2, điểm d khoản 3, khoản 4 Điều này.",
     ["điểm d khoản 2 = dieu 5/khoan 2/diem d", "điểm d khoản 3 = dieu 5/khoan 3/diem d",
      "khoản 4 Điều này = dieu 5/khoan 4"]),
    ("điểm a, b khoản 2 và khoản 3 Điều 8",
     ["điểm a = dieu 8/khoan 2/diem a", "b khoản 2 = dieu 8/khoan 2/diem b", "khoản 3 Điều 8 = dieu 8/khoan 3"]),
    ("điểm a, khoản 2, Điều 7 Nghị định này", ["điểm a, khoản 2, Điều 7 Nghị định này = dieu 7/khoan 2/diem a"]),
    ("từ Điều 7 đến Điều 9", ["Điều 7 đến Điều 9 = dieu 7..9"]),
    ("các điều từ 7 đến 9 của Luật này", ["điều từ 7 đến 9 của Luật này = dieu 7..9"]),
    ("từ khoản 1 đến khoản 3 Điều 8", ["khoản 1 đến khoản 3 Điều 8 = dieu 8/khoan 1..3"]),
    ("từ điểm a đến điểm d khoản 1 Điều này", ["điểm a đến điểm d khoản 1 Điều này = dieu 5/khoan 1/diem a..d"]),
    ("từ Điều 7 đến hết Điều 9 và Điều 12", ["Điều 7 đến hết Điều 9 = dieu 7..9", "Điều 12 = dieu 12"]),
    ("các Điều 7, 8 và Điều 10 Nghị định này", ["Điều 7 = dieu 7", "8 = dieu 8", "Điều 10 Nghị định này = dieu 10"]),
    ("các điều 20 và 21 Luật Thực hiện dân chủ ở cơ sở và quy định sau:",
     [f"điều 20 = dieu 20 @ {DC}", f"21 {DC} = dieu 21 @ {DC}"]),
    ("tại Chương V Nghị định này", ["Chương V Nghị định này = chuong V"]),
    ("tại Chương IV Luật Thực hiện dân chủ ở cơ sở;", [f"Chương IV {DC} = chuong IV @ {DC}"]),
    ("Mục 2 Chương III", ["Mục 2 Chương III = chuong III/muc 2"]),
    ("Mục 2 và Mục 3 Chương III của Luật này",
     ["Mục 2 = chuong III/muc 2", "Mục 3 Chương III của Luật này = chuong III/muc 3"]),
    ("Tiểu mục 2 của Mục 4 Chương II", ["Tiểu mục 2 của Mục 4 Chương II = chuong II/muc 4/tieu_muc 2"]),
    ("Phần thứ hai của Bộ luật Dân sự", ["Phần thứ hai của Bộ luật Dân sự = phan hai @ Bộ luật Dân sự"]),
    ("Phụ lục I ban hành kèm theo Nghị định này", ["Phụ lục I ban hành kèm theo Nghị định này = phu_luc I"]),
    ("Mẫu số 04 tại Phụ lục ban hành kèm theo Nghị định này.",
     ["Phụ lục ban hành kèm theo Nghị định này = phu_luc"]),
    ("Phụ lục số 02 kèm theo Thông tư số 5/2024/TT-BNV", ["Phụ lục số 02 kèm theo Thông tư số 5/2024/TT-BNV = phu_luc 2 @ 5/2024/TT-BNV"]),
    ("điểm g khoản 1 mục III Kế hoạch này", ["điểm g khoản 1 mục III Kế hoạch này = muc III/khoan 1/diem g"]),
    ("điểm b tiểu mục 3.1 khoản 3 mục III Kế hoạch này", ["điểm b tiểu mục 3.1 khoản 3 mục III Kế hoạch này = muc III/khoan 3/tieu_muc 3.1/diem b"]),
    ("gạch đầu dòng thứ hai điểm h khoản 3 Điều 1 Nghị quyết này",
     ["gạch đầu dòng thứ hai điểm h khoản 3 Điều 1 Nghị quyết này = dieu 1/khoan 3/diem h/gach 2"]),
    ("khoản 4 Điều 23; khoản 4 Điều 33; khoản 3 Điều 40 của Luật Thực hiện dân chủ ở cơ sở",
     [f"khoản 4 Điều 23 = dieu 23/khoan 4 @ {DC}", f"khoản 4 Điều 33 = dieu 33/khoan 4 @ {DC}",
      f"khoản 3 Điều 40 của {DC} = dieu 40/khoan 3 @ {DC}"]),
    ("Điều 5 Luật Khiếu nại và khoản 2 Điều 6 Luật Tố cáo",
     ["Điều 5 Luật Khiếu nại = dieu 5 @ Luật Khiếu nại", "khoản 2 Điều 6 Luật Tố cáo = dieu 6/khoan 2 @ Luật Tố cáo"]),
    ("Điều 7 và Luật Tố cáo", ["Điều 7 = dieu 7", "Luật Tố cáo =  @ Luật Tố cáo"]),
    ("tên Điều và khoản 1 Điều 39", ["tên Điều = dieu 39", "khoản 1 Điều 39 = dieu 39/khoan 1"]),
    ("(khoản 3 Điều 2 Luật Thực hiện dân chủ ở cơ sở)", [f"khoản 3 Điều 2 {DC} = dieu 2/khoan 3 @ {DC}"]),
    ("Điều 118 Hiến pháp", ["Điều 118 Hiến pháp = dieu 118 @ Hiến pháp"]),
    ("khoản 1 Điều 9 Quy chế ban hành kèm theo Quyết định số 12/2020/QĐ-UBND",
     ["khoản 1 Điều 9 Quy chế ban hành kèm theo Quyết định số 12/2020/QĐ-UBND = dieu 9/khoan 1 @ 12/2020/QĐ-UBND"]),
    ("điểm a1 khoản 1 Điều 8", ["điểm a1 khoản 1 Điều 8 = dieu 8/khoan 1/diem a1"]),
    ("các điểm a, b khoản này", ["điểm a = dieu 5/khoan 2/diem a", "b khoản này = dieu 5/khoan 2/diem b"]),
    ("Mục 2 và Mục 3 Chương này", ["Mục 2 = chuong I/muc 2", "Mục 3 Chương này = chuong I/muc 3"]),
]  # fmt: skip

NOTHING = [
    "các Điều ước quốc tế mà Việt Nam là thành viên",
    "bảo đảm các điều kiện cần thiết",
    "Điều lệ Mặt trận Tổ quốc Việt Nam",
    "điều này phù hợp với nguyện vọng của Nhân dân",
    "các khoản đóng góp của Nhân dân",
    "nộp khoản 10 triệu đồng mỗi năm",
    "tài khoản 3 người cùng đứng tên",
    "khoản tiền lãi của số tiền này",
    "theo các điều khoản này",
    "tại 05 điểm bầu cử trên địa bàn",
    "tại thời điểm này, quan điểm này",
    "đạt điểm 10 trong kỳ thi",
    "mục tiêu, mục đích của chương trình này",
    "danh mục 3 công trình",
    "hai phần ba tổng số đại diện hộ gia đình",
    "ngày 05 tháng 6 năm 2024, trước ngày 15/12/2024",
    "theo quy định của pháp luật về dân chủ",
    "Đoàn Luật sư tỉnh",
    "tổ chức triển khai thực hiện Nghị quyết theo quy định",
    "thực hiện Nghị quyết hội nghị cán bộ, công chức",
    "các văn bản quy phạm pháp luật có liên quan",
    "trừ trường hợp luật có quy định khác theo luật định",
    "Chương trình mục tiêu quốc gia giai đoạn 2021 - 2025",
    "Chương trình 135 của Chính phủ",
    "chiếm 30% phần vốn góp",
    "quy chế dân chủ, quy ước, hương ước",
    "Quyết định được thông qua khi có trên 50% tán thành",
    "(có phụ lục kèm theo)",
]


@pytest.mark.parametrize(("sentence", "expected"), [*ACTS, *PROVISIONS, *((line, []) for line in NOTHING)])
def test_a_line_s_citations(sentence: str, expected: list[str]) -> None:
    text = AROUND.format(sentence=sentence)
    found = find(text)
    assert [shown(reference) for reference in found] == expected
    assert [text[slice(*reference.span)] for reference in found] == [r.text for r in found]


def test_the_table_is_of_a_lawyer_s_length() -> None:
    assert len(ACTS) + len(PROVISIONS) + len(NOTHING) >= 120


RELATIONS = [
    # in the header: what each act is to this one
    ("{h}Căn cứ Luật Thanh tra ngày 14 tháng 11 năm 2022;\nĐiều 1. A\n", ["căn cứ"]),
    ("{h}Căn cứ Luật Thanh tra; Luật Khiếu nại;\nĐiều 1. A\n", ["căn cứ", "căn cứ"]),
    ("{h}Căn cứ Luật Thanh tra, Luật Khiếu nại và Luật Tố cáo;\nĐiều 1. A\n", ["căn cứ"] * 3),
    ("{h}Căn cứ khoản 4 Điều 23 và khoản 4 Điều 33 Luật Thanh tra;\nĐiều 1. A\n", ["căn cứ", "căn cứ"]),
    ("{h}Căn cứ Nghị định số 5/2023/NĐ-CP quy định chi tiết một số điều của Luật Thanh tra;\nĐiều 1. A\n",
     ["căn cứ", "dẫn chiếu"]),
    ("{h}Căn cứ Nghị định số 5/2023/NĐ-CP hướng dẫn Luật Thanh tra; Nghị định số 6/2023/NĐ-CP;\nĐiều 1. A\n",
     ["căn cứ", "dẫn chiếu", "căn cứ"]),
    ("{h}Căn cứ Luật Thanh tra đã được sửa đổi, bổ sung bởi Luật số 97/2025/QH15;\nĐiều 1. A\n",
     ["căn cứ", "dẫn chiếu"]),
    ("{h}Xét Tờ trình số 98/TTr-UBND; Báo cáo thẩm tra số 5/BC-HĐND;\nĐiều 1. A\n", ["căn cứ", "căn cứ"]),
    ("{h}Xét đề nghị của Phòng Nội vụ tại Tờ trình số 205/TTr-NV ngày 11/3/2024.\nĐiều 1. A\n", ["căn cứ"]),
    ("{h}Căn cứ tình hình thực hiện Luật Thanh tra;\nĐiều 1. A\n", ["dẫn chiếu"]),
    ("{h}Thực hiện Kế hoạch số 53/KH-UBND về việc triển khai Nghị quyết số 31/2023/NQ-HĐND;\nI. MỤC ĐÍCH\n",
     ["triển khai", "dẫn chiếu"]),
    ("{h}Triển khai thực hiện Chỉ thị số 30-CT/TW;\nI. MỤC ĐÍCH\n", ["triển khai"]),
    ("NGHỊ ĐỊNH\nQuy định chi tiết một số điều của Luật Thanh tra\nĐiều 1. A\n", ["quy định chi tiết"]),
    ("THÔNG TƯ\nHướng dẫn thi hành Nghị định số 5/2023/NĐ-CP\nĐiều 1. A\n", ["quy định chi tiết"]),
    ("LUẬT\nSửa đổi, bổ sung một số điều của Luật Thanh tra\nĐiều 1. A\n", ["sửa đổi"]),
    ("{h}Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 5/2023/NĐ-CP.\nĐiều 1. A\n",
     ["sửa đổi"]),
    # in the body
    ("{h}Điều 1. A\nNghị định này quy định chi tiết khoản 4 Điều 23; khoản 4 Điều 33 của Luật Thanh tra.\n",
     ["dẫn chiếu", "quy định chi tiết", "quy định chi tiết"]),
    ("{h}Điều 1. A\nThông tư này hướng dẫn Điều 5 Nghị định số 5/2023/NĐ-CP.\n", ["dẫn chiếu", "quy định chi tiết"]),
    ("{h}Điều 9. A\nNghị định này có hiệu lực từ ngày 15 tháng 8 năm 2023 và thay thế Nghị định số 5/2013/NĐ-CP.\n",
     ["dẫn chiếu", "thay thế"]),
    ("{h}Điều 9. A\nNghị định này thay thế Nghị định số 5/2013/NĐ-CP và Nghị định số 6/2013/NĐ-CP.\n",
     ["dẫn chiếu", "thay thế", "thay thế"]),
    ("{h}Điều 9. A\nNghị định số 5/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.\n",
     ["bãi bỏ", "dẫn chiếu"]),
    ("{h}Điều 9. A\nNghị định số 5/2013/NĐ-CP hướng dẫn Luật Thanh tra hết hiệu lực từ ngày 01/7/2023.\n",
     ["bãi bỏ", "dẫn chiếu"]),
    ("{h}Điều 9. A\n1. Các văn bản sau đây hết hiệu lực từ ngày 01/7/2023:\na) Nghị định số 5/2013/NĐ-CP;\n",
     ["bãi bỏ"]),
    ("{h}Điều 9. A\nBãi bỏ Nghị quyết số 5/2013/NQ-HĐND của Hội đồng nhân dân tỉnh.\n", ["bãi bỏ"]),
    ("{h}Điều 9. A\nBãi bỏ khoản 3 Điều 9 Nghị định số 5/2013/NĐ-CP.\n", ["bãi bỏ"]),
    ("{h}Điều 9. A\nBỏ cụm từ “cấp huyện” tại khoản 3 Điều 9 Nghị định số 5/2013/NĐ-CP.\n", ["sửa đổi"]),
    ("{h}Điều 9. A\nNghị định số 5/2013/NĐ-CP được thay thế bằng Nghị định số 6/2023/NĐ-CP.\n",
     ["dẫn chiếu", "dẫn chiếu"]),
    ("{h}Điều 9. A\nTheo Nghị định số 5/2013/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 6/2023/NĐ-CP.\n",
     ["dẫn chiếu", "dẫn chiếu"]),
    ("{h}I. MỤC ĐÍCH\nBan hành kế hoạch nhằm triển khai có hiệu quả Quyết định số 346/QĐ-TTg.\n", ["triển khai"]),
    ("{h}Điều 9. A\nBổ sung kinh phí theo Nghị quyết số 5/NQ-HĐND.\n", ["dẫn chiếu"]),
    ("{h}Điều 9. A\nThực hiện nghiêm Luật Tiếp công dân.\n", ["dẫn chiếu"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relations"), RELATIONS)
def test_what_an_act_does_with_those_it_cites(text: str, relations: list[str]) -> None:
    assert [reference.relation for reference in find(text.format(h=HEADER))] == relations


def test_facts_of_an_act_are_those_printed() -> None:
    text = AROUND.format(sentence="Nghị quyết số 5/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh về dân chủ.")
    found = find(text)[0]
    facts = (found.kind, found.number, found.issued_on, found.issuer, found.title)
    assert facts == ("Nghị quyết", "5/NQ-HĐND", "2023-12-08", "HĐND tỉnh Quảng Ninh", None)


AMENDING = """LUẬT
Sửa đổi, bổ sung một số điều của Luật Thanh tra
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thanh tra
1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
“2. Theo khoản 1 Điều này, điểm a khoản này, Điều 7 và Luật này.”.
2. Bổ sung Điều 5a vào sau Điều 5 như sau:
“Điều 5a. Quyền
1. Một.
2. Theo khoản 1 Điều này và Luật Khiếu nại.”.
3. Bãi bỏ khoản 3 Điều 9; quy định tại Điều này áp dụng từ nay.
Điều 2. Hiệu lực
Luật này có hiệu lực theo khoản 1 Điều 1.
"""


def test_provisions_in_amending_and_quoted_text_are_of_the_amended_act() -> None:
    act = "Luật Thanh tra"
    assert [shown(reference) for reference in find(AMENDING)][2:] == [
        f"khoản 2 Điều 3 = dieu 3/khoan 2 @ {act}",
        f"khoản 1 Điều này = dieu 3/khoan 1 @ {act}",
        f"điểm a khoản này = dieu 3/khoan 2/diem a @ {act}",
        f"Điều 7 = dieu 7 @ {act}",
        f"Luật này =  @ {act}",
        f"Điều 5a = dieu 5a @ {act}",
        f"Điều 5 = dieu 5 @ {act}",
        f"khoản 1 Điều này = dieu 5a/khoan 1 @ {act}",
        "Luật Khiếu nại =  @ Luật Khiếu nại",
        f"khoản 3 Điều 9 = dieu 9/khoan 3 @ {act}",
        "Điều này = dieu 1",
        "Luật này = ",
        "khoản 1 Điều 1 = dieu 1/khoan 1",
    ]


def test_time_is_linear_in_length() -> None:
    sentence = " và ".join(["khoản 1, 2 Điều 5 của Luật này", "“Nghị định số 5/2013/NĐ-CP", "Điều 7; "] * 400)
    took = []
    for times in (1, 10):
        text = AROUND.format(sentence=sentence * times)
        provisions = read_structure(text).provisions
        started = time.perf_counter()
        find_references(text, provisions)
        took.append(time.perf_counter() - started)
    assert took[1] <= 12 * took[0] + 0.1


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Nghị định 59/2023/NĐ-CP quy định hồ sơ gồm những gì?", ["59/2023/NĐ-CP"]),
        ("nghi dinh 59/2023/nd-cp quy dinh gi", ["59/2023/ND-CP"]),
        ("theo luật số 10/2022/qh15 và Nghị quyết 179/NQ-HĐND", ["10/2022/QH15", "179/NQ-HĐND"]),
        ("Nghị quyết của tỉnh Quảng Ninh ngày 08/12/2023", []),
    ],
)
def test_acts_that_a_question_cites(question: str, numbers: list[str]) -> None:
    assert [act.number for act in cited_acts(question)] == numbers
