"""Scans: what Tesseract reads of a seed text printed and pictured; a page that cannot be read is named."""

import io
import os
import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import BrokenFile
from ingest.formats import scan
from ingest.formats.pdf import read_pdf

SEED = Path("corpus/179-nq-hdnd-quang-ninh-2023.txt")
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
DOTS = 200 / 72
LINES = 40

pytestmark = [
    pytest.mark.skipif(not FONT.exists(), reason="no font with Vietnamese letters: fonts-dejavu-core"),
    pytest.mark.skipif(
        not scan.can_read_scans(), reason="no Tesseract for Vietnamese: tesseract-ocr, tesseract-ocr-vie"
    ),
]


def printed(text: str) -> list[str]:
    """Return the lines of a text as they fit on a page, in 13 points."""
    registerFont(TTFont("Serif", FONT))
    return [
        line for paragraph in text.splitlines() for line in simpleSplit(paragraph, "Serif", 13, 450) if line
    ]


def pictured(*pages: list[str]) -> bytes:
    """Return a PDF file whose pages are pictures of printed pages."""
    drawn, scanned = io.BytesIO(), io.BytesIO()
    paper = Canvas(drawn, pagesize=A4)
    for lines in pages:
        paper.setFont("Serif", 13)
        for number, line in enumerate(lines):
            paper.drawString(70, 780 - 18 * number, line)
        paper.showPage()
    paper.save()
    glass = Canvas(scanned, pagesize=A4)
    for page in PdfDocument(drawn.getvalue()):
        glass.drawImage(ImageReader(page.render(scale=DOTS, grayscale=True).to_pil()), 0, 0, *A4)
        glass.showPage()
    glass.save()
    return scanned.getvalue()


def test_a_scanned_seed_is_read_and_the_reader_warned() -> None:
    lines = printed(SEED.read_text(encoding="utf-8"))[:LINES]
    source = read_pdf(pictured(lines), Path("a.pdf"))
    letters, read = "".join("".join(lines).split()), "".join(source.text.split())
    same = sum(
        block.size for block in SequenceMatcher(None, letters, read, autojunk=False).get_matching_blocks()
    )
    assert same / len(letters) >= 0.97
    assert len(source.text.splitlines()) == len(lines)
    assert source.warnings == (
        "Trang 1 là ảnh, chữ do máy nhận dạng, có thể sai. Hãy đối chiếu với bản gốc.",
    )


def test_pages_keep_their_order() -> None:
    words = ["Điều một", "Điều hai", "Điều ba", "Điều bốn", "Điều năm"]
    registerFont(TTFont("Serif", FONT))
    source = read_pdf(pictured(*[[word] for word in words]), Path("a.pdf"))
    assert source.text.splitlines() == words
    assert [source.text[start:].split("\n")[0] for start in source.pages] == words


def program(folder: Path, script: str) -> str:
    """Put a program in the place of Tesseract; return the PATH on which it is found first."""
    real = shutil.which("tesseract")
    path = folder / "tesseract"
    path.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && exec {real} "$@"\n{script}\n', encoding="utf-8")
    path.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 60"], ids=["fails", "hangs"])
def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    scanned = pictured(printed("Điều 1. Phạm vi điều chỉnh"))
    monkeypatch.setenv("PATH", program(tmp_path, script))
    monkeypatch.setattr(scan, "_SECONDS", 1)
    with pytest.raises(BrokenFile, match="không nhận dạng được trang nào"):
        read_pdf(scanned, Path("a.pdf"))


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_WORKERS", 1)
    once = tmp_path / "once"
    monkeypatch.setenv("PATH", program(tmp_path, f"[ -e {once} ] && exit 1; touch {once}; echo Điều 1."))
    source = read_pdf(pictured(["Điều 1."], ["Điều 2."]), Path("a.pdf"))
    assert source.text == "Điều 1.\n"
    assert source.warnings[1].startswith("Trang 2 là ảnh, chưa đọc được chữ.")
