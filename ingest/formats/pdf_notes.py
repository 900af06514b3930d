"""Footnotes of a PDF page, told from the running text by their layout.

A footnote stands below the running text in smaller type and begins with a number that is also a raised mark
in the running text of that page. Its end may stand at the foot of the next page, under a rule.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

from ingest.document import Note
from ingest.formats.pdf_lines import Line, type_of

_LABEL = re.compile(r"[\[(]?(\d{1,3})[\])]?[.:]?\s*(?=[^\W\d]|[“(])")
"""Takes the label of a footnote, "12 Điều" or "[1] Khoản"; must not take "2020", "08/2017"."""

_NO_FOOTNOTE = re.compile(
    r"[-–\s]*(?:Trang\s*)?\d+(?:\s*/\s*\d+)?[-–\s]*"
    r"|(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký|Ngày ký):.*"
)
"""Takes a line that may follow the footnotes: a page number, "- 12 -" or "Trang 3/10", or a line of a stamp,
"Ký bởi: Văn phòng Chính phủ"; must not take "12 Điều"."""

_SENTENCE_END = (".", ";", ":", "!", "?", "”", ")")

_SMALL = 0.95
"""Of the running text's size: footnotes are smaller than this; of 14-point text 12 points are usual."""

_RAISED = 0.8
"""Of a line's size: a mark's type is smaller than this."""

_THIN = 3
"""Points; what is drawn thicker is no rule."""

_ONE_SIZE = 1.05
"""Types within five per cent are one size: printers round."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The running text of a page, NFC, a printed line a line, and its footnotes.

    A note's `at` is the offset of its mark in `text`. `going_on` is the rest of the footnote that the page
    before left open, "" if there is none.
    """

    text: str
    notes: tuple[Note, ...] = ()
    going_on: str = ""


@dataclass(slots=True)
class _Footnote:
    """A footnote being read: its label, the place `[start, end)` of its mark in a line, and its own lines."""

    label: str
    raised: bool
    line: int
    start: int
    end: int
    text: list[str]


def take_notes(page: PdfPage, words: PdfTextPage, lines: list[Line], before: str) -> PageText:
    """Part the running text of a page from its footnotes.

    Args:
        page: the page, for the rules drawn on it.
        words: its text.
        lines: its lines, in reading order.
        before: the last footnote at the foot of the page before, "" if there was none.

    """
    start, end = _small_print(lines)
    running = lines[:start]
    notes: list[_Footnote] = []
    unmarked: list[str] = []
    for line in lines[start:end]:
        note = _footnote(words, running, line, notes[-1] if notes else None)
        if note:
            notes.append(note)
        elif notes:
            notes[-1].text.append(line.text)
        else:
            unmarked.append(line.text)
    goes_on = bool(before and unmarked) and _continues(page, lines[start - 1 : end], before)
    kept = start if goes_on else start + len(unmarked)
    text, found = _unmarked([line.text for line in (*lines[:kept], *lines[end:])], notes)
    return PageText(text, found, " ".join(unmarked) if goes_on else "")


def _footnote(
    words: PdfTextPage, running: list[Line], line: Line, above: _Footnote | None
) -> _Footnote | None:
    """Return the footnote that a line of small print opens, printed like the one above; "m2" is a unit."""
    opening = _LABEL.match(line.text)
    if opening is None:
        return None
    label = opening[1]
    raised = type_of(words, line.chars[opening.start(1)])[1] < line.size * _RAISED
    if above and (raised != above.raised or int(label) <= int(above.label)):
        return None
    number = re.compile(rf"(?<!\d)(?<!\bm)(?<!\b[kcd]m) ?[\[(]?({label})[\])]?(?!\d)")
    for at, marked in enumerate(running):
        for found in number.finditer(marked.text):
            baseline, size = type_of(words, marked.chars[found.start(1)])
            if size < marked.size * _RAISED and baseline > marked.baseline:
                return _Footnote(label, raised, at, *found.span(), [line.text[opening.end() :]])
    return None


def _unmarked(lines: list[str], notes: list[_Footnote]) -> tuple[str, tuple[Note, ...]]:
    """Join the lines without the marks in them; return the notes at the places of their marks."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    printed = "".join(f"{line}\n" for line in lines)
    text, found, end = "", [], 0
    for note in sorted(notes, key=lambda note: (note.line, note.start)):
        text += normalize("NFC", printed[end : starts[note.line] + note.start])
        found.append(Note(note.label, normalize("NFC", " ".join(note.text)), len(text)))
        end = starts[note.line] + note.end
    return text + normalize("NFC", printed[end:]), tuple(found)


def _small_print(lines: list[Line]) -> tuple[int, int]:
    """Return the run of small lines at the page's end, before a page number or a stamp; may be empty."""
    end = len(lines)
    while end and _NO_FOOTNOTE.fullmatch(lines[end - 1].text):
        end -= 1
    start, size = end, 0.0
    while start and (not size or lines[start - 1].size <= size * _ONE_SIZE):
        start -= 1
        size = max(size, lines[start].size)
    sizes: Counter[float] = Counter()
    for line in lines[:start]:
        sizes[line.size] += len(line.text)
    running = sizes.most_common(1)[0][0] if sizes else 0.0
    return (start, end) if size < running * _SMALL else (end, end)


def _continues(page: PdfPage, lines: list[Line], before: str) -> bool:
    """Tell whether small print goes on with a footnote; `lines` begin with the last of the running text.

    A rule parts the two, unless the footnote was left in a sentence; rules within are those of a table.
    """
    rules = [
        bottom
        for left, bottom, right, top in (
            drawn.get_bounds() for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])
        )
        if top - bottom <= _THIN < right - left
    ]
    if any(lines[-1].baseline < rule < lines[1].baseline for rule in rules):
        return False
    parted = any(lines[1].baseline < rule < lines[0].baseline for rule in rules)
    return parted or not before.endswith(_SENTENCE_END)
