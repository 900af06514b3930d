"""What reading a file gives: frozen data, every place in it a span of one canonical text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import TypeAdapter

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


Relation = Literal[
    "căn cứ",
    "quy định chi tiết",
    "sửa đổi",
    "bổ sung",
    "thay thế",
    "bãi bỏ",
    "triển khai",
    "dẫn chiếu",
]
"""What a citing act does with the cited one (Law on Promulgation of Legal Normative Documents)."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads in the corpus; `eid` None is the whole act."""

    document: str
    eid: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation of an act or of a provision; what the citation does not print is None.

    `path` is the cited provision within the act, outermost step first, empty for the whole act; in
    "từ Điều 5 đến Điều 9" `path` is Điều 5 and `through` Điều 9. Each item of a list is a reference of
    its own. `target` is where it leads, None as long as the act is not known to be in the corpus.
    """

    kind: str
    number: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None
    relation: Relation
    text: str
    span: Span
    path: tuple[Step, ...] = ()
    through: tuple[Step, ...] = ()
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change that a provision of this act, `by`, makes to an earlier act.

    `reference` names what is changed; `new_text` is the span of the quoted new words, None for a repeal;
    `effective_on` is the day the change takes effect, ISO 8601, None where the act does not say.
    """

    action: Literal["sửa đổi", "bổ sung", "thay thế", "bãi bỏ"]
    reference: Reference
    new_text: Span | None
    effective_on: str | None
    by: str
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
    """A legal text as a tree. Dates are ISO 8601, shortened where the print is blank; blank is None.

    `pages` holds the canonical offset at which each page of the file begins; it is empty for a format
    without pages.
    """

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
    amendments: tuple[Amendment, ...] = ()
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

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
        return _adapter().validate_python(data)

    def page(self, offset: int) -> int | None:
        """Return the number of the page that a canonical offset stands on, from 1; None without pages."""
        return bisect_right(self.pages, offset) or None


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
