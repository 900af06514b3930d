"""Downloads from a real server on this machine: whole and well named, or a message and nothing kept."""

import asyncio
import gzip
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from collect.download import Limits, download
from collect.errors import NotFetched

if TYPE_CHECKING:
    from tests.conftest import WebServer

TEXT = "Số: 7/NQ-HĐND\nĐiều 1. Kinh phí\nDo ngân sách bảo đảm.\n".encode()
SMALL = Limits(size=100_000, redirects=2)
IMPATIENT = Limits(silence_s=0.5)
HURRIED = Limits(total_s=1)


def fetch(url: str, desk: Path, limits: Limits = SMALL) -> Path:
    return download(url, desk, lambda _message, _share: None, limits)


@pytest.mark.parametrize(
    ("path", "headers", "name"),
    [
        ("/nq.txt", {}, "nq.txt"),
        ("/nq.TXT", {"Content_Type": "application/octet-stream"}, "nq.txt"),
        ("/nq.md", {"Content_Type": "text/plain; charset=utf-8"}, "nq.md"),
        ("/tai?id=7&b=2", {"Content_Type": "text/plain"}, "tai-id-7-b-2.txt"),
        ("/xem.aspx?ItemID=9", {"Content_Type": "text/html; charset=utf-8"}, "xem-itemid-9.html"),
        ("/xem.aspx", {"Content_Type": "Application/PDF"}, "xem.pdf"),
        ("/", {"Content_Type": "text/plain"}, "127-0-0-1.txt"),
        ("/con.txt", {}, "van-ban-con.txt"),
        ("/Ngh%E1%BB%8B%20quy%E1%BA%BFt.txt", {}, "nghi-quyet.txt"),
        ("/a", {"Content_Disposition": 'attachment; filename="Nq 7.txt"'}, "nq-7.txt"),
        ("/b", {"Content_Disposition": "attachment; filename*=UTF-8''Ngh%E1%BB%8B.txt"}, "nghi.txt"),
        ("/c", {"Content_Disposition": 'attachment; filename="../../x/nq.txt"'}, "nq.txt"),
        ("/d", {"Content_Disposition": 'attachment; filename="C:\\\\x\\\\nq.txt"'}, "nq.txt"),
        (f"/{'dai-' * 60}.txt", {}, f"{('dai-' * 25).strip('-')}.txt"),
    ],
)
def test_the_file_is_whole_and_well_named(
    server: "WebServer", tmp_path: Path, path: str, headers: dict[str, str], name: str
) -> None:
    fetched = fetch(server.serve(path, TEXT, 200, **headers), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [fetched.name] == [name]
    assert fetched.read_bytes() == TEXT


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("GZIP", gzip.compress(TEXT, mtime=0)),
        ("identity", TEXT),
        ("", TEXT),
    ],
)
def test_a_packed_body_is_unpacked(server: "WebServer", tmp_path: Path, packing: str, body: bytes) -> None:
    url = server.serve("/nq.txt", body, Content_Encoding=packing)
    assert fetch(url, tmp_path).read_bytes() == TEXT


def test_a_redirect_is_followed_and_the_end_names_the_file(server: "WebServer", tmp_path: Path) -> None:
    server.serve("/nq.txt", TEXT)
    assert fetch(server.serve("/tai", b"", 302, Location="/nq.txt"), tmp_path).name == "nq.txt"


