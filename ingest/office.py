"""LibreOffice, which turns a file of one format into another."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

OFFICE = "soffice"


def has_office() -> bool:
    """Tell whether LibreOffice is on this machine."""
    return shutil.which(OFFICE) is not None


def converted(raw: bytes, given: str, wanted: str, seconds: float) -> bytes | None:
    """Return a file's bytes in another format, made in a folder and with a profile that are gone afterwards.

    Args:
        raw: the file.
        given: its format, as its name would end: "doc".
        wanted: the format to make, likewise.
        seconds: how long it may take.

    Returns:
        None where LibreOffice cannot open the file.

    Raises:
        FileNotFoundError: LibreOffice is not on this machine.
        TimeoutError: it took too long, and was ended with what it had started.

    """
    office = shutil.which(OFFICE)
    if office is None:
        raise FileNotFoundError(OFFICE)
    with TemporaryDirectory(prefix="danchu-") as folder:
        source, made = Path(folder, f"a.{given}"), Path(folder, f"a.{wanted}")
        source.write_bytes(raw)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", wanted, "--outdir", folder]
        _run([office, profile, *options, str(source)], seconds)
        return made.read_bytes() if made.exists() else None


def _run(command: list[str], seconds: float) -> None:
    """Run a command; end it, and what it started, if it takes too long."""
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
