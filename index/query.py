"""What a search is limited to, and the places that a question names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from index.abbreviations import is_abbreviation, spell_out
from index.tokens import as_typed, syllables, toned
from ingest import Document
from ingest.accents import fold
from ingest.kinds import KIND_NAMES, KINDS
from ingest.places import ALIASES, AMBIGUOUS_NAMES, PROVINCE_NOW

_LEVEL = re.compile(r"^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran)\s+")
"""Takes "tinh " in "tinh dien bien"; not "tinh" in "ha tinh"."""

Status = Literal["draft", "issued"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on the documents searched; None is no limit.

    `places` match a document's place, its province, or what that is called since 2025-07-01; a text
    of no one place, as a law is, matches every place. `as_of` keeps documents that were issued, and in
    force where that is known, on that day; a draft, or a text without any date, is not known to be.
    `issuer` is a part of the issuer's name, abbreviated or not ("HĐND", "Sở Nội vụ"); `year` that of issue.
    """

    places: tuple[str, ...] = ()
    kind: str | None = None
    as_of: date | None = None
    issuer: str | None = None
    year: int | None = None
    status: Status | None = None

    def admit(self, document: Document) -> bool:
        """Tell whether a document is within the limits."""
        return (
            self._in_place(document)
            and self._of_kind(document)
            and self._by_then(document)
            and self._by_issuer(document)
            and self.year in (None, _year(document))
            and self.status in (None, document.status)
        )

    def _in_place(self, document: Document) -> bool:
        if not self.places or document.place is None:
            return True
        wanted = {_LEVEL.sub("", fold(place)) for place in self.places}
        return bool(wanted & set(place_names(document)))

    def _of_kind(self, document: Document) -> bool:
        return self.kind is None or fold(document.kind) == fold(self.kind)

    def _by_issuer(self, document: Document) -> bool:
        return self.issuer is None or _spelt_out(self.issuer) in _spelt_out(document.issuer or "")

    def _by_then(self, document: Document) -> bool:
        if self.as_of is None:
            return True
        day = self.as_of.isoformat()
        dates = [known for known in (document.issued_on, document.effective_on) if known]
        in_time = bool(dates) and all(known <= day[: len(known)] for known in dates)
        return in_time and document.status == "issued"


def _spelt_out(issuer: str) -> str:
    return f" {fold(' '.join(syllables(spell_out(issuer))))} "


def _year(document: Document) -> int | None:
    return int(document.issued_on[:4]) if document.issued_on else None


def place_names(document: Document) -> list[str]:
    """Return the folded names a document's place goes by: its own, its province's, the present one's."""
    place = document.place
    return [fold(name) for name in (place.name, place.parent, place.now) if name] if place else []


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
    places = [document.place for document in documents if document.place]
    covered = {name for document in documents for name in place_names(document)}

    def said(name: str, *, cued: bool) -> bool:
        for found in _name(name).finditer(typed):
            may_be_a_word = fold(name) not in covered and found["name"] == fold(name) != toned(name)
            if found["cue"] or not (cued or may_be_a_word):
                return True
        return False

    def named(name: str) -> bool:
        return said(name.removeprefix("TP. "), cued=name in AMBIGUOUS_NAMES) or any(
            said(alias, cued=False) for alias in ALIASES.get(name, ())
        )

    ours = dict.fromkeys(place.name for place in places if named(place.name))
    where_ours_are = {fold(place.parent) for place in places if place.parent and place.name in ours}
    provinces = [name for name in PROVINCE_NOW if named(name) and fold(name) not in where_ours_are]
    known = dict.fromkeys([*ours, *(name for name in provinces if fold(name) in covered)])
    return NamedPlaces(tuple(known), tuple(name for name in provinces if fold(name) not in covered))


@lru_cache(maxsize=1_000)
def _name(place: str) -> re.Pattern[str]:
    """Take a place's name in `toned` text, and the cue before it."""
    cues = "|".join(map(as_typed, _CUES))
    return re.compile(rf"(?<!\S)(?P<cue>(?:{cues}) )?(?P<name>{as_typed(place)})(?!\S)")


_INITIALS = re.compile(r"(?<![\w/.-])[^\W\d_]{2,4}(?![\w/-])")
"""Takes "QN", "hq"; not "QN" in "QN-HĐND"."""

_LEVEL_OR_ACT = "|".join(map(fold, ("tỉnh", "thành phố", "huyện", *KINDS, *KIND_NAMES)))
_BEFORE_INITIALS = re.compile(rf"(?<!\w)(?:{_LEVEL_OR_ACT})(?: so)?(?: [\d/]+)?(?: cua)? $")
"""Takes "tinh " before "BP", "nq 179 " before "qn"; not "kinh phi "."""


_CUE = 40
"""Characters before initials that are read for what makes them a place's."""


def initials_spelt_out(question: str, documents: Sequence[Document]) -> str:
    """Return the question with the initials of the corpus's places spelt out: "NQ 179 QN".

    They count in capitals, but for an abbreviation of something else ("BP", biện pháp); and in any case
    right after "tỉnh", "huyện" or an act.
    """
    question = unicodedata.normalize("NFC", question)
    places = [document.place for document in documents if document.place]
    names = {_initials(name): name for place in places for name in (place.parent, place.name) if name}

    def spelt_out(found: re.Match[str]) -> str:
        cued = _BEFORE_INITIALS.search(fold(question[max(0, found.start() - _CUE) : found.start()]))
        counts = cued is not None or (found[0].isupper() and not is_abbreviation(found[0]))
        return names.get(fold(found[0]), found[0]) if counts else found[0]

    return _INITIALS.sub(spelt_out, question)


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split())
