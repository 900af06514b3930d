"""The hybrid retriever: BM25 over syllables and pairs, fused with the encoder's cosine."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.abbreviations import spell_out
from index.encoder import SentenceEncoder, open_encoder
from index.errors import BrokenIndex
from index.passages import Passage
from index.query import Filters, NamedPlaces, places_in
from index.store import Manifest, current_version, documents_of, manifest_of, passages_in
from index.tokens import question_terms
from ingest import Document

_WEIGHTS = tomllib.loads((Path(__file__).parent / "fusion.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score and the two it is made of."""

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
    terms: Any
    vectors: Any
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
        if not admitted.size or not question.strip():
            return []
        spelt_out = spell_out(question)
        lexical = self._lexical_scores(spelt_out)
        dense = self._dense_scores(spelt_out, admitted)
        fused = _WEIGHTS["lexical"] * lexical[admitted] + _WEIGHTS["dense"] * dense
        best = np.argsort(-fused, kind="stable")[:k]
        return [
            self._hit(int(admitted[at]), float(fused[at]), float(lexical[admitted[at]]), float(dense[at]))
            for at in best
        ]

    def places_in(self, question: str) -> NamedPlaces:
        """Return the places that a question names, in the corpus and not."""
        return places_in(question, list(self.documents.values()))

    def _lexical_scores(self, question: str) -> np.ndarray:
        """Return BM25 as a share of the most that the question's terms could give, shape (passages,).

        A term that no passage has counts in full in that most: Lucene's idf for a frequency of 0.
        """
        terms = list(dict.fromkeys(question_terms(question)))
        most = sum(self.idf(term) for term in terms)
        known = [term for term in terms if term in self.terms.vocab_dict]
        if not known:
            return np.zeros(len(self.passages), np.float32)
        return np.asarray(self.terms.get_scores(known)) / most

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency, ln(1 + (N - n + ½) / (n + ½)), as Lucene's BM25."""
        pointers = self.terms.scores["indptr"]
        at = self.terms.vocab_dict.get(term)
        holding = int(pointers[at + 1] - pointers[at]) if at is not None else 0
        return float(np.log1p((len(self.passages) - holding + 0.5) / (holding + 0.5)))

    def _dense_scores(self, question: str, admitted: np.ndarray) -> np.ndarray:
        selector = faiss.SearchParameters(sel=faiss.IDSelectorBatch(admitted))  # type: ignore[call-arg]
        vector = self.encoder.encode_question(question)[None, :]
        scores, rows = self.vectors.search(vector, admitted.size, params=selector)
        dense = np.zeros(len(self.passages), np.float32)
        dense[rows[0]] = scores[0]
        return np.asarray(dense[admitted])

    def _admitted(self, filters: Filters) -> np.ndarray:
        allowed = {name for name, document in self.documents.items() if filters.admit(document)}
        rows = [at for at, passage in enumerate(self.passages) if passage.document in allowed]
        return np.array(rows, dtype=np.int64)

    def _hit(self, at: int, score: float, lexical: float, dense: float) -> Hit:
        passage = self.passages[at]
        return Hit(passage, self.documents[passage.document], score, lexical, dense)

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
        terms = bm25s.BM25.load(str(folder / "bm25"), mmap=True, show_progress=False)
        vectors = faiss.read_index(str(folder / "vectors.faiss"), faiss.IO_FLAG_MMAP_IFC)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise BrokenIndex(
            f"Chỉ mục ở “{folder}” thiếu hoặc hỏng tệp. Hãy dựng lại: danchu index build --force"
        ) from error
    return HybridRetriever(
        manifest=manifest,
        documents={document.id: document for document in documents},
        passages=passages,
        terms=terms,
        vectors=vectors,
        encoder=model,
    )
