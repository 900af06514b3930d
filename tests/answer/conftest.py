"""A server on this machine that speaks the OpenAI chat-completions protocol, playing models good and bad."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat
from threading import Event, Thread
from typing import Any, Literal

import pytest

Ending = Literal["done", "closed", "malformed", "endless", "silent", "alive"]


class ModelServer(ThreadingHTTPServer):
    """Says `reply`, or what `speak` makes of the prompt, in pieces, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.closing = Event()
        self.play("")

    def play(
        self,
        reply: str | Callable[[str], str],
        *,
        status: int = 200,
        ending: Ending = "done",
        streams: bool = True,
        structured: bool = True,
    ) -> None:
        """Take a part: what is said, how it ends, whether streams and structured output are known."""
        self.reply, self.status, self.ending = reply, status, ending
        self.streams, self.structured = streams, structured
        self.asked: list[dict[str, Any]] = []
        self.go_on, self.sent = Event(), 0
        self.go_on.set()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Keep the tests' output clean: a client that has heard enough hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        part = self.server
        part.asked.append(body)
        refused = "response_format" in body and not part.structured
        if part.status != 200 or refused:
            error = {"error": {"message": "không nhận", "type": "gia", "code": None}}
            self._send_json(400 if refused else part.status, error)
            return
        said = part.reply if isinstance(part.reply, str) else part.reply(json.dumps(body, ensure_ascii=False))
        if body.get("stream") and part.streams:
            self._stream(said)
        else:
            message = {"role": "assistant", "content": said}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            self._send_json(200, {"object": "chat.completion", **_HEAD, "choices": [choice]})

    def _send_json(self, status: int, data: object) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, said: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        with suppress(OSError):  # the client may have heard enough
            for at in range(0, len(said), 7):
                self._delta(said[at : at + 7])
                self.server.go_on.wait(10)
            self._end()
        self.close_connection = True

    def _end(self) -> None:
        part = self.server
        if part.ending == "done":
            self._event(json.dumps(_chunk({}, "stop")))
            self._event("[DONE]")
            self.wfile.write(b"0\r\n\r\n")
        elif part.ending == "malformed":
            self._event('{"id": "1", "choices": [{')
        elif part.ending == "silent":
            part.closing.wait(10)
        elif part.ending == "alive":
            while not part.closing.wait(0.02):
                self._chunk(": còn đây\n\n")
        elif part.ending == "endless":
            for piece in repeat(" và còn nữa"):
                self._delta(piece)

    def _delta(self, piece: str) -> None:
        self._event(json.dumps(_chunk({"role": "assistant", "content": piece}, None)))
        self.server.sent += len(piece)

    def _event(self, data: str) -> None:
        self._chunk(f"data: {data}\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


_HEAD = {"id": "1", "created": 0, "model": "gia"}


def _chunk(delta: dict[str, str], finish: str | None) -> dict[str, object]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"object": "chat.completion.chunk", **_HEAD, "choices": [choice]}


@pytest.fixture(scope="session")
def model_server() -> Iterator[ModelServer]:
    with ModelServer() as serving, pytest.MonkeyPatch.context() as settings:
        Thread(target=serving.serve_forever, args=(0.01,), daemon=True).start()
        settings.setenv("OPENAI_API_KEY", "khong-can")
        settings.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{serving.server_port}/v1")
        yield serving
        serving.closing.set()
        serving.shutdown()
