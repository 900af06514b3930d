"""Scoring answers against gold questions: per question first, means second."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from eval.answers import GivenAnswer, GivenCitation, Place
from eval.intervals import Means, means
from eval.measures import (
    abstention,
    calibration,
    characters,
    citation,
    exactness,
    required_facts,
    retrieval,
    statements,
)
from eval.measures.f_measure import f_measure
from eval.questions import GoldQuestion
from ingest import Document

LEVELS: tuple[citation.Level, ...] = ("document", "article", "clause", "point")


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One question's measures, 0 to 1, without those that say nothing of it.

    `right` tells whether its answer is right as `eval.measures.calibration` says, `confidence` how likely the
    answer itself takes that to be, if it says so.
    """

    id: str
    type: str
    style: str
    answerable: bool
    abstained: bool
    measures: dict[str, float]
    right: bool = False
    confidence: float | None = None

    @property
    def forecast(self) -> calibration.Forecast | None:
        """The confidence, and whether it was justified; None if there is none."""
        return None if self.confidence is None else (self.confidence, self.right)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A citation of a document or a path that there is not, with the question it was given for."""

    question: str
    document: str
    path: str
    missing: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of many answers.

    Means are over the questions that have a measure: precision over the answerable questions that were
    answered; recall, F and required facts count an answerable question that was abstained as 0. Calibration
    is over the questions whose answers give a confidence, None if none does.
    """

    overall: Means
    by_type: dict[str, Means]
    by_style: dict[str, Means]
    calibration: calibration.Calibration | None
    unanswered: int
    unknown: list[Unknown]
    per_question: list[QuestionScore] = field(repr=False)

    @property
    def metrics(self) -> dict[str, float]:
        """Return each measure's mean over all questions."""
        return self.overall.metrics

    def to_json(self) -> dict[str, Any]:
        """Return the scores as JSON-ready data, the means over all questions at the top."""
        data = asdict(self)
        return {**data.pop("overall"), **data}


def score(
    questions: Sequence[GoldQuestion], answers: Mapping[str, GivenAnswer], documents: Mapping[str, Document]
) -> Scores:
    """Score answers by their questions' ids; a question without an answer counts as abstained."""
    ranked = _retrieval(questions, answers)
    scores = [_scored(one, answers.get(one.id), documents, ranked.get(one.id, {})) for one in questions]
    return Scores(
        overall=means([one.measures for one in scores]),
        by_type=_slices(scores, "type"),
        by_style=_slices(scores, "style"),
        calibration=calibration.calibration([one.forecast for one in scores if one.forecast]),
        unanswered=sum(question.id not in answers for question in questions),
        unknown=[found for one in questions for found in _unknown(answers.get(one.id), documents)],
        per_question=scores,
    )


def _retrieval(
    questions: Sequence[GoldQuestion], answers: Mapping[str, GivenAnswer]
) -> dict[str, dict[str, float]]:
    """Return the measures of retrieval of the answerable questions whose answers list what was found."""
    found = {}
    for question in questions:
        answer = answers.get(question.id)
        if question.gold and answer and answer.retrieved is not None:
            found[question.id] = (answer.retrieved, _gold_spans(question))
    return retrieval.scores(found) if found else {}


def _scored(
    question: GoldQuestion,
    answer: GivenAnswer | None,
    documents: Mapping[str, Document],
    ranked: Mapping[str, float],
) -> QuestionScore:
    answered = answer if answer and answer.status == "answered" else None
    outcome = {"abstained": answered is None, "answerable": bool(question.gold)}
    measures: dict[str, float | None] = {
        **(_against_gold(question, answered) if question.gold else {}),
        **(_in_itself(answered, documents) if answered else {}),
        "abstention_precision": abstention.precision(**outcome),
        "abstention_recall": abstention.recall(**outcome),
        "answerable_answered": abstention.answered(**outcome),
        **ranked,
    }
    right = calibration.right(
        **outcome, facts=measures.get("required_facts"), f1=measures.get("citation_F1@point")
    )
    confidence = answer.confidence if answer else None
    measures["brier"] = None if confidence is None else calibration.brier((confidence, right))
    return QuestionScore(
        id=question.id,
        type=question.type,
        style=question.style,
        answerable=outcome["answerable"],
        abstained=outcome["abstained"],
        measures={name: round(value, 6) for name, value in measures.items() if value is not None},
        right=right,
        confidence=confidence,
    )


def _against_gold(question: GoldQuestion, answer: GivenAnswer | None) -> dict[str, float | None]:
    """Return the measures of what an answerable question's answer cites and says."""
    citations = answer.citations if answer else ()
    cited = [(one.document, one.path) for one in citations]
    gold = [(document, provision.path) for document, provision in question.gold]
    measures: dict[str, float | None] = {}
    for level in LEVELS:
        precise, recalled = citation.precision(cited, gold, level), citation.recall(cited, gold, level)
        measures[f"citation_precision@{level}"] = precise
        measures[f"citation_recall@{level}"] = recalled
        measures[f"citation_F1@{level}"] = f_measure(precise, recalled, beta=1)
        measures[f"citation_F2@{level}"] = f_measure(precise, recalled, beta=2)
    quoted, right = [(one.document, one.span) for one in citations], _gold_spans(question)
    measures["character_precision"] = characters.precision(quoted, right)
    measures["character_recall"] = characters.recall(quoted, right)
    measures["required_facts"] = required_facts.said(question.must_have, answer.text if answer else "")
    if question.type == "comparison":
        measures["comparisons_complete"] = float(citation.recall(cited, gold, "document") == 1)
    return measures


def _in_itself(answer: GivenAnswer, documents: Mapping[str, Document]) -> dict[str, float | None]:
    """Return the measures of an answer that need no gold."""
    stated = statements.judged(answer, documents)
    return {
        "statement_recall": statements.recall(stated),
        "statement_precision": statements.precision(stated),
        "citations_exist": exactness.existence(answer.citations, documents),
        "verbatim": exactness.verbatim(answer.citations, documents),
    }


def _gold_spans(question: GoldQuestion) -> list[Place]:
    return [(document, provision.span) for document, provision in question.gold]


def _slices(scores: Sequence[QuestionScore], of: str) -> dict[str, Means]:
    names = dict.fromkeys(getattr(one, of) for one in scores)
    return {name: means([one.measures for one in scores if getattr(one, of) == name]) for name in names}


def _unknown(answer: GivenAnswer | None, documents: Mapping[str, Document]) -> Iterator[Unknown]:
    for one in answer.citations if answer else ():
        missing = exactness.missing(one, documents)
        if missing and answer:
            yield Unknown(answer.id, one.document, _path(one), missing)


def _path(citation: GivenCitation) -> str:
    return ", ".join(f"{step.unit} {step.label}".strip() for step in citation.path)
