"""What an encoder gives alone, on the development questions, and between everyday and official words."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from eval.articles import read_queries
from eval.retrieval import mean_scores
from training.pairs import ALQAC_ARTICLES, codified, passage_of, read_records

_ZALO_QUESTIONS = "zalo-phapdien/queries.dev.jsonl"
_ALQAC_QUESTIONS = "alqac/queries.dev.jsonl"
_TOP = 10
_BATCH = 256

Progress = Callable[[str], None]
Figures = dict[str, dict[str, float]]


def development_figures(model: SentenceTransformer, data: Path, progress: Progress) -> Figures:
    """Return MRR@10 and R@10 of the encoder alone, for each development set."""
    progress("Zalo")
    articles = codified(data)
    zalo = _figures(
        model,
        [article["id"] for article in articles],
        [passage_of(article["act"], article["title"], article["text"]) for article in articles],
        data / _ZALO_QUESTIONS,
    )
    progress("ALQAC")
    provisions = read_records(data / ALQAC_ARTICLES)
    alqac = _figures(
        model,
        [article["id"] for article in provisions],
        [passage_of(article["law"], "", article["text"]) for article in provisions],
        data / _ALQAC_QUESTIONS,
    )
    return {"Zalo": zalo, "ALQAC": alqac}


def nearness(model: SentenceTransformer, words: Sequence[tuple[str, str]]) -> list[float]:
    """Return the cosine between the two of each pair of words."""
    everyday, official = (
        model.encode(list(side), normalize_embeddings=True, show_progress_bar=False).astype(np.float32)
        for side in zip(*words, strict=True)
    )
    return [float(cosine) for cosine in (everyday * official).sum(axis=1)]


def _figures(
    model: SentenceTransformer, names: Sequence[str], passages: list[str], questions: Path
) -> dict[str, float]:
    """Rank all passages for each question by cosine."""
    asked = read_queries(questions)
    vectors = _encoded(model, passages)
    scores = _encoded(model, [question.text for question in asked]) @ vectors.T
    first = np.argsort(-scores, axis=1, kind="stable")[:, :_TOP]
    runs = {
        question.id: [names[at] for at in ranking] for question, ranking in zip(asked, first, strict=True)
    }
    means, _ = mean_scores(asked, runs)
    return {name: means[name] for name in ("MRR@10", "R@10")}


def _encoded(model: SentenceTransformer, texts: list[str]) -> np.ndarray:
    vectors = model.encode(texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
    return np.asarray(vectors, dtype=np.float32)
