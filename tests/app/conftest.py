"""The real app on a port of its own, and the system's Chromium.

Where there is no Chromium the browser tests skip; with REQUIRE_BROWSER=1 they fail instead.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
PATIENCE_MS = 90_000
"""How long a browser waits for what a page computes: a busy machine is slow, not wrong."""
REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"


def strangers_environment() -> dict[str, str]:
    """Return the environment without a user's own settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DANCHU_")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app with no index yet, so that it must build one, and stop it at the end."""
    folder, port = tmp_path_factory.mktemp("app"), free_port()
    log = (folder / "log").open("w+", encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=Path(__file__).parent.parent.parent,
        env={
            **strangers_environment(),
            "DANCHU_INDEX": str(folder / "index"),
            "DANCHU_HISTORY": str(folder / "history.db"),
        },
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.seek(0)
        said = log.read()
        log.close()
    assert "Traceback" not in said, said


def wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "the app ended before it served"
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health") as reply:  # noqa: S310 (our own server)
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the app did not serve within a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        reason = "no Chromium on this machine (Debian: apt install chromium)"
        (pytest.fail if REQUIRED else pytest.skip)(reason)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Keep what a browser keeps between pages: the app's own scripts need not be read anew for each."""
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE_MS)
        yield context


@pytest.fixture
def new_page(visitor: BrowserContext) -> Iterator[Callable[[int], Page]]:
    """Open pages of a width in pixels; whatever one of them logs as an error fails the test."""
    pages: list[Page] = []
    errors: list[str] = []

    def opened(width: int) -> Page:
        page = visitor.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert errors == []


@pytest.fixture(params=[1280, 360], ids=["desktop", "phone"])
def page(new_page: Callable[[int], Page], app_url: str, request: pytest.FixtureRequest) -> Page:
    """Open the app at a desktop's and at a phone's width."""
    page = new_page(request.param)
    page.goto(app_url)
    page.get_by_label("Câu hỏi").wait_for()
    return page
