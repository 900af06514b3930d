"""A page is read as a browser prints it; what is not printed is not text."""

import time
from pathlib import Path

import pytest

from ingest.document import Note
from ingest.errors import BrokenFile, EmptyFile
from ingest.formats.html import read_html
from ingest.source import Source

SHARED = Path("../shared/documents")
PATH = Path("trang.html")


def read(page: str) -> Source:
    return read_html(page.encode(), PATH)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Điều 1.\n  Phạm vi<p>1. Xã<p>2. Thôn</p></p>", ["Điều 1. Phạm vi", "1. Xã", "2. Thôn"]),
        ("<p class='pNoiDung'><p>a) Một</p><p>b) Hai</p></p>", ["a) Một", "b) Hai"]),
        ("<b>CHỦ TỊCH<br>Lò</b> Văn<i> A</i>", ["CHỦ TỊCH", "Lò Văn A"]),
        ("<head><title>t</title><style>p{}</style></head><body>x<script>y</script></body>", ["x"]),
        ("<p style='display: none'>ẩn</p><p>hiện<span style='mso-hide:all'>ẩn</span></p>", ["hiện"]),
        ("<!--[if gte mso 9]><xml>ẩn</xml><![endif]--><p>a", ["a"]),
        ("<p><![if !supportLists]><span>-</span><![endif]>Xã", ["-Xã"]),
        ("<h3 style='text-transform: uppercase'> Đề mục <br> Dân chủ</h3>", ["ĐỀ MỤC", "DÂN CHỦ"]),
        ("<ol type=a start=3><li>x<li>y</ol><ul><li>z</ul>", ["c. x", "d. y", "z"]),
        ("<pre>Điều 1.\nXã</pre>", ["Điều 1.", "Xã"]),
        ("C&#7897;ng h&ograve;a &lt;1 ha&gt;", ["Cộng hòa <1 ha>"]),
        ("<font face='.VnTimeH'>quyÕt ®Þnh</font><p>§iÒu 1. Ph¹m vi", ["QUYẾT ĐỊNH", "Điều 1. Phạm vi"]),
    ],
)
def test_what_is_printed(page: str, lines: list[str]) -> None:
    assert read(page).text.split("\n") == lines


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "<table border=1><tr><td>TT<td>Chức danh<td><tr><td>1<td><p>Bí<p>thư<td>2",
            ["TT | Chức danh |", "1 | Bí thư | 2"],
        ),
        (
            "<table border=1><tr><td rowspan=2>a<td colspan=2>b<td>e<tr><td>c<td>d<td>f",
            ["a | b |  | e", "| c | d | f"],
        ),
        (
            "<table><tr><td>UBND<br>HUYỆN<td>CỘNG HÒA XÃ HỘI<tr><td>Số: 1<td>ngày 2",
            ["UBND", "HUYỆN", "CỘNG HÒA XÃ HỘI", "Số: 1", "ngày 2"],
        ),
        (
            "<table border=1><tr><td>Nơi nhận:<br>- Lưu<td>TM. UBND<br>CHỦ TỊCH",
            ["Nơi nhận:", "- Lưu", "TM. UBND", "CHỦ TỊCH"],
        ),
        ("<table border=1><tr><td>a<td><table border=1><tr><td>u<td>v</table>", ["a | u | v"]),
        ("<table><tr><td>Lương<td>=<td>Giờ<td>x<td>Mức", ["Lương | = | Giờ | x | Mức"]),
    ],
)
def test_tables(rows: str, lines: list[str]) -> None:
    assert read(rows).text.split("\n") == lines


def test_word_footnotes_are_notes() -> None:
    source = read(
        "<p>Theo luật<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> này</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Luật số 10</p><p>năm 2022</p></div>"
        "<p>Mất<a href='#_ftn9'>[9]</a></p>"
    )
    assert source.text == "Theo luật này\nMất[9]"
    assert source.notes == (Note("1", "Luật số 10 năm 2022", len("Theo luật")),)


@pytest.mark.parametrize(
    "raw",
    [
        b"<meta charset=utf-8><p>Quy\xea\xect \xf0i\xf2nh cu\xd2a x\xe3",
        "<meta charset=windows-1252><p>Quyêt".encode(),
        "<p>Quyêt".encode("utf-16"),
        "<p>Quyêt".encode("utf-8-sig"),
        "<meta charset=utf-16><p>Quy&ecirc;t \u201c&#7913;\u201d".encode("cp1252"),
    ],
)
def test_the_bytes_decide_not_the_declared_charset(raw: bytes) -> None:
    assert read_html(raw, PATH).text.startswith("Quy")


def test_pages_without_text_or_bottom_are_refused() -> None:
    for page in ("", "<p></p>", "<script>x</script>"):
        with pytest.raises(EmptyFile):
            read(page)
    with pytest.raises(BrokenFile, match="lồng nhau quá sâu"):
        read("<div>" * 5000 + "chữ")
    assert read("<div>" * 1500 + "chữ").text == "chữ"


def test_ten_times_the_page_takes_about_ten_times_as_long() -> None:
    row = "<table border=1><tr><td>a<td>b</table><p style='color:red'>Điều 1. <b>Phạm</b> vi <br>x</p>"

    def seconds(times: int) -> float:
        begun = time.process_time()
        read(row * times)
        return time.process_time() - begun

    seconds(100)
    assert seconds(10_000) < 20 * max(seconds(1000), 0.01)


@pytest.mark.skipif(not SHARED.exists(), reason="the given documents are not beside this checkout")
def test_the_codification_page() -> None:
    path = SHARED / "phapdien-44.13.html"
    lines = read_html(path.read_bytes(), path).text.split("\n")
    assert lines[:5] == [
        "ĐỀ MỤC 44.13",
        "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "Chương I",
        "NHỮNG QUY ĐỊNH CHUNG",
        "Điều 44.13.LQ.1. Phạm vi điều chỉnh",
    ]
    assert lines[5].startswith("(Điều 1 Luật số 10/2022/QH15")
    assert sum(line.startswith("Điều 44.13.") for line in lines) == 348
    assert not any("Xem Danh mục" in line for line in lines)


@pytest.mark.skipif(not SHARED.exists(), reason="the given documents are not beside this checkout")
def test_a_resolution_saved_by_word() -> None:
    path = SHARED / "word-html/NQ-99-2025-NQ-HDND-QuangNinh.htm"
    lines = read_html(path.read_bytes(), path).text.split("\n")
    assert lines[:2] == ["HỘI ĐỒNG NHÂN DÂN", "TỈNH QUẢNG NINH"]
    assert lines[6:9] == ["Số: 99/2025/NQ-HĐND", "Quảng Ninh, ngày 16 tháng 12 năm 2025", "NGHỊ QUYẾT"]
    assert lines[-3:-1] == ["- Lưu: VT, HĐ8.", "CHỦ TỊCH"]
