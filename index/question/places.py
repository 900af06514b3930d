"""The places that a question names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.question.filters import place_names
from index.question.initials import initials_spelt_out
from index.tokens import as_typed, toned, untoned
from ingest import Document
from ingest.accents import LOWER, UPPER, fold
from ingest.places import ALIASES, AMBIGUOUS_NAMES, PROVINCE_NOW

_CUES = ("tỉnh", "thành phố", "tp", "ở", "tại", "của")


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The places a question names: those the corpus has a text of, and those it has none of."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def places_in(question: str, documents: Sequence[Document]) -> NamedPlaces:
    """Find the places that a question names, typed with or without accents.

    A province named beside its own district ("Hớn Quản, Bình Phước") only says where that is. A name
    that is an ordinary word or a person's ("hòa bình"), or may be one without its accents ("ca mau"),
    counts only after "tỉnh", "ở" and the like. The places of the corpus also go by their initials.
    """
    typed = toned(initials_spelt_out(question, documents))
    plain = untoned(typed)
    places = [document.place for document in documents if document.place]
    covered = {name for document in documents for name in place_names(document)}

    def said(name: str, *, cued: bool) -> bool:
        if _folded(name) not in plain:
            return False
        if fold(name) in covered and _is_slipped(name, typed):
            return True
        for found in _name(name).finditer(typed):
            may_be_a_word = fold(name) not in covered and found["name"] == fold(name) != toned(name)
            opens = found.start() == 0 and name not in AMBIGUOUS_NAMES
            if found["cue"] or opens or not (cued or may_be_a_word):
                return True
        return False

    def named(name: str) -> bool:
        return said(name.removeprefix("TP. "), cued=name in AMBIGUOUS_NAMES) or any(
            said(alias, cued=False) for alias in ALIASES.get(name, ())
        )

    ours = dict.fromkeys(place.name for place in places if named(place.name))
    where_ours_are = {fold(place.parent) for place in places if place.parent and place.name in ours}
    provinces = [name for name in PROVINCE_NOW if named(name) and _folded(name) not in where_ours_are]
    known = dict.fromkeys([*ours, *(name for name in provinces if fold(name) in covered)])
    unknown = [name for name in provinces if fold(name) not in covered]
    others = [
        name for name in _local_places(question) if not _holds(name, (*covered, *map(fold, PROVINCE_NOW)))
    ]
    return NamedPlaces(tuple(known), (*unknown, *others))


_LOCAL = re.compile(
    r"(?<!\w)(?P<level>(?i:huyện|quận|thị xã|thị trấn|phường|xã)) "
    rf"(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,2}})"
)
"""Takes "huyện Củ Chi", "phường Bến Nghé"; not "huyện ủy", "xã ở Hớn Quản"."""


def _local_places(question: str) -> list[str]:
    """Return the districts and communes that a question names with capitals."""
    return [f"{found['level'].lower()} {found['name']}" for found in _LOCAL.finditer(question)]


def _holds(name: str, places: Iterable[str]) -> bool:
    return any(f" {place}" in fold(name) for place in places)


def _is_slipped(name: str, typed: str) -> bool:
    """Tell whether `toned` text has a name with a wrong accent on one syllable: "sóc trắng"."""
    right, words = toned(name).split(), typed.split()
    runs = (words[at : at + len(right)] for at in range(len(words) - len(right) + 1))
    return any(
        untoned(" ".join(run)) == fold(name)
        and any(word == one and not one.isascii() for word, one in zip(run, right, strict=True))
        for run in runs
    )


_folded = lru_cache(maxsize=1_000)(fold)


@lru_cache(maxsize=1_000)
def _name(place: str) -> re.Pattern[str]:
    """Take a place's name in `toned` text, and the cue before it."""
    cues = "|".join(map(as_typed, _CUES))
    return re.compile(rf"(?<!\S)(?P<cue>(?:{cues}) )?(?P<name>{as_typed(place)})(?!\S)")
