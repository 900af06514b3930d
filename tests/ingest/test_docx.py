"""A Word document is read as Word prints it: numbers, notes, tables, changes, capitals."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.document import Note
from ingest.errors import BrokenFile, EmptyFile, TooLarge
from ingest.formats.docx import read_docx
from ingest.source import Source

SHARED = Path("../shared/documents")
PATH = Path("a.docx")
BORDERED = "Table Grid"


def saved(word: WordDocument) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def read(word: WordDocument) -> Source:
    return read_docx(saved(word), PATH)


def with_body(xml: str) -> Source:
    """Read a document of these elements."""
    word = docx.Document()
    body = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    word.element.body[:] = list(body)
    return read(word)


def with_lists(levels: str, paragraphs: str) -> list[str]:
    """Read a document whose list 7 has these levels, list 8 restarts it, and give its lines."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    abstract = f"<w:abstractNum {nsdecls('w')} w:abstractNumId='70'>{levels}</w:abstractNum>"
    numbering.insert(0, parse_xml(abstract))
    for number, override in (
        (7, ""),
        (8, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"),
    ):
        xml = f"<w:num {nsdecls('w')} w:numId='{number}'><w:abstractNumId w:val='70'/>{override}</w:num>"
        numbering.append(parse_xml(xml))
    body = parse_xml(f"<w:body {nsdecls('w')}>{paragraphs}</w:body>")
    word.element.body[:] = list(body)
    return read(word).text.split("\n")


def level(at: int, style: str, text: str, more: str = "") -> str:
    number = f"<w:start w:val='1'/><w:numFmt w:val='{style}'/>{more}<w:lvlText w:val='{text}'/>"
    return f"<w:lvl w:ilvl='{at}'>{number}</w:lvl>"


def item(words: str, at: int = 0, number: int = 7) -> str:
    place = f"<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{number}'/></w:numPr>"
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("levels", "paragraphs", "lines"),
    [
        (
            level(0, "decimal", "Điều %1."),
            item("Phạm vi") + item("Kinh phí"),
            ["Điều 1. Phạm vi", "Điều 2. Kinh phí"],
        ),
        (level(0, "lowerLetter", "%1)"), item("x") * 6, ["a) x", "b) x", "c) x", "d) x", "e) x", "f) x"]),
        (
            level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."),
            item("x") + item("y", 1) + item("y", 1) + item("x") + item("y", 1),
            ["1. x", "1.1. y", "1.2. y", "2. x", "2.1. y"],
        ),
        (
            level(0, "upperRoman", "Chương %1"),
            item("x") * 4,
            [f"Chương {n} x" for n in ("I", "II", "III", "IV")],
        ),
        (level(0, "bullet", "-"), item("x"), ["- x"]),
        (level(0, "bullet", "\uf0b7"), item("x"), ["• x"]),
        (level(0, "decimalZero", "%1/"), item("x"), ["01/ x"]),
        (level(0, "none", ""), item("x"), ["x"]),
        (level(0, "decimal", "%1.", "<w:suff w:val='nothing'/>"), item("x"), ["1.x"]),
        (
            level(0, "decimal", "%1."),
            item("x") + item("x", 0, 8) + item("x") + item("x", 0, 8),
            ["1. x", "5. x", "6. x", "7. x"],
        ),
        (level(0, "decimal", "%1."), item("x", 0, 0) + item("x"), ["x", "1. x"]),
        (level(0, "decimal", "%1."), item("x", 0, 99), ["x"]),
    ],
)
def test_automatic_numbers(levels: str, paragraphs: str, lines: list[str]) -> None:
    assert with_lists(levels, paragraphs) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<w:r><w:rPr><w:b/></w:rPr><w:t>Điều</w:t></w:r><w:r><w:t xml:space='preserve'> 1.</w:t></w:r>",
            ["Điều 1."],
        ),
        ("<w:r><w:t>TM. UBND</w:t><w:br/><w:t>CHỦ TỊCH</w:t></w:r>", ["TM. UBND", "CHỦ TỊCH"]),
        ("<w:r><w:t>a)</w:t><w:tab/><w:t>Xã</w:t></w:r>", ["a)\tXã"]),
        ("<w:r><w:t>hiện</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", ["hiện"]),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>hiện</w:t></w:r>", ["hiện"]),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Nghị quyết</w:t></w:r>", ["NGHỊ QUYẾT"]),
        ("<w:r><w:t>179/NQ</w:t><w:noBreakHyphen/><w:t>HĐND</w:t></w:r>", ["179/NQ-HĐND"]),
        (
            (
                "<w:hyperlink><w:r><w:t>Luật</w:t></w:r></w:hyperlink>"
                "<w:sdt><w:sdtContent><w:r><w:t> này</w:t></w:r></w:sdtContent></w:sdt>"
            ),
            ["Luật này"],
        ),
        (
            (
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
                "<w:fldChar w:fldCharType='end'/><w:t>x</w:t></w:r>"
            ),
            ["x"],
        ),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/><w:t> Có</w:t></w:r>", ["☐ Có"]),
        (
            (
                "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict><w:t>Số:</w:t></w:r>"
            ),
            ["Số:", "DỰ THẢO"],
        ),
        ("<w:r><w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr><w:t>quyÕt ®Þnh</w:t></w:r>", ["QUYẾT ĐỊNH"]),
        ("<w:r><w:t>Kinh phi\u0301</w:t></w:r>", ["Kinh phí"]),
    ],
)
def test_a_paragraph(body: str, lines: list[str]) -> None:
    assert with_body(f"<w:p>{body}</w:p>").text.split("\n") == lines


