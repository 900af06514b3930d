"""Footnotes that a plain text prints at the foot of a page, as "1 Luật An toàn …" under a blank rule."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Note
from ingest.edit import Edit
from ingest.source import Source

_RULE = re.compile(r"^[ \u00a0]{20,}\n(?=\S)", re.MULTILINE)
"""Takes the blank rule, a line of spaces, over "1 Luật An toàn"; not an empty line."""

_ITEM = re.compile(r"^(\d{1,3}) (?=[^\W\d]|[“\"])", re.MULTILINE)
"""Takes the number that opens a footnote, "12 Khoản"; not "12. Khoản" or "12 345"."""


def find_footnotes(source: Source, heads: list[int]) -> tuple[list[Edit], list[Note]]:
    """Return the edits that take the footnotes and their marks out, and the notes, at source offsets.

    Args:
        source: a text with printed pages.
        heads: the sorted offsets at which the running heads of its pages stand.

    """
    edits: list[Edit] = []
    notes: list[Note] = []
    going_on_at: int | None = None
    for rule in _RULE.finditer(source.text):
        page = bisect_right(heads, rule.start())
        end = heads[page] if page < len(heads) else len(source.text)
        block = source.text[rule.end() : end]
        items = list(_items(block))
        if not items and going_on_at == page:
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text} {' '.join(block.split())}")
        elif not items:
            continue
        going_on_at = page + 1
        edits.append(Edit(rule.start(), end, "\n", "footnote"))
        for label, words in items:
            mark = _mark(source.text, label, heads[page - 1] if page else 0, rule.start())
            if mark:
                edits.append(Edit(*mark.span(), "", "footnote_mark"))
            notes.append(Note(label, words, mark.start() if mark else rule.start()))
    return sorted(edits, key=lambda edit: edit.start), notes


def _items(block: str) -> Iterator[tuple[str, str]]:
    """Yield the label and words of each footnote; labels count up, so that "2020 …" opens none.

    A block that does not begin with a label goes on with the last footnote of the page before.
    """
    found: list[re.Match[str]] = []
    if not _ITEM.match(block):
        return
    for item in _ITEM.finditer(block):
        if not found or int(item[1]) == int(found[-1][1]) + 1:
            found.append(item)
    for item, end in zip(found, [*(after.start() for after in found[1:]), len(block)], strict=True):
        yield item[1], " ".join(block[item.end() : end].split())


def _mark(text: str, label: str, start: int, end: int) -> re.Match[str] | None:
    """Find a footnote's raised number on its page: "xã hội1."; not "Điều 1" or "10/2022"."""
    return re.compile(rf"(?<=[^\W\d]|[”\").,;:]){label}(?![\w/])").search(text, start, end)
