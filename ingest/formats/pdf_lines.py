"""The printed lines of a PDF page, in reading order.

Word processors write a page's words in reading order, cell by cell and column by column, and PDFium keeps
that order; where it tells one line from the next is mended here: a raised mark is part of its line, and two
columns that share a baseline are not one line.

Reading the place of every character would take longer than reading the text, so only the first and the last
character of a line are asked for, and others where a question hangs on them.
"""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

_PIECE = re.compile(r"[^\r\n\ufffe]*[^\r\n]")
"""Takes what PDFium thinks is a line, and the sign it puts for a hyphen at a line's end, after which it
forgets to break the line: "TT\\ufffe" of "TT\\ufffeBTC"; must not take the break."""

_HYPHEN = "\ufffe"

_SAME_LINE = 0.5
"""Of the type's size: a raised mark's baseline is at most this far from its line's."""

_TOUCHING = 0.15
"""Of the type's size: closer than this, two pieces of a line belong to one word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    `chars[i]` is the index on the page of the character `text[i]`, -1 for a space that was put in. Lengths
    are points (1/72 inch), x to the right, y up; `size` is that of the line's largest type measured.
    """

    text: str
    chars: tuple[int, ...]
    left: float
    right: float
    baseline: float
    size: float


def read_lines(page: PdfTextPage) -> list[Line]:
    """Return the lines of a page, words as printed, without blank lines."""
    lines: list[Line] = []
    for found in _PIECE.finditer(page.get_text_range()):
        piece = _piece(page, found)
        if piece is None:
            continue
        if lines and _goes_on(lines[-1], piece):
            lines[-1] = _joined(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def type_of(page: PdfTextPage, char: int) -> tuple[float, float]:
    """Return the baseline and the type size of a character, in points."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page.raw, char, matrix)
    return matrix.f, pdfium.FPDFText_GetFontSize(page.raw, char) * max(abs(matrix.a), abs(matrix.b))


def sides_of(page: PdfTextPage, char: int) -> tuple[float, float]:
    """Return the left and the right side of a character, in points."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page.raw, char, ctypes.byref(box))
    return box.left, box.right


def part(page: PdfTextPage, line: Line, start: int, end: int) -> Line | None:
    """Return the part `[start, end)` of a line as a line of its own; None if it has no words."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    chars = line.chars[start : start + len(text)]
    left, right = sides_of(page, chars[0])[0], sides_of(page, chars[-1])[1]
    return Line(text, chars, left, right, line.baseline, line.size)


def _piece(page: PdfTextPage, found: re.Match[str]) -> Line | None:
    text = found[0].strip().replace(_HYPHEN, "-")
    if not text:
        return None
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(page.raw, start)
    last = first + len(text) - 1
    (baseline, size), (end_baseline, end_size) = type_of(page, first), type_of(page, last)
    if end_size > size:
        baseline, size = end_baseline, end_size
    chars = tuple(range(first, last + 1))
    return Line(text, chars, sides_of(page, first)[0], sides_of(page, last)[1], baseline, size)


def _goes_on(line: Line, piece: Line) -> bool:
    """Tell whether a piece stands on the line before it, to its right."""
    size = max(line.size, piece.size)
    near = abs(line.baseline - piece.baseline) <= _SAME_LINE * size
    return near and piece.left >= line.right - _SAME_LINE * size


def _joined(line: Line, piece: Line) -> Line:
    apart = piece.left - line.right > _TOUCHING * max(line.size, piece.size)
    larger = line if line.size >= piece.size else piece
    return Line(
        text=line.text + " " * apart + piece.text,
        chars=line.chars + (-1,) * apart + piece.chars,
        left=line.left,
        right=piece.right,
        baseline=larger.baseline,
        size=larger.size,
    )
