"""What another run of each page costs when nothing new is asked, against an empty page of plain Streamlit.

Streamlit runs a page's script anew on every click. Here a real server is asked for such runs over its
WebSocket, as a browser asks, one after another. A run is timed from the request until the server says that
the script has ended; it waits for what the run before left to do (Streamlit collects garbage then, unless
its configuration says no). The browser's drawing is left out. Alone: `python -m eval.reruns`.
"""

import asyncio
import json
import os
import socket
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from eval.serving import serving

_WARMING, _RUNS = 10, 40

_EMPTY = "import streamlit as st\nst.write('Trang trống')\n"


@dataclass(frozen=True, slots=True)
class _State:
    """A page in a state: what its address asks for, then the button to press, by words of its label.

    With `part` only the part of the page that runs by itself (`st.fragment`) is run again.
    """

    name: str
    page: str
    query: str = ""
    button: str = ""
    part: bool = False


_STATES = (
    _State("Hỏi đáp", ""),
    _State("Hỏi đáp, có trả lời", "", button="Phòng Tư pháp huyện Hớn Quản"),
    _State("Hỏi đáp, bấm trong câu trả lời", "", button="Phòng Tư pháp huyện Hớn Quản", part=True),
    _State("Văn bản", "van_ban"),
    _State("Văn bản, mở một văn bản", "van_ban", query="doc=179-nq-hdnd-quang-ninh-2023"),
    _State("So sánh", "so_sanh"),
    _State("So sánh, có bảng", "so_sanh", button="Kinh phí thực hiện"),
    _State("Nhiệm vụ", "nhiem_vu"),
    _State("Tập huấn", "tap_huan"),
    _State("Kiểm tra", "kiem_tra"),
    _State("Kiểm tra, có kết quả", "kiem_tra", button="Xem thử với một đoạn mẫu"),
    _State("Chất lượng", "chat_luong"),
    _State("Quản trị", "quan_tri"),
)


def rerun_figures(environment: Mapping[str, str]) -> dict[str, float]:
    """Return the milliseconds of a warm run of an empty page and of each page, and each one's ratio.

    Two empty pages are measured: one of Streamlit as it comes, and one under the app's own configuration.

    Args:
        environment: all the environment variables of the servers, the app's settings among them.

    Raises:
        RuntimeError: a server does not start, or a page says that it failed.

    """
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "trang.py"
        script.write_text(_EMPTY, encoding="utf-8")
        with serving(environment, script=script, folder=script.parent) as url:
            plain = asyncio.run(_rerun_ms(url, _State("", "")))
        with serving(environment, script=script) as url:
            configured = asyncio.run(_rerun_ms(url, _State("", "")))
    figures = {
        "rerun_ms, an empty page of plain Streamlit": round(plain, 1),
        "rerun_ms, an empty page, the app's configuration": round(configured, 1),
    }
    with serving(environment) as url:
        for state in _STATES:
            taken = asyncio.run(_rerun_ms(url, state))
            figures[f"rerun_ms, {state.name}"] = round(taken, 1)
            figures[f"rerun / plain_empty_rerun, {state.name}"] = round(taken / plain, 2)
            figures[f"rerun / configured_empty_rerun, {state.name}"] = round(taken / configured, 2)
    return figures


async def _rerun_ms(url: str, state: _State) -> float:
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(address, max_size=None, subprotocols=["streamlit"]) as server:  # type: ignore[list-item]
        shown = await _run(server, state)
        if state.button:
            shown = await _run(server, state, press=_id_of(state.button, shown))
        part = next(one.delta.fragment_id for one in shown if one.delta.fragment_id) if state.part else ""
        times = []
        for _ in range(_WARMING + _RUNS):
            started = time.perf_counter()
            shown = await _run(server, state, part=part)
            times.append((time.perf_counter() - started) * 1000)
    if not shown or any(one.delta.new_element.WhichOneof("type") == "exception" for one in shown):
        raise RuntimeError(f"Trang “{state.name}” bị lỗi hoặc không hiện gì.")
    return median(times[_WARMING:])


async def _run(server: ClientConnection, state: _State, press: str = "", part: str = "") -> list[ForwardMsg]:
    """Have the server run a page or a part of it, a button pressed or none; return what it drew."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = state.page, state.query
    asked.rerun_script.fragment_id = part
    if press:
        asked.rerun_script.widget_states.widgets.add(id=press, trigger_value=True)
    await server.send(asked.SerializeToString())
    drawn = []
    connection: socket.socket = server.transport.get_extra_info("socket")
    while True:
        if hasattr(socket, "TCP_QUICKACK"):  # else the kernel waits 40 ms for more to acknowledge
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        said = ForwardMsg.FromString(await server.recv())
        kind = said.WhichOneof("type")
        if kind == "delta":
            drawn.append(said)
        if kind == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return drawn


def _id_of(label: str, drawn: list[ForwardMsg]) -> str:
    return next(button_id for button_id, words in _buttons(drawn) if label in words.replace("\\", ""))


def _buttons(drawn: list[ForwardMsg]) -> Iterator[tuple[str, str]]:
    for message in drawn:
        button = message.delta.new_element.button
        yield button.id, button.label


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        figures = rerun_figures({**os.environ, "DANCHU_HISTORY": f"{scratch}/history.db"})
    print(json.dumps(figures, ensure_ascii=False, indent=2))  # noqa: T201 (a program of its own)
