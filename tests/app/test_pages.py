"""The pages without a browser: an index that cannot be built or opened is said, and nothing breaks."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from view import plain

APP = Path(__file__).parent.parent.parent / "app.py"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("view.session.INDEX_DIR", tmp_path / "index")
    monkeypatch.setattr("view.session.CORPUS_DIR", tmp_path / "corpus")
    monkeypatch.setenv("DANCHU_HISTORY", str(tmp_path / "history.db"))
    (tmp_path / "corpus").mkdir()
    return tmp_path


def test_an_empty_corpus_is_said(folders: Path) -> None:
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert plain(f"Không có văn bản nào đọc được trong “{folders / 'corpus'}”") in app.error[0].value
    app.text_area[0].input("Kinh phí ở Sóc Trăng?")
    app.button[0].click().run()
    assert "danchu index build" in app.error[-1].value
    assert not app.exception


def test_a_bad_file_is_named_and_the_rest_serves(folders: Path, corpus: Path) -> None:
    (folders / "corpus" / "hong.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    good = corpus / "05-2025-nq-hdnd-soc-trang.txt"
    (folders / "corpus" / good.name).write_bytes(good.read_bytes())
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert plain("hong.txt: chưa đọc được định dạng “ảnh PNG”") in app.warning[0].value
    assert not app.exception
    app.text_area[0].input("Kinh phí ở Sóc Trăng?")
    app.button[0].click().run()
    assert [button.label for button in app.button if "Điều 3" in button.label]
