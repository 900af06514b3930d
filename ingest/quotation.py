"""Quoted text of another act: the new articles that an amending act's clause puts between quotation marks."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from ingest.document import Span

_CURLY = re.compile(r"(?:^|:\s?)“")
"""Takes the mark that opens quoted provisions, "“Điều 5.", "như sau: “"; not 'gọi là “dân chủ'."""

_STRAIGHT = re.compile(r'"\s?(?=\S)')
"""Takes the straight mark that opens a line, '"Điều 5.'; not one inside it."""

_COMMAND = re.compile(r"(?:\d+[a-zđ]?[.)]|[a-zđ]\))\s*(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ|Bỏ)\b")
"""Takes a clause that amends, "9. Sửa đổi, bổ sung khoản 1"; not "9. Việc sửa đổi"."""


def line_spans(text: str) -> Iterator[Span]:
    """Yield the span of each line, its line end left out."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def quoted_lines(text: str) -> set[int]:
    """Return the starts of the lines inside a quotation that an earlier line opened.

    New articles that an amending act quotes are its clause's words, not its own articles. A quotation
    that is not closed ends before the next clause that amends and quotes; with none, it is no quotation.
    Linear in the text.
    """
    spans = list(line_spans(text))
    lines = [text[start:end] for start, end in spans]
    closes = {"“": _curly_closes(lines), '"': _straight_closes(lines)}
    commands = _next_commands(lines)
    quoted: set[int] = set()
    at = 0
    while at < len(lines):
        mark = _opened(lines[at])
        ends = [end for end in (closes[mark][at] + 1, commands[at]) if end <= len(lines)] if mark else []
        until = min(ends, default=at + 1)
        quoted.update(start for start, _ in spans[at + 1 : until])
        at = max(until, at + 1)
    return quoted


def _opened(line: str) -> str | None:
    """Return the mark of a quotation that a line opens and does not close, or None."""
    if line.count("“") > line.count("”") and _CURLY.search(line):
        return "“"
    return '"' if line.count('"') % 2 and _STRAIGHT.match(line) else None


def _curly_closes(lines: Sequence[str]) -> list[int]:
    """Return, for each line, the next line at which what it leaves open is closed; past the end if none."""
    balances = list(accumulate((line.count("“") - line.count("”") for line in lines), initial=0))
    closes = [len(lines)] * len(lines)
    waiting: list[int] = []
    for at, (before, after) in enumerate(pairwise(balances)):
        while waiting and balances[waiting[-1]] >= after:
            closes[waiting.pop()] = at
        if after > before:
            waiting.append(at)
    return closes


def _straight_closes(lines: Sequence[str]) -> list[int]:
    """Return, for each line, the next line with an odd number of straight marks; past the end if none."""
    closes, coming = [len(lines)] * len(lines), len(lines)
    for at in reversed(range(len(lines))):
        closes[at] = coming
        coming = at if lines[at].count('"') % 2 else coming
    return closes


def _next_commands(lines: Sequence[str]) -> list[int]:
    """Return, for each line, the next clause that amends and quotes; past the end + 1 if none."""
    commands, coming = [len(lines) + 1] * len(lines), len(lines) + 1
    for at in reversed(range(len(lines))):
        commands[at] = coming
        follows = at + 1 < len(lines) and lines[at + 1].startswith(("“", '"'))
        coming = at if follows and _COMMAND.match(lines[at]) else coming
    return commands
