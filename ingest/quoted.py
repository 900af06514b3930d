"""Lines that are another act's words: the new articles that an amending act's clause quotes."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.lines import line_spans
from ingest.quotation import Quotations

_CURLY = re.compile(r"(?:^|:\s?)“")
"""Takes the mark that opens quoted provisions, "“Điều 5.", "như sau: “"; not 'gọi là “dân chủ'."""

_STRAIGHT = re.compile(r'"\s?(?=\S)')
"""Takes the straight mark that opens a line, '"Điều 5.'; not one inside it."""

_COMMAND = re.compile(r"(?:\d+[a-zđ]?[.)]|[a-zđ]\))\s*(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ|Bỏ)\b")
"""Takes a clause that amends, "9. Sửa đổi, bổ sung khoản 1"; not "9. Việc sửa đổi"."""


def quoted_lines(text: str) -> set[int]:
    """Return the starts of the lines inside a quotation that an earlier line opened.

    New articles that an amending act quotes are its clause's words, not its own articles. A quotation
    that is not closed ends before the next clause that amends and quotes; with none, it is no quotation.
    Linear in the text.
    """
    spans = list(line_spans(text))
    starts = [start for start, _ in spans]
    lines = [text[start:end] for start, end in spans]
    quotations, commands = Quotations(text), _next_commands(lines)
    quoted: set[int] = set()
    at = 0
    while at < len(lines):
        until = at + 1
        if _opens(lines[at]):
            quotation = quotations.around(spans[at][1])
            closed = bisect_left(starts, quotation[1]) if quotation else len(lines) + 1
            end = min(closed, commands[at])
            until = end if end <= len(lines) else until
        quoted.update(starts[at + 1 : until])
        at = until
    return quoted


def _opens(line: str) -> bool:
    """Tell whether a line opens a quotation of provisions that it does not close."""
    curly = line.count("“") > line.count("”") and _CURLY.search(line)
    return bool(curly or (line.count('"') % 2 and _STRAIGHT.match(line)))


def _next_commands(lines: Sequence[str]) -> list[int]:
    """Return, for each line, the next clause that amends and quotes; past the end + 1 if none."""
    commands, coming = [len(lines) + 1] * len(lines), len(lines) + 1
    for at in reversed(range(len(lines))):
        commands[at] = coming
        follows = at + 1 < len(lines) and lines[at + 1].startswith(("“", '"'))
        coming = at if follows and _COMMAND.match(lines[at]) else coming
    return commands
