"""What can be asked of a text: a value that stands in its words, or above them."""

from dataclasses import dataclass
from typing import Literal

from ingest import Document, Provision, Span

FactKind = Literal[
    "figure",
    "year",
    "date",
    "act",
    "frequency",
    "body",
    "actor",
    "heading",
    "issued_on",
    "effective_on",
    "signer",
]

GAP = "………"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the words that say it: `clause` and `value` are spans of the document's text.

    `value` is None where the answer does not stand in the clause: it is the title of the provision `above`.
    """

    kind: FactKind
    document: Document
    provision: Provision
    clause: Span
    answer: str
    value: Span | None = None
    above: Provision | None = None

    @property
    def words(self) -> str:
        """The clause in one line; "…" tells that its sentence goes on."""
        return self._with(self.document.text[slice(*self.clause)])

    @property
    def id(self) -> str:
        """What it has in common with the facts that it gives away: those of the same clause."""
        return f"{self.document.id}#{self.clause[0]}"

    def filled(self, value: str) -> str:
        """Return the clause with another value, or a gap, in the place of its own."""
        if self.value is None:
            return self.words
        text, (start, end) = self.document.text, self.clause
        return self._with(text[start : self.value[0]] + value + text[self.value[1] : end])

    def _with(self, words: str) -> str:
        goes_on = self.document.text[self.clause[1] : self.clause[1] + 1] == ","
        return " ".join(words.split()) + (", …" if goes_on else "")
