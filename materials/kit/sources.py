"""What the files of a kit are made of, each found once."""

from dataclasses import dataclass
from functools import cached_property

from index import Filters, HybridRetriever
from ingest import Document
from materials.comparison import PlaceRules, compare, places_of
from materials.duties import duties_of
from materials.duty import Duty, Target
from materials.kit.lesson import Lesson, overlap
from materials.quiz import QuizQuestion, question_bank
from materials.targets import targets_of


@dataclass(frozen=True)
class Sources:
    """A lesson and, when first asked for, what its topic has beside it."""

    lesson: Lesson
    retriever: HybridRetriever

    @cached_property
    def duties(self) -> list[Duty]:
        """The duties that the rules of the lesson lay on someone."""
        return [one for document in self._cited for one in duties_of(document) if self._is_taught(one)]

    @cached_property
    def targets(self) -> list[Target]:
        """The targets that the rules of the lesson set."""
        return [one for document in self._cited for one in targets_of(document) if self._is_taught(one)]

    @cached_property
    def compared(self) -> tuple[PlaceRules, ...]:
        """What each place rules on the topic; empty where fewer than two do."""
        found = compare(self.lesson.topic, places_of(self.retriever.facts.values()), self.retriever)
        return found if sum(bool(one.citations) for one in found) > 1 else ()

    @cached_property
    def questions(self) -> list[QuizQuestion]:
        """Questions on the topic and on what is taught, from the texts of the place where there is one."""
        limits = Filters((self.lesson.place,) if self.lesson.place else ())
        taught = [point.citation for point in self.lesson.points]
        return question_bank(self.lesson.topic, self.retriever, limits, beside=taught)

    @cached_property
    def _cited(self) -> list[Document]:
        ids = dict.fromkeys(point.citation.document.id for point in self.lesson.points)
        return [self.retriever.documents[name] for name in ids]

    def _is_taught(self, one: Duty | Target) -> bool:
        return any(
            point.citation.document.id == one.citation.document.id
            and overlap(point.citation.span, one.citation.span)
            for point in self.lesson.points
        )
