"""How long reading PDF and Word files takes, beside the libraries that do nothing but get the words out."""

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

import docx
import reportlab
from pypdfium2 import PdfDocument
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from eval.growth import corpus_lines, long_act
from ingest.accents import fold
from ingest.load import load

_ROUNDS = 7

_FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
"""Comes with reportlab; it has no Vietnamese letters, so the PDF file is printed without accents."""


def reading_ratios(corpus: Path, size: int = 300_000) -> dict[str, float]:
    """Return processor seconds of reading a PDF and a Word file, of a library alone, and their ratios.

    Both files are written here, from so many bytes of a folder's texts; 300,000 are some hundred pages. Each
    figure is a median of rounds in which ours and the library's take turns: from the file to its `Source`,
    and from the file to its words.
    """
    act = long_act(corpus_lines(corpus), size).splitlines()
    with tempfile.TemporaryDirectory() as scratch:
        pdf, word = Path(scratch) / "van-ban.pdf", Path(scratch) / "van-ban.docx"
        pdf.write_bytes(_pdf(act))
        word.write_bytes(_docx(act))
        return {**_compared(pdf, "pdfium", _pdfium_alone), **_compared(word, "python-docx", _docx_alone)}


def _compared(path: Path, library: str, alone: Callable[[Path], object]) -> dict[str, float]:
    name = path.suffix[1:]
    rounds = [(_seconds(load, path), _seconds(alone, path)) for _ in range(_ROUNDS)]
    ours, theirs = (median(times) for times in zip(*rounds, strict=True))
    return {
        f"{name}, seconds": round(ours, 3),
        f"{name}, {library} alone, seconds": round(theirs, 3),
        f"{name} / {library} alone": round(ours / theirs, 2),
    }


def _seconds(work: Callable[[Path], object], path: Path) -> float:
    started = time.process_time()
    work(path)
    return time.process_time() - started


def _pdfium_alone(path: Path) -> list[str]:
    pages = []
    with PdfDocument(path) as document:
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_range())
            words.close()
            page.close()
    return pages


def _docx_alone(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def _pdf(act: list[str]) -> bytes:
    """Print an act as acts are printed: 14 points, justified (Decree 30/2020/NĐ-CP, annex I)."""
    registerFont(TTFont(_FONT.stem, _FONT))
    style = ParagraphStyle("act", fontName=_FONT.stem, fontSize=14, leading=20, alignment=TA_JUSTIFY)
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build([Paragraph(escape(fold(line)), style) for line in act])
    return file.getvalue()


def _docx(act: list[str]) -> bytes:
    """Write an act as Word does, a paragraph's first word a run of its own."""
    file = io.BytesIO()
    document = docx.Document()
    for line in act:
        first, space, rest = line.partition(" ")
        paragraph = document.add_paragraph()
        paragraph.add_run(first).bold = True
        paragraph.add_run(space + rest)
    document.save(file)
    return file.getvalue()
