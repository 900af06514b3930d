"""Scoring answers: 1.0 for perfect ones; each measure moves as its definition says when one thing breaks."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest

from eval.answers import GivenAnswer, GivenCitation, GivenClaim, given, read_answers
from eval.measures.calibration import ERRORS
from eval.measures.citation import at_level, precision, recall
from eval.measures.required_facts import said
from eval.questions import GoldQuestion, read_gold
from eval.report.names import NAMES
from eval.run import answered
from eval.score import score
from index import HybridRetriever
from ingest import Document, Step

POINT = ("d", (Step("dieu", "1"), Step("khoan", "2"), Step("diem", "a")))
DASH = ("d", (*POINT[1], Step("gach", "1")))
CLAUSE = ("d", POINT[1][:2])
OTHER = ("d", (*CLAUSE[1], Step("diem", "b")))


def test_levels() -> None:
    assert at_level(DASH, "point") == POINT
    assert at_level(DASH, "clause") == CLAUSE
    assert at_level(DASH, "document") == ("d", ())


@pytest.mark.parametrize(
    ("cited", "gold", "precise", "recalled"),
    [
        ([POINT], [POINT], 1, 1),
        ([DASH], [POINT], 1, 1),
        ([POINT], [CLAUSE], 1, 1),
        ([CLAUSE], [POINT], 0, 0),
        ([POINT, OTHER], [POINT], 0.5, 1),
        ([POINT], [POINT, OTHER], 1, 0.5),
        ([], [POINT], None, 0),
        ([POINT], [], 0, None),
    ],
)
def test_precision_and_recall(
    cited: list[tuple[str, tuple[Step, ...]]],
    gold: list[tuple[str, tuple[Step, ...]]],
    precise: float | None,
    recalled: float | None,
) -> None:
    assert precision(cited, gold, "point") == precise
    assert recall(cited, gold, "point") == recalled


def test_required_facts_in_any_case_and_spacing() -> None:
    assert said(["Trên  95%", "hằng năm"], "đạt trên 95%") == 0.5
    assert said([], "gì") is None


@pytest.fixture(scope="module")
def questions(retriever: HybridRetriever) -> list[GoldQuestion]:
    return read_gold(Path("eval/gold/seeds-dev.jsonl"), retriever.documents)


def perfect(question: GoldQuestion, documents: Mapping[str, Document]) -> GivenAnswer:
    """The answer that finds, cites and states each gold provision whole, or the abstention."""
    citations = tuple(
        GivenCitation(name, one.path, documents[name].text[slice(*one.span)], one.span, n)
        for n, (name, one) in enumerate(question.gold, start=1)
    )
    claims = tuple(GivenClaim(one.quote, (one.n,)) for one in citations)
    found = tuple((one.document, one.span) for one in citations)
    text = " ".join(question.must_have)
    status: Literal["answered", "abstained"] = "answered" if citations else "abstained"
    return GivenAnswer(question.id, status, text, citations, None, claims, found, confidence=1.0)


def test_perfect_answers_score_one(questions: list[GoldQuestion], retriever: HybridRetriever) -> None:
    scores = score(questions, {q.id: perfect(q, retriever.documents) for q in questions}, retriever.documents)
    assert set(scores.metrics) == set(NAMES), "each measure has its name in the report"
    assert {name: value for name, value in scores.metrics.items() if value != 1} == {"brier": 0}
    assert scores.calibration
    assert scores.calibration.ECE == 0
    assert scores.unknown == []


def _with_first(answer: GivenAnswer, **changed: Any) -> GivenAnswer:  # noqa: ANN401 (a field's value)
    first, *others = answer.citations
    return replace(answer, citations=(replace(first, **changed), *others))


def _moved(metrics: Mapping[str, float]) -> set[str]:
    """The measures that are not what they are of perfect answers."""
    return {name for name, value in metrics.items() if value != (0 if name in ERRORS else 1)}


_OF_GOLD = {
    f"citation_{what}@{level}"
    for what in ("recall", "F1", "F2")
    for level in ("document", "article", "clause", "point")
}
_OF_PLACE = {name for name in _OF_GOLD if "document" not in name} | {
    f"citation_precision@{level}" for level in ("article", "clause", "point")
}


@pytest.mark.parametrize(
    ("broken", "moved"),
    [
        (lambda answer: replace(answer, text=""), {"required_facts", "brier"}),
        (
            lambda answer: _with_first(answer, quote=f"{answer.citations[0].quote}x"),
            {"verbatim", "statement_recall", "statement_precision"},
        ),
        (
            lambda answer: _with_first(answer, path=(Step("dieu", "99"),)),
            {"verbatim", "citations_exist", "statement_recall", "statement_precision", "brier"} | _OF_PLACE,
        ),
        (
            lambda answer: _with_first(answer, document="không có"),
            {"verbatim", "citations_exist", "statement_recall", "statement_precision"}
            | {"citation_precision@document", "character_precision", "character_recall", "brier"}
            | _OF_PLACE
            | _OF_GOLD,
        ),
        (
            lambda answer: replace(answer, claims=(replace(answer.claims[0], text="Phạt 5 triệu đồng."),)),
            {"statement_recall", "statement_precision"},
        ),
        (
            lambda answer: replace(answer, retrieved=()),
            {"success@1", "success@5", "recall@20", "MRR@10", "nDCG@10"},
        ),
        (lambda answer: replace(answer, confidence=0.5), {"brier"}),
        (
            lambda answer: replace(answer, status="abstained"),
            {"answerable_answered", "abstention_precision", "required_facts", "character_recall", "brier"}
            | _OF_GOLD,
        ),
    ],
    ids=[
        "fact left out",
        "altered quote",
        "no such path",
        "no such document",
        "own claim",
        "not found",
        "unsure",
        "abstained",
    ],
)
def test_each_measure_moves_when_one_thing_breaks(
    questions: list[GoldQuestion],
    retriever: HybridRetriever,
    broken: Callable[[GivenAnswer], GivenAnswer],
    moved: set[str],
) -> None:
    answers = {q.id: perfect(q, retriever.documents) for q in questions}
    first = next(q.id for q in questions if len(q.gold) == 1 and q.must_have and q.type == "single")
    after = score(questions, {**answers, first: broken(answers[first])}, retriever.documents)
    assert _moved(after.metrics) == moved
    assert [one.question for one in after.unknown] == [first] * ("citations_exist" in moved)


def test_an_answer_to_what_has_none_moves_abstention_recall(
    questions: list[GoldQuestion], retriever: HybridRetriever
) -> None:
    answers = {q.id: perfect(q, retriever.documents) for q in questions}
    name = next(q.id for q in questions if not q.gold)
    wrong = replace(answers[name], status="answered")
    after = score(questions, {**answers, name: wrong}, retriever.documents).metrics
    assert _moved(after) == {"abstention_recall", "brier"}


def test_answers_without_confidence_have_no_calibration(
    questions: list[GoldQuestion], retriever: HybridRetriever
) -> None:
    answers = {q.id: replace(perfect(q, retriever.documents), confidence=None) for q in questions}
    scores = score(questions, answers, retriever.documents)
    assert set(NAMES) - set(scores.metrics) == {"brier"}
    assert scores.to_json()["calibration"] is None


def test_our_answers_reach_their_bars(questions: list[GoldQuestion], retriever: HybridRetriever) -> None:
    answers = {str(one.id): given(one.to_json()) for one in answered(questions, retriever)}
    metrics = score(questions, answers, retriever.documents).metrics
    assert metrics["citations_exist"] == 1
    assert metrics["statement_recall"] == 1
    assert metrics["verbatim"] == 1
    assert metrics["citation_precision@point"] >= 0.86
    assert metrics["citation_recall@point"] >= 0.86
    assert metrics["required_facts"] >= 0.88
    assert metrics["abstention_recall"] >= 0.88
    assert metrics["answerable_answered"] >= 0.96
    assert metrics["brier"] <= 0.075


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = {"id": 1, "status": "abstained", "answer": "Không có căn cứ", "claims": [], "citations": []}
    path = tmp_path / "answers.jsonl"
    path.write_text(f"{{\n{json.dumps(good)}\n[]\n{json.dumps({**good, 'status': 'maybe'})}\n", "utf-8")
    answers, bad = read_answers(path)
    assert list(answers) == ["1"]
    assert [message.split(": ")[0].split(", ")[1] for message in bad] == ["dòng 1", "dòng 3", "dòng 4"]
