"""Answers by a language model, against a real HTTP server that speaks the OpenAI protocol.

The server plays a good model and hostile ones; nothing that a quote does not prove may come through.
"""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from answer import Answer, ModelProblem, answer, open_model
from answer.verify import faults
from index import HybridRetriever

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
TRUE_WORDS = "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước"
TRUE_CLAIM = {
    "text": "Kinh phí được bố trí từ nguồn ngân sách nhà nước.",
    "quotes": [{"passage": 1, "words": TRUE_WORDS}],
}


def claims(*items: object) -> str:
    return json.dumps({"claims": items}, ensure_ascii=False)


class _Server(ThreadingHTTPServer):
    """Answers every chat completion with `reply`, and keeps what it was asked."""

    reply: str = ""
    status: int = 200
    asked: str = ""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked = json.dumps(json.loads(body), ensure_ascii=False)
        message = {"role": "assistant", "content": self.server.reply}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        reply = {"id": "1", "object": "chat.completion", "created": 0, "model": "gia", "choices": [choice]}
        data = json.dumps(reply).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        monkeypatch.setenv("OPENAI_API_KEY", "khong-can")
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{serving.server_address[1]}/v1")
        yield serving
        serving.shutdown()


@pytest.fixture
def ask(server: _Server, retriever: HybridRetriever) -> Callable[[str], Answer]:
    def asking(reply: str) -> Answer:
        server.reply = reply
        given = answer(QUESTION, retriever, llm=open_model("openai:gia"))
        assert faults(given, retriever.documents) == []
        worded = "trích nguyên văn" not in " ".join(given.warnings)
        assert given.engine.llm == ("gia" if worded else None)
        return given

    return asking


def test_a_good_model_is_quoted(ask: Callable[[str], Answer], server: _Server) -> None:
    given = ask(claims(TRUE_CLAIM))
    assert [claim.text for claim in given.claims] == ["Kinh phí được bố trí từ nguồn ngân sách nhà nước."]
    assert given.citations[0].quote == TRUE_WORDS
    assert "Mô hình" not in " ".join(given.warnings)
    assert "Kinh phí thực hiện được bố trí" in server.asked
    assert QUESTION in server.asked


@pytest.mark.parametrize(
    "lie",
    [
        {"text": "Kinh phí theo Điều 99.", "quotes": [{"passage": 1, "words": "theo Điều 99"}]},
        {"text": "Kinh phí từ ngân sách.", "quotes": [{"passage": 99, "words": TRUE_WORDS}]},
        {"text": "Cấp 50 triệu đồng.", "quotes": [{"passage": 1, "words": TRUE_WORDS}]},
        {"text": "Kinh phí không lấy từ ngân sách.", "quotes": [{"passage": 1, "words": TRUE_WORDS}]},
        {"text": "Theo tỉnh Lào Cai, có kinh phí.", "quotes": [{"passage": 1, "words": TRUE_WORDS}]},
        {"text": "Kinh phí từ ngân sách.", "quotes": []},
        {"text": "Kinh phí từ ngân sách.", "quotes": [{"passage": 1, "words": "  "}]},
    ],
)
def test_a_lie_is_dropped_and_said_so(ask: Callable[[str], Answer], lie: dict[str, object]) -> None:
    given = ask(claims(lie, TRUE_CLAIM))
    assert [claim.text for claim in given.claims] == [TRUE_CLAIM["text"]]
    assert "Đã lược 1 ý do mô hình ngôn ngữ soạn" in given.warnings[-1]
    alone = ask(claims(lie))
    assert alone.claims[0].text.startswith(TRUE_WORDS)
    assert "trích nguyên văn" in alone.warnings[-1]


@pytest.mark.parametrize("reply", ["", "Xin lỗi, tôi không thể.", '{"claims": [', "[]", "a" * 200_000])
def test_a_broken_reply_leaves_the_verbatim_answer(ask: Callable[[str], Answer], reply: str) -> None:
    given = ask(reply)
    assert given.claims[0].text.startswith(TRUE_WORDS)
    assert "trích nguyên văn" in given.warnings[-1]


def test_a_failing_server_leaves_the_verbatim_answer(ask: Callable[[str], Answer], server: _Server) -> None:
    server.status = 500
    assert "Mô hình ngôn ngữ không trả lời được" in ask(claims(TRUE_CLAIM)).warnings[-1]


def test_an_unreachable_server_leaves_the_verbatim_answer(
    retriever: HybridRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "khong-can")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    given = answer(QUESTION, retriever, llm=open_model("openai:gia"))
    assert given.claims[0].text.startswith(TRUE_WORDS)
    assert "Mô hình ngôn ngữ không trả lời được" in given.warnings[-1]


def test_an_abstention_asks_no_model(retriever: HybridRetriever, server: _Server) -> None:
    given = answer("Tỉnh Lào Cai quy định gì?", retriever, llm=open_model("openai:gia"))
    assert given.status == "abstained"
    assert server.asked == ""


@pytest.mark.parametrize("name", ["", "khong-co-nha-cung-cap", "foo:bar"])
def test_a_model_that_cannot_be_is_said(name: str) -> None:
    with pytest.raises(ModelProblem, match="nhà-cung-cấp:mô-hình"):
        open_model(name)
