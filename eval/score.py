"""Scoring answers against gold questions: per question first, means second."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from statistics import mean
from typing import Any

from eval.answers import GivenAnswer
from eval.measures import citation, exactness, required_facts
from eval.questions import GoldQuestion
from ingest import Document


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One question's measures, 0 to 1; None where it has none."""

    id: str
    type: str
    style: str
    answerable: bool
    abstained: bool
    invented: int
    citations: int
    verbatim: int
    precision: dict[str, float | None]
    recall: dict[str, float | None]
    required_facts: float | None
    every_document: bool | None


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of many answers.

    `metrics` are means over the questions that have them. Precision is that of the answerable questions
    answered; recall and required facts count an answerable question that is abstained as 0.
    """

    questions: int
    metrics: dict[str, float]
    by_type: dict[str, dict[str, float]]
    by_style: dict[str, dict[str, float]]
    per_question: list[QuestionScore] = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        """Return the scores as JSON-ready data."""
        return asdict(self)


LEVELS: tuple[citation.Level, ...] = ("document", "article", "clause", "point")


def score(
    questions: Sequence[GoldQuestion], answers: Mapping[str, GivenAnswer], documents: Mapping[str, Document]
) -> Scores:
    """Score answers by their questions' ids; a question without an answer counts as abstained."""
    scores = [_scored(question, answers.get(question.id), documents) for question in questions]
    return Scores(
        questions=len(scores),
        metrics=_means(scores),
        by_type={kind: _means([s for s in scores if s.type == kind]) for kind in _names(scores, "type")},
        by_style={kind: _means([s for s in scores if s.style == kind]) for kind in _names(scores, "style")},
        per_question=scores,
    )


def _scored(
    question: GoldQuestion, answer: GivenAnswer | None, documents: Mapping[str, Document]
) -> QuestionScore:
    answered = answer is not None and answer.status == "answered"
    citations = answer.citations if answer and answered else ()
    cited = [(one.document, one.path) for one in citations]
    gold = [(document, provision.path) for document, provision in question.gold]
    of_document = citation.recall(cited, gold, "document")
    return QuestionScore(
        id=question.id,
        type=question.type,
        style=question.style,
        answerable=bool(gold),
        abstained=not answered,
        invented=exactness.invented(citations, documents),
        citations=len(citations),
        verbatim=sum(exactness.is_verbatim(one, documents) for one in citations),
        precision={level: citation.precision(cited, gold, level) if gold else None for level in LEVELS},
        recall={level: citation.recall(cited, gold, level) for level in LEVELS},
        required_facts=required_facts.said(question.must_have, answer.text if answer and answered else ""),
        every_document=of_document == 1 if question.type == "comparison" and gold else None,
    )


def _means(scores: Sequence[QuestionScore]) -> dict[str, float]:
    """Return the means; a measure that no question has is left out."""
    answerable = [one for one in scores if one.answerable]
    others = [one for one in scores if not one.answerable]
    columns: dict[str, list[float | None]] = {
        **{f"citation_precision@{level}": [one.precision[level] for one in answerable] for level in LEVELS},
        **{f"citation_recall@{level}": [one.recall[level] for one in answerable] for level in LEVELS},
        "required_facts": [one.required_facts for one in answerable],
        "comparisons_complete": [one.every_document for one in answerable],
        "unanswerable_abstained": [one.abstained for one in others],
        "wrongly_abstained": [one.abstained for one in answerable],
    }
    found = {name: [value for value in values if value is not None] for name, values in columns.items()}
    means = {name: round(mean(values), 4) for name, values in found.items() if values}
    quotes = sum(one.citations for one in scores)
    exact = {"verbatim": round(sum(one.verbatim for one in scores) / quotes, 4)} if quotes else {}
    return {**means, **exact, "invented_citations": sum(one.invented for one in scores)}


def _names(scores: Sequence[QuestionScore], of: str) -> list[str]:
    return list(dict.fromkeys(getattr(one, of) for one in scores))
