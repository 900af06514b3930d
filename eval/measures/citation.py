"""Citation precision and recall, and how many questions over several documents are answered from each.

Precision is the share of the provisions cited that are gold, recall the share of the gold provisions that are
cited (van Rijsbergen, "Information Retrieval", 1979, ch. 7). Both are sets of places: a provision's document
and its path down to a level, so that a dash item counts as its point. What stands under a gold provision is
right; what stands above it is not.
"""

from collections.abc import Collection
from typing import Literal

from ingest import Step

Level = Literal["document", "article", "clause", "point"]
PlaceOf = tuple[str, tuple[Step, ...]]
"""A document's id and a path in it."""

_UNITS = (
    ("document", ()),
    ("article", ("phan", "chuong", "muc", "dieu", "phu_luc", "phan_dau", "phan_cuoi")),
    ("clause", ("khoan", "tieu_muc")),
    ("point", ("diem",)),
)
"""In a plan or a submission a mục is what an article is elsewhere, a khoản or tiểu mục what a clause is."""


def at_level(place: PlaceOf, level: Level) -> PlaceOf:
    """Return a place without the steps below a level."""
    kept: list[str] = []
    for name, units in _UNITS:
        kept += units
        if name == level:
            break
    document, path = place
    return document, tuple(step for step in path if step.unit in kept)


def precision(cited: Collection[PlaceOf], gold: Collection[PlaceOf], level: Level) -> float | None:
    """Return the share of the places cited that are gold or stand under gold; None if none is cited."""
    places, right = ({at_level(place, level) for place in places} for places in (cited, gold))
    found = [any(_is_under(place, one) for one in right) for place in places]
    return sum(found) / len(found) if found else None


def recall(cited: Collection[PlaceOf], gold: Collection[PlaceOf], level: Level) -> float | None:
    """Return the share of the gold places that are cited, or something under them; None if none is gold."""
    places, right = ({at_level(place, level) for place in places} for places in (cited, gold))
    found = [any(_is_under(place, one) for place in places) for one in right]
    return sum(found) / len(found) if found else None


def _is_under(place: PlaceOf, other: PlaceOf) -> bool:
    return place[0] == other[0] and place[1][: len(other[1])] == other[1]
