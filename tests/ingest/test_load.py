"""Every file that cannot be read says so in Vietnamese, with its name; odd encodings are read."""

from pathlib import Path

import pytest

from ingest import IngestError, read_document
from ingest.errors import (
    BinaryFile,
    EmptyFile,
    InvalidCatalog,
    MissingFile,
    UnreadableFile,
    UnsupportedFormat,
)

TEXT = "Số: 1/NQ-HĐND\nĐiều 1. Kinh phí\nDo ngân sách bảo đảm.\n"


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("trong.txt", b"", EmptyFile, "không có chữ nào"),
        ("trang.txt", b" \n\t\n", EmptyFile, "không có chữ nào"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00", BinaryFile, "byte thứ 0"),
        ("so-khong.txt", b"abc\x00def", BinaryFile, "byte thứ 3"),
        ("van-ban.docx", b"PK\x03\x04", UnsupportedFormat, "“.docx”"),
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


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="không có tệp này"):
        read_document(tmp_path / "khong-co.txt")
    folder = tmp_path / "thu-muc.txt"
    folder.mkdir()
    with pytest.raises(UnreadableFile, match="không mở được"):
        read_document(folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_in_any_form_gives_one_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_document(path).provision("art_1").text == "Do ngân sách bảo đảm."


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Điều 1. Kinh phi\u0301\nDo nga\u0302n sa\u0301ch.\n", encoding="utf-8")
    assert read_document(path).provision("art_1").text == "Do ngân sách."


@pytest.mark.parametrize(
    ("catalog", "said"),
    [('["a.txt"]\nmau = "đỏ"\n', "mau"), ("[[[", "TOML"), ('["a.txt"]\nnumber = 5\n', "number")],
)
def test_a_wrong_catalog_is_said(tmp_path: Path, catalog: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(catalog, encoding="utf-8")
    with pytest.raises(InvalidCatalog, match=said):
        read_document(tmp_path / "a.txt")
