"""The hybrid retriever over a corpus of legal texts: what a question means, then the search engine."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.abbreviations import spell_out
from index.bm25 import idf
from index.encoder import SentenceEncoder, open_encoder
from index.engine import Scored, SearchEngine
from index.errors import BrokenIndex
from index.passages import Passage
from index.query import Filters, NamedPlaces, places_in
from index.store import Manifest, current_version, documents_of, manifest_of, passages_in
from index.tokens import search_syllables, term_keys
from ingest import Document


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score, its share of the question's terms, and its cosine."""

    passage: Passage
    document: Document
    score: float
    lexical: float
    dense: float


class HybridRetriever(BaseRetriever):
    """A LangChain retriever over one version of an index."""

    model_config = ConfigDict(arbitrary_types_allowed=True, ignored_types=(cached_property,))

    manifest: Manifest
    documents: dict[str, Document]
    passages: list[Passage]
    engine: SearchEngine
    encoder: SentenceEncoder
    k: int = 10

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> list[Hit]:
        """Return the k best passages for a question, best first.

        Documents outside the filters are left out before ranking. Where the filters name no place,
        the places that the question names are the filter.
        """
        limits = filters or Filters()
        if not limits.places:
            limits = Filters(self.places_in(question).known, limits.kind, limits.as_of)
        admitted = self._admitted(limits)
        if not admitted.any() or not question.strip():
            return []
        spelt_out = spell_out(question)
        vector = self.encoder.encode_question(spelt_out)
        return [self._hit(found) for found in self.engine.rank(spelt_out, vector, k, admitted)]

    def places_in(self, question: str) -> NamedPlaces:
        """Return the places that a question names, in the corpus and not."""
        return places_in(question, list(self.documents.values()))

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term, a syllable or a pair, among the passages."""
        terms = self.engine.terms
        return float(idf(terms.holding(term_keys(search_syllables(term))[-1:]), terms.texts)[0])

    def _admitted(self, filters: Filters) -> np.ndarray:
        """Tell which passages may be found, shape (passages,)."""
        allowed = {name for name, document in self.documents.items() if filters.admit(document)}
        return np.array([passage.document in allowed for passage in self.passages], bool)

    def _hit(self, found: Scored) -> Hit:
        passage = self.passages[found.row]
        return Hit(passage, self.documents[passage.document], found.score, found.lexical, found.dense)

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
    model = open_encoder(manifest, folder, encoder)
    documents, passages = documents_of(folder), passages_in(folder)
    try:
        engine = SearchEngine.open(folder)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise BrokenIndex(
            f"Chỉ mục ở “{folder}” thiếu hoặc hỏng tệp. Hãy dựng lại: danchu index build --force"
        ) from error
    return HybridRetriever(
        manifest=manifest,
        documents={document.id: document for document in documents},
        passages=passages,
        engine=engine,
        encoder=model,
    )
