"""The old binary Word format, by way of LibreOffice and `.docx`."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import BrokenFile, MissingProgram
from ingest.formats.docx import read_docx
from ingest.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with ([MS-CFB] 2.2); LibreOffice would read anything else as plain text."""

_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"

_SECONDS = 120
"""A hundred pages take ten; a file that takes longer is stuck."""

_REMEDY = "Để đọc tệp .doc, hãy cài gói libreoffice-writer, hoặc lưu văn bản thành .docx."


def read_doc(raw: bytes, path: Path) -> Source:
    """Read a `.doc` file; one that is Rich Text or `.docx` by another name is read as what it is.

    Raises:
        MissingProgram: LibreOffice is not on this machine.
        BrokenFile: it is no such file, or LibreOffice cannot open it.
        IngestError: as `read_docx` does.

    """
    if raw.startswith(_ZIP):
        return read_docx(raw, path)
    if not raw.startswith((_OLE, _RTF)):
        raise BrokenFile(path, reason="không phải tệp Word")
    office = shutil.which("soffice")
    if office is None:
        raise MissingProgram(path, remedy=_REMEDY)
    return read_docx(_converted(raw, path, office), path)


def _converted(raw: bytes, path: Path, office: str) -> bytes:
    """Return a file's bytes as `.docx`, made in a folder and with a profile that are gone afterwards."""
    with TemporaryDirectory(prefix="danchu-") as folder:
        given, made = Path(folder, "a.doc"), Path(folder, "a.docx")
        given.write_bytes(raw)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", folder]
        if not _finishes([office, profile, *options, str(given)]):
            raise BrokenFile(path, reason=f"LibreOffice không đọc xong trong {_SECONDS} giây")
        if not made.exists():
            raise BrokenFile(path, reason="LibreOffice không mở được")
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
