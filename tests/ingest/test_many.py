"""Many files on all cores: in order, each with its document or its error."""

import importlib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest import Document, many, read_documents
from ingest.errors import BrokenReader, EmptyFile, IngestError


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{n}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(f"Số: {n}/NQ-HĐND\nĐiều 1. Việc {n}.\n", encoding="utf-8")
    return paths


@pytest.mark.parametrize("processes", [1, 2])
def test_files_come_back_in_order_and_a_bad_one_stops_none(tmp_path: Path, processes: int) -> None:
    paths = files(tmp_path, 40)
    paths[7].write_text("")
    paths[23].unlink()
    outcomes = list(read_documents(paths, processes))
    assert [outcome.id for outcome in outcomes if isinstance(outcome, Document)] == [
        f"{n}-nq-hdnd" for n in range(40) if n not in (7, 23)
    ]
    errors = {n: outcome for n, outcome in enumerate(outcomes) if isinstance(outcome, IngestError)}
    assert set(errors) == {7, 23}
    assert isinstance(errors[7], EmptyFile)
    assert str(paths[7]) in str(errors[7])


KILLER = """
import os, signal
from ingest.read import read_document

def read(path):
    if path.stem == "13":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_document(path)
"""


def test_a_file_that_kills_its_process_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "killing_reader.py").write_text(KILLER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(many, "_read", importlib.import_module("killing_reader").read)
    outcomes = list(read_documents(files(tmp_path, 20), processes=2))
    assert [n for n, outcome in enumerate(outcomes) if isinstance(outcome, BrokenReader)] == [13]
    assert sum(isinstance(outcome, Document) for outcome in outcomes) == 19


def test_a_page_of_the_app_that_reads_is_not_run_by_the_processes(tmp_path: Path) -> None:
    files(tmp_path, 20)
    page = tmp_path / "trang.py"
    page.write_text(
        "from pathlib import Path\n"
        "import streamlit as st\n"
        "from ingest import read_documents\n"
        "here = Path(__file__).parent\n"
        "with (here / 'runs').open('a') as runs:\n"
        "    runs.write('.')\n"
        "st.text(len(list(read_documents(sorted(here.glob('*.txt')), 2))))\n",
        encoding="utf-8",
    )
    app = AppTest.from_file(page, default_timeout=60).run()
    assert app.text[0].value == "20"
    assert (tmp_path / "runs").read_text() == "."


def test_a_fault_of_ours_is_an_error_of_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> Document:
        raise ZeroDivisionError(path.stem)

    monkeypatch.setattr(many, "read_document", broken)
    (outcome,) = read_documents(files(tmp_path, 1))
    assert "ZeroDivisionError" in str(outcome)
