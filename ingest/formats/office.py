"""A file in another format by way of LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_SECONDS = 120
"""A hundred pages take ten; a file that takes longer is stuck."""


class OfficeFailure(Exception):
    """LibreOffice did not convert a file; the message is Vietnamese and says why."""


def office_program() -> str | None:
    """Return the path of LibreOffice; None if it is not on this machine."""
    return shutil.which("soffice")


def converted(raw: bytes, given: str, wanted: str, office: str) -> bytes:
    """Return the bytes of a file as another format, both named by suffix ("doc", "pdf").

    It is made in a folder and with a profile that are gone afterwards.

    Raises:
        OfficeFailure: it takes too long, or LibreOffice cannot open the file.

    """
    with TemporaryDirectory(prefix="danchu-") as folder:
        source, made = Path(folder, f"a.{given}"), Path(folder, f"a.{wanted}")
        source.write_bytes(raw)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", wanted, "--outdir", folder]
        if not _finishes([office, profile, *options, str(source)]):
            raise OfficeFailure(f"LibreOffice không đọc xong trong {_SECONDS} giây")
        if not made.exists():
            raise OfficeFailure("LibreOffice không mở được")
        return made.read_bytes()


def _finishes(command: list[str]) -> bool:
    """Run a command; end it, and what it started, if it takes too long."""
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        running.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
    return True
