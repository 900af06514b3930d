"""The search engine beside its parts alone: bm25s and FAISS to ask, segmenting and encoding to index."""

import logging
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

import bm25s
import faiss
import numpy as np

from eval.articles import Article, Query
from eval.retrieval import vectors_of
from index.encoder import SentenceEncoder
from index.engine import CANDIDATES, SearchEngine
from index.entry import Entry
from index.tokens import search_syllables, term_keys

logging.getLogger("bm25s").setLevel(logging.WARNING)

_ROUNDS = 3
_TENTH = 10
_T = TypeVar("_T")


def engine_figures(
    articles: Sequence[Article],
    queries: Sequence[Query],
    encoder: SentenceEncoder,
    progress: Callable[[str, float], None],
) -> dict[str, float]:
    """Measure indexing, opening and asking, each beside its parts alone, in one run.

    Args:
        articles: indexed whole, and one in ten of them for the time that opening takes.
        queries: asked in turn, `_ROUNDS` times; the figures are medians, in milliseconds.
        encoder: of articles and questions.
        progress: called with a Vietnamese message and the share done.

    """
    entries = [article.entry for article in articles]
    segmenting, keys = _timed(lambda: [_keys(entry) for entry in entries])
    encoding, vectors = _timed(lambda: vectors_of(articles, encoder, progress))
    with tempfile.TemporaryDirectory() as scratch:
        whole, tenth = Path(scratch) / "whole", Path(scratch) / "tenth"
        whole.mkdir()
        tenth.mkdir()
        building, _ = _timed(lambda: SearchEngine.build(whole, entries, vectors))
        few = len(entries) // _TENTH + 1
        SearchEngine.build(tenth, entries[:few], vectors[:few])
        opening = median(_timed(lambda: SearchEngine.open(whole))[0] for _ in range(9))
        opening_tenth = median(_timed(lambda: SearchEngine.open(tenth))[0] for _ in range(9))
        progress("bm25s", 0.9)
        asked = _asked(queries, SearchEngine.open(whole), keys, vectors, encoder)
    parts = asked["bm25s_ms"] + asked["faiss_ms"]
    return {
        "segment_s": round(segmenting, 2),
        "encode_s": round(encoding, 2),
        "index_s": round(encoding + building, 2),
        "index / (segment + encode)": round((encoding + building) / (segmenting + encoding), 2),
        "open_ms": round(opening * 1000, 2),
        "open / open a tenth": round(opening / opening_tenth, 2),
        **{name: round(value, 2) for name, value in asked.items()},
        "hybrid / (bm25s + faiss)": round(asked["hybrid_ms"] / parts, 2),
    }


def _keys(entry: Entry) -> np.ndarray:
    return term_keys(search_syllables(f"{entry.title}\n{entry.context}\n{entry.text}"))


def _asked(
    queries: Sequence[Query],
    engine: SearchEngine,
    keys: Sequence[np.ndarray],
    vectors: np.ndarray,
    encoder: SentenceEncoder,
) -> dict[str, float]:
    """Return the median milliseconds of a question: the engine's, bm25s's, FAISS's, and its encoding's."""
    lexical, vocabulary = _bm25s(keys)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    times: dict[str, list[float]] = {"hybrid_ms": [], "bm25s_ms": [], "faiss_ms": [], "encode_ms": []}

    def measured(name: str, work: Callable[[], object]) -> None:
        times[name].append(_timed(work)[0] * 1000)

    for query in [*queries] * _ROUNDS:
        vector = encoder.encode_question(query.text)
        asked = [
            vocabulary[key]
            for key in dict.fromkeys(term_keys(search_syllables(query.text)).tolist())
            if key in vocabulary
        ]
        measured("bm25s_ms", lambda: np.argpartition(lexical.get_scores_from_ids(asked), -CANDIDATES))  # noqa: B023
        measured("faiss_ms", lambda: flat.search(vector[None, :], CANDIDATES))  # noqa: B023
        measured("encode_ms", lambda: encoder.encode_question(query.text))  # noqa: B023
        measured("hybrid_ms", lambda: engine.rank(query.text, vector, 10))  # noqa: B023
    return {name: median(values) for name, values in times.items()}


def _bm25s(keys: Sequence[np.ndarray]) -> tuple[bm25s.BM25, dict[int, int]]:
    """Index the same terms of the texts with bm25s."""
    vocabulary: dict[int, int] = {}
    ids = [[vocabulary.setdefault(key, len(vocabulary)) for key in text.tolist()] for text in keys]
    lexical = bm25s.BM25(method="lucene")
    lexical.index((ids, vocabulary), show_progress=False)
    return lexical, vocabulary


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done
