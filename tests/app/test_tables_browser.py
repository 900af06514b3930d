"""Comparison, duties, citation check and quality in a real browser, on a desktop and on a phone."""

from io import BytesIO
from pathlib import Path

import docx
from openpyxl import load_workbook
from playwright.sync_api import Page, expect


def opened(page: Page, name: str) -> None:
    page.goto(f"{page.url.rstrip('/')}/{name}")


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes()


def nothing_runs_off_the_side(page: Page) -> None:
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("window.innerWidth")


def test_a_comparison_of_places(page: Page) -> None:
    opened(page, "so_sanh")
    page.get_by_role("button", name="Kinh phí thực hiện lấy từ đâu?").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("row").filter(has_text="Điện Biên").first).to_contain_text("Kinh phí bảo đảm")
    expect(table.get_by_role("link", name="Điều 3")).to_have_attribute(
        "href", "van_ban?doc=05-2025-nq-hdnd-soc-trang&at=art_3"
    )
    expect(page.locator(".sides ins").first).to_be_visible()
    expect(page.locator(".sides del").first).to_be_visible()
    nothing_runs_off_the_side(page)
    sheet = load_workbook(BytesIO(downloaded(page, "Tải bảng Excel"))).worksheets[0]
    assert "Sóc Trăng" in [cell.value for cell in sheet["A"]]
    word = docx.Document(BytesIO(downloaded(page, "Tải bản Word")))
    assert len(word.tables[0].rows) == sheet.max_row


def test_markup_in_a_topic_is_shown_as_text(page: Page) -> None:
    opened(page, "so_sanh")
    topic = page.get_by_label("Chủ đề hoặc câu hỏi")
    topic.fill("kinh phi <img src=x onerror='document.title=1'> **đậm**")
    page.get_by_role("button", name="So sánh", exact=True).click()
    expect(page.get_by_role("heading", name="<img src=x")).to_be_visible()
    assert page.title() != "1"


def test_duties_and_targets_are_filtered(page: Page) -> None:
    opened(page, "nhiem_vu")
    page.get_by_label("Tìm theo từ").fill("phong tu phap")
    page.keyboard.press("Enter")
    duties = page.get_by_role("tabpanel").first.get_by_role("table")
    expect(duties.get_by_role("row").filter(has_text="Phòng Tư pháp").first).to_be_visible()
    nothing_runs_off_the_side(page)
    book = load_workbook(BytesIO(downloaded(page, "Tải bảng Excel")))
    assert "Phòng Tư pháp" in str([cell.value for cell in book["Nhiệm vụ"]["B"]])
    page.get_by_label("Tìm theo từ").fill("doanh nghiep hoi nghi")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="Chỉ tiêu").click()
    expect(page.get_by_role("cell", name="trên 80%")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    nothing_runs_off_the_side(page)


def test_a_draft_is_checked(page: Page) -> None:
    opened(page, "kiem_tra")
    page.get_by_label("Dán văn bản").fill(
        "Khoản 9 Điều 1 Nghị quyết số 179/NQ-HĐND của HĐND tỉnh Quảng Ninh <script>"
    )
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.get_by_text("1 trong 1 dẫn chiếu và trích dẫn là sai")).to_be_visible()
    shown = page.frame_locator("iframe").first
    expect(shown.locator("mark.wrong")).to_contain_text("Khoản 9 Điều 1")
    expect(shown.locator("body")).to_contain_text("<script>")
    nothing_runs_off_the_side(page)
    assert downloaded(page, "Tải bản Word có ghi chú").startswith(b"PK")
    assert b"<mark" in downloaded(page, "Tải trang HTML")
    page.locator("input[type=file]").set_input_files(
        {"name": "anh.txt", "mimeType": "text/plain", "buffer": b"\x89PNG\r\n\x1a\n"}
    )
    expect(page.get_by_text("anh.txt").first).to_be_visible()
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.get_by_text("chưa đọc được định dạng “ảnh PNG”")).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)


def test_the_quality_is_told(page: Page) -> None:
    opened(page, "chat_luong")
    expect(page.get_by_text("bộ câu hỏi nhanh (60 câu)")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(2)
    expect(page.get_by_role("cell", name="Đúng nguyên văn").first).to_be_visible()
    nothing_runs_off_the_side(page)
