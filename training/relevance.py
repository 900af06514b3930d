"""Learn how likely a passage found answers a question, on the development questions.

    python -m training.relevance --gold eval/gold/seeds-dev.jsonl eval/gold/near-misses.jsonl --out answer/relevance.toml

A logistic regression over `answer.relevance.FEATURES`. It prints the area under the ROC curve of passages
that answer against the others, by ten-fold cross-validation with whole questions left out.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from answer.abstain import without_text
from answer.evidence import gather
from answer.question import asked_part
from answer.relevance import FEATURES
from eval.questions import GoldQuestion, answers, read_gold
from index import Filters, HybridRetriever, open_index

_C = 0.3
_FOLDS = 10
_OTHERWISE = frozenset({"document_fact", "lookup", "follow_up"})
"""Types of questions that are answered without the model."""


def examples(
    questions: Sequence[GoldQuestion], retriever: HybridRetriever
) -> Iterator[tuple[str, tuple[float, ...], bool]]:
    """Yield for each passage found its question's id, its features, and whether it answers."""
    for question in questions:
        if question.type in _OTHERWISE:
            continue
        evidence = gather(asked_part(question.text) or question.text, retriever, Filters())
        if without_text(evidence, retriever):
            continue
        for judged in evidence.judged:
            if not judged.hit.named:
                yield question.id, judged.features, answers(judged.hit, question)


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
    groups, features = [group for group, _, _ in found], np.array([values for _, values, _ in found])
    right = np.array([answer for _, _, answer in found])
    folds = GroupKFold(_FOLDS)
    chances = cross_val_predict(_model(), features, right, groups=groups, cv=folds, method="predict_proba")
    area = roc_auc_score(right, chances[:, 1])
    print(f"{len(set(groups))} questions, {len(right)} passages, ROC AUC {area:.3f}")
    _write(_model().fit(features, right), options.out)


def _write(model: Pipeline, path: Path) -> None:
    scaler, regression = model[0], model[-1]
    columns = zip(FEATURES, scaler.mean_, scaler.scale_, regression.coef_[0], strict=True)
    lines = [
        "# How likely a passage answers: learned by training.relevance.",
        f"bias = {regression.intercept_[0]:.4f}",
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
