"""Texts as other offices print them: nothing is lost, nothing is taken from another act."""

from pathlib import Path

import pytest

from ingest import Document, read_document

HEADER = "Số: 12/NQ-HĐND\nQuảng Ninh, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề dân chủ\n"


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


@pytest.mark.parametrize(
    ("sentence", "effective_on"),
    [
        ("Nghị quyết này có hiệu lực thi hành kể từ ngày 18 tháng 12 năm 2023.", "2023-12-18"),
        ("Nghị quyết này có hiệu lực kể từ ngày ký.", "2023-12-08"),
        ("Nội dung tại Điều này theo Luật Đất đai có hiệu lực từ ngày 01/8/2014.", None),
        ("Quyết định theo Điều 15 của Luật này có hiệu lực kể từ ngày 01/8/2014.", None),
        ("Nghị quyết này thay thế Nghị quyết số 10/2016/NQ-HĐND có hiệu lực từ ngày 01/01/2017.", None),
    ],
)
def test_the_day_of_effect_is_this_act_s_own(tmp_path: Path, sentence: str, effective_on: str | None) -> None:
    assert read(tmp_path, f"{HEADER}Điều 1. {sentence}\n").effective_on == effective_on


def test_an_open_footnote_swallows_nothing(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEADER}Điều 1. A\n1. Một;\n2. B [3: dở dang\n3. C.\nĐiều 2. D [4] xong.\n")
    assert [p.eid for p in document.provisions][-3:] == ["art_1__para_2", "art_1__para_3", "art_2"]
    assert document.notes == ()


def test_a_footnote_may_hold_brackets(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEADER}Điều 1. Báo cáo[1:  Xem [2] và phụ lục] đầy đủ.\n")
    assert document.provision("art_1").text == "Báo cáo đầy đủ."
    assert document.notes[0].text == "Xem [2] và phụ lục"


def test_a_short_line_with_a_markdown_break_stays_a_line(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEADER}Điều 1. Phạm vi điều chỉnh  \nNghị quyết này quy định việc chung.\n")
    assert document.provision("art_1").heading == "Phạm vi điều chỉnh"


def test_the_letter_of_old_fonts_and_unseen_characters_are_read(tmp_path: Path) -> None:
    document = read(tmp_path, "Số: 12/NQ-HÐND\nCăn cứ Luật;\n\u200bÐiều 1. Kinh phí\nDo ngân sách.\n")
    assert document.number == "12/NQ-HĐND"
    assert document.provision("art_1").heading == "Kinh phí"


@pytest.mark.parametrize(
    ("header", "issuer"),
    [
        ("BỘ NỘI VỤ\nSố: 1/TT-BNV\nHà Nội, ngày 01 tháng 3 năm 2024\nTHÔNG TƯ\n", "Bộ Nội vụ"),
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSố: 1/KH-UBND\nHà Nội, ngày 01 tháng 3 năm 2024\nKẾ HOẠCH\n",
            "Ủy ban nhân dân thành phố Hà Nội",
        ),
        (
            "UỶ BAN NHÂN DÂN HUYỆN A LƯỚI\nSố: 1/KH-UBND\nA Lưới, ngày 01 tháng 3 năm 2024\nKẾ HOẠCH\n",
            "Ủy ban nhân dân huyện A Lưới",
        ),
    ],
)
def test_issuers(tmp_path: Path, header: str, issuer: str) -> None:
    assert read(tmp_path, f"{header}Về dân chủ\nI. MỤC ĐÍCH\n1. Việc.\n").issuer == issuer


@pytest.mark.parametrize(
    ("line", "status"), [("Dự thảo", "draft"), ("Xét báo cáo thẩm tra Dự thảo Nghị quyết;", "issued")]
)
def test_only_a_line_of_its_own_makes_a_draft(tmp_path: Path, line: str, status: str) -> None:
    assert read(tmp_path, f"{HEADER}{line}\nĐiều 1. A.\n").status == status


def test_signed_is_not_a_name(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEADER}Điều 1. A.\nNơi nhận:\n- VT.\nCHỦ TỊCH\n(Đã ký)\nNguyễn Văn A\n")
    assert document.signer
    assert document.signer.name == "Nguyễn Văn A"


LINES = "Điều 1. Việc chung.\n"


