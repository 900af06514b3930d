"""Pages that are pictures: drawn by PDFium, read by Tesseract."""

import math
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

REMEDY = "Để đọc chữ trong ảnh, hãy cài gói tesseract-ocr và tesseract-ocr-vie."

_LANGUAGE = "vie"

_DOTS = 300 / 72
"""Pixels a point: 300 dots an inch, what Tesseract was trained for."""

_MOST_PIXELS = 36_000_000
"""A2 at 300 dots an inch, 36 MB in grey; a larger page is drawn coarser."""

_MOST_PICTURE_PIXELS = 100_000_000
"""Of a picture in the file: A3 at 600 dots an inch, 210 MB in colour, and some."""

_FEW = 50
"""Characters; a page with fewer that is mostly a picture is a scan with a stamp or a page number."""

_OUTLINES = 100
"""Drawn shapes; a page without text that has more may be words turned into shapes."""

_WORKERS = 2

_SECONDS = 120
"""For one page; a dense one takes ten."""


def can_read_scans() -> bool:
    """Tell whether Tesseract and its Vietnamese data are on this machine."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return _LANGUAGE in listed.stdout.split()


def is_picture(page: PdfPage, text: str) -> bool:
    """Tell whether a page has its words in a picture, or as shapes."""
    if len(text) > _FEW:
        return False
    pictures, shapes = 0.0, 0
    for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += (right - left) * (top - bottom)
        else:
            shapes += 1
    width, height = page.get_size()
    return 2 * pictures > width * height or (not text and (pictures > 0 or shapes > _OUTLINES))


def read_scans(document: PdfDocument, pages: Iterable[int]) -> Iterator[tuple[int, str | None]]:
    """Yield pages, counted from 0, with their text, a printed line a line; None where reading failed.

    At most a few pages are in memory at once. What `can_read_scans` tells must hold.
    """
    reading: deque[tuple[int, Future[str | None]]] = deque()
    with ThreadPoolExecutor(_WORKERS) as readers:
        for number in pages:
            page = document[number]
            reading.append((number, readers.submit(_recognise, _draw(page))))
            page.close()
            if len(reading) > _WORKERS:
                first, text = reading.popleft()
                yield first, text.result()
        for first, text in reading:
            yield first, text.result()


def _draw(page: PdfPage) -> bytes | None:
    """Return a page as a grey picture in the PGM format (netpbm), without stamps and form fields.

    None if a picture on it is larger than a machine should unfold.
    """
    pictures = (drawn.get_px_size() for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))
    if any(width * height > _MOST_PICTURE_PIXELS for width, height in pictures):
        return None
    width, height = page.get_size()
    scale = min(_DOTS, math.sqrt(_MOST_PIXELS / (width * height)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
    pixels: bytes = bitmap.to_numpy().tobytes()
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels


def _recognise(picture: bytes | None) -> str | None:
    """Return the words in a picture, without blank lines; None if Tesseract fails or takes too long."""
    if picture is None:
        return None
    command = ["tesseract", "stdin", "stdout", "-l", _LANGUAGE]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, check=True, timeout=_SECONDS, env=one_thread
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.decode("utf-8").replace("\f", "\n").splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())
