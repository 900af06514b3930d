"""What the tests share: one index of the project's own corpus, built once a run."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from index import HybridRetriever, build_index, open_index
from manage.settings import settings

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"


@pytest.fixture(autouse=True)
def _as_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in the project's folder, without a user's own settings."""
    monkeypatch.chdir(ROOT)
    for name in [name for name in os.environ if name.startswith("DANCHU_")]:
        monkeypatch.delenv(name)
    settings.cache_clear()


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    build_index(CORPUS, folder)
    return folder


@pytest.fixture(scope="session")
def retriever(index_dir: Path) -> HybridRetriever:
    return open_index(index_dir)


@pytest.fixture
def own_corpus(tmp_path: Path) -> Path:
    """Give a copy of the corpus that a test may change."""
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus"))


Answer = Callable[[BaseHTTPRequestHandler], None]


class WebServer(ThreadingHTTPServer):
    """A server on this machine that answers each path as a test says, rightly or wrongly."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.requests: list[dict[str, str]] = []
        self.closing = Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def serve(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        """Answer a path with these bytes and no header but these, "_" for "-"; return its address."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            with suppress(OSError):  # the client may have heard enough
                handler.wfile.write(body)

        return self.answer(path, answer)

    def answer(self, path: str, answer: Answer) -> str:
        """Let a function answer a path; return its address."""
        self.answers[path] = answer
        return self.url(path)


class _Handler(BaseHTTPRequestHandler):
    server: WebServer

    def do_GET(self) -> None:
        self.server.requests.append(dict(self.headers))
        self.server.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as web:
        thread = Thread(target=web.serve_forever, args=(0.01,))
        thread.start()
        yield web
        web.closing.set()
        web.shutdown()
        thread.join()
