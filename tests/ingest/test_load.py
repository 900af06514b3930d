"""Every file that cannot be read says so in Vietnamese, with its name; the bytes choose the reader."""

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from ingest import IngestError, read_document, texts_in
from ingest.errors import (
    BinaryFile,
    BrokenFile,
    EmptyFile,
    InvalidCatalog,
    LockedFile,
    MissingFile,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from ingest.formats.markdown import read_markdown
from ingest.load import load

TEXT = "Số: 1/NQ-HĐND\nĐiều 1. Kinh phí\nDo ngân sách bảo đảm.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


def word() -> bytes:
    file = io.BytesIO()
    made = docx.Document()
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("trong.txt", b"", EmptyFile, "không có chữ nào"),
        ("trang.txt", b" \n\t\n", EmptyFile, "không có chữ nào"),
        ("dau-trang.txt", "CÔNG BÁO/Số 1/Ngày 01-01-2020\n".encode(), EmptyFile, "không có chữ nào"),
        ("trang.md", b"---\na: b\n---\n<!-- x -->\n", EmptyFile, "không có chữ nào"),
        ("rac.txt", b"\x90\x81\xff\x00\x00\x13", BinaryFile, "byte thứ 0"),
        ("so-khong.txt", b"abc\x00def", BinaryFile, "byte thứ 3"),
        ("cat.txt", TEXT.encode() * 9 + b"\xe1\xbb", BinaryFile, "byte thứ"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00", UnsupportedFormat, "ảnh PNG"),
        ("anh.docx", b"\xff\xd8\xff\xe0", UnsupportedFormat, "ảnh JPEG"),
        ("bang.docx", archive("xl/workbook.xml"), UnsupportedFormat, "bảng tính Excel"),
        ("nen.docx", archive("a.txt"), UnsupportedFormat, "tệp nén ZIP"),
        ("cut.docx", word()[:3000], BrokenFile, "cắt cụt"),
        ("van-ban.odt", archive("content.xml"), UnsupportedFormat, "“.odt”"),
        ("khoa.docx", OLE + "EncryptedPackage".encode("utf-16-le"), LockedFile, "mật khẩu"),
        ("cu.docx", OLE + "Workbook".encode("utf-16-le"), UnsupportedFormat, "không phải Word"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(
    tmp_path: Path, name: str, content: bytes, error: type[IngestError], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error) as raised:
        read_document(path)
    assert str(path) in str(raised.value)
    assert said in str(raised.value)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="không có tệp này"):
        read_document(tmp_path / "khong-co.txt")
    folder = tmp_path / "thu-muc.txt"
    folder.mkdir()
    with pytest.raises(UnreadableFile, match="là thư mục"):
        read_document(folder)
    fifo = tmp_path / "ong.txt"
    os.mkfifo(fifo)
    with pytest.raises(UnreadableFile, match="không phải tệp thường"):
        read_document(fifo)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lon.docx"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(TooLarge, match="200 MB"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "content", "is_said"),
    [
        ("a.txt", word(), "nhưng là Word"),
        ("a.docx", TEXT.encode(), "nhưng là văn bản thuần"),
        ("a.docx", f"<html><p>{TEXT}".replace("\n", "<p>").encode(), "nhưng là trang web"),
        (
            "a.txt",
            f"<!-- x --><!DOCTYPE html>{TEXT}".replace("\n", "<br>").encode("utf-16"),
            "nhưng là trang web",
        ),
        ("a.htm", TEXT.replace("\n", "<br>").encode(), ""),
        ("a.HTML", f"<p>{TEXT}".replace("\n", "<p>").encode(), ""),
        ("a.docx", word(), ""),
        ("a.md", "# Số: 1/NQ-HĐND\n**Điều 1. Kinh phí**\nDo ngân sách *bảo đảm*.".encode(), ""),
    ],
)
def test_the_bytes_choose_the_reader(tmp_path: Path, name: str, content: bytes, is_said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    document = read_document(path)
    assert document.provision("art_1").text == "Do ngân sách bảo đảm."
    if is_said:
        assert is_said in document.warnings[0]
    else:
        assert not any("đuôi" in warning for warning in document.warnings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_any_form_gives_one_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_document(path).provision("art_1").text == "Do ngân sách bảo đảm."


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Điều 1. Kinh phi\u0301\nDo nga\u0302n sa\u0301ch.\n", encoding="utf-8")
    assert read_document(path).provision("art_1").text == "Do ngân sách."


def test_windows_1252_without_accents(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The law says \u201cno\u201d \u2013 a caf\xe9.\n".encode("cp1252") * 3)
    text = load(path)[1].text
    assert text.startswith("The law says “no” – a café.")


@pytest.mark.parametrize(
    ("marked", "printed"),
    [
        ("# Chương I {#chuong-i}", "Chương I"),
        ("1\\. **Điều 1.** *Xã* _phường_ a_b", "1. Điều 1. Xã phường a_b"),
        ("3. ba\n7. bảy", "3. ba\n7. bảy"),
        ("   - con", "- con"),
        ("* Xã", "• Xã"),
        ("| a | **b** |\n|---|:-:|\n| | c \\| d |", "a | b\n| c | d"),
        ("[Điều 1](#d1) ![h](h.png)[1]", "Điều 1 [1]"),
        ("trên\n\n---\ndưới<!-- ẩn -->", "trên\n\ndưới"),
        ("---\ntitle: x\n---\nĐiều 1.", "Điều 1."),
        ("2 * 3 * 4, R&D, ____", "2 * 3 * 4, R&D, ____"),
        ("> trích\n`mã`", "trích\nmã"),
    ],
)
def test_markdown(tmp_path: Path, marked: str, printed: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(marked, encoding="utf-8")
    assert load(path)[1].text == printed


@pytest.mark.parametrize("piece", ["<!--", "![", "[a](", "**", " ", "| ", "_a", "{#", "> ", "- ", "`", "\\"])
def test_marks_without_end_take_no_longer_than_text(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        read_markdown(("a" + piece * times + "b").encode(), Path("a.md"))
        return time.process_time() - begun

    seconds(100)
    assert seconds(50_000) < 20 * max(seconds(5000), 0.01)


def test_texts_in_a_folder(tmp_path: Path) -> None:
    inner, hidden = tmp_path / "xa", tmp_path / ".git"
    inner.mkdir()
    hidden.mkdir()
    for file in ("b.txt", "a.DOCX", "README.md", ".an.txt", "~$a.docx", "c.png", "xa/d.htm", ".git/e.txt"):
        (tmp_path / file).touch()
    assert texts_in(tmp_path) == [tmp_path / "a.DOCX", tmp_path / "b.txt"]
    assert texts_in(tmp_path, recursive=True) == [tmp_path / "a.DOCX", tmp_path / "b.txt", inner / "d.htm"]


def test_readers_load_only_when_they_read() -> None:
    code = "import sys, ingest; print([name for name in sys.modules if 'lxml' in name or 'formats.' in name])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("catalog", "said"),
    [('["a.txt"]\nmau = "đỏ"\n', "mau"), ("[[[", "TOML"), ('["a.txt"]\nnumber = 5\n', "number")],
)
def test_a_wrong_catalog_is_said(tmp_path: Path, catalog: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(catalog, encoding="utf-8")
    with pytest.raises(InvalidCatalog, match=said):
        read_document(tmp_path / "a.txt")
