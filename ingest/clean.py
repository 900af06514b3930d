"""From a file's text to the canonical text: layout is repaired, words are never changed.

Two passes, each a list of edits: page furniture and marks that are not words are taken out, then lines are
joined into paragraphs, one a line. White space is folded without a record; every other edit becomes a Repair.
"""

import re
from dataclasses import dataclass, replace

from ingest.document import Note, Repair
from ingest.edit import Edit, OffsetMap, apply_edits, without_overlap
from ingest.footnotes import find_footnotes
from ingest.furniture import find_furniture
from ingest.source import Source
from ingest.wrap import layout_edits

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


@dataclass(frozen=True, slots=True)
class CleanText:
    """The canonical text, what was done to reach it, and the way back to the source."""

    text: str
    repairs: tuple[Repair, ...]
    notes: tuple[Note, ...]
    pages: tuple[int, ...]
    warnings: tuple[str, ...]
    _maps: tuple[OffsetMap, OffsetMap]

    def to_source(self, offset: int) -> int:
        """Map a canonical offset to an offset of the text that was cleaned."""
        marks, layout = self._maps
        return marks.back(layout.back(offset))


def clean(source: Source) -> CleanText:
    """Return the canonical text of a source: one paragraph a line, no marks, words as printed."""
    furniture = find_furniture(source)
    heads = [edit.start for edit in furniture.edits if edit.kind == "running_head"]
    footnote_edits, footnotes = find_footnotes(source, heads)
    found = list(_MARKS.finditer(source.text))
    marks = without_overlap([*footnote_edits, *furniture.edits, *map(_mark_edit, found)])
    unmarked = apply_edits(source.text, marks)
    layout = list(layout_edits(unmarked))
    mark_map, layout_map = OffsetMap(marks), OffsetMap(layout)

    def canonical(offset: int) -> int:
        return layout_map.forward(mark_map.forward(offset))

    inline = (
        Note(match["label"], " ".join(match["note"].split()), match.start())
        for match in found
        if match["note"]
    )
    notes = sorted((*source.notes, *footnotes, *inline), key=lambda note: note.at)
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
        warnings=(*source.warnings, *furniture.warnings),
        _maps=(mark_map, layout_map),
    )


def _mark_edit(match: re.Match[str]) -> Edit:
    kind = next(name for name in _MARKS.groupindex if match[name] is not None)
    return Edit(match.start(), match.end(), "\n" if kind == "bold_seam" else "", kind)


def _repair(edit: Edit, before: str, start: int, end: int) -> Repair:
    return Repair(edit.kind or "", before[edit.start : edit.end], edit.after, (start, end))
