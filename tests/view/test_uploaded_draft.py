"""What a person sends to be checked: read by its name's suffix, refused with the reason."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from check import Library, check
from index import HybridRetriever
from ingest.errors import IngestError
from view.uploaded_draft import LARGEST_MB, MOST_CHARACTERS, pasted_draft, uploaded_draft
from view.verdicts_html import compared_html, counts_html

WRONG = "Khoản 9 Điều 1 Nghị quyết số 179/NQ-HĐND của HĐND tỉnh Quảng Ninh."
RIGHT = "Điều 3 Nghị quyết số 05/2025/NQ-HĐND của HĐND tỉnh Sóc Trăng."


def word_file(text: str) -> bytes:
    saved, word = BytesIO(), docx.Document()
    word.add_paragraph(text)
    word.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.txt", WRONG.encode()), ("../b.MD", f"**{WRONG}**".encode()), ("c.docx", word_file(WRONG))],
)
def test_a_file_is_read_and_called_by_its_name(name: str, raw: bytes) -> None:
    draft = uploaded_draft(name, raw)
    assert (draft.name, draft.text.strip()) == (Path(name).name, WRONG)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("bang.xlsx", b"PK", "bang.xlsx: chưa đọc được định dạng “.xlsx”.*docx"),
        ("khong-duoi", b"x", "khong-duoi"),
        ("rong.txt", b" ", "rong.txt: tệp không có chữ nào"),
        ("hong.docx", b"PK\x03\x04", "^hong.docx: "),
        ("to.txt", b"a" * (LARGEST_MB * 2**20 + 1), "to.txt.*10 MB"),
        ("dai.txt", b"a " * (MOST_CHARACTERS // 2 + 1), "dai.txt.*1.000.000 ký tự"),
    ],
)
def test_what_cannot_be_checked_is_refused(name: str, raw: bytes, reason: str) -> None:
    with pytest.raises(IngestError, match=reason):
        uploaded_draft(name, raw)


def test_nothing_pasted_is_refused() -> None:
    with pytest.raises(IngestError, match="không có chữ nào"):
        pasted_draft("  ")


def test_counts_and_links(retriever: HybridRetriever) -> None:
    report = check(pasted_draft(f"{WRONG} {RIGHT} <b>"), Library(retriever.documents))
    assert "<b>1</b> Đúng" in counts_html(report)
    assert "<b>1</b> Không có điều khoản này" in counts_html(report)
    assert 'href="van_ban?doc=05-2025-nq-hdnd-soc-trang&amp;at=art_3"' in compared_html(report)
