"""The example runs on real questions, its answers are scored, and what they name wrongly is listed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from ingest import Document, read_document

CHOSEN = ("dev-002", "dev-003", "dev-005")
NOT_VIETNAMESE = {"id": "zh", "type": "unanswerable", "question": "请问越南的签证怎么办理？", "gold": []}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = Path("eval/gold/seeds-dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [question for question in map(json.loads, lines) if question["id"] in CHOSEN]
    return written(tmp_path_factory.mktemp("gold") / "gold.jsonl", [*questions, NOT_VIETNAMESE])


@pytest.fixture(scope="module")
def answers(gold: Path) -> list[dict[str, Any]]:
    out = gold.with_name("answers.jsonl")
    subprocess.run(
        [sys.executable, "examples/langchain_baseline.py", "--questions", str(gold), "--out", str(out)],
        check=True,
        env={**os.environ, "PYTHONPATH": "."},
    )
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def documents(corpus: Path) -> dict[str, Document]:
    return {path.stem: read_document(path) for path in corpus.glob("*.txt")}


def written(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return path


def scored(gold: Path, answers: Path, index_dir: Path) -> tuple[dict[str, float], str]:
    words = ["eval", "score", "--gold", gold, "--answers", answers, "--index", index_dir, "--json"]
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == 0
    return json.loads(result.stdout)["metrics"], result.stderr


def test_each_citation_is_verbatim_and_in_its_provision(
    answers: list[dict[str, Any]], documents: dict[str, Document]
) -> None:
    assert [answer["status"] for answer in answers] == ["answered", "answered", "answered", "abstained"]
    for answer in answers:
        for citation in answer["citations"]:
            document, (start, end) = documents[citation["document"]["id"]], citation["span"]
            path = [(step["unit"], step["label"]) for step in citation["path"]]
            (cited,) = [p for p in document.provisions if [(s.unit, s.label) for s in p.path] == path]
            assert cited.text_span[0] <= start < end <= cited.text_span[1]
            assert document.text[start:end] == citation["quote"]


def test_its_answers_are_scored(
    gold: Path, answers: list[dict[str, Any]], index_dir: Path, tmp_path: Path
) -> None:
    metrics, said = scored(gold, written(tmp_path / "answers.jsonl", answers), index_dir)
    assert said == ""
    assert metrics["verbatim"] == 1
    assert metrics["citations_exist"] == 1
    assert metrics["abstention_recall"] == 1
    assert metrics["citation_recall@point"] > 0


def test_what_is_named_wrongly_is_listed_and_counts_as_wrong(
    gold: Path, answers: list[dict[str, Any]], index_dir: Path, tmp_path: Path
) -> None:
    wrong = json.loads(json.dumps(answers))
    wrong[0]["citations"][0]["document"]["id"] = "nghị quyết Sóc Trăng"
    wrong[1]["citations"][0]["path"] = [{"unit": "article", "label": "1"}]
    wrong[2]["id"] = "câu 5"
    before, _ = scored(gold, written(tmp_path / "right.jsonl", answers), index_dir)
    after, said = scored(gold, written(tmp_path / "wrong.jsonl", wrong), index_dir)
    document = answers[1]["citations"][0]["document"]["id"]
    assert said.splitlines() == [
        "câu 5: bộ câu hỏi không có câu này; không tính.",
        "dev-002: nghị quyết Sóc Trăng, dieu 3: không có văn bản này trong kho; tính là sai.",
        f"dev-003: {document}, article 1: không có điều khoản này trong văn bản; tính là sai.",
    ]
    assert after["citations_exist"] < before["citations_exist"]
    assert after["verbatim"] < before["verbatim"]
    assert after["answerable_answered"] < before["answerable_answered"]
