"""The gold questions are well formed, and every path and fact stands in the text."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.questions import step
from ingest import Document, read_document

KINDS = set(
    "single number list comparison document_fact lookup yes_no unanswerable injection follow_up".split()  # noqa: SIM905
)
SETS = ("seeds-dev", "seeds-test", "near-misses")


@pytest.fixture(scope="module")
def documents(corpus: Path) -> dict[str, Document]:
    return {path.stem: read_document(path) for path in corpus.glob("*.txt")}


def gold(name: str) -> list[dict[str, Any]]:
    lines = Path(f"eval/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def text_at(document: Document, path: list[str]) -> str:
    steps = tuple(step(item) for item in path)
    found = [p for p in document.provisions if p.path == steps]
    assert len(found) == 1, f"{document.id} has no {path}"
    notes = " ".join(note.text for note in document.notes if found[0].span[0] <= note.at <= found[0].span[1])
    return f"{document.text[slice(*found[0].span)]} {notes}"


@pytest.mark.parametrize("name", SETS)
def test_each_question_is_well_formed(name: str) -> None:
    questions = gold(name)
    assert len(questions) >= 100
    assert len({question["id"] for question in questions}) == len(questions)
    for question in questions:
        assert question["type"] in KINDS
        assert question["answerable"] == bool(question["gold"])
        assert question["question"].strip()
        earlier = question.get("history", [])
        assert len(earlier) in ((1, 2) if question["type"] == "follow_up" else (0,))
        assert all(asked.strip() for asked in earlier)


@pytest.mark.parametrize("name", SETS)
def test_each_path_exists_and_each_fact_stands_there(name: str, documents: dict[str, Document]) -> None:
    for question in gold(name):
        cited = " ".join(text_at(documents[g["document"]], g["path"]) for g in question["gold"])
        for fact in question["must_have"]:
            assert " ".join(fact.lower().split()) in " ".join(cited.lower().split()), question["id"]


def test_the_sets_share_no_question() -> None:
    asked = [question["question"] for name in SETS for question in gold(name) if not question.get("history")]
    assert len(set(asked)) == len(asked)
