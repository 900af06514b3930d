"""An answer as frozen data, in the form that CONTRACTS calls an Answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import groupby
from typing import Any, Literal

from pydantic import TypeAdapter

from index import Hit
from ingest import Document, Place, Provision, Span, Step
from ingest.citation import provision_label

Status = Literal["answered", "abstained"]
Reason = Literal[
    "out_of_scope",
    "no_evidence",
    "unknown_place",
    "unknown_document",
    "unknown_provision",
    "bad_question",
    "left_blank",
]


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """The facts of a document that a citation shows."""

    id: str
    kind: str
    number: str | None
    issuer: str | None
    place: Place | None
    issued_on: str | None
    status: Literal["draft", "issued"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and the provision it stands in.

    `quote` is the document's canonical text at `span`; `passage` is the whole provision.
    """

    n: int
    document: CitedDocument
    eid: str
    path: tuple[Step, ...]
    label: str
    quote: str
    span: Span
    page: int | None
    passage: str


@dataclass(frozen=True, slots=True)
class Retrieved(Citation):
    """A passage found, in the form of a citation of all of it, with its score."""

    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the answer, and the numbers of the citations that prove it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """What answered: index version, encoder, and language model if one was used."""

    index: str
    encoder: str
    llm: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an abstention with its reason.

    `confidence` is the chance, 0 to 1, that it is right as `eval.measures.calibration` says; None of a
    question that could not be asked. It is for programs: people read the quotes.
    """

    id: str | int | None
    question: str
    status: Status
    reason: Reason | None
    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    retrieved: tuple[Retrieved, ...]
    warnings: tuple[str, ...]
    confidence: float | None
    engine: Engine
    took_ms: float

    def to_json(self) -> dict[str, Any]:
        """Return the answer as JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        """Rebuild an answer from what `to_json` gave, after a round trip through JSON.

        Raises:
            ValueError: it is not in the form.

        """
        return _adapter().validate_python(data)


@cache
def _adapter() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def by_document(
    claims: Sequence[Claim], citations: Sequence[Citation]
) -> Iterator[tuple[CitedDocument, list[tuple[Claim, Citation]]]]:
    """Group claims that follow each other by the document they cite first, each with that citation."""
    by_number = {citation.n: citation for citation in citations}
    pairs = [(claim, by_number[claim.citations[0]]) for claim in claims]
    for _, group in groupby(pairs, key=lambda pair: pair[1].document.id):
        listed = list(group)
        yield listed[0][1].document, listed


def cite(document: Document, provision: Provision, span: Span, n: int) -> Citation:
    """Cite `span` of a document's canonical text, in one of its provisions, as number `n`."""
    return Citation(**_cited(document, provision, span, n))


def retrieved(hit: Hit, n: int) -> Retrieved:
    """Give a passage found as number `n`, in the form of a citation of all of it."""
    provision = hit.document.provision(hit.passage.eid)
    cited = _cited(hit.document, provision, hit.passage.span, n)
    return Retrieved(**cited, score=round(hit.score, 6))


def _cited(document: Document, provision: Provision, span: Span, n: int) -> dict[str, Any]:
    return {
        "n": n,
        "document": CitedDocument(
            document.id,
            document.kind,
            document.number,
            document.issuer,
            document.place,
            document.issued_on,
            document.status,
        ),
        "eid": provision.eid,
        "path": provision.path,
        "label": provision_label(provision.path, document),
        "quote": document.text[slice(*span)],
        "span": span,
        "page": None,
        "passage": document.text[slice(*provision.span)],
    }
