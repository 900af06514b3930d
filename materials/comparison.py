"""What several places rule on one question: an answer of each, from its own documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer import Answer, Citation, answer
from index import Filters, HybridRetriever
from ingest import Document
from ingest.accents import fold

NO_GROUND = "Không có căn cứ trong kho văn bản."


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """What one place rules; an abstention has no citations."""

    place: str
    answer: Answer

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules found, in the words of the documents; none of an abstention."""
        return self.answer.citations if self.answer.status == "answered" else ()

    @property
    def words(self) -> str:
        """The rules' words, one rule a line."""
        return "\n".join(citation.quote for citation in self.citations)


def places_of(documents: Iterable[Document]) -> list[str]:
    """Return the names of the places that documents are of, by alphabet."""
    return sorted({one.place.name for one in documents if one.place}, key=fold)


def compare(question: str, places: Sequence[str], retriever: HybridRetriever) -> tuple[PlaceRules, ...]:
    """Answer a question for each place from that place's documents alone, in the order given.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    return tuple(PlaceRules(place, answer(question, retriever, Filters(places=(place,)))) for place in places)


def cautions_of(compared: Sequence[PlaceRules]) -> Iterator[str]:
    """Yield each caution of the answers once."""
    yield from dict.fromkeys(warning for one in compared for warning in one.answer.warnings)
