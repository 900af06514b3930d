"""Whether a server of the app is up, as a monitor or a container asks it."""

import httpx

_PATH = "/_stcore/health"


def is_healthy(url: str, timeout_s: float = 5.0) -> bool:
    """Tell whether the app at an address (with its sub-path, if it has one) says that it serves."""
    try:
        reply = httpx.get(f"{url.rstrip('/')}{_PATH}", timeout=timeout_s, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return reply.status_code == httpx.codes.OK and reply.text.strip() == "ok"
