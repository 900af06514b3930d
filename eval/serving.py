"""The app as people reach it: a server of its own on this machine, ended when no longer needed."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from manage.health import is_healthy

ROOT = Path(__file__).parent.parent
_START_S = 180


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    environment: Mapping[str, str],
    *,
    port: int | None = None,
    script: Path = ROOT / "app.py",
    folder: Path = ROOT,
    base: str = "",
    log: Path | None = None,
) -> Iterator[str]:
    """Serve the app, or another script, until the end of the body; give its address.

    Args:
        environment: all the environment variables of the server, the app's settings among them.
        port: where; a free one if None.
        script: what Streamlit runs.
        folder: where it is started; Streamlit reads its configuration from there.
        base: the path of the address below which it serves.
        log: the file of what it prints; none if None.

    Raises:
        RuntimeError: it does not start, within three minutes.

    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1", "--server.baseUrlPath", base]
    url = f"http://127.0.0.1:{port}/{base}".rstrip("/")
    with (log or Path(os.devnull)).open("ab") as out:
        server = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=out, stderr=out)
        with ended_after(server):
            wait_for(lambda: is_healthy(url), server)
            yield url


@contextmanager
def ended_after(server: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a process after the body, and wait until it has."""
    with server:
        try:
            yield
        finally:
            server.terminate()


def wait_for(is_up: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers; RuntimeError if it ends before, or does not within three minutes."""
    until = time.monotonic() + _START_S
    while not is_up():
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError("Máy chủ không khởi động được.")
        time.sleep(0.25)
