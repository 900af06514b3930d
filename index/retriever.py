"""The hybrid retriever over a corpus of legal texts: what a question means, then the search engine."""

from dataclasses import dataclass, replace
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
from index.engine import CANDIDATES, Scored, SearchEngine
from index.errors import BrokenIndex
from index.hints import hints_in
from index.lookup import provisions_named
from index.passages import Part, Passage, parts_of
from index.query import Filters, NamedPlaces, places_in
from index.spelling import respelt
from index.store import Manifest, current_version, documents_of, manifest_of, passages_in
from index.thesaurus import official_words
from ingest import Document, Span

_NAMED = 1.0
"""How far above the best hit a provision stands that the question names."""

_HINTED = 0.2
"""How much more a passage scores whose act the question names by its kind, number, place, issuer or year."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score, its share of the question's terms, and its cosine.

    `part` is what matched, the passage's whole span or some of its sentences; `named` tells that the
    question names the provision itself.
    """

    passage: Passage
    document: Document
    score: float
    lexical: float
    dense: float
    part: Span
    named: bool = False


class HybridRetriever(BaseRetriever):
    """A LangChain retriever over one version of an index."""

    model_config = ConfigDict(arbitrary_types_allowed=True, ignored_types=(cached_property,))

    manifest: Manifest
    documents: dict[str, Document]
    passages: list[Passage]
    parts: list[Part]
    engine: SearchEngine
    encoder: SentenceEncoder
    k: int = 10

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> list[Hit]:
        """Return the k best passages for a question, best first.

        Documents outside the filters are left out before ranking. Where the filters name no place, each
        place that the question names is searched by itself. The provisions that it names come first.
        """
        limits = filters or Filters()
        asked = self.understood(question)
        places = () if limits.places else self.places_in(asked).known
        searches = [replace(limits, places=(place,)) for place in places] or [limits]
        found = [hit for search in searches for hit in self._search(asked, k, search)]
        best = {hit.passage: hit for hit in sorted(found, key=lambda hit: hit.score)}
        return sorted(best.values(), key=lambda hit: -hit.score)[:k]

    def understood(self, question: str) -> str:
        """Return a question as it is searched: slips mended, short forms spelt out, official words added."""
        mended = spell_out(respelt(question, self.engine.terms.holding_of))
        return "\n".join([mended, *official_words(mended)])

    def _search(self, question: str, k: int, limits: Filters) -> list[Hit]:
        admitted = self._admitted(limits)
        if not admitted.any() or not question.strip():
            return []
        vector = self.encoder.encode_question(question)
        hinted = set(hints_in(question, list(self.documents.values())).documents)
        found = [
            replace(hit, score=hit.score + _HINTED * (hit.document.id in hinted))
            for hit in map(self._hit, self.engine.rank(question, vector, max(k, CANDIDATES), admitted))
        ]
        named = self._named(question, admitted)
        best = max((hit.score for hit in found), default=0.0)
        first = [replace(self._hit(Scored(row, best + _NAMED, 1.0, 1.0)), named=True) for row in named]
        passages = {hit.passage for hit in first}
        return [*first, *(hit for hit in found if hit.passage not in passages)]

    def _named(self, question: str, admitted: np.ndarray) -> list[int]:
        """Return the rows of the provisions that a question names, with all that stands under them."""
        ids = {self.parts[row].passage.document for row in np.flatnonzero(admitted)}
        named = provisions_named(question, [self.documents[name] for name in sorted(ids)])
        rows = [
            row
            for provision in named
            for row, part in enumerate(self.parts)
            if provision.eid
            and part.passage.document == provision.document
            and _is_within(part.passage.eid, provision.eid)
            and part.span == part.passage.span
        ]
        return list(dict.fromkeys(rows))

    def places_in(self, question: str) -> NamedPlaces:
        """Return the places that a question names, in the corpus and not."""
        return places_in(question, list(self.documents.values()))

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term, a syllable or a pair, among the passages."""
        return float(idf(np.array(self.engine.terms.holding_of(term)), len(self.parts)))

    def _admitted(self, filters: Filters) -> np.ndarray:
        """Tell which parts of passages may be found, shape (parts,)."""
        allowed = {name for name, document in self.documents.items() if filters.admit(document)}
        return np.array([part.passage.document in allowed for part in self.parts], bool)

    def _hit(self, found: Scored) -> Hit:
        part = self.parts[found.row]
        document = self.documents[part.passage.document]
        return Hit(part.passage, document, found.score, found.lexical, found.dense, part.span)

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
        parts=parts_of(passages),
        engine=engine,
        encoder=model,
    )
