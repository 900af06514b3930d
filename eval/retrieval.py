"""Scoring ranked retrieval on an article corpus, with the engine and the encoder that the app uses."""

import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import ir_measures
import numpy as np
from ir_measures import RR, R, nDCG

from eval.articles import Article, Query
from index.encoder import SentenceEncoder
from index.engine import SearchEngine
from index.question.spelling import respelt

_DEPTH = 100
_MEASURES = {
    "MRR@10": RR @ 10,
    **{f"R@{k}": R @ k for k in (1, 5, 10, 20, 100)},
    "nDCG@10": nDCG @ 10,
}
_KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """Means of the measures over all questions, seconds, milliseconds and MiB; see the contract's names."""

    metrics: dict[str, float]
    index_s: float
    query_ms: dict[str, float]
    peak_rss_mb: int
    per_query: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return asdict(self)


def score_retrieval(
    articles: Sequence[Article],
    queries: Sequence[Query],
    encoder: SentenceEncoder,
    progress: Callable[[str, float], None] = lambda _message, _share: None,
) -> RetrievalReport:
    """Index the articles in a scratch folder, ask every question, and score the ranked articles.

    Args:
        articles: at least one.
        queries: a right article that the corpus lacks counts as not found.
        encoder: of articles and questions.
        progress: called with a Vietnamese message and the share done.

    """
    with tempfile.TemporaryDirectory() as scratch:
        started = time.perf_counter()
        SearchEngine.build(
            Path(scratch), [a.entry for a in articles], vectors_of(articles, encoder, progress)
        )
        index_s = time.perf_counter() - started
        engine = SearchEngine.open(Path(scratch))
        runs, times = {}, []
        for done, query in enumerate(queries):
            progress("Hỏi", 0.9 + 0.1 * done / len(queries))
            started = time.perf_counter()
            asked = respelt(query.text, engine.terms.holding_of)
            found = engine.rank(asked, encoder.encode_question(asked), _DEPTH)
            times.append((time.perf_counter() - started) * 1000)
            runs[query.id] = [articles[scored.row].id for scored in found]
    metrics, per_query = mean_scores(queries, runs)
    return RetrievalReport(
        metrics=metrics,
        index_s=round(index_s, 1),
        query_ms={"p50": round(median(times), 2), "p95": round(float(np.percentile(times, 95)), 2)},
        peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _KIB_PER_MIB,
        per_query=per_query,
    )


def vectors_of(
    articles: Sequence[Article], encoder: SentenceEncoder, progress: Callable[[str, float], None]
) -> np.ndarray:
    """Encode articles, shape (articles, dimensions)."""
    return encoder.encode_passages(
        [article.entry.encoded for article in articles],
        lambda share: progress("Mã hóa các điều", 0.9 * share),
    )


def mean_scores(
    queries: Sequence[Query], runs: dict[str, list[str]]
) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Return the means of the measures, and for each question its measures and its ranked articles."""
    right = [ir_measures.Qrel(query.id, article, 1) for query in queries for article in query.relevant]
    ranked = [
        ir_measures.ScoredDoc(query, article, -rank)
        for query, articles in runs.items()
        for rank, article in enumerate(articles)
    ]
    names = {measure: name for name, measure in _MEASURES.items()}
    means = ir_measures.calc_aggregate(names, right, ranked)
    by_query: dict[str, dict[str, float]] = {query.id: {} for query in queries}
    for value in ir_measures.iter_calc(names, right, ranked):
        by_query[value.query_id][names[value.measure]] = round(value.value, 4)
    per_query = [{"id": query.id, **by_query[query.id], "ranked": runs[query.id][:10]} for query in queries]
    return {name: round(means[measure], 4) for name, measure in _MEASURES.items()}, per_query
