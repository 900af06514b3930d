"""Learn how likely a passage found answers a question, on the development questions.

    python -m training.relevance --gold eval/gold/{seeds-dev,near-misses,out-of-scope}.jsonl \
        --out answer/relevance.toml

A logistic regression over `answer.looks.FEATURES`, and a second one over its log odds and how like the
likeliest passage another text's is, for questions that name no place. It prints the area under the ROC curve
of passages that answer against the others, by ten-fold cross-validation with whole questions left out.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from answer.abstain import without_text
from answer.evidence import gather
from answer.looks import FEATURES
from answer.question import asked_part
from answer.relevance import Judged
from eval.questions import GoldQuestion, answers, read_gold
from index import Filters, HybridRetriever, open_index

_C = 0.3
_FOLDS = 10
_OTHERWISE = frozenset({"document_fact", "lookup", "follow_up"})
"""Types of questions that are answered without the model."""


@dataclass(frozen=True)
class Example:
    """A passage found for a question, as the model judged it, and whether it answers."""

    question: str
    judged: Judged
    names_place: bool
    answers: bool


def examples(questions: Sequence[GoldQuestion], retriever: HybridRetriever) -> Iterator[Example]:
    """Yield each passage found for each question that the model decides."""
    for question in questions:
        if question.type in _OTHERWISE:
            continue
        evidence = gather(asked_part(question.text) or question.text, retriever, Filters())
        if without_text(evidence, retriever):
            continue
        for judged in evidence.judged:
            if not judged.hit.named:
                named = bool(evidence.asked.places.known)
                yield Example(question.id, judged, named, answers(judged.hit, question))


def echoes(
    found: Sequence[Example], odds: np.ndarray, retriever: HybridRetriever
) -> tuple[np.ndarray, np.ndarray]:
    """Return what is known of the passages of other texts than the likeliest one's, where no place is named.

    Returns:
        Their log odds of answering and likeness to the likeliest passage, shape (passages, 2); whether
        they answer, shape (passages,).

    """
    known, right = [], []
    by_question = groupby(zip(found, odds, strict=True), key=lambda pair: pair[0].question)
    for _, pairs in by_question:
        of_one = [(one, chance) for one, chance in pairs if not one.names_place]
        giving = [(one, chance) for one, chance in of_one if one.judged.gives]
        if not any(one.answers for one, _ in giving):
            continue
        best = max(giving, key=lambda pair: pair[1])[0].judged.hit
        for one, chance in of_one:
            if one.judged.hit.document.id != best.document.id:
                known.append((chance, retriever.likeness(one.judged.hit, best)))
                right.append(one.answers)
    return np.array(known), np.array(right)


def _model() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=_C, max_iter=2000))


def main() -> None:
    """Learn, print the cross-validated figure, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--index", type=Path, default=Path("var/index"))
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    retriever = open_index(options.index)
    questions = [one for path in options.gold for one in read_gold(path, retriever.documents)]
    found = list(examples(questions, retriever))
    groups, features = [one.question for one in found], np.array([one.judged.features for one in found])
    right = np.array([one.answers for one in found])
    folds = GroupKFold(_FOLDS)
    odds = cross_val_predict(_model(), features, right, groups=groups, cv=folds, method="decision_function")
    area = roc_auc_score(right, odds)
    print(f"{len(set(groups))} questions, {len(right)} passages, ROC AUC {area:.3f}")
    echo = LogisticRegression().fit(*echoes(found, odds, retriever))
    _write(_model().fit(features, right), echo, options.out)


def _write(model: Pipeline, echo: LogisticRegression, path: Path) -> None:
    scaler, regression = model[0], model[-1]
    columns = zip(FEATURES, scaler.mean_, scaler.scale_, regression.coef_[0], strict=True)
    odds, likeness = echo.coef_[0]
    lines = [
        "# How likely a passage answers: learned by training.relevance.",
        f"bias = {regression.intercept_[0]:.4f}",
        f"echo = {{ bias = {echo.intercept_[0]:.4f}, odds = {odds:.4f}, likeness = {likeness:.4f} }}",
        "",
        "[features]",
        *(
            f'"{name}" = {{ mean = {mean:.4f}, scale = {scale:.4f}, weight = {weight:.4f} }}'
            for name, mean, scale, weight in columns
        ),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
