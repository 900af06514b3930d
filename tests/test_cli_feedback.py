"""`danchu feedback`: what readers said becomes lines in the gold form, for a person to look through."""

import json
from pathlib import Path

from typer.testing import CliRunner

from answer import answer
from cli import app
from index import HybridRetriever
from view.history import Feedback, History


def test_what_readers_said_is_written_out(tmp_path: Path, retriever: HybridRetriever) -> None:
    history, out = History(tmp_path / "history.db"), tmp_path / "gold.jsonl"
    right = history.add("a", answer("Kinh phí ở Sóc Trăng lấy từ đâu?", retriever))
    history.say(right, Feedback("up", ""))
    history.add("b", answer("Kinh phí ở Điện Biên lấy từ đâu?", retriever))
    words = ["feedback", "--out", str(out), "--history", str(tmp_path / "history.db")]
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, "Đã ghi 1 câu" in done.stderr) == (0, True)
    (line,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert line["gold"] == [{"document": "05-2025-nq-hdnd-soc-trang", "path": ["Điều 3"]}]


def test_no_history_is_said(tmp_path: Path) -> None:
    words = ["feedback", "--out", str(tmp_path / "a"), "--history", str(tmp_path / "khong-co.db")]
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, "chưa có lịch sử" in done.stderr) == (1, True)
    assert not (tmp_path / "khong-co.db").exists()
