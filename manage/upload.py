"""What an uploaded file must not be: huge, a program, a carrier of macros, an archive that bursts, misnamed.

This is no virus scanner: it refuses what a legal text never needs.
"""

import io
import re
import zipfile
from pathlib import PurePath

from ingest import SUPPORTED_SUFFIXES

_MEBIBYTE = 2**20
LARGEST_MIB = 50
"""As `server.maxUploadSize` in .streamlit/config.toml: an act of 150 pages, scanned, has some 30 MiB."""

_UNFOLDED_MIB = 200
_MOST_PARTS = 5_000
_STEEPEST = 200
"""Unfolded bytes a packed byte; Word's own files stay below 30."""

_MACRO_SUFFIXES = (".docm", ".dotm", ".xlsm", ".pptm")
_PROGRAM_SUFFIXES = (
    ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta",
    ".msi", ".jar", ".lnk", ".reg", ".sh", *_MACRO_SUFFIXES,
)  # fmt: skip
_LONGEST_NAME = 200
"""Bytes; file systems allow 255."""

_MAGIC = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"),
    ".rtf": (b"{\\rtf",),
}
_PROGRAM_MAGIC = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa",
    b"L\0\0\0",
    b"#!",
)
_ANY_PACKED = (
    *(magic for magics in _MAGIC.values() for magic in magics),
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
)

_UNSEEN = re.compile(r"[\x00-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069/\\]")
"""Takes "vb\u202efdp.exe", "../x.txt"; must not take "Nghị quyết 192.docx"."""

_ACTIVE = {
    "EICAR-STANDARD-ANTIVIRUS-TEST-FILE": "chứa mẫu thử vi-rút",
    "/Launch": "là PDF tự chạy chương trình",
    "/JavaScript": "là PDF có mã JavaScript",
    "\\objdata": "là RTF có đối tượng nhúng",
}
"""What a file of any format carries in plain bytes that a legal text does not."""

_VBA = "_VBA_PROJECT".encode("utf-16-le")


class RefusedUpload(Exception):
    """A file that may not be taken; the message is Vietnamese and says why and what to do."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason}. {remedy}")


def check_upload(name: str, raw: bytes) -> None:
    """Accept an uploaded file or say why not.

    Args:
        name: the file's name as the browser gave it.
        raw: its bytes.

    Raises:
        RefusedUpload: it is one of those that are refused.

    """
    for check in (_check_name, _check_size, _check_magic, _check_active):
        check(name, raw)
    if raw.startswith(b"PK\x03\x04"):
        _check_archive(name, raw)


def _check_name(name: str, _raw: bytes) -> None:
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes] or [""]
    if _UNSEEN.search(name):
        shown = _UNSEEN.sub("?", name)
        raise RefusedUpload(shown, "tên tệp có ký tự ẩn hoặc dấu / \\", "Hãy đặt lại tên tệp.")
    if len(name.encode()) > _LONGEST_NAME:
        raise RefusedUpload(f"{name[:40]}…", "tên tệp quá dài", "Hãy đặt tên ngắn hơn.")
    if suffixes[-1] in _MACRO_SUFFIXES:
        raise RefusedUpload(name, "tệp có thể chứa macro", "Hãy lưu lại thành .docx rồi tải lên.")
    if suffixes[-1] not in SUPPORTED_SUFFIXES:
        known = ", ".join(SUPPORTED_SUFFIXES)
        raise RefusedUpload(name, f"không nhận đuôi “{suffixes[-1]}”", f"Nhận các tệp {known}.")
    hidden = next((suffix for suffix in suffixes[:-1] if suffix in _PROGRAM_SUFFIXES), None)
    if hidden:
        raise RefusedUpload(name, f"tên có hai đuôi, một đuôi là “{hidden}”", "Hãy lấy lại tệp gốc.")


def _check_size(name: str, raw: bytes) -> None:
    if not raw:
        raise RefusedUpload(name, "tệp rỗng", "Hãy lấy lại tệp gốc.")
    if len(raw) > LARGEST_MIB * _MEBIBYTE:
        raise RefusedUpload(name, f"tệp lớn hơn {LARGEST_MIB} MB", "Hãy chia tệp hoặc xuất lại từ bản gốc.")


def _check_magic(name: str, raw: bytes) -> None:
    suffix = PurePath(name).suffix.lower()
    if raw.startswith(_PROGRAM_MAGIC):
        raise RefusedUpload(name, "nội dung là chương trình, không phải văn bản", "Đừng mở tệp này.")
    expected = _MAGIC.get(suffix)
    right = raw[:1024].lstrip().startswith(expected) if expected else not raw.startswith(_ANY_PACKED)
    if not right:
        raise RefusedUpload(name, f"nội dung không đúng đuôi “{suffix}”", "Hãy lưu lại đúng định dạng.")


def _check_active(name: str, raw: bytes) -> None:
    said = next((reason for sign, reason in _ACTIVE.items() if sign.encode() in raw), None)
    if not said and _VBA in raw:
        said = "tệp Word có macro"
    if said:
        raise RefusedUpload(name, said, "Hãy lưu phần chữ sang một tệp .docx mới rồi tải lên.")


def _check_archive(name: str, raw: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusedUpload(name, "tệp hỏng, không mở được", "Hãy tải lại từ bản gốc.") from error
    unfolded = sum(part.file_size for part in parts)
    bursts = unfolded > _UNFOLDED_MIB * _MEBIBYTE or unfolded > _STEEPEST * max(len(raw), _MEBIBYTE // 10)
    if bursts or len(parts) > _MOST_PARTS:
        raise RefusedUpload(name, "tệp nén bung ra quá lớn (bom nén)", "Hãy lưu lại tệp bằng Word.")
    names = [part.filename.lower() for part in parts]
    if any(part.endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) for part in names):
        raise RefusedUpload(name, "tệp Word có macro hoặc chương trình", "Hãy lưu lại không kèm macro.")
    if "word/document.xml" not in names and not any(part.startswith("word/") for part in names):
        raise RefusedUpload(name, "nội dung không phải văn bản Word", "Hãy lưu lại thành .docx.")
