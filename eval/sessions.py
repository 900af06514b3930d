"""Many people at once: a real server, a browser context each, and whether each gets its own answer.

Needs playwright and the system's Chromium. All contexts share one browser: each has its own cookies and
its own websocket, so that for the server each is a person.
"""

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, Error, Page, ViewportSize, async_playwright

from eval.reruns import rerun_figures
from eval.serving import serving

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
_VIEWPORT: ViewportSize = {"width": 800, "height": 600}
_PATIENCE_MS = 600_000
_OPENING = 2
"""Pages that open at once, each with a processor of its own: people ask together, but come one by one."""

_ASKED = {
    "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?": "Sóc Trăng",
    "Kinh phí thực hiện dân chủ ở cơ sở ở Quảng Ninh lấy từ đâu?": "Quảng Ninh",
    "Kinh phí thực hiện dân chủ ở cơ sở ở Điện Biên lấy từ đâu?": "Điện Biên",
    "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?": "Hớn Quản",
}
"""Question → the place that its citations, and no other answer's, name."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Counts, rates, milliseconds and ratios by name, and in Vietnamese what went wrong in which session."""

    figures: Mapping[str, float]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question asked: how long until the page rested, what went wrong, whether it is another's answer."""

    seconds: float
    fault: str = ""
    mixed: bool = False


def run_sessions(
    corpus: Path, index_dir: Path, sessions: int, progress: Callable[[str, float], None]
) -> Sessions:
    """Measure so many simultaneous sessions against one, and the pages' reruns against an empty page's.

    Args:
        corpus: the folder of legal texts.
        index_dir: its index.
        sessions: how many people.
        progress: called with a Vietnamese message and the share done.

    Returns:
        The figures; `mixed` and `failed` should be 0.

    Raises:
        RuntimeError: there is no Chromium, or the app does not start.

    """
    own = {**os.environ, "DANCHU_CORPUS": str(corpus), "DANCHU_INDEX": str(index_dir)}
    with tempfile.TemporaryDirectory() as scratch:
        own["DANCHU_HISTORY"] = str(Path(scratch) / "history.db")
        progress("Chạy lại từng trang", 0.0)
        reruns = rerun_figures(own)
        with serving(own) as app:
            measured = asyncio.run(_measure(app, sessions, progress))
    return Sessions({**measured.figures, **reruns}, measured.faults)


async def _measure(app: str, sessions: int, progress: Callable[[str, float], None]) -> Sessions:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_chromium(), args=CHROMIUM_ARGUMENTS)
        progress("Một phiên", 0.2)
        first = await _opened(browser, app)
        await _ask(first, next(iter(_ASKED)))
        alone = [await _ask(first, question) for question in [*_ASKED, *_ASKED][1:6]]
        progress(f"Mở {sessions} phiên", 0.4)
        pages = await _all_opened(browser, app, sessions)
        progress(f"{sessions} phiên cùng hỏi", 0.7)
        started = time.perf_counter()
        questions = [list(_ASKED)[at % len(_ASKED)] for at in range(sessions)]
        together = await asyncio.gather(*(map(_ask, pages, questions)))
        rate = sessions / (time.perf_counter() - started)
        await browser.close()
    faults = tuple(f"phiên {at}: {one.fault}" for at, one in enumerate(together, start=1) if one.fault)
    return Sessions(_figures(alone, together, rate), faults)


def _figures(alone: Sequence[_Asked], together: Sequence[_Asked], rate: float) -> dict[str, float]:
    rate_of_one = len(alone) / sum(one.seconds for one in alone)
    return {
        "sessions": len(together),
        "failed": sum(bool(one.fault) and not one.mixed for one in together),
        "mixed": sum(one.mixed for one in together),
        "answers_per_s, one session": round(rate_of_one, 2),
        "answers_per_s, all sessions": round(rate, 2),
        "all sessions / one session": round(rate / rate_of_one, 2),
        "answer_s, one session, median": round(median(one.seconds for one in alone), 2),
        "answer_s, all sessions, median": round(median(one.seconds for one in together), 2),
    }


async def _all_opened(browser: Browser, url: str, sessions: int) -> list[Page | Error]:
    """Open the app in so many contexts; what does not open is given as its error."""
    free = asyncio.Semaphore(_OPENING)

    async def one() -> Page | Error:
        async with free:
            try:
                return await _opened(browser, url)
            except Error as error:
                return error

    return await asyncio.gather(*(one() for _ in range(sessions)))


async def _opened(browser: Browser, url: str) -> Page:
    context = await browser.new_context(viewport=_VIEWPORT)
    context.set_default_timeout(_PATIENCE_MS)
    page = await context.new_page()
    await page.goto(url)
    await page.get_by_role("button", name="Hỏi", exact=True).wait_for()
    await page.locator('[data-test-script-state="notRunning"]').wait_for()
    return page


async def _ask(page: Page | Error, question: str) -> _Asked:
    """Ask in a page; tell whether what it shows is the question's answer, and of no other's place."""
    if isinstance(page, Error):
        return _Asked(0, f"không mở được trang: {page.message}")
    started = time.perf_counter()
    try:
        await page.get_by_label("Câu hỏi").fill(question)
        await page.get_by_role("button", name="Hỏi", exact=True).click()
        await page.locator("blockquote").filter(has_text=question).wait_for()
        await page.locator('[data-test-script-state="notRunning"]').wait_for()
        shown = await page.get_by_test_id("stMain").inner_text()
    except Error as error:
        return _Asked(time.perf_counter() - started, f"hỏi không được: {error.message}")
    seconds = time.perf_counter() - started
    labels = [line for line in shown.splitlines() if line.startswith("[")]
    others = [label for label in labels if _ASKED[question] not in label]
    if others:
        return _Asked(seconds, f"hỏi “{question}” mà thấy {others[0]}", mixed=True)
    return _Asked(seconds, "" if labels else f"hỏi “{question}” mà không thấy trích dẫn nào")


def chromium_path() -> str | None:
    """Return where the system's Chromium is; None if there is none."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


def _chromium() -> str:
    path = chromium_path()
    if path is None:
        raise RuntimeError("Cần Chromium trên máy (Debian: apt install chromium).")
    return path
