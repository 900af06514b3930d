"""Many people at once: a real server, a browser context each, and whether each gets its own answer.

Needs playwright and the system's Chromium. All contexts share one browser: each has its own cookies and
its own websocket, so that for the server each is a person.
"""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from manage.health import is_healthy

_ROOT = Path(__file__).parent.parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
_START_S = 180
_ANSWER_MS = 300_000
_SINGLE_QUESTIONS = 5
_RERUNS = 15

_ASKED = {
    "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?": "Sóc Trăng",
    "Kinh phí thực hiện dân chủ ở cơ sở ở Quảng Ninh lấy từ đâu?": "Quảng Ninh",
    "Kinh phí thực hiện dân chủ ở cơ sở ở Điện Biên lấy từ đâu?": "Điện Biên",
    "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?": "Hớn Quản",
}
"""Question → the place that its citations, and no other answer's, name."""

_EMPTY_PAGE = "import streamlit as st\nst.write('Trang trống')\n"

_RERUNS_OF = """
import sys, time
from statistics import median
from streamlit.testing.v1 import AppTest
def rerun_ms(script):
    app = AppTest.from_file(script, default_timeout=300).run()
    times = []
    for _ in range(int(sys.argv[3])):
        started = time.perf_counter()
        app.run()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)
print(rerun_ms(sys.argv[1]), rerun_ms(sys.argv[2]))
"""
"""Prints the milliseconds of a warm run of one script and of another, the browser left out."""


def run_sessions(
    corpus: Path, index_dir: Path, sessions: int, progress: Callable[[str, float], None]
) -> dict[str, float]:
    """Measure so many simultaneous sessions against one, and a page's rerun against an empty page's.

    Args:
        corpus: the folder of legal texts.
        index_dir: its index.
        sessions: how many people.
        progress: called with a Vietnamese message and the share done.

    Returns:
        Counts, milliseconds and ratios; `mixed` and `failed` should be 0.

    Raises:
        RuntimeError: there is no Chromium, or the app does not start.

    """
    variables = {"DANCHU_CORPUS": str(corpus), "DANCHU_INDEX": str(index_dir)}
    with tempfile.TemporaryDirectory() as scratch:
        empty = Path(scratch) / "trong.py"
        empty.write_text(_EMPTY_PAGE, encoding="utf-8")
        own = {**variables, "DANCHU_HISTORY": str(Path(scratch) / "history.db")}
        progress("Chạy lại trang", 0.0)
        page_ms, empty_ms = _rerun_ms(empty, own)
        with _serving(own) as app:
            figures = asyncio.run(_measure(app, sessions, progress))
    reruns = {"rerun_ms": round(page_ms, 1), "empty_rerun_ms": round(empty_ms, 1)}
    return {**figures, **reruns, "rerun / empty_rerun": round(page_ms / empty_ms, 2)}


async def _measure(app: str, sessions: int, progress: Callable[[str, float], None]) -> dict[str, float]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_chromium(), args=_ARGUMENTS)
        progress("Một phiên", 0.1)
        first = await _opened(browser, app)
        await _ask(first, next(iter(_ASKED)))
        started = time.perf_counter()
        for question in list(_ASKED)[1:] + list(_ASKED)[:2]:
            await _ask(first, question)
        alone = _SINGLE_QUESTIONS / (time.perf_counter() - started)
        progress(f"Mở {sessions} phiên", 0.4)
        pages = [await _opened(browser, app) for _ in range(sessions)]
        progress(f"{sessions} phiên cùng hỏi", 0.7)
        questions = [list(_ASKED)[at % len(_ASKED)] for at in range(sessions)]
        started = time.perf_counter()
        outcomes = await asyncio.gather(
            *(_ask(page, question) for page, question in zip(pages, questions, strict=True)),
            return_exceptions=True,
        )
        together = sessions / (time.perf_counter() - started)
        await browser.close()
    return _figures(outcomes, alone, together)


def _figures(outcomes: Sequence[bool | BaseException], alone: float, together: float) -> dict[str, float]:
    return {
        "sessions": len(outcomes),
        "failed": sum(isinstance(outcome, BaseException) for outcome in outcomes),
        "mixed": sum(outcome is False for outcome in outcomes),
        "answers_per_s, one session": round(alone, 2),
        "answers_per_s, all sessions": round(together, 2),
        "all sessions / one session": round(together / alone, 2),
    }


async def _opened(browser: Browser, url: str) -> Page:
    context: BrowserContext = await browser.new_context()
    context.set_default_timeout(_ANSWER_MS)
    page = await context.new_page()
    await page.goto(url)
    await page.get_by_label("Câu hỏi").wait_for()
    return page


async def _ask(page: Page, question: str) -> bool:
    """Ask in a page; tell whether what it shows is the question's answer, and of no other's place."""
    await page.get_by_label("Câu hỏi").fill(question)
    await page.get_by_role("button", name="Hỏi", exact=True).click()
    await page.locator("blockquote").filter(has_text=question).wait_for()
    await page.locator('[data-test-script-state="notRunning"]').wait_for()
    shown = await page.get_by_test_id("stMain").inner_text()
    labels = [line for line in shown.splitlines() if line.startswith("[")]
    return bool(labels) and all(_ASKED[question] in label for label in labels)


def _rerun_ms(empty: Path, variables: dict[str, str]) -> tuple[float, float]:
    """Return the median milliseconds of a warm run of the first page, and of an empty one."""
    command = [sys.executable, "-c", _RERUNS_OF, str(_ROOT / "app.py"), str(empty), str(_RERUNS)]
    environment = {**os.environ, **variables}
    quiet = subprocess.DEVNULL
    output = subprocess.run(
        command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, stderr=quiet, text=True, check=True
    ).stdout
    page, blank = map(float, output.split())
    return page, blank


def _chromium() -> str:
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise RuntimeError("Cần Chromium trên máy (Debian: apt install chromium).")
    return path


@contextmanager
def _serving(variables: dict[str, str]) -> Iterator[str]:
    """Serve the app on a free port until the end of the body; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    url = f"http://127.0.0.1:{port}"
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=_ROOT, env={**os.environ, **variables}, stdout=quiet) as server:
        try:
            until = time.monotonic() + _START_S
            while not is_healthy(url):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError("Ứng dụng không khởi động được.")
                time.sleep(0.25)
            yield url
        finally:
            server.terminate()
