"""The page "Văn bản" in a real browser: found, read, searched, cited, and taken home."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest import read_document
from view import document_html

NAME = "05-2025-nq-hdnd-soc-trang"
COPIED = "(navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }, 0)"


def test_a_tour_from_the_list_to_a_link_for_a_colleague(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/van_ban")
    page.get_by_label("Tìm trong số hiệu").fill("soc trang")
    page.get_by_label("Tìm trong số hiệu").press("Enter")
    expect(page.get_by_text("1 văn bản", exact=True)).to_be_visible()
    page.get_by_role("link", name="05/2025/NQ-HĐND").click()
    page.wait_for_url(f"**/van_ban?doc={NAME}")
    reader = page.frame_locator("iframe").first

    reader.get_by_label("Tìm trong văn bản").fill("kinh phi thuc hien")
    expect(reader.locator("#count")).to_have_text("1/2")
    reader.get_by_label("Kết quả sau").click()
    expect(reader.locator("#count")).to_have_text("2/2")
    reader.get_by_label("Tìm trong văn bản").fill("máy bay")
    expect(reader.locator("#count")).to_have_text("Không thấy")

    if page.viewport_size and page.viewport_size["width"] < 700:
        reader.get_by_role("button", name="Mục lục").click()
    reader.get_by_role("link", name="Điều 3.").click()
    expect(reader.locator("#art_3 .heading")).to_be_in_viewport()
    reader.locator("body").evaluate(COPIED)
    reader.get_by_role("link", name="Sao chép liên kết tới Điều 3", exact=True).click()
    expect(reader.locator("#said")).to_have_text("Đã sao chép liên kết.")
    link = reader.locator("body").evaluate("window.copied")
    assert link == f"{app_url}/van_ban?doc={NAME}&at=art_3"

    page.goto(link)
    expect(reader.locator("#art_3.cited mark").first).to_be_in_viewport()
    page.get_by_role("tab", name="Quan hệ").click()
    expect(page.get_by_text("Nghị định số 59/2023/NĐ-CP").first).to_be_attached()
    page.get_by_role("tab", name="Tải về").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bản Word").click()
    assert download.value.suggested_filename == f"{NAME}.docx"
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("window.innerWidth")


def test_an_unknown_provision_is_said(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/van_ban?doc={NAME}&at=art_99")
    expect(page.get_by_text("không có điều khoản mà liên kết chỉ tới")).to_be_visible()


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a law of 300 pages as the reader shows it."""
    folder = tmp_path_factory.mktemp("long")
    words = "Cơ quan có trách nhiệm công khai, lấy ý kiến Nhân dân và bảo đảm quyền giám sát. " * 37
    law = ["QUỐC HỘI", "Luật số: 99/2030/QH16", "LUẬT", "VỀ VIỆC DÀI"]
    law += [f"Điều {n}. Trách nhiệm trong việc thứ {n}\n1. {words}" for n in range(1, 241)]
    (folder / "a.txt").write_text("\n".join(law), encoding="utf-8")
    page = folder / "a.html"
    page.write_text(document_html(read_document(folder / "a.txt"), tools=True), encoding="utf-8")
    return page


def test_three_hundred_pages_are_laid_out_as_they_are_seen(browser: Browser, long_page: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 760})
    page.goto(long_page.as_uri())
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    laid_out = """[...document.querySelectorAll("section.dieu > p")].filter(
        (p) => p.checkVisibility({contentVisibilityAuto: true})).length"""
    assert 0 < page.evaluate(laid_out) < 20
    page.get_by_role("link", name="Điều 200.").click()
    expect(page.locator("#art_200 .heading").first).to_be_in_viewport()
    page.get_by_label("Tìm trong văn bản").fill("viec thu 120")
    expect(page.locator("#count")).to_have_text("1/1")
    expect(page.locator("#art_120 .heading").first).to_be_in_viewport()
    page.close()
