"""The page "Tập huấn": a kit made and taken home, the nearest topics where there is none."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).parent.parent.parent / "screens" / "tap_huan.py"
TOPIC = "giám sát đầu tư của cộng đồng"
SCRIPT = "mức phạt <img src=x onerror='document.title=1'> **đậm**"
SLOW = 120_000
"""Milliseconds for a kit, on a machine that is busy."""


@pytest.fixture
def app(index_dir: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr("view.session.INDEX_DIR", index_dir)
    return AppTest.from_file(PAGE, default_timeout=120).run()


def make(app: AppTest, topic: str) -> None:
    app.text_input[0].input(topic)
    next(one for one in app.button if one.label == "Soạn bộ tài liệu").click().run()
    assert not app.exception


def test_a_topic_without_evidence_gives_the_nearest_to_choose(app: AppTest) -> None:
    make(app, "mức phạt tiền giao thông")
    assert "Không có căn cứ" in app.warning[0].value
    near = [one for one in app.button if one.key and one.key.startswith("near-")]
    assert near
    topic = str(near[0].key).removeprefix("near-")
    near[0].click().run()
    assert app.text_input[0].value == topic
    assert not app.exception


def test_an_empty_topic_is_refused(app: AppTest) -> None:
    make(app, " ?")
    assert "Chủ đề trống" in app.warning[0].value


def test_markup_in_a_topic_is_text_and_a_kit_with_papers_is_taken_home(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/tap_huan")
    page.get_by_label("Chủ đề").fill(SCRIPT, timeout=SLOW)
    page.get_by_role("button", name="Soạn bộ tài liệu").click()
    expect(page.get_by_text("<img src=x onerror")).to_be_visible(timeout=SLOW)
    assert page.title() != "1"
    page.get_by_label("Chủ đề").fill(TOPIC)
    page.get_by_text("Đề thi (không bắt buộc)").click()
    page.get_by_role("spinbutton", name="Số đề thi").fill("2")
    page.get_by_role("button", name="Soạn bộ tài liệu").click()
    save = page.get_by_role("button", name="Tải bộ tài liệu (.zip)")
    expect(save).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("mã đề 102")).to_have_count(2)
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.evaluate("window.innerWidth")
    with page.expect_download() as waiting:
        save.click()
    with ZipFile(waiting.value.path()) as kit:
        names = {Path(name).name: name for name in kit.namelist()}
        assert {"ke-hoach-bai-giang.docx", "slide.pptx", "cau-hoi.gift", "dap-an-102.docx"} <= names.keys()
        plan = docx.Document(BytesIO(kit.read(names["ke-hoach-bai-giang.docx"])))
    assert any(TOPIC in line.text for line in plan.paragraphs)
