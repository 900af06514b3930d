"""Where a citation stands: the provision around it, in this act or in the words quoted for another."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.document import Provision, Span, Step
from ingest.marker import find_marker
from ingest.references.steps import rank

Path = tuple[Step, ...]

_LINE = re.compile(r"^[“\"]?[ ]?(?P<words>[^\n]+)", re.MULTILINE)
"""Takes a line's words without a mark that opens a quotation, "Điều 6. A" of "“Điều 6. A"; no blank line."""

_ACT_PARTS = ("phan_dau", "phan_cuoi")


class Places:
    """The provisions of an act by where they stand."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._provisions = provisions
        self._starts = [provision.span[0] for provision in provisions]
        self._by_eid = {provision.eid: provision for provision in provisions}

    def at(self, offset: int) -> Provision | None:
        """Return the innermost provision at an offset; None before the first."""
        at = bisect_right(self._starts, offset) - 1
        return self._provisions[at] if at >= 0 else None

    def parent(self, provision: Provision) -> Provision | None:
        """Return the provision that holds one, or None."""
        return self._by_eid[provision.parent] if provision.parent else None


class QuotedPlaces:
    """The provisions inside a quotation of new words, from where the words that it replaces stand."""

    def __init__(self, text: str, quotation: Span, base: Path) -> None:
        self._starts: list[int] = []
        self._paths: list[Path] = []
        self._base = base
        path = base
        for line in _LINE.finditer(text, *quotation):
            marker = find_marker(line["words"], inside_article=True)
            if marker and marker.label:
                new = Step(marker.unit, marker.label)
                path = (*outside(path, new), new)
                self._starts.append(line.start("words"))
                self._paths.append(path)

    def at(self, offset: int) -> Path:
        """Return the path, in the act that the words are for, of the provision at an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._paths[at] if at >= 0 else self._base


def cited_path(path: Path) -> Path:
    """Return a path as cited: an article without its chapter; nothing for header and closing."""
    if any(step.unit in _ACT_PARTS for step in path):
        return ()
    articles = [at for at, step in enumerate(path) if step.unit == "dieu"]
    if not articles:
        return path
    return (*(step for step in path[: articles[0]] if step.unit == "phu_luc"), *path[articles[0] :])


def outside(path: Path, step: Step) -> Path:
    """Return the steps of a path that could hold a step: (dieu 5,) of (dieu 5, khoan 2) for a khoản."""
    depth = rank(step.unit, step.label)
    return tuple(other for other in path if rank(other.unit, other.label) < depth)


def down_to(path: Path, step: Step) -> Path:
    """Return a path cut after a unit: (dieu 5, khoan 2) of (dieu 5, khoan 2, diem a) for a khoản."""
    return tuple(other for other in path if rank(other.unit, other.label) <= rank(step.unit))
