"""Joining printed lines into paragraphs, one a line, each break that is closed named and kept.

A text may be hard-wrapped, as a printed page is: then a line is broken where the page ends and not
where its writer meant it, and its width tells the one from the other.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.edit import Edit
from ingest.marker import find_marker

_LINE = re.compile(r"[^\S\n]*(\S(?:[^\n]*\S)?)[^\S\n]*")
"""Takes the words of a line that has some; must not take a blank line."""

_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Takes a tab, a no-break space, a run of spaces inside a line; must not take one plain space."""

_OWN_PARAGRAPH = re.compile(r"Căn cứ\s|Kính gửi|N[ơo]i nhận|[a-zđ]\)")
"""Takes the start of a paragraph without a number, "Căn cứ Luật", or with an odd one, "f)"; not "căn cứ"."""

_DASH = re.compile(r"[-–]\s")
"""Takes a dash that may be a compound's: "- Thương binh"; not "-1"."""

_HANGING = re.compile(r"\b(?:Điều|[Kk]hoản|[Đđ]iểm|[Mm]ục|số)$")
"""Takes the end of a line that a number must follow: "quy định tại Điều"; not "hằng tháng"."""

_CUT_NUMBER = re.compile(r"(?<!\d)\d+[a-zđ]?/(?:\d{4}/)?[A-ZĐ][\w-]*-$")
"""Takes the end of a line inside an act's number: "số 44/2022/TT-"; not "kinh tế -" or "/KH-"."""

_REST_OF_NUMBER = re.compile(r"[A-ZĐ]{2,}[a-z]?\d*\b")
"""Takes what such a number goes on with: "BTC.", "TTg ngày", "UBTVQH14"; not "Bộ" or "CHỦ TỊCH"."""

_FULL_LINE = 50
"""Characters; a shorter line that ends in a markdown break ends there because its writer meant it to."""

_SENTENCE_END = (".", ":", ";", "!", "?", "…")

_WIDEST_PAGE = 140
"""Characters; a text with longer lines has paragraphs for lines."""

_ENOUGH_LINES = 12
_FULL_SHARE = 0.35
"""A hard-wrapped text has so many lines, and so large a share of them nearly as long as the longest."""


def layout_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that leave one paragraph a line and one space between words."""
    lines = list(_LINE.finditer(text))
    if not lines:
        yield Edit(0, len(text), "")
        return
    width = page_width([line[1] for line in lines])
    if lines[0].start(1):
        yield Edit(0, lines[0].start(1), "")
    yield from _blanks(text, lines[0])
    for above, below in pairwise(lines):
        gap = text[above.end(1) : below.start(1)]
        kind = _break_closed(above[1], below[1], gap, width)
        joined = "" if _cuts_number(above[1], below[1]) else " "
        yield Edit(above.end(1), below.start(1), joined if kind else "\n", kind)
        yield from _blanks(text, below)
    if lines[-1].end(1) < len(text):
        yield Edit(lines[-1].end(1), len(text), "")


def page_width(lines: list[str]) -> int | None:
    """Return the width, in characters, of a hard-wrapped text's page; None if its lines are paragraphs."""
    lengths = sorted(map(len, lines))
    if len(lengths) < _ENOUGH_LINES:
        return None
    width = lengths[int(0.95 * len(lengths))]
    full = sum(length >= 0.8 * width for length in lengths)
    return width if width <= _WIDEST_PAGE and full >= _FULL_SHARE * len(lengths) else None


def _blanks(text: str, line: re.Match[str]) -> Iterator[Edit]:
    for blanks in _BLANKS.finditer(text, *line.span(1)):
        yield Edit(*blanks.span(), " ")


def _break_closed(first: str, second: str, gap: str, width: int | None) -> str | None:
    """Name the break between two lines if it cuts one sentence: a page's end or a line's; else None."""
    kind = "page_break" if gap.count("\n") > 1 else "line_wrap"
    if _cuts_number(first, second):
        return kind
    if first.isupper() or second.isupper():
        return None
    full = width is not None and len(f"{first} {second.split(maxsplit=1)[0]}") > 0.9 * width
    ended = first.endswith(_SENTENCE_END)
    if _OWN_PARAGRAPH.match(second) or find_marker(second, inside_article=False):
        return kind if full and not ended and (_DASH.match(second) or _HANGING.search(first)) else None
    if second[0].islower():
        return kind if full or not ended else None
    if full and not ended:
        return kind
    wrapped = kind == "line_wrap" and gap.startswith("  ") and len(first) >= _FULL_LINE
    return kind if wrapped and not first.endswith((".", ":")) else None


def _cuts_number(first: str, second: str) -> bool:
    """Tell whether a line ends at a hyphen of an act's number, which the next line goes on with."""
    return bool(_CUT_NUMBER.search(first) and _REST_OF_NUMBER.match(second))
