"""The pages of tables without a browser: what they refuse is said, and an answer's figures are shown."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).parent.parent.parent / "screens"


@pytest.fixture(autouse=True)
def _own_index(index_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("view.session.INDEX_DIR", index_dir)


def opened(name: str) -> AppTest:
    app = AppTest.from_file(PAGES / name, default_timeout=60).run()
    assert not app.exception
    return app


def test_one_place_is_nothing_to_compare() -> None:
    app = opened("so_sanh.py")
    app.text_input[0].input("Kinh phí?")
    app.multiselect[0].set_value(["Sóc Trăng"])
    app.button[0].click().run()
    assert "ít nhất hai địa phương" in app.warning[0].value


def test_an_empty_topic_is_refused() -> None:
    app = opened("so_sanh.py")
    app.button[0].click().run()
    assert "trống" in app.warning[0].value
    assert not app.exception


def test_no_duty_fits() -> None:
    app = opened("nhiem_vu.py")
    app.text_input[0].input("khong co tu nay").run()
    assert app.caption[0].value.startswith("Tìm thấy 0 nhiệm vụ và 0 chỉ tiêu")
    assert "bớt điều kiện lọc" in app.info[0].value
    assert not app.exception


def test_a_broken_report_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eval.json").write_text("{}")
    monkeypatch.setenv("DANCHU_REPORT", str(tmp_path / "eval.json"))
    assert "không phải báo cáo" in opened("chat_luong.py").error[0].value


def test_a_text_without_citations_is_said() -> None:
    app = opened("kiem_tra.py")
    app.text_area[0].input("Hôm nay trời đẹp.")
    app.button[0].click().run()
    assert "Không thấy dẫn chiếu" in app.info[0].value
