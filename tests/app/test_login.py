"""The administrators' page behind an identity provider: a real one on this machine, in a real browser."""

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eval.serving import ended_after, free_port, serving, wait_for

ADMIN = "can.bo@tinh.gov.vn"
PEOPLE = (
    {"sub": "can-bo", "email": ADMIN, "email_verified": True},
    {"sub": "nguoi-la", "email": "nguoi.la@tinh.gov.vn", "email_verified": True},
    {"sub": "tu-nhan", "email": ADMIN, "email_verified": False},
    {"sub": "khong-ro", "email": ADMIN},
)
SECRETS = """
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "chuoi-chi-dung-trong-bai-thu-nay-0123456789"
client_id = "danchu"
client_secret = "khong-can"
server_metadata_url = "http://127.0.0.1:{port}/.well-known/openid-configuration"
"""


@contextmanager
def provider() -> Iterator[int]:
    """Serve an identity provider that knows the people until the end of the body; give its port."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    for person in PEOPLE:
        command += ["--user-claims", json.dumps(person)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    with ended_after(server):
        wait_for(lambda: answers(f"http://127.0.0.1:{port}/jwks"), server)
        yield port


def answers(url: str) -> bool:
    """Tell whether something answers at an address of this machine."""
    try:
        urllib.request.urlopen(url).close()  # noqa: S310 (our own server)
    except OSError:
        return False
    return True


@pytest.fixture(scope="module")
def app_with_provider(tmp_path_factory: pytest.TempPathFactory, index_dir: Path) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("login"), free_port()
    (folder / "danchu.toml").write_text(f'admins = ["{ADMIN}"]\n', encoding="utf-8")
    variables = {
        "HOME": str(folder),
        "DANCHU_CONFIG": str(folder / "danchu.toml"),
        "DANCHU_INDEX": str(shutil.copytree(index_dir, folder / "index")),
        "DANCHU_HISTORY": str(folder / "history.db"),
    }
    with provider() as provider_port:
        secrets = SECRETS.format(url=f"http://127.0.0.1:{port}", port=provider_port)
        (folder / ".streamlit").mkdir()
        (folder / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
        with serving({**os.environ, **variables}, port=port) as url:
            yield url


@contextmanager
def logged_in(browser: Browser, url: str, person: str) -> Iterator[Page]:
    """Log in by the provider's own page, as a person whom nobody else's cookies help."""
    with browser.new_context() as context:
        context.set_default_timeout(90_000)
        page = context.new_page()
        page.goto(f"{url}/quan_tri")
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url("**/oauth2/authorize**")
        page.get_by_role("button", name=person).click()
        page.get_by_label("Câu hỏi").wait_for()
        page.goto(f"{url}/quan_tri")
        yield page


def test_an_administrator_enters_and_leaves(browser: Browser, app_with_provider: str) -> None:
    with logged_in(browser, app_with_provider, "can-bo") as page:
        expect(page.get_by_role("radio", name="Chỉ mục")).to_be_visible()
        page.get_by_role("button", name="Thoát khỏi trang quản trị").click()
        page.wait_for_url(lambda url: "quan_tri" not in url)  # the provider's own good-bye
        page.goto(f"{app_with_provider}/quan_tri")
        expect(page.get_by_role("button", name="Đăng nhập")).to_be_visible()


@pytest.mark.parametrize("person", ["nguoi-la", "tu-nhan", "khong-ro"])
def test_nobody_else_enters(browser: Browser, app_with_provider: str, person: str) -> None:
    with logged_in(browser, app_with_provider, person) as page:
        expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
        expect(page.get_by_role("radio", name="Chỉ mục")).to_have_count(0)
