"""Uploads: real files of the corpus pass; what no legal text needs is refused with its reason."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument

from ingest.errors import EmptyFile
from manage.steward import try_upload
from manage.upload import LARGEST_MIB, RefusedUpload, check_upload

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word(**extra: bytes) -> bytes:
    buffer = io.BytesIO()
    document = WordDocument()
    document.add_paragraph("Điều 1. Kinh phí")
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in extra.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def other_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("Nghị quyết 192.NQ-HĐND.docx", word()),
        ("192.txt", "Điều 1. Kinh phí".encode()),
        ("192.doc", OLE + b"WordDocument"),
        ("192.pdf", b"%PDF-1.7 ..."),
        ("192.html", b"<!DOCTYPE html><p>x"),
        ("ban.ky.so.docx.pdf", b"%PDF-1.7 ..."),
    ],
)
def test_texts_pass(name: str, raw: bytes) -> None:
    check_upload(name, raw)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.exe", b"MZ", "không nhận đuôi"),
        ("a.docm", word(), "macro"),
        ("a.exe.pdf", b"%PDF-1.7", "hai đuôi"),
        ("a.JS.txt", b"x", "hai đuôi"),
        ("a\u202efdp.txt", b"x", "ký tự ẩn"),
        ("../a.txt", b"x", "dấu /"),
        ("khong-duoi", b"x", "không nhận đuôi"),
        ("a.txt", b"", "rỗng"),
        ("a.txt", b" " * (LARGEST_MIB * 2**20 + 1), "lớn hơn"),
        ("a.txt", b"MZ\x90\x00", "chương trình"),
        ("a.doc", b"\x7fELF", "chương trình"),
        ("a.pdf", word(), "không đúng đuôi"),
        ("a.docx", b"%PDF-1.7", "không đúng đuôi"),
        ("a.txt", b"%PDF-1.7", "không đúng đuôi"),
        ("a.docx", other_zip(), "không phải văn bản Word"),
        ("a.docx", b"PK\x03\x04 cut", "hỏng"),
        ("a.docx", word(word__vbaProject_bin=b""), None),
        ("a.docx", word(**{"word__vbaProject.bin": b"x"}), "macro"),
        ("a.docx", word(**{"word__embeddings__x.exe": b"x"}), "macro hoặc chương trình"),
        ("a.docx", word(word__media=bytes(60 * 2**20)), "bom nén"),
        ("a.doc", OLE + "_VBA_PROJECT".encode("utf-16-le"), "macro"),
        ("a.pdf", b"%PDF-1.7 /OpenAction << /S /Launch", "chạy chương trình"),
        ("a.rtf", rb"{\rtf1 {\object\objdata 0105", "đối tượng nhúng"),
        ("x" * 250 + ".txt", b"x", "quá dài"),
    ],
)
def test_what_is_no_text_is_refused(name: str, raw: bytes, reason: str | None) -> None:
    if reason is None:
        check_upload(name, raw)
        return
    with pytest.raises(RefusedUpload, match=reason):
        check_upload(name, raw)


def test_a_try_keeps_nothing_and_says_the_file_s_own_name(corpus: Path) -> None:
    path = corpus / "05-2025-nq-hdnd-soc-trang.txt"
    assert try_upload("Sóc Trăng.txt", path.read_bytes()).document.id == path.stem
    with pytest.raises(EmptyFile, match=r"^trống\.txt: tệp không có chữ"):
        try_upload("trống.txt", b"  \n ")
