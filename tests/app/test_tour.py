"""A tour of all pages, at a desktop's and a phone's width: each opened, used, judged by axe and photographed.

`make tour` leaves the pictures in var/tour; they are there to be looked at.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from eval.serving import serving
from manage.access import hash_password
from tests.app.conftest import ask, strangers_environment

PASSWORD = "mật khẩu của chuyến tham quan"  # noqa: S105 (of these tests only)
TALLEST = 4_000
"""Pixels of a picture at most."""
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MISJUDGED = {("button-name", "stBaseButton-secondary")}
"""The upload button: its name is its ::after, which browsers read and axe does not."""


@pytest.fixture(scope="module")
def tour_url(tmp_path_factory: pytest.TempPathFactory, index_dir: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tour")
    environment = strangers_environment() | {
        "DANCHU_INDEX": str(shutil.copytree(index_dir, folder / "index")),
        "DANCHU_HISTORY": str(folder / "history.db"),
        "DANCHU_ADMIN_PASSWORD_HASH": hash_password(PASSWORD),
    }
    with serving(environment, log=folder / "log") as url:
        yield url
    assert "Traceback" not in (folder / "log").read_text(encoding="utf-8")


def ask_and_see(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator("blockquote.question")).to_have_text(question)


def start(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.get_by_text("Ví dụ:")).to_be_visible()


def answered(page: Page, url: str) -> None:
    page.goto(url)
    ask_and_see(page, "kinh phi o Quang Ninh va Dien Bien lay tu dau")
    page.get_by_role("button", name="[2]").click()
    expect(page.frame_locator("iframe[title*='Điện Biên']").locator("mark").first).to_be_attached()
    page.get_by_role("radio", name="Chưa đúng").click()
    expect(page.get_by_label("Vì sao?")).to_be_visible()


def abstained(page: Page, url: str) -> None:
    page.goto(url)
    ask_and_see(page, "Mức phạt tiền đối với hành vi cản trở dân chủ là bao nhiêu?")
    expect(page.get_by_text("Không có căn cứ trong kho văn bản")).to_be_visible()


def filtered(page: Page, url: str) -> None:
    page.goto(f"{url}/?noi=Điện+Biên")
    page.get_by_text("Lọc văn bản").click()
    expect(page.get_by_label("Năm ban hành")).to_be_visible()


def texts(page: Page, url: str) -> None:
    page.goto(f"{url}/van_ban")
    page.get_by_label("Tìm trong số hiệu").fill("dien bien")
    page.get_by_label("Tìm trong số hiệu").press("Enter")
    expect(page.get_by_text("1 văn bản")).to_be_visible()


def reader(page: Page, url: str) -> None:
    page.goto(f"{url}/van_ban?doc=179-nq-hdnd-quang-ninh-2023&at=art_1__para_3")
    expect(page.frame_locator("iframe").locator("mark").first).to_be_attached()


def relations(page: Page, url: str) -> None:
    reader(page, url)
    page.get_by_role("tab", name="Quan hệ").click()
    expect(page.get_by_text("Văn bản này dẫn")).to_be_visible()


def compared(page: Page, url: str) -> None:
    page.goto(f"{url}/so_sanh")
    page.get_by_role("button", name="Kinh phí thực hiện").click()
    expect(page.get_by_text("Khác nhau về câu chữ")).to_be_visible()


def duties(page: Page, url: str) -> None:
    page.goto(f"{url}/nhiem_vu")
    page.get_by_label("Tìm theo từ").fill("tuyen truyen")
    page.get_by_label("Tìm theo từ").press("Enter")
    expect(page.get_by_role("cell", name="tuyên truyền").first).to_be_visible()


def targets(page: Page, url: str) -> None:
    page.goto(f"{url}/nhiem_vu")
    page.get_by_role("tab", name="Chỉ tiêu").click()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()


def training(page: Page, url: str) -> None:
    page.goto(f"{url}/tap_huan")
    page.get_by_label("Chủ đề").fill("công khai thông tin")
    page.get_by_role("button", name="Soạn bộ tài liệu").click()
    expect(page.get_by_role("button", name="Tải").first).to_be_visible()


def checked(page: Page, url: str) -> None:
    page.goto(f"{url}/kiem_tra")
    expect(page.get_by_role("button", name="Chọn tệp hoặc kéo tệp vào đây")).to_be_visible()
    page.get_by_role("button", name="Xem thử").click()
    expect(page.get_by_text("1 trong 2 dẫn chiếu")).to_be_visible()


def quality(page: Page, url: str) -> None:
    page.goto(f"{url}/chat_luong")
    expect(page.get_by_text("Theo loại câu hỏi")).to_be_visible()


def administered(page: Page, url: str) -> None:
    page.goto(f"{url}/quan_tri")
    page.get_by_label("Mật khẩu quản trị").fill(PASSWORD)
    page.get_by_role("button", name="Vào trang").click()
    page.get_by_text("Kho văn bản", exact=True).click()
    expect(page.get_by_role("button", name="Lưu đính chính")).to_be_visible()


STOPS = (
    start, answered, abstained, filtered, texts, reader, relations, compared, duties, targets, training,
    checked, quality, administered,
)  # fmt: skip


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.__name__)
def test_a_page_is_used_and_looked_at(
    new_page: Callable[[int], Page],
    tour_url: str,
    tmp_path: Path,
    stop: Callable[[Page, str], None],
    width: int,
) -> None:
    page = new_page(width)
    stop(page, tour_url)
    at_rest(page)
    page.mouse.move(0, 0)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= width
    assert page.get_by_test_id("stException").count() == 0
    assert list(faults(page)) == []
    height = page.get_by_test_id("stMainBlockContainer").evaluate("block => block.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(height, 900), TALLEST)})
    folder = Path(os.environ.get("TOUR", tmp_path))
    picture = page.screenshot(path=folder / f"{stop.__name__}-{width}.png")
    assert len(set(picture)) > 100  # not a blank sheet


def at_rest(page: Page) -> None:
    page.wait_for_timeout(500)
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def faults(page: Page) -> Iterator[str]:
    """Yield what breaks the Web Content Accessibility Guidelines 2.2, level AA, in a page and its frames."""
    options = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
    for frame in page.frames:
        for fault in Axe().run(frame, options=options).response["violations"]:
            for node in fault["nodes"]:
                if not any(fault["id"] == rule and mark in node["html"] for rule, mark in MISJUDGED):
                    yield f"{fault['id']}: {node['html']}"
