"""What a reader has in front of them lasts: the index is replaced, the server goes away and comes back."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eval.serving import free_port, serving
from index import build_index
from tests.app.conftest import ask

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
WORDS = "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước"
NEW = (
    "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NINH\nSố: 77/NQ-HĐND\nQuảng Ninh, ngày 08 tháng 12 năm 2024\nNGHỊ QUYẾT\n"
    "Về việc thử\nĐiều 1. Kinh phí\nKinh phí mua loa truyền thanh do quỹ khuyến học của thôn chi trả.\n"
)
LATER_MS = 180_000


@pytest.fixture
def variables(tmp_path: Path, own_corpus: Path, index_dir: Path) -> dict[str, str]:
    shutil.copytree(index_dir, tmp_path / "index")
    return {
        **os.environ,
        "DANCHU_CORPUS": str(own_corpus),
        "DANCHU_INDEX": str(tmp_path / "index"),
        "DANCHU_HISTORY": str(tmp_path / "history.db"),
    }


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(LATER_MS)
    page.goto(url)
    page.get_by_label("Câu hỏi").wait_for()
    return page


def test_an_index_replaced_while_people_read_goes_unnoticed(
    browser: Browser, variables: dict[str, str], tmp_path: Path, own_corpus: Path
) -> None:
    with serving(variables) as url:
        page = opened(browser, url)
        ask(page, QUESTION)
        passage = page.frame_locator("iframe").first.locator("mark")
        expect(passage).to_contain_text(WORDS, timeout=LATER_MS)

        (own_corpus / "moi.txt").write_text(NEW, encoding="utf-8")
        assert build_index(own_corpus, tmp_path / "index").built
        expect(passage).to_contain_text(WORDS)

        ask(page, "Kinh phí mua loa truyền thanh ở Quảng Ninh lấy từ đâu?")
        answered = page.locator(".answer").filter(has_text="quỹ khuyến học của thôn")
        expect(answered.first).to_be_visible(timeout=LATER_MS)
        expect(page.locator("iframe")).to_have_count(1)  # no longer the last one's beside it
        expect(passage).to_contain_text("quỹ khuyến học của thôn", timeout=LATER_MS)
        page.get_by_role("button", name=QUESTION).click()
        expect(page.locator(".answer").filter(has_text=WORDS).first).to_be_visible()
        expect(page.locator("iframe")).to_have_count(1)
        expect(passage).to_contain_text(WORDS, timeout=LATER_MS)
        expect(page.get_by_test_id("stAlert").filter(has_text="không còn trong kho")).to_have_count(0)
        page.close()


def test_a_lost_connection_keeps_the_typed_question(browser: Browser, variables: dict[str, str]) -> None:
    port = free_port()
    with serving(variables, port=port) as url:
        page = opened(browser, url)
        page.get_by_label("Câu hỏi").fill(QUESTION)
    with serving(variables, port=port):
        page.locator('[data-test-connection-state="CONNECTED"]').wait_for()
        expect(page.get_by_label("Câu hỏi")).to_have_value(QUESTION)
        page.get_by_role("button", name="Hỏi", exact=True).click()
        expect(page.locator(".answer").first).to_contain_text(WORDS, timeout=LATER_MS)
        page.close()
