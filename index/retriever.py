"""The hybrid retriever over a corpus of legal texts: what a question means, then the search engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.bm25 import idf
from index.encoder import SentenceEncoder, open_encoder
from index.engine import CANDIDATES, Scored, SearchEngine
from index.passages import Passage
from index.question.abbreviations import spell_out
from index.question.filters import Filters
from index.question.hints import Hints, hints_in
from index.question.lookup import provisions_named
from index.question.places import NamedPlaces, places_in
from index.question.spelling import respelt
from index.question.thesaurus import official_words
from index.store import Manifest, current_version, manifest_of
from index.texts import Documents, Parts, reading
from ingest import Document, Span

_NAMED = 1.0
"""How far above the best hit a provision stands that the question names."""

_KEPT = 64
"""Questions whose meaning is kept, and documents whose passages are."""

_HINTED = 0.2
"""How much more a passage scores whose act the question names by its kind, number, place, issuer or year."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score, its share of the question's terms, and its cosine.

    `part` is what matched, the passage's whole span or some of its sentences, and `row` its number in the
    index; `named` tells that the question names the provision itself.
    """

    passage: Passage
    document: Document
    score: float
    lexical: float
    dense: float
    part: Span
    row: int
    named: bool = False


class _Cited(Scored):
    """A part of a provision that the question names."""

    __slots__ = ()


class HybridRetriever(BaseRetriever):
    """A LangChain retriever over one version of an index."""

    model_config = ConfigDict(arbitrary_types_allowed=True, ignored_types=(cached_property,))

    manifest: Manifest
    documents: Documents
    parts: Parts
    engine: SearchEngine
    encoder: SentenceEncoder
    k: int = 10

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> list[Hit]:
        """Return the k best passages for a question, best first.

        Documents outside the filters are left out before ranking. Where the filters name no place, each
        place that the question names is searched by itself. The provisions that it names come first.
        """
        limits = filters or Filters()
        mended = self.understood(question)
        places = () if limits.places else self.places_in(mended).known
        searches = [replace(limits, places=(place,)) for place in places] or [limits]
        found = [scored for search in searches for scored in self._search(mended, k, search)]
        best = {self._passage_of(scored): scored for scored in sorted(found, key=lambda one: one.score)}
        return list(map(self._hit, sorted(best.values(), key=lambda one: -one.score)[:k]))

    def understood(self, question: str) -> str:
        """Return a question with its slips mended and its short forms spelt out."""
        return self._understood(question)

    @cached_property
    def _understood(self) -> Callable[[str], str]:
        """What a question means, kept for the last ones: its search and its answer ask alike."""
        return lru_cache(_KEPT)(lambda question: spell_out(respelt(question, self.engine.terms.holding_of)))

    def _search(self, mended: str, k: int, limits: Filters) -> list[Scored]:
        admitted = self._admitted(limits)
        if not admitted.any() or not mended.strip():
            return []
        question = "\n".join([mended, *official_words(mended)])
        vector = self.encoder.encode_question(question)
        facts = list(self.facts.values())
        hinted = set(self.hints_in(mended).documents)
        found = [
            replace(one, score=one.score + _HINTED * (facts[self.parts.owners[one.row]].id in hinted))
            for one in self.engine.rank(question, vector, max(k, CANDIDATES), admitted)
        ]
        best = max((one.score for one in found), default=0.0)
        first = [_Cited(row, best + _NAMED, 1.0, 1.0) for row in self._named(question, admitted)]
        passages = set(map(self._passage_of, first))
        return [*first, *(one for one in found if self._passage_of(one) not in passages)]

    def _passage_of(self, found: Scored) -> int:
        return int(self.parts.passage_numbers[found.row])

    def _named(self, question: str, admitted: np.ndarray) -> list[int]:
        """Return the rows of the provisions that a question names, with all that stands under them."""
        facts = list(self.facts.values())
        searched = [facts[owner] for owner in np.unique(self.parts.owners[admitted])]
        rows = [
            row
            for provision in provisions_named(question, searched, self.documents)
            if provision.eid
            for row in self._rows_of(provision.document)
            if _is_within((part := self.parts[row]).passage.eid, provision.eid)
            and part.span == part.passage.span
        ]
        return list(dict.fromkeys(rows))

    def _rows_of(self, document: str) -> range:
        return self.parts.of_document(list(self.facts).index(document))

    @property
    def facts(self) -> Mapping[str, Document]:
        """The documents by id, in the order of their rows, with all but their texts: cheap to go through."""
        return self.documents.facts

    def passages_of(self, document: str) -> Mapping[str, Passage]:
        """Return the passages of a document by eid, in print order."""
        return self._passages_of(document)

    @cached_property
    def _passages_of(self) -> Callable[[str], Mapping[str, Passage]]:
        return lru_cache(_KEPT)(
            lambda document: {
                passage.eid: passage
                for passage in (self.parts[row].passage for row in self._rows_of(document))
            }
        )

    def places_in(self, question: str) -> NamedPlaces:
        """Return the places that a question names, in the corpus and not."""
        return self._places_in(question)

    @cached_property
    def _places_in(self) -> Callable[[str], NamedPlaces]:
        return lru_cache(_KEPT)(lambda question: places_in(question, list(self.facts.values())))

    def hints_in(self, question: str) -> Hints:
        """Return what a question says of the acts that it means."""
        return self._hints_in(question)

    @cached_property
    def _hints_in(self) -> Callable[[str], Hints]:
        return lru_cache(_KEPT)(lambda question: hints_in(question, list(self.facts.values())))

    def likeness(self, hit: Hit, other: Hit) -> float:
        """Return the cosine of what matched in two hits, -1 to 1: how much alike they say."""
        return self.engine.likeness(hit.row, other.row)

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term, a syllable or a pair, among the passages."""
        return float(idf(np.array(self.engine.terms.holding_of(term)), len(self.parts)))

    def _admitted(self, filters: Filters) -> np.ndarray:
        """Tell which parts of passages may be found, shape (parts,)."""
        documents = [filters.admit(document) for document in self.facts.values()]
        admitted: np.ndarray = np.array(documents, bool)[self.parts.owners]
        return admitted

    def _hit(self, found: Scored) -> Hit:
        part = self.parts[found.row]
        document = self.documents[part.passage.document]
        named = isinstance(found, _Cited)
        return Hit(
            part.passage, document, found.score, found.lexical, found.dense, part.span, found.row, named
        )

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 (LangChain's signature)
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                page_content=hit.passage.text,
                metadata={
                    "document": hit.document.id,
                    "eid": hit.passage.eid,
                    "span": hit.passage.span,
                    "score": hit.score,
                },
            )
            for hit in self.search(query, self.k)
        ]


def _is_within(eid: str, other: str) -> bool:
    return eid == other or eid.startswith(f"{other}__")


def open_index(index_dir: Path, encoder: str | None = None) -> HybridRetriever:
    """Open the current version of an index, memory-mapped.

    Args:
        index_dir: the folder given to `build_index`.
        encoder: the encoder asked for, if any; it must be the one the index was built with.

    Raises:
        NoIndex, BrokenIndex, EncoderProblem: with what to do.

    """
    return open_version(current_version(index_dir), encoder)


def open_version(folder: Path, encoder: str | None = None) -> HybridRetriever:
    """Open one version's folder; see `open_index`."""
    manifest = manifest_of(folder)
    model = open_encoder(manifest, encoder)
    with reading(folder):
        engine = SearchEngine.open(folder)
    return HybridRetriever(
        manifest=manifest,
        documents=Documents(folder),
        parts=Parts(folder),
        engine=engine,
        encoder=model,
    )
