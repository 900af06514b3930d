"""Pages that are pictures: drawn by PDFium, read by Tesseract."""

import math
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from pypdfium2 import PdfBitmap, PdfDocument

REMEDY = "Để đọc chữ trong ảnh, hãy cài gói tesseract-ocr và tesseract-ocr-vie."

_LANGUAGE = "vie"

_DOTS = 300 / 72
"""Pixels a point: 300 dots an inch, what Tesseract was trained for."""

_MOST_PIXELS = 36_000_000
"""A2 at 300 dots an inch, 36 MB in grey; a larger page is drawn coarser."""

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


def read_scans(document: PdfDocument, pages: Iterable[int]) -> Iterator[tuple[int, str | None]]:
    """Yield pages, counted from 0, with their text, a printed line a line; None where reading failed.

    At most a few pages are in memory at once. What `can_read_scans` tells must hold.
    """
    reading: deque[tuple[int, Future[str | None]]] = deque()
    with ThreadPoolExecutor(_WORKERS) as readers:
        for page in pages:
            reading.append((page, readers.submit(_recognise, _draw(document, page))))
            if len(reading) > _WORKERS:
                at, text = reading.popleft()
                yield at, text.result()
        for at, text in reading:
            yield at, text.result()


def _draw(document: PdfDocument, number: int) -> bytes:
    """Return a page as a grey picture in the PGM format (netpbm)."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(_DOTS, math.sqrt(_MOST_PIXELS / (width * height)))
        bitmap: PdfBitmap = page.render(scale=scale, grayscale=True)
        pixels = bitmap.to_numpy()
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels.tobytes()
    finally:
        page.close()


def _recognise(picture: bytes) -> str | None:
    """Return the words in a picture, without blank lines; None if Tesseract fails or takes too long."""
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
