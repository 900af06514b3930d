"""The app in a real browser, as an official uses it, on a desktop and on a phone."""

from playwright.sync_api import Page, expect

from index import HybridRetriever
from tests.app.conftest import ask

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
WORDS = "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước theo phân cấp ngân sách hiện hành"


def test_the_answer_is_quoted_and_highlighted_in_its_document(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".answer").first).to_contain_text(WORDS)
    expect(page.locator(".answer").first).to_contain_text("[1]")
    expect(page.get_by_text("thuộc thành phố Cần Thơ")).to_be_visible()
    reader = page.frame_locator("iframe").first
    expect(reader.locator("mark")).to_contain_text(WORDS)
    page.locator("iframe").scroll_into_view_if_needed()
    expect(reader.locator("mark")).to_be_in_viewport()
    expect(reader.locator("#art_3.cited .heading")).to_have_text("Kinh phí thực hiện")


def test_each_citation_opens_its_own_document(page: Page) -> None:
    ask(page, "Kinh phí ở Quảng Ninh và Điện Biên lấy từ đâu?")
    expect(page.frame_locator("iframe[title*='Quảng Ninh']").locator("h1")).to_contain_text("Quảng Ninh")
    page.get_by_role("link", name="Mở nguyên văn [2]").click()
    reader = page.frame_locator("iframe[title*='Điện Biên']")
    expect(reader.locator("h1")).to_contain_text("Điện Biên")
    expect(reader.locator("mark")).to_contain_text("kinh phí tự chủ của doanh nghiệp")
    expect(page.get_by_role("heading", name="Nguyên văn")).to_be_in_viewport()
    page.get_by_role("button", name="[1]").click()
    expect(page.frame_locator("iframe[title*='Quảng Ninh']").locator("h1")).to_contain_text("Quảng Ninh")


def test_no_ground_is_said_with_the_nearest_passages(page: Page) -> None:
    ask(page, "Mức phạt tiền đối với hành vi cản trở dân chủ là bao nhiêu?")
    expect(page.get_by_text("Không có căn cứ trong kho văn bản")).to_be_visible()
    expect(page.get_by_text("không phải câu trả lời")).to_be_visible()
    expect(page.locator(".answer")).to_have_count(0)


def test_an_empty_question_is_refused_in_words(page: Page) -> None:
    ask(page, "   ")
    expect(page.get_by_text("Câu hỏi trống.")).to_be_visible()


def test_markup_in_a_question_is_shown_as_text(page: Page) -> None:
    ask(page, 'Kinh phí ở Sóc Trăng <img src=x onerror="document.title=1"> **đậm**?')
    expect(page.locator("blockquote").first).to_contain_text("<img src=x")
    assert page.title() != "1"


def test_an_example_is_one_click(page: Page) -> None:
    page.get_by_role("button", name="Phòng Tư pháp").click()
    expect(page.locator(".answer").first).to_contain_text("Điểm a khoản 2 mục III")


def test_the_document_page_opens_at_the_cited_provision(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name="Mở trong trang Văn bản").click()
    page.wait_for_url("**/van_ban?doc=05-2025-nq-hdnd-soc-trang&at=art_3")
    reader = page.frame_locator("iframe").first
    expect(reader.locator("mark").first).to_contain_text("Kinh phí thực hiện")
    page.locator("iframe").scroll_into_view_if_needed()
    expect(reader.locator("mark").first).to_be_in_viewport()
    page.get_by_text("Thông tin văn bản").click()
    expect(page.get_by_text("Hồ Thị Cẩm Đào")).to_be_visible()


def test_a_link_to_nowhere_is_said(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/van_ban?doc=khong-co")
    expect(page.get_by_text("Không có văn bản mà liên kết này chỉ tới")).to_be_visible()


def test_the_answer_not_the_reader_is_seen_first(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.frame_locator("iframe").first.locator("mark")).to_be_attached()
    expect(page.get_by_role("heading", name="Trả lời")).to_be_in_viewport()


def test_nothing_runs_off_the_side(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".answer").first).to_be_visible()
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("window.innerWidth")


def test_the_index_it_built_is_the_one_the_commands_build(page: Page, retriever: HybridRetriever) -> None:
    page.goto(f"{page.url.rstrip('/')}/van_ban")
    page.get_by_label("Chọn văn bản").click()
    expect(page.get_by_role("option")).to_have_count(len(retriever.documents))
