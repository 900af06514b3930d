"""The printed lines of a PDF page, in reading order.

Word processors write a page's words in reading order, cell by cell and column by column, and PDFium keeps
that order; where it tells one line from the next is mended here: a raised mark is part of its line, and two
columns that share a baseline are not one line.

Reading the place of every character would take longer than reading the text, so only the first and the last
character of a line are asked for, and others where a question hangs on them.
"""

import math
import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

_PIECE = re.compile(r"[^\r\n\ufffe]*[^\r\n]")
"""Takes what PDFium thinks is a line, and the sign it puts for a hyphen at a line's end, after which it
forgets to break the line: "TT\\ufffe" of "TT\\ufffeBTC"; must not take the break."""

_HYPHEN = "\ufffe"

_LONE = re.compile(r" (\S)(?![^ ])(?<=\S \S)")  # what fails most often first
"""Takes a word of one character, before which PDFium forgets to break the line if it begins a row of a table:
"1" of "STT Nội dung 1 Hỗ trợ"; must not take the first word."""

_SAME_LINE = 0.5
"""Of the type's size: a raised mark's baseline is at most this far from its line's."""

_TOUCHING = 0.15
"""Of the type's size: closer than this, two pieces of a line belong to one word."""


class Line(NamedTuple):  # made in half a dataclass's time
    """One printed line.

    `chars[i]` is the index on the page of the character `text[i]`, -1 for a space that was put in. Lengths
    are points (1/72 inch), x to the right, y up; `size` is that of the line's largest type measured.
    """

    text: str
    chars: Sequence[int]
    baseline: float
    size: float


def read_lines(page: PdfTextPage) -> list[Line]:
    """Return the lines of a page, words as printed, without blank lines."""
    lines: list[Line] = []
    for piece in _pieces(page):
        gap = _gap(page, lines[-1], piece) if lines else None
        if gap is None:
            lines.append(piece)
        else:
            lines[-1] = _joined(lines[-1], piece, gap)
    return lines


def type_of(page: PdfTextPage, char: int) -> tuple[float, float]:
    """Return the baseline and the type size of a character, in points.

    Words that do not run to the right have no baseline: it is not a number, and no comparison with it holds.
    """
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page.raw, char, matrix)
    along, across = matrix.a, abs(matrix.b)
    baseline = matrix.f if along > across else math.nan
    return baseline, pdfium.FPDFText_GetFontSize(page.raw, char) * max(abs(along), across)


def part(line: Line, start: int, end: int) -> Line:
    """Return the words `[start, end)` of a line as a line of its own."""
    text = line.text[start:end].rstrip()
    return line._replace(text=text, chars=line.chars[start : start + len(text)])


def left_of(page: PdfTextPage, char: int) -> float:
    """Return the left side of a character, in points."""
    left: float = _box(page, char).left
    return left


def right_of(page: PdfTextPage, char: int) -> float:
    """Return the right side of a character, in points."""
    right: float = _box(page, char).right
    return right


def _box(page: PdfTextPage, char: int) -> pdfium.FS_RECTF:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page.raw, char, box)
    return box


def _pieces(page: PdfTextPage) -> Iterator[Line]:
    text = page.get_text_range()
    all_printed = len(text) == page.count_chars()  # then a place in the text is one on the page
    for found in _PIECE.finditer(text):
        words = found[0].rstrip()
        start = len(words) - len(words.lstrip())
        if start == len(words):
            continue
        first = found.start() + start
        if not all_printed:
            first = pdfium.FPDFText_GetCharIndexFromTextIndex(page.raw, first)
        for lone in _LONE.finditer(words, start):
            if lone[1].islower():  # "ở", "à": no row of a table begins so
                continue
            above, below = (type_of(page, first + at - start) for at in (lone.start() - 1, lone.start(1)))
            if above[0] - below[0] > _SAME_LINE * below[1]:
                yield _piece(page, words[start : lone.start()], first)
                first, start = first + lone.start(1) - start, lone.start(1)
        yield _piece(page, words[start:], first)


def _piece(page: PdfTextPage, text: str, first: int) -> Line:
    """Return a piece of a line with its place; its first type may be that of a raised number, not its own."""
    last = first + len(text) - 1
    baseline, size = type_of(page, first)
    if not text[0].isalpha():
        baseline, size = max((baseline, size), type_of(page, last), key=itemgetter(1))
    return Line(text.replace(_HYPHEN, "-"), range(first, last + 1), baseline, size)


def _gap(page: PdfTextPage, line: Line, piece: Line) -> float | None:
    """Return the space between a line and a piece that goes on with it, in points; None if it does not."""
    size = max(line.size, piece.size)
    if abs(line.baseline - piece.baseline) <= _SAME_LINE * size:
        gap = left_of(page, piece.chars[0]) - right_of(page, line.chars[-1])
        return gap if gap >= -_SAME_LINE * size else None
    return None


def _joined(line: Line, piece: Line, gap: float) -> Line:
    larger = max(line, piece, key=lambda part: part.size)
    apart = gap > _TOUCHING * larger.size
    return Line(
        text=line.text + " " * apart + piece.text,
        chars=(*line.chars, *(-1,) * apart, *piece.chars),
        baseline=larger.baseline,
        size=larger.size,
    )
