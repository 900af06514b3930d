"""What reading a file gives: frozen data, every place in it a span of one canonical text."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

T = TypeVar("T")

Span = tuple[int, int]
"""Half-open range of characters `[start, end)`."""

Unit = Literal[
    "phan",
    "chuong",
    "muc",
    "tieu_muc",
    "dieu",
    "khoan",
    "diem",
    "gach",
    "phu_luc",
    "phan_dau",
    "phan_cuoi",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a provision's path: a unit and its label as cited (`khoan`, `3`)."""

    unit: Unit
    label: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One node of the tree.

    `span` covers the provision with its children; `num`, `heading` and `text` are its own printed
    number ("Điều 3.", "a)"), title and words, without its children's. All are slices of the
    canonical text, and all provisions' slices together are the whole of it but for white space.
    """

    eid: str
    path: tuple[Step, ...]
    num: str
    heading: str | None
    text: str
    span: Span
    text_span: Span
    parent: str | None

    @property
    def unit(self) -> Unit:
        """The unit of its last step."""
        return self.path[-1].unit


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of layout made to the source; `span` is where `after` stands in the canonical text."""

    kind: str
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote taken out of the running text; `at` is the canonical offset of its mark."""

    label: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation of another act; what the citation does not print is None."""

    kind: str
    number: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None
    relation: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document applies: name and level as printed, and the province's name since 2025-07-01."""

    name: str
    level: str
    parent: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, under which printed title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that a person corrected in catalog.toml, beside what the print says."""

    field: str
    printed: str | None
    corrected: str
    reason: str


@dataclass(frozen=True)
class Document:
    """A legal text as a tree. Dates are ISO 8601, shortened where the print is blank; blank is None."""

    id: str
    source: str
    sha256: str
    kind: str
    number: str | None
    issuer: str | None
    place: Place | None
    title: str
    issued_on: str | None
    effective_on: str | None
    signer: Signer | None
    status: Literal["draft", "issued"]
    references: tuple[Reference, ...]
    provisions: tuple[Provision, ...]
    repairs: tuple[Repair, ...]
    text: str
    recipients: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @cached_property
    def _by_eid(self) -> dict[str, Provision]:
        return {provision.eid: provision for provision in self.provisions}

    def provision(self, eid: str) -> Provision:
        """Return the provision with this eid; KeyError if there is none."""
        return self._by_eid[eid]

    def children(self, eid: str) -> Iterator[Provision]:
        """Yield the provisions right under this one, in print order."""
        return (provision for provision in self.provisions if provision.parent == eid)

    def to_json(self) -> dict[str, Any]:
        """Return the document as JSON-ready data, in the field order of this class."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Document":
        """Rebuild a document from what `to_json` gave, after a round trip through JSON."""
        return cls(
            **{
                **data,
                "place": data["place"] and Place(**data["place"]),
                "signer": data["signer"] and Signer(**data["signer"]),
                "references": tuple(_with_span(Reference, item) for item in data["references"]),
                "provisions": tuple(_provision(item) for item in data["provisions"]),
                "repairs": tuple(_with_span(Repair, item) for item in data["repairs"]),
                "notes": tuple(Note(**item) for item in data["notes"]),
                "corrections": tuple(Correction(**item) for item in data["corrections"]),
                "recipients": tuple(data["recipients"]),
                "warnings": tuple(data["warnings"]),
            }
        )


def _with_span(kind: Callable[..., T], item: dict[str, Any]) -> T:
    return kind(**{**item, "span": tuple(item["span"])})


def _provision(item: dict[str, Any]) -> Provision:
    return Provision(
        **{
            **item,
            "path": tuple(Step(**step) for step in item["path"]),
            "span": tuple(item["span"]),
            "text_span": tuple(item["text_span"]),
        }
    )
