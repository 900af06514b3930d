"""Learning how much each score of the search engine counts, on development questions only.

    python -m training.fusion --data ../shared/benchmarks

The weights are those of a softmax over each question's candidates that makes the right ones likeliest
(ListNet's top-one loss, Cao et al. 2007), with the weight of BM25 set to 1. They are printed, with what
five-fold cross-validation gives, and go to `index/fusion.toml` by hand: a person looks at them first.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax

from eval.articles import read_articles, read_queries
from eval.retrieval import vectors_of
from index import SHIPPED_ENCODER
from index.encoder import SentenceEncoder, load_encoder
from index.engine import CANDIDATES, SCORES, SearchEngine

SETS = {
    "zalo": ("phapdien/corpus.jsonl.gz", "zalo-phapdien/queries.dev.jsonl"),
    "alqac": ("alqac/corpus.jsonl", "alqac/queries.dev.jsonl"),
    "vlsp": ("vlsp2025/corpus.jsonl", "vlsp2025/queries.dev.jsonl"),
}
"""Corpus and development questions, under the folder of benchmarks."""

_FOLDS = 5
_START = np.array([10.0, 3.0, 1.0, 3.0])
_PULL = 1e-3
"""How strongly weights are drawn to where they start, so that a score which is seldom there stays small."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """One question's candidates: their scores, shape (candidates, scores), and which are right."""

    scores: np.ndarray
    right: np.ndarray


def learn(questions: Sequence[Candidates]) -> np.ndarray:
    """Return the weights that make the right candidates likeliest, shape (scores,), not yet scaled."""
    useful = [question for question in questions if question.right.any()]

    def loss(weights: np.ndarray) -> float:
        likely = [log_softmax(q.scores @ weights)[q.right].mean() for q in useful]
        return float(-np.mean(likely) + _PULL * ((weights - _START) ** 2).sum())

    return np.asarray(minimize(loss, _START, method="L-BFGS-B").x)


def reciprocal_rank(question: Candidates, weights: np.ndarray) -> float:
    """Return 1 / rank of the first right candidate; 0 if none is among the first ten."""
    ranked = question.right[np.argsort(-question.scores @ weights, kind="stable")][:10]
    return 1 / (int(ranked.argmax()) + 1) if ranked.any() else 0.0


def cross_validated(sets: dict[str, list[Candidates]]) -> dict[str, float]:
    """Return each set's mean reciprocal rank, every question ranked by weights learned without it."""
    ranks: dict[str, list[float]] = {name: [] for name in sets}
    for fold in range(_FOLDS):
        weights = learn([q for questions in sets.values() for q in _fold(questions, fold, held_out=False)])
        for name, questions in sets.items():
            ranks[name] += [reciprocal_rank(q, weights) for q in _fold(questions, fold, held_out=True)]
    return {name: round(float(np.mean(values)), 4) for name, values in ranks.items()}


def candidates_of(
    corpus: Path, queries: Path, encoder: SentenceEncoder, progress: Callable[[str, float], None]
) -> list[Candidates]:
    """Index a corpus and return each question's candidates."""
    articles = read_articles(corpus)
    with tempfile.TemporaryDirectory() as scratch:
        vectors = vectors_of(articles, encoder, progress)
        SearchEngine.build(Path(scratch), [article.entry for article in articles], vectors)
        engine = SearchEngine.open(Path(scratch))
        found = []
        for query in read_queries(queries):
            rows, scores, _ = engine.scores(query.text, encoder.encode_question(query.text), CANDIDATES)
            right = [articles[row].id in query.relevant for row in rows]
            found.append(Candidates(scores, np.array(right, bool)))
    return found


def _fold(questions: Sequence[Candidates], fold: int, *, held_out: bool) -> list[Candidates]:
    return [q for at, q in enumerate(questions) if (at % _FOLDS == fold) is held_out]


def main() -> None:
    """Learn the weights on all sets together and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of benchmarks")
    data = parser.parse_args().data
    encoder = load_encoder(SHIPPED_ENCODER)
    sets = {
        name: candidates_of(
            data / corpus, data / queries, encoder, lambda m, s: print(f"\r{m} {s:.0%}", end="")
        )
        for name, (corpus, queries) in SETS.items()
    }
    weights = learn([question for questions in sets.values() for question in questions])
    print("\nMRR@10, five-fold:", cross_validated(sets))
    for name, weight in zip(SCORES, weights / weights[0], strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