@pytest.mark.parametrize(
    ("header", "facts"),
    [
        (
            (
                "HỘI ĐỒNG NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                "TỈNH LÀO CAI Độc lập - Tự do - Hạnh phúc\n"
                "Số: 12/NQ-HĐND Lào Cai, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề dân chủ\n"
            ),
            {"number": "12/NQ-HĐND", "issuer": "Hội đồng nhân dân tỉnh Lào Cai", "issued_on": "2023-12-08"},
        ),
        ("Số: 05 /KH-UBND\nLào Cai, ngày 08 tháng 12 năm 2023\nKẾ HOẠCH\n", {"number": "05/KH-UBND"}),
        (
            "Số: …/KH-UBND\nLào Cai, ngày … tháng … năm 2023\nKẾ HOẠCH\n",
            {"number": None, "issued_on": "2023"},
        ),
        ("LUẬT\nTHỰC HIỆN DÂN CHỦ\nỞ CƠ SỞ\nCăn cứ Hiến pháp;\n", {"title": "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ"}),
        ("BỘ LUẬT\nTỐ TỤNG DÂN SỰ\nCăn cứ Hiến pháp;\n", {"kind": "Bộ luật", "issuer": None}),
        (
            (
                "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 9/QĐ-UBND\nLào Cai, ngày 1 tháng 3 năm 2024\nQUYẾT ĐỊNH\n"
                "BAN HÀNH QUY CHẾ DÂN CHỦ\n"
            ),
            {"issuer": "Ủy ban nhân dân tỉnh Lào Cai", "title": "BAN HÀNH QUY CHẾ DÂN CHỦ"},
        ),
        ("Dự thảo lần 2\nNGHỊ QUYẾT\nVề dân chủ\n", {"status": "draft"}),
        (
            "TỜ TRÌNH\nDự thảo Nghị quyết về dân chủ\n",
            {"status": "issued", "title": "Dự thảo Nghị quyết về dân chủ"},
        ),
        (
            "Luật Thanh niên số 57/2020/QH14\nLUẬT\nTHANH NIÊN\nCăn cứ Hiến pháp;\n",
            {"number": "57/2020/QH14", "issuer": "Quốc hội", "title": "THANH NIÊN"},
        ),
        (
            (
                "BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 9/2023/TT-BLĐTBXH\n"
                "Hà Nội, ngày 1 tháng 3 năm 2024\nTHÔNG TƯ\nVề việc\n"
                "Theo đề nghị của Bộ Lao động - Thương binh và Xã hội;\n"
            ),
            {"issuer": "Bộ Lao động - Thương binh và Xã hội", "place": None},
        ),
        ("LUẬT\nBảo vệ rừng\nRừng là tài nguyên quý của đất nước.\n", {"title": "Bảo vệ rừng"}),
        (
            (
                "Nghị định số 61/2023/NĐ-CP\n(tái dựng; (Điều 1 Nghị định số 61/2023/NĐ-CP về hương ước ngày "
                "16/08/2023 của Bộ Văn hóa, có hiệu lực thi hành kể từ ngày 17/08/2023))\n"
            ),
            {"title": "về hương ước", "issued_on": "2023-08-16", "effective_on": "2023-08-17"},
        ),
        (
            (
                "Nghị định số 5/2020/NĐ-CP\n(Điều 1 Nghị định số 5/2020/NĐ-CP Nghị định sửa đổi Nghị định số "
                "1/2019/NĐ-CP ngày 2/3/2019 của Chính phủ ngày 4/5/2020 của Chính phủ, có hiệu lực)\n"
            ),
            {
                "title": "sửa đổi Nghị định số 1/2019/NĐ-CP ngày 2/3/2019 của Chính phủ",
                "issued_on": "2020-05-04",
            },
        ),
        (
            "Nghị định số 61/2023/NĐ-CP\n(Điều 1 Nghị định số 61/2023/NĐ-CP ngày 16/8/2023 của Chính phủ)\n",
            {"title": "", "issued_on": "2023-08-16"},
        ),
        (
            "Nghị định 185/2026/NĐ-CP\nTHÔNG TIN VĂN BẢN\n",
            {"kind": "Nghị định", "number": "185/2026/NĐ-CP", "issuer": "Chính phủ", "title": ""},
        ),
        (
            "ĐỀ MỤC 44.13\nTHỰC HIỆN DÂN CHỦ Ở CƠ SỞ\n",
            {"kind": "Đề mục", "number": None, "title": "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ"},
        ),
        ("Đề mục này\n", {"kind": "Văn bản", "title": ""}),
    ],
)
def test_headers(tmp_path: Path, header: str, facts: dict[str, object]) -> None:
    document = read(tmp_path, header + LINES)
    assert {name: getattr(document, name) for name in facts} == facts


def test_a_law_s_day_is_that_of_its_adoption(tmp_path: Path) -> None:
    closing = "Luật này được Quốc hội khóa XV thông qua ngày 27 tháng 6 năm 2025.\n"
    assert read(tmp_path, f"LUẬT\nTHANH NIÊN\nCăn cứ Hiến pháp;\n{LINES}{closing}").issued_on == "2025-06-27"


def test_a_name_in_capitals_is_a_name_and_what_stands_under_it_is_not(tmp_path: Path) -> None:
    closing = "Nơi nhận:\n- VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLÒ VĂN A\nFILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN\n"
    signer = read(tmp_path, HEADER + LINES + closing).signer
    assert signer
    assert (signer.name, signer.title) == ("Lò Văn A", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
