"""A conversation in a real browser: follow-ups, reload, feedback, filters, files, another's address."""

import re

from playwright.sync_api import Page, expect

from tests.app.conftest import ask

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
CONVERSATION = re.compile(r"/\?c=[\w-]{20,}$")


def test_a_conversation_is_kept(page: Page) -> None:
    ask(page, QUESTION)
    page.wait_for_url(CONVERSATION)
    address = page.url
    page.get_by_role("button", name="Còn Quảng Ninh thì sao?").click()
    expect(page.locator("blockquote").first).to_have_text("Còn Quảng Ninh thì sao?")
    expect(page.locator(".answer").first).to_contain_text("179/NQ-HĐND")
    expect(page).to_have_url(address)
    page.reload()
    expect(page.locator("blockquote").first).to_have_text("Còn Quảng Ninh thì sao?")
    page.get_by_role("button", name=f"1. {QUESTION}").click()
    expect(page.locator("blockquote").first).to_have_text(QUESTION)
    expect(page.frame_locator("iframe[title*='05/2025']").locator("mark")).to_contain_text(
        "ngân sách nhà nước"
    )
    page.get_by_role("radio", name="Chưa đúng").click()
    page.get_by_label("Vì sao?").fill("thiếu nguồn xã hội hóa")
    page.get_by_label("Vì sao?").press("Enter")
    page.get_by_role("button", name="Tải về").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename == "tra-loi.docx"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bắt đầu cuộc hỏi đáp mới").click()
    expect(page.get_by_text("Ví dụ:")).to_be_visible()
    page.goto(address)
    page.get_by_role("button", name=f"1. {QUESTION}").click()
    expect(page.get_by_label("Vì sao?")).to_have_value("thiếu nguồn xã hội hóa")
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("window.innerWidth")


def test_what_was_typed_survives_refusal_and_reload(page: Page) -> None:
    ask(page, "dân chủ " * 300)
    expect(page.get_by_text("Hãy rút gọn hoặc tách thành nhiều câu")).to_be_visible()
    expect(page.get_by_label("Câu hỏi")).to_have_value("dân chủ " * 300)
    page.get_by_label("Câu hỏi").fill(QUESTION)
    page.reload()
    expect(page.get_by_label("Câu hỏi")).to_have_value(QUESTION)
    page.get_by_role("button", name="Hỏi", exact=True).click()
    expect(page.locator(".answer").first).to_contain_text("ngân sách nhà nước")
    expect(page.get_by_label("Câu hỏi")).to_have_value("")
    page.reload()
    expect(page.locator(".answer").first).to_contain_text("ngân sách nhà nước")
    expect(page.get_by_label("Câu hỏi")).to_have_value("")


def test_filters_limit_and_are_said(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?noi=Điện+Biên&loai=Nghị+quyết")
    expect(page.get_by_text("Địa phương: Điện Biên; Loại văn bản: Nghị quyết")).to_be_visible()
    ask(page, "Kinh phí lấy từ đâu?")
    expect(page.locator(".answer").first).to_contain_text("Điện Biên")
    expect(page.locator(".answer h4")).to_have_count(1)
    expect(page.get_by_text("Đã lọc.")).to_be_visible()


def test_an_address_of_no_conversation_is_said(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?c=khong-co")
    expect(page.get_by_text("Không tìm thấy cuộc hỏi đáp")).to_be_visible()
