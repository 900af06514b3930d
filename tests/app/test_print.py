"""An answer on paper: its words and citations, nothing to click."""

import pypdfium2
from playwright.sync_api import Page, expect

from tests.app.conftest import ask


def test_an_answer_prints_whole_and_alone(page: Page) -> None:
    ask(page, "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?")
    expect(page.get_by_role("button", name="Bắt đầu cuộc hỏi đáp mới")).to_be_visible(timeout=60_000)
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in sheets).split())
    assert len(sheets) == 1, words
    assert "lấy từ đâu?" in words
    assert "nguồn ngân sách nhà nước theo phân cấp ngân sách hiện hành" in words
    assert "[1] Điều 3 Nghị quyết số 05/2025/NQ-HĐND ngày 20/4/2025" in words
    assert "thuộc thành phố Cần Thơ" in words
    for clicked in ("Lọc văn bản", "Chép", "Tải về", "Hỏi tiếp", "Nhiệm vụ & chỉ tiêu", "Bắt đầu cuộc"):
        assert clicked not in words
