"""The app as people reach it: a server of its own on this machine, ended when no longer needed."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
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
    variables: Mapping[str, str], port: int | None = None, script: Path = ROOT / "app.py", folder: Path = ROOT
) -> Iterator[str]:
    """Serve the app, or another script, until the end of the body; give its address.

    Args:
        variables: its settings, as environment variables.
        port: where; a free one if None.
        script: what Streamlit runs.
        folder: where it is started; Streamlit reads its configuration from there.

    Raises:
        RuntimeError: it does not start, within three minutes.

    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
    url = f"http://127.0.0.1:{port}"
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **variables}, stdout=quiet, stderr=quiet
    ) as server:
        try:
            until = time.monotonic() + _START_S
            while not is_healthy(url):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError("Ứng dụng không khởi động được.")
                time.sleep(0.25)
            yield url
        finally:
            server.terminate()
