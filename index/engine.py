"""The search engine under every retriever: BM25, vectors, titles and definitions, fused by one sum.

It knows entries, not legal documents: what an entry is (a passage of the corpus, an article of a benchmark)
is its user's concern. Everything on disk is memory-mapped.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np

from index.bm25 import Fields, TermIndex, idf
from index.definitions import asked_term
from index.entry import Entry
from index.phrases import Phrases
from index.tokens import search_syllables, term_keys

_FUSION = tomllib.loads((Path(__file__).parent / "fusion.toml").read_text(encoding="utf-8"))
_FIELDS: dict[str, float] = _FUSION["fields"]
_WEIGHTS: dict[str, float] = _FUSION["scores"]
SCORES = ("lexical", "dense", "title", "definition")
"""What is known of each candidate; `fusion.toml` says what each is and how much it counts."""

CANDIDATES = 100
"""Entries taken from each ranking, by terms and by vectors, into the fused one."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry found: its row, fused score, share of the question's terms (0 to 1), cosine (-1 to 1)."""

    row: int
    score: float
    lexical: float
    dense: float


class SearchEngine:
    """Ranks entries for a question; see `fusion.toml` for what counts how much."""

    def __init__(self, terms: TermIndex, phrases: Phrases, vectors: faiss.Index) -> None:
        self.terms = terms
        self._phrases = phrases
        self._vectors = vectors

    @classmethod
    def build(cls, folder: Path, entries: Sequence[Entry], vectors: np.ndarray) -> None:
        """Write the index of entries into an existing folder.

        Args:
            folder: where to write.
            entries: at least one.
            vectors: of unit length, float32, shape (entries, dimensions).

        """
        TermIndex.build(_fields(entry) for entry in entries).save(folder / "terms")
        Phrases.build([(entry.title, entry.text) for entry in entries]).save(folder / "phrases")
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(vectors)
        faiss.write_index(flat, str(folder / "vectors.faiss"))

    @classmethod
    def open(cls, folder: Path) -> "SearchEngine":
        """Map what `build` wrote.

        Raises:
            OSError, ValueError, RuntimeError: a part is missing or broken.

        """
        vectors = faiss.read_index(str(folder / "vectors.faiss"), faiss.IO_FLAG_MMAP_IFC)
        return cls(
            TermIndex.open(folder / "terms", vectors.ntotal), Phrases.open(folder / "phrases"), vectors
        )

    def rank(
        self, question: str, vector: np.ndarray, k: int, admitted: np.ndarray | None = None
    ) -> list[Scored]:
        """Return the k best entries, best first; of equal ones, the first in order.

        Args:
            question: as typed, abbreviations spelt out.
            vector: the question's, of unit length or zero, shape (dimensions,).
            k: at most; at least the candidates of one ranking can be had.
            admitted: which entries may be found, shape (entries,); all if None.

        """
        rows, scores, most = self.scores(question, vector, max(k, CANDIDATES), admitted)
        fused = scores @ np.array([_WEIGHTS[name] for name in SCORES], np.float32)
        best = np.argsort(-fused, kind="stable")[:k]
        share = scores[:, 0] * most
        return [
            Scored(int(rows[at]), float(fused[at]), float(share[at]), float(scores[at, 1])) for at in best
        ]

    def likeness(self, row: int, other: int) -> float:
        """Return the cosine of two entries, -1 to 1."""
        return float(self._vectors.reconstruct(row) @ self._vectors.reconstruct(other))

    def scores(
        self, question: str, vector: np.ndarray, count: int, admitted: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray, float]:
        """Return the candidates and what is known of each; arguments as `rank` has them.

        Returns:
            The rows among the `count` best by terms or by vectors, ascending, shape (candidates,); their
            `SCORES`, shape (candidates, scores); and what part of all it could score by terms the best one
            does, 0 to 1.

        """
        lexical, most = self.terms.search(question)
        if admitted is not None:
            lexical[~admitted] = 0
        rows = self._candidates(lexical, vector, count, admitted)
        highest = max(float(lexical.max(initial=0)), 1e-9)
        scores = (
            lexical[rows] / highest,
            self._vectors.reconstruct_batch(rows) @ vector,
            self._titles_said(question, rows),
            self._phrases.define(asked_term(question), rows),
        )
        return rows, np.column_stack(scores).astype(np.float32), highest / max(most, 1e-9)

    def _candidates(
        self, lexical: np.ndarray, vector: np.ndarray, count: int, admitted: np.ndarray | None
    ) -> np.ndarray:
        """Return the rows that are among the `count` best by terms or by vectors, ascending."""
        by_terms = (
            np.argpartition(-lexical, count)[:count] if count < len(lexical) else np.arange(len(lexical))
        )
        limited = admitted is not None and not admitted.all()
        selector = faiss.IDSelectorBatch(np.flatnonzero(np.asarray(admitted))) if limited else None
        params = faiss.SearchParameters(sel=selector) if selector else None  # type: ignore[call-arg]
        _, by_vectors = self._vectors.search(vector[None, :], min(count, len(lexical)), params=params)
        return np.unique(np.concatenate([by_terms[lexical[by_terms] > 0], by_vectors[0][by_vectors[0] >= 0]]))

    def _titles_said(self, question: str, rows: np.ndarray) -> np.ndarray:
        """Return how much of each title the question says, by idf, 0 to 1; 0 without a title."""
        words = term_keys(search_syllables(question))
        keys, starts = self._phrases.titles_of(rows)
        weights = idf(self.terms.holding(keys), self.terms.texts)
        owner = np.repeat(np.arange(len(rows)), np.diff(starts))
        said = np.bincount(owner, weights * np.isin(keys, words), len(rows))
        whole = np.bincount(owner, weights, len(rows))
        return said / np.maximum(whole, 1e-9)


def _fields(entry: Entry) -> Fields:
    return [(getattr(entry, name), weight) for name, weight in _FIELDS.items()]
