"""Fit how likely what an answer shows is right, on the development questions.

    python -m training.confidence --gold eval/gold/seeds-dev.jsonl --out answer/confidence.toml

Where relevance decided, a logistic regression on its log odds (Platt scaling); where a rule did, the share
that was right by Laplace's rule of succession. It prints the share that is right, and the Brier score and the
calibration error by ten-fold cross-validation. The relevance itself was learned on these questions, too, so
the figures are a little too good; and the chances hold where as many questions have no answer as of these.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Literal, get_args

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from answer import answer
from answer.basis import basis_of
from answer.confidence import Grounds, Way, Weights, confidence, grounds
from answer.relevance import log_odds
from eval.answers import given
from eval.measures.calibration import brier, calibration
from eval.questions import GoldQuestion, read_gold
from eval.score import score
from index import Filters, HybridRetriever, open_index

_FOLDS = 10
_SEED = 2005
_BY_RELEVANCE = frozenset({"found", "weak"})


@dataclass(frozen=True)
class Example:
    """What an answer stood on, and whether it was right."""

    grounds: Grounds
    right: bool


def examples(questions: Sequence[GoldQuestion], retriever: HybridRetriever) -> list[Example]:
    """Answer the questions and see which answers are right."""
    found, answers = [], {}
    for one in questions:
        basis = basis_of(one.text, retriever, Filters(), one.history)
        made = answer(one.text, retriever, question_id=one.id, history=one.history)
        found.append(grounds(basis, answered=made.status == "answered"))
        answers[one.id] = given(made.to_json())
    scores = score(questions, answers, retriever.documents).per_question
    return [Example(of, scored.right) for of, scored in zip(found, scores, strict=True)]


def fitted(found: Sequence[Example]) -> Weights:
    """Return the weights of each way."""
    return {way: _of_way(way, [one for one in found if one.grounds.way == way]) for way in get_args(Way)}


def _of_way(way: Way, found: Sequence[Example]) -> dict[Literal["bias", "odds"], float]:
    right = [one.right for one in found]
    if way not in _BY_RELEVANCE or all(right) or not any(right):
        return {"bias": log_odds((sum(right) + 1) / (len(right) + 2)), "odds": 0.0}
    model = LogisticRegression().fit([[one.grounds.odds] for one in found], right)
    return {"bias": float(model.intercept_[0]), "odds": float(model.coef_[0][0])}


def cross_validated(found: Sequence[Example]) -> list[tuple[float, bool]]:
    """Return each answer's confidence by weights fitted without it, and whether it was right."""
    forecasts = []
    for kept, left_out in KFold(_FOLDS, shuffle=True, random_state=_SEED).split(np.arange(len(found))):
        weights = fitted([found[at] for at in kept])
        forecasts += [(confidence(found[at].grounds, weights), found[at].right) for at in left_out]
    return forecasts


def main() -> None:
    """Fit, print the cross-validated figures, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--index", type=Path, default=Path("var/index"))
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    retriever = open_index(options.index)
    found = examples(read_gold(options.gold, retriever.documents), retriever)
    forecasts = cross_validated(found)
    error = calibration(forecasts)
    print(f"{len(found)} questions, {mean(one.right for one in found):.4f} right")
    print(f"Brier {mean(map(brier, forecasts)):.4f}, ECE {error.ECE if error else 0:.4f}")
    lines = ["# How likely what an answer shows is right: fitted by training.confidence."]
    lines += [
        f"{way} = {{ bias = {weights['bias']:.4f}, odds = {weights['odds']:.4f} }}"
        for way, weights in fitted(found).items()
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
