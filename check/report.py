"""What checking a text gives: findings, each a reference or a quotation with its verdict."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from ingest import Span, Step

Verdict = Literal[
    "exists",
    "no_such_provision",
    "unknown_document",
    "quotation_altered",
    "amended",
    "ambiguous",
]
Contradicted = Literal["other_kind", "other_number", "other_date", "other_place", "other_issuer"]
"""What a text says of an act that the corpus says otherwise."""

Detail = Literal["not_held", "not_seen", Contradicted, "elsewhere", "not_in_corpus", "different_words"]
"""Why: an act that the corpus names but does not hold, never names, or knows otherwise; where a quotation
stands, if anywhere."""

VERDICT_NAMES: dict[Verdict, str] = {
    "exists": "Đúng",
    "no_such_provision": "Không có điều khoản này",
    "unknown_document": "Không có văn bản này trong kho",
    "quotation_altered": "Trích dẫn không đúng nguyên văn",
    "amended": "Đúng, nhưng đã được sửa đổi",
    "ambiguous": "Chưa rõ là văn bản hay điều khoản nào",
}

_WRONG: frozenset[Verdict] = frozenset({"no_such_provision", "quotation_altered"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a quotation's words are not its source's; either side may be empty."""

    draft: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A reference or quotation of the checked text and what the corpus says of it.

    `span` is its place in the report's text. `document`, `eid` and `path` are where it leads, None and empty
    where it leads nowhere; `source` is the corpus's own wording of a quotation. `message` is for people.
    """

    kind: Literal["reference", "quotation"]
    span: Span
    text: str
    verdict: Verdict
    detail: Detail | None
    message: str
    document: str | None = None
    eid: str | None = None
    path: tuple[Step, ...] = ()
    label: str | None = None
    source: str | None = None
    differences: tuple[Difference, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether the text says what the corpus contradicts, and not only what it cannot confirm."""
        return self.verdict in _WRONG or self.detail in get_args(Contradicted)


@dataclass(frozen=True, slots=True)
class Report:
    """A checked text with its findings in print order."""

    source: str
    text: str
    findings: tuple[Finding, ...]
    took_ms: float

    def counts(self) -> dict[Verdict, int]:
        """Return how many findings have each verdict."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict: found[verdict] for verdict in VERDICT_NAMES}

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        data = asdict(self)
        for finding, own in zip(data["findings"], self.findings, strict=True):
            finding["wrong"] = own.is_wrong
        return {"source": self.source, "counts": self.counts(), **data}
