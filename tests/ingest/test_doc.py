"""`.doc` by way of LibreOffice: the words of the text it was saved from; no bad file goes unsaid."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from ingest.errors import BrokenFile, MissingProgram
from ingest.formats import doc
from ingest.formats.doc import read_doc

SEED = Path("corpus/179-nq-hdnd-quang-ninh-2023.txt")
OFFICE = shutil.which("soffice")
REQUIRED = os.environ.get("REQUIRE_OFFICE") == "1"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

needs_office = pytest.mark.skipif(
    OFFICE is None and not REQUIRED, reason="no LibreOffice: apt install libreoffice-writer"
)


def saved_as(suffix: str, filter_name: str, folder: Path) -> bytes:
    """Return the seed as LibreOffice saves it in a format."""
    profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
    subprocess.run(
        [
            str(OFFICE),
            profile,
            "--headless",
            "--infilter=Text (encoded):UTF8,LF,,,",
            "--convert-to",
            f"{suffix}:{filter_name}",
            "--outdir",
            str(folder),
            str(SEED),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder.joinpath(SEED.name).with_suffix(f".{suffix}").read_bytes()


@needs_office
@pytest.mark.parametrize(("suffix", "filter_name"), [("doc", "MS Word 97"), ("rtf", "Rich Text Format")])
def test_the_words_are_those_that_were_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, filter_name: str
) -> None:
    raw = saved_as(suffix, filter_name, tmp_path)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    source = read_doc(raw, Path(f"a.{suffix}"))
    assert source.text.split() == SEED.read_text(encoding="utf-8").split()
    assert list(scratch.iterdir()) == []


@needs_office
def test_a_damaged_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(BrokenFile, match=r"^a\.doc: .*LibreOffice không mở được"):
        read_doc(OLE + bytes(2000), Path("a.doc"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n\x1a\n", "Điều 1. Phạm vi".encode()])
def test_what_is_no_word_file_is_said(raw: bytes) -> None:
    with pytest.raises(BrokenFile, match="không phải tệp Word"):
        read_doc(raw, Path("a.doc"))


def test_a_missing_office_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(MissingProgram, match="libreoffice-writer"):
        read_doc(OLE, Path("a.doc"))


def test_an_office_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, late, office = tmp_path / "scratch", tmp_path / "late", tmp_path / "soffice"
    scratch.mkdir()
    office.write_text(f"#!/bin/sh\n(sleep 2; touch {late}) &\nwait\n", encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setattr(doc, "_SECONDS", 1)
    with pytest.raises(BrokenFile, match="không đọc xong trong 1 giây"):
        read_doc(OLE, Path("a.doc"))
    assert list(scratch.iterdir()) == []
    time.sleep(2)
    assert not late.exists()
