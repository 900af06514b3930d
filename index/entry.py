"""What the search engine searches."""

from dataclasses import dataclass

_ENCODED = 1600
"""Characters of an entry that are encoded; the shipped encoder is trained on as many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's title, what stands around it (act, place, chapter), and its words."""

    title: str
    context: str
    text: str

    @property
    def encoded(self) -> str:
        """The text that is encoded: what stands around and above, then the words, cut as in training."""
        return f"{self.context}\n{self.title}\n{self.text}"[:_ENCODED]
