"""Quotations in a text, “…” or "…": new words of another act, or the words that a clause replaces."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.document import Span

_CURLY = re.compile("[“”]")
"""Takes the marks of “Điều 5”; must not take a straight mark."""

_STRAIGHT_LINE = re.compile(r'^[^"\n]*"[^\n]*', re.MULTILINE)
"""Takes a line with a straight mark, '"Điều 5. Quyền'; must not take one without."""


class Quotations:
    """The outermost quotations of a text, as spans with their marks."""

    def __init__(self, text: str) -> None:
        self.spans = _outermost([*_curly(text), *_straight(text)])
        self._starts = [start for start, _ in self.spans]

    def around(self, offset: int) -> Span | None:
        """Return the quotation that an offset lies in, or None."""
        at = bisect_right(self._starts, offset) - 1
        return self.spans[at] if at >= 0 and offset < self.spans[at][1] else None

    def after(self, offset: int, end: int) -> Span | None:
        """Return the first quotation that starts in `[offset, end)`, or None."""
        at = bisect_right(self._starts, offset - 1)
        return self.spans[at] if at < len(self.spans) and self._starts[at] < end else None

    def before(self, offset: int, start: int) -> Span | None:
        """Return the last quotation that starts in `[start, offset)`, or None."""
        at = bisect_right(self._starts, offset - 1) - 1
        return self.spans[at] if at >= 0 and self._starts[at] >= start else None


def blanked(text: str, quotations: Quotations) -> str:
    """Return the text with every quotation's characters but its line ends replaced by spaces."""
    pieces: list[str] = []
    position = 0
    for start, end in quotations.spans:
        inside = "".join("\n" if letter == "\n" else " " for letter in text[start:end])
        pieces += (text[position:start], inside)
        position = end
    return "".join((*pieces, text[position:]))


def sentence_start(plain: str, first: int, offset: int, stops: tuple[str, ...]) -> int:
    """Return where the sentence around an offset begins: after the last stop from `first` on, else there."""
    ends = ((plain.rfind(stop, first, offset), len(stop)) for stop in stops)
    return max((at + length for at, length in ends if at >= 0), default=first)


def inside(text: str, quotation: Span) -> Span:
    """Return the span of a quotation's words, its marks and the white space beside them left out."""
    start, end = quotation[0] + 1, quotation[1] - 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _outermost(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _curly(text: str) -> Iterator[Span]:
    """Yield every “…”, nested ones too; a mark without its fellow opens or closes nothing."""
    opened: list[int] = []
    for mark in _CURLY.finditer(text):
        if mark[0] == "“":
            opened.append(mark.start())
        elif opened:
            yield opened.pop(), mark.end()


def _straight(text: str) -> Iterator[Span]:
    """Yield every "…": a pair on one line, or from the start of one line to the end of a later one."""
    opened: int | None = None
    for line in _STRAIGHT_LINE.finditer(text):
        marks = [line.start() + at for at, letter in enumerate(line[0]) if letter == '"']
        if len(marks) % 2 and opened is not None and line[0].rstrip(" .;,").endswith('"'):
            yield opened, marks.pop() + 1
            opened = None
        elif len(marks) % 2 and line[0].startswith('"'):
            opened = marks.pop(0)
        yield from ((start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False))
