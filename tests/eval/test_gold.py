"""The gold questions are well formed, and every path and fact stands in the text."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.questions import provision_at
from ingest import Document, read_document

KINDS = set(
    "single number list comparison document_fact lookup yes_no unanswerable injection follow_up".split()  # noqa: SIM905
)
SETS = ("seeds-dev", "seeds-test", "near-misses", "out-of-scope", "out-of-scope-test")
NATIONAL = Path("../shared/documents")
TEXTS = ("10-2022-QH15.txt", "59-2023-NĐ-CP.txt", "61-2023-NĐ-CP.txt")
LONGEST_FACT = 6  # words: the gold set names the national texts and copies none of their sentences


@pytest.fixture(scope="module")
def documents(corpus: Path) -> dict[str, Document]:
    return {path.stem: read_document(path) for path in corpus.glob("*.txt")}


def gold(name: str) -> list[dict[str, Any]]:
    lines = Path(f"eval/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def text_at(document: Document, path: list[str]) -> str:
    start, end = provision_at(document, path).span
    notes = " ".join(note.text for note in document.notes if start <= note.at <= end)
    return f"{document.text[start:end]} {notes}"


def lacking(question: dict[str, Any], documents: dict[str, Document]) -> list[str]:
    """Return the facts that the provisions of a question do not say."""
    cited = " ".join(text_at(documents[g["document"]], g["path"]) for g in question["gold"])
    said = " ".join(cited.lower().split())
    return [fact for fact in question.get("must_have", ()) if " ".join(fact.lower().split()) not in said]


@pytest.fixture(scope="module")
def national_texts() -> dict[str, Document]:
    absent = [name for name in TEXTS if not (NATIONAL / name).is_file()]
    if absent:
        pytest.skip(f"không có {', '.join(absent)} ở {NATIONAL}")
    found = [read_document(NATIONAL / name) for name in TEXTS]
    return {document.id: document for document in found}


@pytest.mark.parametrize("name", [*SETS, "national"])
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
        assert lacking(question, documents) == [], question["id"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (["Điều 1", "Khoản 3", "Điểm g"], "art_1__para_3__point_g"),
        (["Khoản 3", "Điểm g"], "art_1__para_3__point_g"),
        (["Điểm g"], None),
        (["Điều 9"], None),
    ],
)
def test_a_path_may_leave_out_what_stands_above_it(
    documents: dict[str, Document], path: list[str], found: str | None
) -> None:
    document = documents["192-nq-hdnd-dien-bien-2024"]
    if found:
        assert provision_at(document, path).eid == found
    else:
        with pytest.raises(ValueError, match="lần"):
            provision_at(document, path)


def test_each_path_and_fact_of_the_national_set_stands_in_the_texts(
    national_texts: dict[str, Document],
) -> None:
    for question in gold("national"):
        assert lacking(question, national_texts) == [], question["id"]


def test_the_national_set_copies_no_sentence() -> None:
    questions = gold("national")
    facts = [fact for question in questions for fact in question.get("must_have", ())]
    assert max(len(fact.split()) for fact in facts) <= LONGEST_FACT
    assert sum(not question["answerable"] for question in questions) >= 20


def test_the_sets_share_no_question() -> None:
    asked = [question["question"] for name in SETS for question in gold(name) if not question.get("history")]
    assert len(set(asked)) == len(asked)
