"""Conversations outlive the process, are not mixed, and are written by many sessions at once."""

import json
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from answer import Answer, answer
from eval.questions import read_gold, usable_gold
from index import HybridRetriever
from view.gold_candidates import gold_candidates
from view.history import Feedback, History, new_conversation

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "history.db"


@pytest.fixture(scope="session")
def given(retriever: HybridRetriever) -> Answer:
    return answer(QUESTION, retriever)


def test_an_answer_is_read_back_as_it_was(file: Path, given: Answer, retriever: HybridRetriever) -> None:
    refused = answer("Mức phạt tiền là bao nhiêu?", retriever)
    History(file).add("a", given, ("Địa phương: Sóc Trăng",))
    History(file).add("a", refused)
    kept = History(file).turns("a")
    assert [turn.answer for turn in kept] == [given, refused]
    assert kept[0].limits == ("Địa phương: Sóc Trăng",)


def test_conversations_are_not_mixed(file: Path, given: Answer) -> None:
    one, other = new_conversation(), new_conversation()
    assert one != other
    assert len(one) >= 20
    History(file).add(one, given)
    assert History(file).turns(other) == []


def test_many_sessions_write_at_once(file: Path, given: Answer) -> None:
    def converse(name: int) -> int:
        history = History(file)
        for _ in range(5):
            history.say(history.add(str(name), given), Feedback("up", ""))
        return len(history.turns(str(name)))

    with ThreadPoolExecutor(8) as sessions:
        assert list(sessions.map(converse, range(8))) == [5] * 8
    assert len(History(file).voted()) == 40
    database = sqlite3.connect(file)
    assert database.execute("pragma journal_mode").fetchone() == ("wal",)
    database.close()


def test_what_is_said_is_replaced_and_taken_back(file: Path, given: Answer) -> None:
    history = History(file)
    turn = history.add("a", given)
    assert history.said(turn) is None
    history.say(turn, Feedback("up", ""))
    history.say(turn, Feedback("down", "thiếu khoản 2; '); drop table turns; --"))
    assert history.said(turn) == Feedback("down", "thiếu khoản 2; '); drop table turns; --")
    history.say(turn, None)
    assert history.said(turn) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_raises(tmp_path: Path, given: Answer) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises((OSError, sqlite3.Error)):
        History(tmp_path / "history.db").add("a", given)


def test_a_file_that_is_no_history_raises(file: Path, given: Answer) -> None:
    file.parent.mkdir()
    file.write_text("Điều 1. Phạm vi điều chỉnh\n" * 100, encoding="utf-8")
    with pytest.raises(sqlite3.DatabaseError):
        History(file).add("a", given)


def test_candidates_are_gold_where_the_answer_was_right(
    file: Path, given: Answer, retriever: HybridRetriever
) -> None:
    history = History(file)
    follow_up = answer("Còn Hớn Quản thì sao?", retriever, history=[QUESTION])
    refused = answer("Mức phạt tiền là bao nhiêu?", retriever)
    turns = [history.add("a", one) for one in (given, follow_up, refused, given)]
    for turn, vote in zip(turns, ("up", "up", "up", "down"), strict=True):
        history.say(turn, Feedback(vote, "vì thế" if vote == "down" else ""))  # type: ignore[arg-type]
    path = file.with_name("gold.jsonl")
    lines = gold_candidates(history)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    usable, bad = usable_gold(path, retriever.documents)
    assert [question.type for question in usable] == ["single", "follow_up", "unanswerable"]
    assert [(name, provision.eid) for name, provision in usable[0].gold] == [
        ("05-2025-nq-hdnd-soc-trang", "art_3")
    ]
    assert usable[1].history == (QUESTION,)
    assert usable[2].gold == ()
    assert len(bad) == 1, "what was found wrong needs a person"
    assert lines[3]["cited"] == lines[0]["gold"]
    assert lines[3]["reason"] == "vì thế"
    path.write_text(json.dumps(lines[0]), encoding="utf-8")
    assert read_gold(path, retriever.documents)[0].text == QUESTION
