"""Passages: what is searched and cited, one for each provision that says something itself."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from index.entry import Entry
from ingest import Span

_LONG = 250
"""A passage of more words than these is searched by its parts, too."""

_RUN = 100


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision's own words, dash items included, with where they stand and what stands above them.

    `span` and `sentences` are ranges of the document's canonical text; `title` is its heading and
    those above it, and `context` the document's kind, number and place, for search only.
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
    def parts(self) -> tuple["Part", ...]:
        """What is searched of it: the whole and, of a long one, runs of its sentences."""
        runs = list(self._runs()) if len(self.text.split()) > _LONG else []
        return (Part(self, self.span), *(Part(self, run) for run in runs))

    def _runs(self) -> Iterator[Span]:
        """Yield the sentences in runs of at least _RUN words; the last may have fewer."""
        start, words = self.sentences[0][0], 0
        for first, last in self.sentences:
            words += len(self.words(first, last).split())
            if words >= _RUN:
                yield start, last
                start, words = last, 0
        if words:
            yield start, self.sentences[-1][1]

    def words(self, start: int, end: int) -> str:
        """Return its text between two offsets of the document's canonical text."""
        return self.text[start - self.span[0] : end - self.span[0]]


@dataclass(frozen=True, slots=True)
class Part:
    """A passage, or some of its sentences: one row of the search engine. It is cited as its passage."""

    passage: Passage
    span: Span

    @property
    def entry(self) -> Entry:
        """What the engine searches."""
        return Entry(self.passage.title, self.passage.context, self.passage.words(*self.span))


def parts_of(passages: Iterable[Passage]) -> list[Part]:
    """Return the parts of passages in order, one a row of the engine."""
    return [part for passage in passages for part in passage.parts]
