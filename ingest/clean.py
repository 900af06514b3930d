"""From a file's text to the canonical text: layout is repaired, words are never changed.

Two passes, each a list of edits: marks that are not words are taken out, then lines are joined into
paragraphs, one a line. White space is folded without a record; every other edit becomes a Repair.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.document import Note, Repair
from ingest.edit import Edit, OffsetMap, apply_edits
from ingest.source import Source

_MARKS = re.compile(
    r"""
    (?P<bookmark>\[bookmark:[^\]\n]*\])            # "[bookmark: _GoBack]3.3."; not "[1]"
  | (?P<footnote_mark>\[footnoteRef:\d+\])         # "cơ sở[footnoteRef:1],"; not "[1: …]"
  | (?P<footnote>[ \t]*\[(?P<label>\d+):\s+(?P<note>(?:[^\[\]\n]|\[[^\[\]\n]*\])+)\])
                                                   # "[1:  Pháp lệnh …]" on one line; not "[1]", "[3: dở"
  | (?P<scan_noise>[ \t]*\*ls\*)                   # "Nơi nhận: *ls*"; not "* ls"
  | (?P<bold_seam>\*{4})                           # "**CHỦ TỊCH****Lò Văn Phương**"; not "**"
  | (?P<bold>\*{2})                                # "**Điều 1.**"; not "*"
  | (?P<heading_mark>^\#{1,6}[ \t]+)               # "## Điều 2."; not "#5"
    """,
    re.VERBOSE | re.MULTILINE,
)

_LINE = re.compile(r"[^\S\n]*(\S(?:[^\n]*\S)?)[^\S\n]*")
"""Takes the words of a line that has some; must not take a blank line."""

_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Takes a tab, a no-break space, a run of spaces inside a line; must not take one plain space."""

_LABEL = re.compile(
    r"(?:Điều|Chương|Mục|Phần|Phụ lục)\s+\S|[IVXLC]+\.\s|\d+(?:\.\d+)*\.\s|[a-zđ]\)|[-–+•]\s"
    r"|Căn cứ\s|Kính gửi"
)
"""Takes the start of a labelled or otherwise own paragraph, "a) Các"; must not take "vị, tổ chức"."""

_FULL_LINE = 50
"""Characters; a shorter line that ends in a markdown break ends there because its writer meant it to."""

_SENTENCE_END = (".", ":", ";", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class CleanText:
    """The canonical text, what was done to reach it, and the way back to the source."""

    text: str
    repairs: tuple[Repair, ...]
    notes: tuple[Note, ...]
    pages: tuple[int, ...]
    _maps: tuple[OffsetMap, OffsetMap]

    def to_source(self, offset: int) -> int:
        """Map a canonical offset to an offset of the text that was cleaned."""
        marks, layout = self._maps
        return marks.back(layout.back(offset))


def clean(source: Source) -> CleanText:
    """Return the canonical text of a source: one paragraph a line, no marks, words as printed."""
    found = list(_MARKS.finditer(source.text))
    marks = [_mark_edit(match) for match in found]
    unmarked = apply_edits(source.text, marks)
    layout = list(_layout_edits(unmarked))
    mark_map, layout_map = OffsetMap(marks), OffsetMap(layout)

    def canonical(offset: int) -> int:
        return layout_map.forward(mark_map.forward(offset))

    inline = (
        Note(match["label"], " ".join(match["note"].split()), match.start())
        for match in found
        if match["note"]
    )
    notes = sorted((*source.notes, *inline), key=lambda note: note.at)
    of_marks = (
        _repair(edit, source.text, canonical(edit.start), canonical(edit.end)) for edit in marks if edit.kind
    )
    of_layout = (
        _repair(edit, unmarked, layout_map.forward(edit.start), layout_map.forward(edit.end))
        for edit in layout
        if edit.kind
    )
    repairs = sorted((*of_marks, *of_layout), key=lambda repair: repair.span)
    return CleanText(
        text=apply_edits(unmarked, layout),
        repairs=tuple(repairs),
        notes=tuple(replace(note, at=canonical(note.at)) for note in notes),
        pages=tuple(map(canonical, source.pages)),
        _maps=(mark_map, layout_map),
    )


def _mark_edit(match: re.Match[str]) -> Edit:
    kind = next(name for name in _MARKS.groupindex if match[name] is not None)
    return Edit(match.start(), match.end(), "\n" if kind == "bold_seam" else "", kind)


def _repair(edit: Edit, before: str, start: int, end: int) -> Repair:
    return Repair(edit.kind or "", before[edit.start : edit.end], edit.after, (start, end))


def _layout_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that leave one paragraph a line and one space between words."""
    previous: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        start, end = line.span(1)
        if previous is None:
            if start:
                yield Edit(0, start, "")
        else:
            kind = _join(text, previous, line)
            yield Edit(previous.end(1), start, " " if kind else "\n", kind)
        for blanks in _BLANKS.finditer(text, start, end):
            yield Edit(blanks.start(), blanks.end(), " ")
        previous = line
    if previous is not None and previous.end(1) < len(text):
        yield Edit(previous.end(1), len(text), "")


def _join(text: str, above: re.Match[str], below: re.Match[str]) -> str | None:
    """Name the break between two lines if it cuts one sentence: a page's end or a line's; else None."""
    first, second = above[1], below[1]
    gap = text[above.end(1) : below.start(1)]
    if _LABEL.match(second) or first.isupper() or second.isupper():
        return None
    kind = "page_break" if gap.count("\n") > 1 else "line_wrap"
    if second[0].islower() and not first.endswith(_SENTENCE_END):
        return kind
    wrapped = kind == "line_wrap" and gap.startswith("  ") and len(first) >= _FULL_LINE
    return kind if wrapped and not first.endswith((".", ":")) else None
