"""Passages: what is searched and cited, one for each provision that says something itself."""

from dataclasses import asdict, dataclass
from typing import Any

from ingest import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision's own words, dash items included, with where they stand and what stands above them.

    `span` and `sentences` are ranges of the document's canonical text; `title` is the nearest heading, and
    `context` the document's kind, number and place and the headings above that, for search only.
    """

    document: str
    eid: str
    span: Span
    sentences: tuple[Span, ...]
    title: str
    context: str
    text: str

    def to_json(self) -> dict[str, Any]:
        """Return the passage as JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Passage":
        """Rebuild a passage from what `to_json` gave."""
        sentences = tuple((start, end) for start, end in data["sentences"])
        return cls(**{**data, "span": tuple(data["span"]), "sentences": sentences})

    @property
    def searched(self) -> str:
        """The text that is encoded: what stands above, then the words."""
        return f"{self.context}\n{self.title}\n{self.text}"
