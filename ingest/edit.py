"""Edits of a text and the map of offsets between the text before and after them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, end)` of the text before by `after`; `kind` names the repair, None if none."""

    start: int
    end: int
    after: str
    kind: str | None = None


class OffsetMap:
    """Offsets before ↔ after a list of sorted edits that do not overlap.

    An offset inside an edit maps to the edit's start on the other side.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._before: list[tuple[int, int]] = []
        self._after: list[tuple[int, int]] = []
        shift = 0
        for edit in edits:
            start = edit.start + shift
            self._before.append((edit.start, edit.end))
            self._after.append((start, start + len(edit.after)))
            shift += len(edit.after) - (edit.end - edit.start)

    def forward(self, offset: int) -> int:
        """Map an offset of the text before to the text after."""
        return _across(offset, self._before, self._after)

    def back(self, offset: int) -> int:
        """Map an offset of the text after to the text before."""
        return _across(offset, self._after, self._before)


def _across(offset: int, here: list[tuple[int, int]], there: list[tuple[int, int]]) -> int:
    at = bisect_right(here, (offset, offset)) - 1
    if at < 0:
        return offset
    (start, end), (other_start, other_end) = here[at], there[at]
    return other_start if start <= offset < end else other_end + offset - end


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with sorted edits that do not overlap carried out."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.after)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


def without_overlap(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits sorted; one that begins inside another is left out."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
