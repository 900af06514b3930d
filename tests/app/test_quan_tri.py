"""The administrators' page: closed unless set up, a whole tour of it, and the app behind a real proxy."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from streamlit.testing.v1 import AppTest

from eval.serving import ROOT, ended_after, free_port, serving, wait_for
from manage.access import hash_password
from manage.health import is_healthy
from manage.settings import settings

PASSWORD = "mật khẩu của bài thử"  # noqa: S105 (of these tests only)
TEXT = (
    "Số: 77/NQ-HĐND\nQuảng Ninh, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề việc thử\n"
    "Điều 1. Kinh phí\nDo ngân sách bảo đảm.\n"
)
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def configured(config: str, folder: Path, base: str = "") -> Iterator[str]:
    """Serve the app with a configuration file, at a sub-path; give its address."""
    (folder / "danchu.toml").write_text(config, encoding="utf-8")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "DANCHU_CONFIG": str(folder / "danchu.toml")}
    with serving(environment, base=base, log=folder / "out") as url:
        yield url


@pytest.fixture
def config(tmp_path: Path, own_corpus: Path, index_dir: Path) -> str:
    shutil.copytree(index_dir, tmp_path / "index")
    lines = {
        "corpus": own_corpus,
        "index": tmp_path / "index",
        "history": tmp_path / "history.db",
        "log_file": tmp_path / "log",
        "admin_password_hash": hash_password(PASSWORD),
    }
    return "".join(f'{name} = "{value}"\n' for name, value in lines.items())


@pytest.fixture
def page_of_admins(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Give the page alone, under settings read anew."""
    yield AppTest.from_file(ROOT / "screens" / "quan_tri.py", default_timeout=60)
    monkeypatch.undo()
    settings.cache_clear()


def test_without_password_or_provider_it_opens_to_nobody(page_of_admins: AppTest) -> None:
    app = page_of_admins.run()
    assert "danchu admin-password" in app.info[0].value
    assert not app.text_input
    assert not app.button
    assert not app.exception


def test_a_wrong_password_opens_nothing(page_of_admins: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANCHU_ADMIN_PASSWORD_HASH", hash_password(PASSWORD))
    app = page_of_admins.run()
    app.text_input[0].input("sai")
    app.button[0].click().run()
    assert app.error[0].value == "Mật khẩu không đúng."
    assert len(app.button) == 1
    app.text_input[0].input(PASSWORD)
    app.button[0].click().run()
    assert not app.error
    assert [button.label for button in app.button] == ["Thoát khỏi trang quản trị"]
    app.button[0].click().run()
    assert app.text_input[0].label == "Mật khẩu quản trị"


def test_wrong_settings_are_said_in_the_app(page_of_admins: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    del page_of_admins
    monkeypatch.setenv("DANCHU_LOG_LEVEL", "ồn")
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    assert "biến DANCHU_LOG_LEVEL" in app.error[0].value
    assert not app.exception


@pytest.mark.parametrize("width", [1280, 360])
def test_a_tour(
    new_page: Callable[[int], Page], tmp_path: Path, config: str, own_corpus: Path, width: int
) -> None:
    with configured(config, tmp_path) as url:
        page = new_page(width)
        expect.set_options()
        page.goto(url)
        page.get_by_label("Câu hỏi").wait_for()
        page.goto(f"{url}/quan_tri")
        enter(page)
        upload(page)
        assert "77-nq-hdnd-quang-ninh-2023.txt" in {path.name for path in own_corpus.iterdir()}
        page.get_by_role("radio", name="Chỉ mục").click()
        expect(page.get_by_text("Kho văn bản đã đổi")).to_be_visible()
        page.get_by_role("button", name="Dựng lại chỉ mục").click()
        expect(page.get_by_text("Đã dựng xong: 6 văn bản")).to_be_visible()
        page.get_by_role("button", name="Quay lại bản này").click()
        expect(page.get_by_text("Đã quay lại bản")).to_be_visible()
        expect(page.get_by_text("Đang dùng một bản chỉ mục cũ")).to_be_visible()
        main = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert main <= page.evaluate("window.innerWidth")
    events = [json.loads(line)["event"] for line in (tmp_path / "log").read_text().splitlines()]
    assert events == [
        "wrong admin password",
        "admin entered",
        "upload refused",
        "admitted",
        "built",
        "went back",
    ]


def enter(page: Page) -> None:
    page.get_by_label("Mật khẩu quản trị").fill("sai")
    page.get_by_role("button", name="Vào trang quản trị").click()
    page.get_by_text("Mật khẩu không đúng").wait_for()
    page.get_by_label("Mật khẩu quản trị").fill(PASSWORD)
    page.get_by_role("button", name="Vào trang quản trị").click()


def upload(page: Page) -> None:
    files: list[FilePayload] = [
        {"name": "<b>x.pdf", "mimeType": "application/pdf", "buffer": b"MZ"},
        {"name": "moi.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
    ]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("<b>x.pdf: nội dung là chương trình")).to_be_visible()
    expect(page.frame_locator("iframe").first.locator("body")).to_contain_text("Do ngân sách bảo đảm")
    page.get_by_role("button", name="Đưa vào kho").click()
    expect(page.get_by_text("Đã đưa vào kho")).to_be_visible()


@pytest.mark.skipif(NGINX is None, reason="no nginx on this machine (Debian: apt install nginx-light)")
def test_it_serves_under_a_sub_path_behind_nginx(
    new_page: Callable[[int], Page], tmp_path: Path, config: str
) -> None:
    with configured(config, tmp_path, "danchu") as url, proxied(url, tmp_path) as outside:
        page = new_page(1280)
        page.goto(f"{outside}/danchu/")
        page.get_by_label("Câu hỏi").wait_for()
        page.goto(f"{outside}/danchu/quan_tri")
        page.get_by_label("Mật khẩu quản trị").wait_for()
        page.get_by_role("link", name="Văn bản").click()
        page.wait_for_url(f"{outside}/danchu/van_ban**")
        page.get_by_label("Chọn văn bản").wait_for()


@contextmanager
def proxied(url: str, folder: Path) -> Iterator[str]:
    """Run nginx with the example configuration in front of the app; give the address outside."""
    port = free_port()
    example = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    example = example.replace("listen 80;", f"listen 127.0.0.1:{port};")
    example = re.sub(r"http://127\.0\.0\.1:\d+", url.removesuffix("/danchu"), example)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf = folder / "nginx.conf"
    head = f"daemon off; pid {folder}/pid; error_log {folder}/error; events {{}}"
    conf.write_text(f"{head} http {{ access_log off; {paths}\n{example}\n}}", encoding="utf-8")
    nginx = subprocess.Popen([str(NGINX), "-e", str(folder / "error"), "-c", str(conf)])
    with ended_after(nginx):
        wait_for(lambda: is_healthy(f"http://127.0.0.1:{port}/danchu"), nginx)
        yield f"http://127.0.0.1:{port}"
