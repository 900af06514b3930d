"""A file of questions in, a file of answers out, in order, bad lines named."""

import json
from pathlib import Path

from answer.batch import answer_batch
from index import Filters, HybridRetriever


def test_order_ids_and_bad_lines(retriever: HybridRetriever, tmp_path: Path) -> None:
    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text(
        '{"id": 7, "question": "Kinh phí ở Sóc Trăng?"}\n'
        '{"id": "b", "question": ""}\n'
        "\n"
        "không phải JSON\n"
        '{"id": "d"}\n'
        '{"id": "e", "question": "Kinh phí ở Điện Biên?"}\n',
        encoding="utf-8",
    )
    steps: list[float] = []
    failures = answer_batch(
        questions, answers, retriever, Filters(), progress=lambda _message, share: steps.append(share)
    )
    out = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in out] == [7, "b", None, "d", "e"]
    assert [line["status"] for line in out] == ["answered", *["abstained"] * 3, "answered"]
    assert [line["reason"] for line in out[1:4]] == ["bad_question"] * 3
    assert [failure.split(":")[0].rpartition(" ")[2] for failure in failures] == ["2", "4", "5"]
    assert steps[-1] == 1


def test_a_folder_that_is_not_there_is_said(retriever: HybridRetriever, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id": 1, "question": "Kinh phí ở Sóc Trăng?"}', encoding="utf-8")
    out = tmp_path / "khong-co" / "out.jsonl"
    failures = answer_batch(questions, out, retriever, Filters(), progress=lambda *_: None)
    assert f"{out}: không ghi được" in failures[0]


def test_no_such_file_writes_nothing(retriever: HybridRetriever, tmp_path: Path) -> None:
    failures = answer_batch(
        tmp_path / "khong-co.jsonl", tmp_path / "out.jsonl", retriever, Filters(), progress=lambda *_: None
    )
    assert "khong-co.jsonl: không đọc được" in failures[0]
    assert list(tmp_path.iterdir()) == []
