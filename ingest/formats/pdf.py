"""PDF: printed lines, page by page; pages that are pictures are read by machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from ingest.errors import BrokenFile, LockedFile, MissingProgram, TooLarge
from ingest.formats.finish import finish, note_mark
from ingest.formats.pdf_columns import in_columns
from ingest.formats.pdf_limits import MOST_PAGES, streams_are_whole
from ingest.formats.pdf_lines import read_lines
from ingest.formats.pdf_notes import PageText, take_notes
from ingest.formats.scan import REMEDY, can_read_scans, is_picture, read_scans
from ingest.source import Source

_PDFIUM = threading.Lock()
"""PDFium serves one thread at a time."""

_TAIL = 2_048
"""Bytes at the end of a file among which a whole one has its end mark (ISO 32000-1, annex H.3: 1,024)."""

_CUT_OFF = "Tệp thiếu phần cuối, có thể bị cắt khi tải về. Hãy tải lại và đối chiếu với bản gốc."
_DAMAGED = "Một phần tệp bị hỏng, có thể thiếu chữ. Hãy tải lại và đối chiếu với bản gốc."
_MACHINE_READ = "{pages} là ảnh, chữ do máy nhận dạng, có thể sai. Hãy đối chiếu với bản gốc."
_LEFT_OUT = "{pages} là ảnh, chưa đọc được chữ. {remedy}"
_AGAIN = "Hãy quét lại cho rõ hơn."


def read_pdf(raw: bytes, path: Path) -> Source:
    """Read a `.pdf` file: a printed line a line, footnotes apart; form fields and stamps are no text.

    Raises:
        LockedFile: it asks for a password.
        BrokenFile: it is not a PDF file, or too damaged; or all its pages are pictures that cannot be read.
        TooLarge: it has more than 5,000 pages, or unfolds to more than a machine should hold.
        MissingProgram: all its pages are pictures, and the program that reads them is not there.
        EmptyFile: there is not a word in it.

    """
    whole = streams_are_whole(raw, path)
    with _PDFIUM, _opened(raw, path) as document:
        pages, pictures = _read_pages(document, path)
        warnings = _read_pictures(document, pages, pictures, path) if pictures else []
    if not whole:
        warnings.append(_DAMAGED)
    if b"%%EOF" not in raw[-_TAIL:]:
        warnings.append(_CUT_OFF)
    return _source(pages, warnings, path)


@contextmanager
def _opened(raw: bytes, path: Path) -> Iterator[PdfDocument]:
    try:
        document = PdfDocument(raw)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise LockedFile(path) from error
        raise BrokenFile(path, reason="không mở được như tệp PDF") from error
    try:
        yield document
    finally:
        document.close()


def _read_pages(document: PdfDocument, path: Path) -> tuple[list[PageText], list[int]]:
    """Return each page's text and notes, and the numbers, from 0, of the pages that are pictures."""
    if len(document) > MOST_PAGES:
        raise TooLarge(path, what=f"số trang ({len(document)})", limit=f"{MOST_PAGES} trang")
    pages: list[PageText] = []
    pictures: list[int] = []
    before = ""
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError as error:
            raise BrokenFile(path, reason=f"trang {number + 1} không mở được") from error
        words = page.get_textpage()
        read = take_notes(page, words, in_columns(words, read_lines(words)), before)
        if is_picture(page, read.text):
            pictures.append(number)
            read = PageText("")
        before = read.notes[-1].text if read.notes else read.going_on
        pages.append(read)
        words.close()
        page.close()
    return pages, pictures


def _read_pictures(
    document: PdfDocument, pages: list[PageText], pictures: list[int], path: Path
) -> list[str]:
    """Put what a machine reads in the pictures in their places; return what a person must check.

    Raises:
        MissingProgram: nothing reads pictures here, and there is no text but in pictures.
        BrokenFile: every page is a picture, and none could be read.

    """
    if not can_read_scans():
        if not any(page.text for page in pages):
            raise MissingProgram(path, remedy=REMEDY)
        return [_LEFT_OUT.format(pages=_named(pictures), remedy=REMEDY)]
    failed = []
    for number, text in read_scans(document, pictures):
        if text is None:
            failed.append(number)
        else:
            pages[number] = PageText(normalize("NFC", text))
    if len(failed) == len(pages):
        raise BrokenFile(path, reason="là ảnh mà máy không nhận dạng được trang nào")
    read = [number for number in pictures if number not in failed]
    return [
        message.format(pages=_named(numbers), remedy=_AGAIN)
        for message, numbers in ((_MACHINE_READ, read), (_LEFT_OUT, failed))
        if numbers
    ]


def _named(pages: list[int]) -> str:
    """Name pages, counted from 0, for a person: "Trang 1-3, 7"."""
    runs: list[list[int]] = []
    for number in pages:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "Trang " + ", ".join(
        f"{run[0] + 1}-{run[-1] + 1}" if len(run) > 1 else f"{run[0] + 1}" for run in runs
    )


def _source(pages: list[PageText], warnings: list[str], path: Path) -> Source:
    """Put the pages together; the end of a footnote goes back to its beginning on the page before."""
    notes: list[tuple[str, str]] = []
    marked: list[str] = []
    count = sum(len(page.notes) for page in pages)
    for number, page in enumerate(pages):
        if page.going_on:
            label, words = notes[-1]
            notes[-1] = label, f"{words} {page.going_on}"
        cuts = [0, *(note.at for note in page.notes), len(page.text)]
        pieces = [page.text[start:end] for start, end in pairwise(cuts)]
        marks = [note_mark(count + number), *map(note_mark, range(len(notes), len(notes) + len(page.notes)))]
        marked += (f"{mark}{piece}" for mark, piece in zip(marks, pieces, strict=True))
        notes += ((note.label, note.text) for note in page.notes)
    return finish("".join(marked), path, notes, warnings, len(pages))
