"""The real app on a port of its own, and the system's Chromium.

Where there is no Chromium the browser tests skip; with REQUIRE_BROWSER=1 they fail instead.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from eval.serving import serving
from eval.sessions import CHROMIUM_ARGUMENTS, chromium_path

PATIENCE_MS = 90_000
"""How long a browser waits for what a page computes: a busy machine is slow, not wrong."""
REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"


def strangers_environment() -> dict[str, str]:
    """Return the environment without a user's own settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DANCHU_")}


def ask(page: Page, question: str) -> None:
    """Type a question on the page Hỏi đáp and send it."""
    page.get_by_label("Câu hỏi").fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app with no index yet, so that it must build one, and stop it at the end."""
    folder = tmp_path_factory.mktemp("app")
    environment = strangers_environment()
    environment["DANCHU_INDEX"] = str(folder / "index")
    environment["DANCHU_HISTORY"] = str(folder / "history.db")
    with serving(environment, log=folder / "log") as url:
        yield url
    said = (folder / "log").read_text(encoding="utf-8")
    assert "Traceback" not in said, said


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        reason = "no Chromium on this machine (Debian: apt install chromium)"
        (pytest.fail if REQUIRED else pytest.skip)(reason)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
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
