"""The door of the administrators' page: an identity provider, else a password, else how to set one up."""

import time
from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAuthError, StreamlitSecretNotFoundError

from manage.access import PasswordGate, TooManyTries
from manage.logs import log
from manage.settings import settings
from view.plain import plain

IDLE_S = 1800.0
"""After so long without a click a password is asked for again."""

_HOW = """\
Trang này chưa mở được cho ai, vì máy chủ chưa được cấu hình. Người cài đặt chọn một trong hai cách:

1. **Mật khẩu quản trị**: chạy `danchu admin-password`, ghi dòng in ra vào mục `admin_password_hash` của tệp
   `danchu.toml` (hoặc biến `DANCHU_ADMIN_PASSWORD_HASH`), rồi khởi động lại.
2. **Đăng nhập một lần của cơ quan (OpenID Connect)**: ghi mục `[auth]` trong `.streamlit/secrets.toml`, và
   thư điện tử của những người quản trị vào mục `admins` của `danchu.toml`.

Hướng dẫn đầy đủ: `docs/trien-khai.md`.
"""


_UNVERIFIED = "chưa được nhà cung cấp danh tính xác nhận (email_verified)"


def enter() -> str:  # noqa: RET503 (st.stop ends the run)
    """Return who the administrator is; stop the page, showing how to get in, for anyone else."""
    if _has_provider():
        return _by_provider()
    password_hash = settings().admin_password_hash
    if password_hash and _seen_lately():
        return "mật khẩu quản trị"
    if password_hash:
        _ask_password(password_hash)
    else:
        st.info(_HOW)
    st.stop()


def leave() -> None:
    """End the administrator's session."""
    st.session_state.pop("admin_seen", None)
    if _has_provider():
        st.logout()


def is_admin(email: str | None, *, verified: bool, admins: tuple[str, ...]) -> bool:
    """Tell whether an address that a provider vouches for is on the list; case does not count."""
    return verified and bool(email) and str(email).casefold() in {name.casefold() for name in admins}


def _has_provider() -> bool:
    with suppress(StreamlitSecretNotFoundError):
        return "auth" in st.secrets
    return False


def _by_provider() -> str:
    if not st.user.is_logged_in:
        st.write("Trang này dành cho người quản trị.")
        if st.button("Đăng nhập", type="primary"):
            try:
                st.login()
            except StreamlitAuthError as problem:
                st.error(plain(f"Chưa đăng nhập được: {problem} Hãy xem docs/trien-khai.md."))
        st.stop()
    email = st.user.get("email")
    verified = st.user.get("email_verified") is True
    if not is_admin(str(email) if email else None, verified=verified, admins=settings().admins):
        log.warning("admin refused", extra={"email": email, "verified": verified})
        why = "không có trong danh sách quản trị (mục admins)" if verified else _UNVERIFIED
        st.error(plain(f"{email or 'Tài khoản này'} {why}."))
        st.button("Đăng xuất", on_click=leave)
        st.stop()
    return str(email)


def _seen_lately() -> bool:
    seen = st.session_state.get("admin_seen")
    if seen is None or time.monotonic() - seen > IDLE_S:
        return False
    st.session_state["admin_seen"] = time.monotonic()
    return True


def _ask_password(password_hash: str) -> None:
    with st.form("dang-nhap", clear_on_submit=True):
        typed = st.text_input("Mật khẩu quản trị", type="password", autocomplete="current-password")
        sent = st.form_submit_button("Vào trang quản trị", type="primary")
    if not sent or not typed:
        return
    address = {"address": st.context.ip_address or ""}
    try:
        right = _gate().opens(typed, password_hash, address["address"])
    except TooManyTries as problem:
        log.warning("admin must wait", extra=address)
        st.error(str(problem))
        return
    if not right:
        log.warning("wrong admin password", extra=address)
        st.error("Mật khẩu không đúng.")
        return
    log.info("admin entered", extra=address)
    st.session_state["admin_seen"] = time.monotonic()
    st.rerun()


@st.cache_resource
def _gate() -> PasswordGate:
    return PasswordGate()
