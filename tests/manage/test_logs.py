"""Logs: one JSON object a line, and no question in them unless it is asked for. Health: a real server."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answer import answer
from index import HybridRetriever
from manage.health import is_healthy
from manage.logs import configure_logs, log, log_answer
from manage.settings import Settings

if TYPE_CHECKING:
    from tests.conftest import WebServer

QUESTION = "Kinh phí ở Sóc Trăng lấy từ đâu?"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    before = log.handlers[:], log.level, log.propagate
    log.handlers.clear()
    log.propagate = True
    yield tmp_path / "nhat-ky" / "danchu.log"
    for handler in log.handlers:
        handler.close()
    log.handlers[:], log.level, log.propagate = before


@pytest.mark.parametrize("with_question", [False, True])
def test_a_line_an_event(file: Path, retriever: HybridRetriever, with_question: bool) -> None:
    settings = Settings(log_file=file, log_questions=with_question)
    configure_logs(settings)
    configure_logs(settings)
    log_answer(answer(QUESTION, retriever), settings)
    log.debug("too small")
    log.warning("dòng\nmới", extra={"path": Path("a"), "who": "cán bộ"})
    first, second = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    assert (first["event"], first["level"], first["status"]) == ("answered", "INFO", "answered")
    assert first["citations"] > 0
    assert (QUESTION in file.read_text(encoding="utf-8")) is with_question
    assert (second["event"], second["who"], second["path"]) == ("dòng\nmới", "cán bộ", "a")
    assert logging.getLogger().handlers is not log.handlers


@pytest.mark.parametrize(
    ("body", "status", "healthy"), [(b"ok", 200, True), (b"ok", 503, False), (b"", 200, False)]
)
def test_health_is_what_the_server_says(server: "WebServer", body: bytes, status: int, healthy: bool) -> None:
    server.serve("/con/_stcore/health", body, status)
    assert is_healthy(server.url("/con/")) is healthy


def test_no_server_is_not_healthy() -> None:
    assert not is_healthy("http://127.0.0.1:9")
    assert not is_healthy("không phải địa chỉ")
