"""Scoring answers: 1.0 for perfect ones; each measure moves as its definition says when one thing breaks."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eval.answers import GivenAnswer, GivenCitation, given, read_answers
from eval.measures.citation import at_level, precision, recall
from eval.measures.required_facts import said
from eval.questions import GoldQuestion, read_gold
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


def perfect(question: GoldQuestion, documents: dict[str, Document]) -> GivenAnswer:
    """The answer that cites each gold provision whole, or the abstention."""
    citations = tuple(
        GivenCitation(name, one.path, documents[name].text[slice(*one.span)], one.span)
        for name, one in question.gold
    )
    text = " ".join(question.must_have)
    return GivenAnswer(question.id, "answered" if citations else "abstained", text, citations, None)


def test_perfect_answers_score_one(questions: list[GoldQuestion], retriever: HybridRetriever) -> None:
    documents = dict(retriever.documents)
    scores = score(questions, {q.id: perfect(q, documents) for q in questions}, documents)
    zero = {"wrongly_abstained", "invented_citations"}
    assert {name: value for name, value in scores.metrics.items() if value != (name not in zero)} == {}


def _quote(answer: GivenAnswer) -> GivenAnswer:
    first, *others = answer.citations
    return replace(answer, citations=(replace(first, quote=f"{first.quote}x"), *others))


def _invent(answer: GivenAnswer) -> GivenAnswer:
    first, *others = answer.citations
    return replace(answer, citations=(replace(first, path=(Step("dieu", "99"),)), *others))


@pytest.mark.parametrize(
    ("broken", "moved"),
    [
        (lambda answer: replace(answer, text=""), {"required_facts"}),
        (_quote, {"verbatim"}),
        (_invent, {"verbatim", "invented_citations", "citation_precision@point", "citation_recall@point"}),
        (
            lambda answer: replace(answer, status="abstained"),
            {"wrongly_abstained", "citation_recall@point", "required_facts"},
        ),
    ],
)
def test_each_measure_moves_when_one_thing_breaks(
    questions: list[GoldQuestion],
    retriever: HybridRetriever,
    broken: Callable[[GivenAnswer], GivenAnswer],
    moved: set[str],
) -> None:
    documents = dict(retriever.documents)
    answers = {q.id: perfect(q, documents) for q in questions}
    first = next(q.id for q in questions if q.gold and q.must_have)
    before = score(questions, answers, documents).metrics
    after = score(questions, {**answers, first: broken(answers[first])}, documents).metrics
    looked_at = {name for name in before if "@" not in name or name.endswith("point")}
    assert {name for name in looked_at if after[name] != before[name]} == moved


def test_our_answers_reach_their_bars(questions: list[GoldQuestion], retriever: HybridRetriever) -> None:
    answers = {str(one.id): given(one.to_json()) for one in answered(questions, retriever)}
    metrics = score(questions, answers, retriever.documents).metrics
    assert metrics["invented_citations"] == 0
    assert metrics["verbatim"] == 1
    assert metrics["citation_precision@point"] >= 0.86
    assert metrics["citation_recall@point"] >= 0.86
    assert metrics["required_facts"] >= 0.88
    assert metrics["unanswerable_abstained"] >= 0.88
    assert metrics["wrongly_abstained"] <= 0.04


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = {"id": 1, "status": "abstained", "answer": "Không có căn cứ", "claims": [], "citations": []}
    path = tmp_path / "answers.jsonl"
    path.write_text(f"{{\n{json.dumps(good)}\n[]\n{json.dumps({**good, 'status': 'maybe'})}\n", "utf-8")
    answers, bad = read_answers(path)
    assert list(answers) == ["1"]
    assert [message.split(": ")[0].split(", ")[1] for message in bad] == ["dòng 1", "dòng 3", "dòng 4"]
