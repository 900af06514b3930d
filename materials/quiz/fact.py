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
    "term",
    "actor",
    "task",
    "not_task",
    "issued_on",
    "effective_on",
]

GAP = "………"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the words that say it: `clause` and `value` are spans of the document's text.

    `value` is None where the answer is no part of the clause: the body whose tasks stand under `above`, or
    the clause itself, asked for as a task of `whose` or as the one that is none.
    """

    kind: FactKind
    document: Document
    provision: Provision
    clause: Span
    answer: str
    value: Span | None = None
    above: Provision | None = None
    whose: str = ""

    @property
    def words(self) -> str:
        """The clause in one line; "…" tells that its sentence goes on."""
        return self._with(self.document.text[slice(*self.clause)])

    @property
    def id(self) -> str:
        """What it has in common with the facts that it gives away: those of the same clause."""
        return f"{self.document.id}#{self.clause[0]}"

    @property
    def before(self) -> str:
        """What stands before the value in its clause; "" where there is no value."""
        return self.document.text[self.clause[0] : self.value[0]] if self.value else ""

    def filled(self, value: str) -> str:
        """Return the clause with another value, or a gap, in the place of its own."""
        if self.value is None:
            return self.words
        text, (start, end) = self.document.text, self.clause
        return self._with(text[start : self.value[0]] + value + text[self.value[1] : end])

    def _with(self, words: str) -> str:
        goes_on = self.document.text[self.clause[1] : self.clause[1] + 1] == ","
        return " ".join(words.split()) + (", …" if goes_on else "")
