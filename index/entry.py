"""What the search engine searches."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's title, what stands around it (act, place, chapter), and its words."""

    title: str
    context: str
    text: str

    @property
    def encoded(self) -> str:
        """The text that is encoded: what stands around and above, then the words."""
        return f"{self.context}\n{self.title}\n{self.text}"