def test_the_request_says_no_more_than_it_must(
    server: "WebServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    fetch(server.serve("/nq.txt", TEXT), tmp_path)
    (sent,) = server.requests
    assert re.fullmatch(r"danchu/\d+\.\d+\.\d+", sent.pop("User-Agent"))
    assert set(sent) == {"Host", "Accept", "Accept-Encoding", "Connection"}


def test_progress_goes_from_nothing_to_all(server: "WebServer", tmp_path: Path) -> None:
    seen: list[float] = []
    url = server.serve("/nq.txt", b"a" * 90_000, Content_Length="90000")
    download(url, tmp_path, lambda _message, share: seen.append(share))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def chunked(handler: BaseHTTPRequestHandler) -> None:
    """Promise chunks and leave before the last."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\nabcde\r\n")
    handler.close_connection = True


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Take the request and say nothing."""
    handler.server.closing.wait(5)  # type: ignore[attr-defined]


def stalled(handler: BaseHTTPRequestHandler) -> None:
    """Begin the body and stop."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"abc")
    silent(handler)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte of an endless header now and then: never silent, never done."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not handler.server.closing.wait(0.1):  # type: ignore[attr-defined]
        try:
            handler.wfile.write(b"a")
        except OSError:
            return


def gibberish(handler: BaseHTTPRequestHandler) -> None:
    """Answer in no protocol."""
    handler.wfile.write(b"\x00\x01\x02 khong phai http\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "limits", "said"),
    [
        (chunked, SMALL, "ngắt giữa chừng"),
        (silent, IMPATIENT, "ngừng trả lời"),
        (stalled, IMPATIENT, "ngừng trả lời"),
        (dripping, HURRIED, "tải quá lâu"),
        (gibberish, SMALL, "trả lời sai quy cách"),
    ],
)
def test_a_server_that_misbehaves(
    server: "WebServer",
    tmp_path: Path,
    answer: Callable[[BaseHTTPRequestHandler], None],
    limits: Limits,
    said: str,
) -> None:
    assert said in refusal(server.answer("/nq.txt", answer), tmp_path, limits)


BOMB = gzip.compress(b"0" * 50_000_000, mtime=0)


@pytest.mark.parametrize(
    ("body", "status", "headers", "said"),
    [
        (TEXT, 401, {}, "đòi đăng nhập (mã 401)"),
        (TEXT, 403, {}, "không cho tải (mã 403)"),
        (TEXT, 404, {}, "không có văn bản ở địa chỉ này (mã 404)"),
        (TEXT, 500, {}, "máy chủ báo lỗi (mã 500)"),
        (TEXT, 206, {}, "máy chủ báo lỗi (mã 206)"),
        (b"", 302, {"Location": "/nq.txt"}, "chuyển hướng quá nhiều lần"),
        (b"", 302, {"Location": "file:///etc/hostname"}, "không phải http hay https"),
        (b"", 302, {"Location": "ftp://127.0.0.1/nq.txt"}, "không phải http hay https"),
        (b"", 302, {}, "máy chủ báo lỗi (mã 302)"),
        (TEXT, 200, {"Content_Length": str(len(TEXT) + 1)}, "ngắt giữa chừng"),
        (TEXT, 200, {"Content_Length": "100001"}, "tệp lớn hơn 0.0953674 MB"),
        (b"a" * 100_001, 200, {}, "tệp lớn hơn"),
        (BOMB, 200, {"Content_Encoding": "gzip"}, "tệp lớn hơn"),
        (TEXT, 200, {"Content_Encoding": "gzip"}, "nội dung nén bị hỏng"),
        (gzip.compress(TEXT, mtime=0)[:-12], 200, {"Content_Encoding": "gzip"}, "nội dung nén bị hỏng"),
        (TEXT, 200, {"Content_Encoding": "zstd"}, "một dạng nén không đọc được"),
        (BOMB, 200, {"Content_Encoding": "gzip, gzip"}, "một dạng nén không đọc được"),
        (b"<html>Dang nhap</html>", 200, {"Content_Type": "text/html"}, "trang web thay cho tệp .txt"),
    ],
)
def test_an_answer_that_is_no_text(
    server: "WebServer", tmp_path: Path, body: bytes, status: int, headers: dict[str, str], said: str
) -> None:
    assert said in refusal(server.serve("/nq.txt", body, status, **headers), tmp_path)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/nq.txt", "không kết nối được tới máy chủ"),
        ("http://khong-co.invalid/nq.txt", "không tìm thấy máy chủ này, hoặc máy đang không có mạng"),
        ("ftp://127.0.0.1/nq.txt", "phải bắt đầu bằng http:// hoặc https://"),
        ("file:///etc/hostname", "phải bắt đầu bằng http:// hoặc https://"),
        ("http:///nq.txt", "phải bắt đầu bằng http:// hoặc https://"),
        ("http://[::1/nq.txt", "địa chỉ viết sai"),
        ("http://127.0.0.1:cong/nq.txt", "địa chỉ viết sai"),
    ],
)
def test_an_address_that_leads_nowhere(tmp_path: Path, url: str, said: str) -> None:
    assert said in refusal(url, tmp_path)


@pytest.mark.parametrize("path", ["/tai.aspx?id=7", "/tai", "/", f"/tai.{'x' * 300}"])
@pytest.mark.parametrize("content_type", ["application/zip", ""])
def test_a_file_of_no_known_format(server: "WebServer", tmp_path: Path, path: str, content_type: str) -> None:
    url = server.serve(path, b"PK\x03\x04", 200, Content_Type=content_type)
    assert f"không rõ đây là tệp định dạng nào (máy chủ ghi kiểu “{content_type}”)" in refusal(url, tmp_path)


def test_https_to_a_server_without_it(server: "WebServer", tmp_path: Path) -> None:
    url = server.serve("/nq.txt", TEXT).replace("http://", "https://")
    assert "không lập được kết nối bảo mật" in refusal(url, tmp_path)


def test_a_password_in_an_address_is_refused_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="mật khẩu") as raised:
        fetch("http://an:bi-mat@127.0.0.1:1/nq.txt", tmp_path)
    assert "bi-mat" not in str(raised.value)


def refusal(url: str, desk: Path, limits: Limits = SMALL) -> str:
    """Return the message of a download that fails, which names the address and another way."""
    with pytest.raises(NotFetched) as raised:
        fetch(url, desk, limits)
    message = str(raised.value)
    assert message.startswith(f"{url}: không tải được")
    assert message.endswith("danchu corpus add TỆP")
    return message


def test_a_download_may_begin_where_a_loop_runs(server: "WebServer", tmp_path: Path) -> None:
    async def inside() -> bytes:
        return fetch(server.serve("/nq.txt", TEXT, 200), tmp_path).read_bytes()

    with ThreadPoolExecutor(1) as pool:  # this thread may run a loop of other tests
        assert pool.submit(lambda: asyncio.run(inside())).result() == TEXT
