"""What a search is limited to."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.question.abbreviations import spell_out
from index.tokens import syllables
from ingest import Document
from ingest.accents import fold

_LEVEL = re.compile(r"^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran)\s+")
"""Takes "tinh " in "tinh dien bien"; not "tinh" in "ha tinh"."""

Status = Literal["draft", "issued"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on the documents searched; None is no limit.

    `places` match a document's place, its province, or what that is called since 2025-07-01; a text
    of no one place, as a law is, matches every place. `as_of` keeps documents that were issued, and in
    force where that is known, on that day; a draft, or a text without any date, is not known to be.
    `issuer` is a part of the issuer's name, abbreviated or not ("HĐND", "Sở Nội vụ"); `year` that of issue;
    `documents` are ids, any if empty.
    """

    places: tuple[str, ...] = ()
    kind: str | None = None
    as_of: date | None = None
    issuer: str | None = None
    year: int | None = None
    status: Status | None = None
    documents: tuple[str, ...] = ()

    def admit(self, document: Document) -> bool:
        """Tell whether a document is within the limits."""
        return (
            (not self.documents or document.id in self.documents)
            and self._in_place(document)
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
