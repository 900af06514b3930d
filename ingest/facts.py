"""What a document is: what its header and closing part print, and what a person corrected.

What the print leaves blank stays None, never guessed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.catalog import Catalog
from ingest.dates import first_date
from ingest.document import Correction, Place, Signer
from ingest.header import Header, PrintedPlace, read_header
from ingest.kinds import KIND_NAMES
from ingest.places import PROVINCE_NOW
from ingest.signature import read_recipients, read_signer

_ACT = rf"(?:{'|'.join(KIND_NAMES)})"
_IN_FORCE = re.compile(
    rf"(?:^(?:(?:Điều\s+)?\w{{1,3}}[.):-]\s*)?|[.;]\s+){_ACT} này\s(?:(?!\b{_ACT}\b)[^.;\n])*?"
    r"có hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+(?P<when>[^.;\n]*)",
    re.MULTILINE,
)
"""Takes "1. Nghị quyết này có hiệu lực từ ngày …"; not "Luật Đất đai có hiệu lực thi hành từ ngày …",
"khoản 3 Điều 15 của Luật này có hiệu lực kể từ" or "thay thế Nghị quyết số 10 có hiệu lực".
"""

_NAMED_IN_FORCE = re.compile(r"^\(.*\bcó hiệu lực thi hành kể từ (ngày\s+[\d/]+)", re.MULTILINE)
"""Takes the codification's note in brackets, "(… có hiệu lực thi hành kể từ ngày 01/07/2023)"."""

_ADOPTED = re.compile(r"thông qua\s+(ngày\s+.{5,30})")
"""Takes "thông qua ngày 08 tháng 12 năm 2023"; not "thông qua phương thức"."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a document; `number_symbol` is the printed symbol even where the number is blank."""

    kind: str
    number: str | None
    number_symbol: str
    issuer: str | None
    place: Place | None
    title: str
    issued_on: str | None
    effective_on: str | None
    signer: Signer | None
    status: Literal["draft", "issued"]
    recipients: tuple[str, ...]
    corrections: tuple[Correction, ...]


def read_facts(header: str, closing: str, text: str, catalog: Catalog) -> Facts:
    """Read a document's facts.

    Args:
        header: the text before the first provision.
        closing: the adoption sentence, recipients and signature; may be empty.
        text: the whole canonical text.
        catalog: a person's corrections, which win over the print.

    """
    printed = read_header(header)
    facts = _Corrected(catalog)
    place = facts.place(printed.place)
    issued_on = facts("issued_on", printed.issued_on or _adopted_on(closing))
    return Facts(
        kind=facts("kind", printed.kind) or "Văn bản",
        number=facts("number", printed.number),
        number_symbol=printed.symbol,
        issuer=facts("issuer", _issuer(printed, place)),
        place=place,
        title=facts("title", printed.title) or "",
        issued_on=issued_on,
        effective_on=facts("effective_on", _effective_on(header, text, closing, issued_on)),
        signer=read_signer(closing),
        status="draft" if facts("status", "draft" if printed.draft else "issued") == "draft" else "issued",
        recipients=read_recipients(closing),
        corrections=tuple(facts.corrections),
    )


class _Corrected:
    """Each fact as a person corrected it, else as printed; every correction is kept for showing."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.corrections: list[Correction] = []

    def __call__(self, field: str, printed: str | None) -> str | None:
        corrected = self._catalog.get(field)
        if corrected is None or corrected == printed:
            return printed
        self.corrections.append(Correction(field, printed, corrected, self._catalog.reason))
        return corrected

    def place(self, printed: PrintedPlace | None) -> Place | None:
        """Return the place; a person may name one where none is printed, with its level."""
        name = self("place.name", printed.name if printed else None)
        level = self("place.level", printed.level if printed else None)
        parent = self("place.parent", printed.parent if printed else None)
        return Place(name, level, parent, PROVINCE_NOW.get(parent or name)) if name and level else None


def _issuer(printed: Header, place: Place | None) -> str | None:
    if printed.organ is None or place is None:
        return printed.organ
    return f"{printed.organ} {place.level} {place.name}"


def _effective_on(header: str, text: str, closing: str, issued_on: str | None) -> str | None:
    """Return the day of effect: as printed, or the day of adoption or signature where the text says so."""
    found = next((match for part in (closing, text) for match in _IN_FORCE.finditer(part)), None)
    if found is None:
        named = _NAMED_IN_FORCE.search(header)
        return first_date(named[1]) if named else None
    if "thông qua" in found["when"]:
        return _adopted_on(closing)
    if re.match(r"ngày (?:ký|ban hành)", found["when"]):
        return issued_on
    return first_date(found["when"])


def _adopted_on(closing: str) -> str | None:
    adopted = _ADOPTED.search(closing)
    return first_date(adopted[1]) if adopted else None
