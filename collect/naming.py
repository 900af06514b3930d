"""Names of files that are safe on every system, from ids, addresses and what a server says."""

from email.message import Message
from pathlib import PurePosixPath

import httpx

from collect.errors import NotFetched
from ingest.accents import slug
from ingest.load import SUPPORTED_SUFFIXES

_LONGEST_STEM = 100
"""Two of them with a suffix stay below the 255 bytes that file systems allow for a name."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for itself, whatever their suffix."""

_RESERVED = {*_DEVICES, "readme"}
"""A README is no text of the corpus."""

_WEB_PAGE = ".html"
_SUFFIXES = {
    "text/html": _WEB_PAGE,
    "application/xhtml+xml": _WEB_PAGE,
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_PLAIN = "text/plain"
"""Servers say it of any file that they do not know, so it counts only where a name says no more."""


def safe_stem(text: str) -> str:
    """Return a file's name without suffix: small ASCII letters, digits and hyphens, not too long."""
    stem = slug(text)[:_LONGEST_STEM].strip("-")
    return f"van-ban-{stem}".rstrip("-") if not stem or stem in _RESERVED else stem


def name_of_response(url: str, response: httpx.Response) -> str:
    """Name the file that a response carries: its stem from the server's name for it or the address.

    The suffix is the name's own where it is one that is read, else the content type's.

    Raises:
        NotFetched: neither says what the file is; or the address names a document, but a web page came:
            a log-in or an error page.

    """
    path = PurePosixPath(response.url.path)
    given = _disposition_name(response.headers)
    stem = given.stem if given else f"{path.stem or response.url.host} {response.url.query.decode()}"
    named = (given or path).suffix.lower()
    content_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    typed = _SUFFIXES.get(content_type)
    if named in SUPPORTED_SUFFIXES and typed == _WEB_PAGE and not named.startswith(".htm"):
        reason = f"máy chủ gửi một trang web thay cho tệp {named} (thường là trang đăng nhập hay báo lỗi)"
        raise NotFetched(url=url, reason=reason)
    suffix = named if named in SUPPORTED_SUFFIXES else typed or (".txt" if content_type == _PLAIN else None)
    if suffix is None:
        reason = f"không rõ đây là tệp định dạng nào (máy chủ ghi kiểu “{content_type}”)"
        raise NotFetched(url=url, reason=reason)
    return f"{safe_stem(stem)}{suffix}"


def _disposition_name(headers: httpx.Headers) -> PurePosixPath | None:
    """Return the file name in Content-Disposition (RFC 6266), without any folder that it names."""
    message = Message()
    message["Content-Disposition"] = headers.get("Content-Disposition", "")
    name = message.get_filename()
    return PurePosixPath(PurePosixPath(name.replace("\\", "/")).name) if name else None
