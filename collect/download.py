"""From an address to a file: bounded in size and time, whole or not at all."""

import asyncio
import gzip
import socket
import ssl
import zlib
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import httpx

from collect.errors import NotFetched
from collect.naming import name_of_response

T = TypeVar("T")

Progress = Callable[[str, float], None]
"""Called with what is being done (Vietnamese) and the share done so far, 0 to 1."""

_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long a download may take: bytes once unpacked, seconds, redirects."""

    size: int = 200 * _MEGABYTE
    connect_s: float = 15
    silence_s: float = 30
    total_s: float = 600
    redirects: int = 5


LIMITS = Limits()

_BAD_PACKINGS = (gzip.BadGzipFile, zlib.error, EOFError)

_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLError, "không lập được kết nối bảo mật (chứng thư không hợp lệ, hoặc máy chủ không dùng https)"),
    (socket.gaierror, "không tìm thấy máy chủ này, hoặc máy đang không có mạng"),
    (httpx.ConnectTimeout, "máy chủ không nhận kết nối"),
    (httpx.TimeoutException, "máy chủ ngừng trả lời"),
    (TimeoutError, "tải quá lâu"),
    (httpx.ConnectError, "không kết nối được tới máy chủ (mất mạng, hoặc máy chủ không chạy)"),
    (httpx.TooManyRedirects, "địa chỉ chuyển hướng quá nhiều lần"),
    (httpx.UnsupportedProtocol, "địa chỉ chuyển tới nơi không phải http hay https"),
    (httpx.InvalidURL, "địa chỉ viết sai"),
    *((kind, "nội dung nén bị hỏng") for kind in _BAD_PACKINGS),
    (httpx.HTTPError, "máy chủ ngắt giữa chừng hoặc trả lời sai quy cách"),
)
"""The first that fits an error, or one that caused it, says what happened."""

_STATUS_REASONS = {
    401: "máy chủ đòi đăng nhập",
    403: "máy chủ không cho tải",
    404: "không có văn bản ở địa chỉ này",
    410: "văn bản ở địa chỉ này đã bị gỡ",
    429: "máy chủ đang quá tải",
    503: "máy chủ đang quá tải",
}


def download(url: str, desk: Path, progress: Progress, limits: Limits = LIMITS) -> Path:
    """Fetch what is at an address into a folder, and return the file, named as the server names it.

    The settings of the system for proxies and passwords are left out of it: what is sent is a plain
    request for this address.

    Raises:
        NotFetched: the address is none, or does not give a whole file within the limits.

    """
    part = desk / "part"
    try:
        _check_address(url)
        with part.open("wb") as file:
            response = _run(_receive(url, file, progress, limits))
        if _packing(response) == "gzip":
            part = _unpacked(url, part, limits)
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, *_BAD_PACKINGS) as error:
        raise NotFetched(url=url, reason=_reason(error)) from error
    return part.rename(desk / name_of_response(url, response))


def _check_address(url: str) -> None:
    address = httpx.URL(url)
    if address.scheme not in ("http", "https") or not address.host:
        raise NotFetched(url=url, reason="địa chỉ phải bắt đầu bằng http:// hoặc https:// và có tên máy chủ")
    if address.userinfo:
        raise NotFetched(url=address.host, reason="địa chỉ không được mang tên đăng nhập hay mật khẩu")


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; in a thread of its own where this one runs a loop already, as a web app's may."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _receive(url: str, file: BinaryIO, progress: Progress, limits: Limits) -> httpx.Response:
    """Write the body of a response into a file; TimeoutError past the deadline."""
    client = httpx.AsyncClient(
        headers={"User-Agent": f"danchu/{version('danchu')}", "Accept-Encoding": "gzip"},
        timeout=httpx.Timeout(limits.silence_s, connect=limits.connect_s),
        follow_redirects=True,
        max_redirects=limits.redirects,
        trust_env=False,
    )
    async with asyncio.timeout(limits.total_s), client, client.stream("GET", url) as response:
        expected = _checked_length(url, response, limits)
        received = 0
        async for chunk in response.aiter_raw():
            received += len(chunk)
            _check_size(url, received, limits)
            file.write(chunk)
            share = received / expected if expected else 0.0
            progress(f"Tải {response.url.host}, {received / _MEGABYTE:.1f} MB", share)
    return response


def _checked_length(url: str, response: httpx.Response, limits: Limits) -> int:
    """Return how many bytes are to come, 0 if the server does not say; NotFetched if it is no text."""
    status = response.status_code
    if status != httpx.codes.OK:
        said = _STATUS_REASONS.get(status, "máy chủ báo lỗi")
        raise NotFetched(url=url, reason=f"{said} (mã {status})")
    if _packing(response) not in ("", "identity", "gzip"):
        raise NotFetched(url=url, reason="máy chủ gửi một dạng nén không đọc được")
    length = response.headers.get("Content-Length", "")
    expected = int(length) if length.isdecimal() else 0
    _check_size(url, expected, limits)
    return expected


def _packing(response: httpx.Response) -> str:
    named: str = response.headers.get("Content-Encoding", "")
    return named.strip().lower()


def _unpacked(url: str, packed: Path, limits: Limits) -> Path:
    """Unpack a gzip file beside itself, a megabyte at a time: a small file may unpack to a thousandfold."""
    unpacked = packed.with_suffix(".unpacked")
    size = 0
    with gzip.open(packed) as source, unpacked.open("wb") as file:
        while block := source.read(_MEGABYTE):
            size += len(block)
            _check_size(url, size, limits)
            file.write(block)
    return unpacked


def _check_size(url: str, size: int, limits: Limits) -> None:
    if size > limits.size:
        raise NotFetched(url=url, reason=f"tệp lớn hơn {limits.size / _MEGABYTE:g} MB")


def _reason(error: BaseException) -> str:
    """Say in Vietnamese what happened, from an error and what caused it."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None:
        chain.append(at)
        at = at.__cause__ or at.__context__
    return next(said for kind, said in _REASONS if any(isinstance(link, kind) for link in chain))
