"""Page furniture goes, each piece recorded; every word of the act stays."""

import pytest

from ingest.clean import clean
from ingest.source import Source

HEAD = "CÔNG BÁO/Số 294/Ngày 31-05-2026"


@pytest.mark.parametrize(
    ("printed", "text", "kinds"),
    [
        (f"1. Một;\n \n{HEAD} \n120\n \n2. Hai.", "1. Một;\n2. Hai.", ["running_head", "page_number"]),
        (f"1. Một;\n4\n{HEAD}\n2. Hai.", "1. Một;\n2. Hai.", ["page_number", "running_head"]),
        (f"121 {HEAD}\n1. Một;", "1. Một;", ["running_head"]),
        (f"của\n\n{HEAD}\n3\n\nNhân dân", "của\nNhân dân", ["running_head", "page_number"]),
        (f"của\n\n{HEAD}\n3\n\ndân", "của dân", ["running_head", "page_number", "page_break"]),
        (
            "1. Một.\nKý bởi: Cổng\nEmail: a@b.vn\nCơ quan: Phòng\nThời gian ký: 28.12.2020\n2. Hai.",
            "1. Một.\n2. Hai.",
            ["signature_stamp"] * 4,
        ),
        ("NGHỊ ĐỊNH\n_______\nCăn cứ Luật;", "NGHỊ ĐỊNH\nCăn cứ Luật;", ["rule"]),
        ("Cơ quan: Sở Nội vụ\n2026\nNgày ký: nay", "Cơ quan: Sở Nội vụ\n2026\nNgày ký: nay", []),
        ("Đăng Công báo số 294 ngày 31-05-2026", "Đăng Công báo số 294 ngày 31-05-2026", []),
    ],
)  # fmt: skip
def test_furniture_of_the_gazette(printed: str, text: str, kinds: list[str]) -> None:
    cleaned = clean(Source(printed))
    assert cleaned.text == text
    assert [repair.kind for repair in cleaned.repairs] == kinds


def pages(*printed: str) -> Source:
    starts = [sum(len(page) + 1 for page in printed[:at]) for at in range(len(printed))]
    return Source("\n".join(printed), pages=tuple(starts))


def test_a_number_alone_at_the_edge_of_a_page_is_the_page_s() -> None:
    cleaned = clean(pages("1. Một;\n2", "3\n2. Hai;\n5\n3. Ba.", "- 3 -\n4. Bốn."))
    assert cleaned.text == "1. Một;\n2. Hai;\n5\n3. Ba.\n4. Bốn."


def test_what_most_pages_share_at_their_edge_is_a_running_head() -> None:
    running = [f"Tài liệu nội bộ, trang {n}\n{n}. Việc thứ {n}." for n in range(1, 6)]
    assert clean(pages(*running)).text == "\n".join(f"{n}. Việc thứ {n}." for n in range(1, 6))


def test_what_two_pages_share_is_text() -> None:
    assert clean(pages("Ghi chú\n1. Một.", "Ghi chú\n2. Hai.")).text == "Ghi chú\n1. Một.\nGhi chú\n2. Hai."


def test_pages_are_kept_as_canonical_offsets() -> None:
    cleaned = clean(pages("1. Một;\n2", "2. Hai."))
    assert [cleaned.text[start:] for start in cleaned.pages] == ["1. Một;\n2. Hai.", "2. Hai."]


def test_an_act_cut_by_the_print_is_reported() -> None:
    cleaned = clean(Source("1. Một.\n (Xem tiếp theo Công báo số 1205 + 1206)\n"))
    assert cleaned.text == "1. Một."
    assert cleaned.warnings == ("Bản in chưa trọn văn bản: (Xem tiếp theo Công báo số 1205 + 1206).",)


def test_footnotes_at_the_foot_of_a_page_are_notes() -> None:
    rule = " " * 42
    printed = (
        f"{HEAD}\nQuốc hội ban hành Luật Bảo hiểm1.\nĐiều 1. Phạm vi2\n{rule}\n1 Luật số 84 có căn cứ:\n"
        f"“Căn cứ Hiến\npháp;”\n2 Khoản này được sửa\n{HEAD}\n2\nĐiều 2. Khác"
    )
    cleaned = clean(Source(printed))
    assert cleaned.text == "Quốc hội ban hành Luật Bảo hiểm.\nĐiều 1. Phạm vi\nĐiều 2. Khác"
    assert [(note.label, note.text, cleaned.text[: note.at].split()[-1]) for note in cleaned.notes] == [
        ("1", "Luật số 84 có căn cứ: “Căn cứ Hiến pháp;”", "hiểm"),
        ("2", "Khoản này được sửa", "vi"),
    ]


def test_a_footnote_goes_on_at_the_foot_of_the_next_page() -> None:
    rule = " " * 60
    printed = (
        f"{HEAD}\nLuật Bảo hiểm1.\n{rule}\n1 Luật số 84 về\n"
        f"{HEAD}\n2\nĐiều 2. Khác\n{rule}\nan toàn lao động.\n"
        f"{HEAD}\n3\nĐiều 3. Nữa\n{HEAD}\n4\nĐiều 4.\n{rule}\nHết."
    )
    cleaned = clean(Source(printed))
    assert cleaned.text == "Luật Bảo hiểm.\nĐiều 2. Khác\nĐiều 3. Nữa\nĐiều 4.\nHết."
    assert [note.text for note in cleaned.notes] == ["Luật số 84 về an toàn lao động."]