def test_changes_are_taken_as_made_and_told() -> None:
    source = with_body(
        "<w:p><w:r><w:t>Mức </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>20</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>triệu </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>đồng</w:t></w:r></w:p>"
    )
    assert source.text == "Mức 20\ntriệu đồng"
    assert "sửa đổi chưa chấp nhận" in source.warnings[0]


def test_headers_footers_and_comments_are_no_text() -> None:
    word = docx.Document()
    run = word.add_paragraph("Điều 1. Phạm vi").runs
    word.add_comment(run, text="Xem lại", author="A")
    word.sections[0].header.paragraphs[0].text = "Công báo"
    word.sections[0].footer.paragraphs[0].text = "Trang 1"
    assert read(word).text == "Điều 1. Phạm vi"


def _filled(cells: list[list[str]], style: str | None) -> WordDocument:
    word = docx.Document()
    table = word.add_table(len(cells), len(cells[0]), style)
    for row, words in zip(table.rows, cells, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said
    return word


@pytest.mark.parametrize(
    ("cells", "style", "lines"),
    [
        (
            [["UBND\nXÃ", "CỘNG HÒA XÃ HỘI"], ["Số: 1", "ngày 2"]],
            None,
            ["UBND", "XÃ", "CỘNG HÒA XÃ HỘI", "Số: 1", "ngày 2"],
        ),
        (
            [["Nơi nhận:\n- Lưu: VT.", "TM. UBND\nCHỦ TỊCH"]],
            BORDERED,
            ["Nơi nhận:", "- Lưu: VT.", "TM. UBND", "CHỦ TỊCH"],
        ),
        (
            [["TT", "Tên", "Ghi chú"], ["1", "Xã A\nXã B", ""]],
            BORDERED,
            ["TT | Tên | Ghi chú", "1 | Xã A Xã B |"],
        ),
        ([["Lương", "=", "Giờ"]], None, ["Lương | = | Giờ"]),
        ([["Mẫu số 01"]], BORDERED, ["Mẫu số 01"]),
    ],
)
def test_tables(cells: list[list[str]], style: str | None, lines: list[str]) -> None:
    assert read(_filled(cells, style)).text.split("\n") == lines


def test_merged_and_nested_cells() -> None:
    word = _filled([["a", "b", "c"], ["d", "e", "f"]], BORDERED)
    table = word.tables[0]
    table.cell(0, 0).merge(table.cell(0, 1))
    inner = table.cell(1, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "u", "v"
    assert read(word).text.split("\n") == ["a b |  | c", "d | e | f u v"]


_FOOTNOTES = (
    "<w:footnotes {ns}><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Luật số 10</w:t></w:r></w:p>"
    "</w:footnote>"
    "<w:footnote w:id='3'><w:p><w:r><w:t>Đã sửa</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def _repacked(
    raw: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None
) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return file.getvalue()


def test_footnotes_are_notes() -> None:
    word = docx.Document()
    mark = "<w:r><w:footnoteReference {0}/>{1}</w:r>"
    paragraph = (
        "<w:p {ns}><w:r><w:t>Theo luật</w:t></w:r>"
        + mark.format("w:id='2'", "")
        + "<w:r><w:t> này</w:t></w:r>"
        + mark.format("w:id='3' w:customMarkFollows='1'", "<w:t>*</w:t>")
        + "</w:p>"
    ).format(ns=nsdecls("w"))
    word.element.body.insert(0, parse_xml(paragraph))
    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )

    def related(name: str, content: bytes) -> bytes:
        if name != "word/_rels/document.xml.rels":
            return content
        return content.replace(b"</Relationships>", relation)

    footnotes = _FOOTNOTES.format(ns=nsdecls("w")).encode()
    source = read_docx(_repacked(saved(word), related, {"word/footnotes.xml": footnotes}), PATH)
    assert source.text == "Theo luật này"
    assert source.notes == (Note("1", "Luật số 10", 9), Note("*", "Đã sửa", 13))


_LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    ("raw", "error", "said"),
    [
        (lambda whole: whole[: len(whole) // 2], BrokenFile, "tệp nén không mở được"),
        (lambda _: b"PK\x03\x04", BrokenFile, "tệp nén không mở được"),
        (
            lambda whole: _repacked(
                whole,
                lambda name, xml: (
                    xml.replace(b"<w:document", _LAUGHS.encode() + b"<w:document").replace(
                        b"</w:t>", b"&b;&c;</w:t>"
                    )
                    if name == "word/document.xml"
                    else xml
                ),
            ),
            BrokenFile,
            "khai báo thực thể",
        ),
        (
            lambda whole: _repacked(
                whole, lambda name, xml: xml[:200] if name == "word/document.xml" else xml
            ),
            BrokenFile,
            "nội dung XML sai",
        ),
        (
            lambda whole: _repacked(
                whole, lambda name, xml: b" " * (65 * 2**20) if name == "word/document.xml" else xml
            ),
            TooLarge,
            "vượt giới hạn 64 MB",
        ),
    ],
)
def test_broken_and_hostile_files(raw: Callable[[bytes], bytes], error: type[Exception], said: str) -> None:
    word = docx.Document()
    word.add_paragraph("Điều 1.")
    with pytest.raises(error, match=said):
        read_docx(raw(saved(word)), PATH)


def test_an_empty_document() -> None:
    with pytest.raises(EmptyFile):
        read(docx.Document())


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    def seconds(times: int) -> float:
        word = docx.Document()
        paragraph = parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:rPr><w:b/></w:rPr><w:t>Điều 1. Phạm vi</w:t></w:r></w:p>"
        )
        xml = "".join([item("Xã", 0, 1), "<w:p><w:r><w:t>Quyết định này</w:t></w:r></w:p>"] * times)
        word.element.body[:] = [paragraph, *parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")]
        raw = saved(word)
        begun = time.process_time()
        read_docx(raw, PATH)
        return time.process_time() - begun

    seconds(100)
    assert seconds(5000) < 20 * max(seconds(500), 0.01)


@pytest.mark.skipif(not SHARED.exists(), reason="the given documents are not beside this checkout")
def test_a_decree() -> None:
    path = SHARED / "145_2020_ND-CP.docx"
    source = read_docx(path.read_bytes(), path)
    lines = source.text.split("\n")
    assert lines[:6] == [
        "CHÍNH PHỦ",
        "-------",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "---------------",
        "Số: 145/2020/NĐ-CP",
    ]
    assert [line.split(".")[0] for line in lines if line.startswith("Điều ")] == [
        f"Điều {n}" for n in range(1, 116)
    ]
    assert sum(" | = | " in line for line in lines) == 6
    assert "đối tượng nhúng" in source.warnings[0]
