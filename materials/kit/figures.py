"""The shares that the rules of a lesson set as targets, for a chart."""

import re
from collections.abc import Iterator

from materials.duty import Target
from materials.kit.lesson import Lesson, one_line

_SHARE = re.compile(
    r"(?P<figure>(?:trên |ít nhất |tối thiểu |đạt |từ )?\d{1,3}(?:,\d+)?) ?(?P<unit>%)(?: trở lên)? "
    r"(?P<population>[^\W\d_][^,;.%()…]*)",
    re.IGNORECASE,
)
"""Takes "trên 70% cán bộ"; not "10%, phấn đấu", which counts nothing."""


def shares(lesson: Lesson) -> list[Target]:
    """Return the targets in percent among the rules, in print order, each with whom it counts."""
    return list(_found(lesson))


def _found(lesson: Lesson) -> Iterator[Target]:
    for point in lesson.points:
        for share in _SHARE.finditer(one_line(point.words)):
            figure, population = share["figure"].strip(), share["population"].strip()
            yield Target(figure, share["unit"], population, "", "", point.citation)
