"""The list of documents, and what a reader narrows it by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.question.filters import place_names
from ingest import Document
from ingest.accents import fold
from ingest.citation import document_label

NATIONAL = "Cả nước"
STATUSES: dict[Literal["draft", "issued"], str] = {"issued": "Đã ban hành", "draft": "Dự thảo"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a list is narrowed to; None, or no words, is no limit.

    `place` matches a document's place, its province, or what that is called now, and `NATIONAL` a text of
    no one place; every one of the words, with or without accents, stands in the document's name or title.
    """

    place: str | None = None
    kind: str | None = None
    year: str | None = None
    status: Literal["draft", "issued"] | None = None
    words: str = ""

    def admits(self, document: Document) -> bool:
        """Tell whether a document is within the choice."""
        searched = fold(f"{document_label(document)} {document.title}")
        return (
            self._of_place(document)
            and self.kind in (None, document.kind)
            and self.year in (None, year(document))
            and self.status in (None, document.status)
            and all(word in searched for word in fold(self.words).split())
        )

    def _of_place(self, document: Document) -> bool:
        if self.place in (None, NATIONAL):
            return self.place is None or document.place is None
        return fold(self.place) in place_names(document)


def year(document: Document) -> str | None:
    """Return the year of issue, None where the print is blank."""
    return document.issued_on[:4] if document.issued_on else None


def places(documents: Iterable[Document]) -> list[str]:
    """Return the places to choose from: the whole country first, then names, provinces, and present names."""
    named = {
        name
        for document in documents
        if document.place
        for name in (document.place.name, document.place.parent, document.place.now)
        if name
    }
    return [NATIONAL, *sorted(named, key=fold)]


def summary(document: Document) -> str:
    """Return what the list says under a document's name: its title, where it holds, whether in force."""
    place = document.place
    now = f" (nay thuộc {place.now})" if place and place.now and place.now != place.name else ""
    where = f"{place.name}{now}" if place else NATIONAL
    return f"{document.title or 'không có trích yếu'} · {where} · {STATUSES[document.status]}"
