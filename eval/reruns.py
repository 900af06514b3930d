"""What another run of each page costs the server when nothing new is asked, against an empty page's.

Streamlit runs a page's script anew on every click. Runs are timed in the program's own processor time, the
browser left out, so that other programs on the machine do not count. Alone: `python -m eval.reruns`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from unittest.mock import patch

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest

_ROOT = Path(__file__).parent.parent
_WARMING, _RUNS = 15, 25
_PATIENCE_S = 300

_EMPTY = "import streamlit as st\nst.write('Trang trống')\n"
_EMPTY_AMONG_EIGHT = """
import streamlit as st
def empty():
    st.write('Trang trống')
st.navigation([st.Page(empty, title=f'Trang {n}', url_path=f'trang-{n}') for n in range(8)]).run()
"""

_PAGES: Mapping[str, tuple[str, ...]] = {
    "hoi_dap": ("", "Phòng Tư pháp huyện Hớn Quản có nhiệm vụ gì?"),
    "van_ban": ("", "doc"),
    "so_sanh": ("", "Kinh phí thực hiện lấy từ đâu?"),
    "nhiem_vu": ("",),
    "tap_huan": ("",),
    "kiem_tra": ("", "Xem thử với một đoạn mẫu"),
    "chat_luong": ("",),
    "quan_tri": ("",),
}
"""Page → what is on it: nothing yet, what a button of this name brings, or a document."""


def rerun_figures(variables: Mapping[str, str]) -> dict[str, float]:
    """Return the milliseconds of a warm run of an empty page and of each page, and each one's ratio.

    Args:
        variables: the settings of the app, as environment variables; they hold for a process of its own.

    """
    output = subprocess.run(
        [sys.executable, "-m", "eval.reruns"],
        cwd=_ROOT,
        env={**os.environ, **variables, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    ).stdout
    times: dict[str, float] = json.loads(output)
    empty, among_eight = times["empty"], times["empty among eight"]
    figures = {f"rerun_ms, {name}": round(taken, 1) for name, taken in times.items()}
    for name, taken in list(times.items())[2:]:
        figures[f"rerun / empty_rerun, {name}"] = round(taken / empty, 2)
        figures[f"rerun / empty_among_eight_rerun, {name}"] = round(taken / among_eight, 2)
    return figures


def _times() -> Iterator[tuple[str, float]]:
    with tempfile.TemporaryDirectory() as scratch:
        for name, script in (("empty", _EMPTY), ("empty among eight", _EMPTY_AMONG_EIGHT)):
            path = Path(scratch) / "trang.py"
            path.write_text(script, encoding="utf-8")
            yield name, _rerun_ms(AppTest.from_file(path, default_timeout=_PATIENCE_S).run())
    for page, states in _PAGES.items():
        for state in states:
            yield f"{page}{', in use' if state else ''}", _rerun_ms(_opened(page, state))


def _opened(page: str, state: str) -> AppTest:
    app = AppTest.from_file(_ROOT / "app.py", default_timeout=_PATIENCE_S).run()
    if page != "hoi_dap":  # the first page is open already
        app.switch_page(f"screens/{page}.py").run()
    if state == "doc":
        chooser = app.selectbox[0]
        chooser.select(chooser.options[0]).run()
    elif state:
        next(button for button in app.button if state in button.label.replace("\\", "")).click().run()
    return app


def _rerun_ms(app: AppTest) -> float:
    times = []
    for _ in range(_WARMING + _RUNS):
        started = time.process_time()
        app.run()
        times.append((time.process_time() - started) * 1000)
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return median(times[_WARMING:])


if __name__ == "__main__":
    kept = ScriptCache()  # as a server keeps it; the test bench would compile the scripts at every run
    with (
        patch("streamlit.testing.v1.app_test.ScriptCache", lambda: kept),
        patch("streamlit.testing.v1.local_script_runner.ScriptCache", lambda: kept),
    ):
        print(json.dumps(dict(_times())))  # noqa: T201 (read by rerun_figures)
