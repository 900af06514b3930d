"""`danchu corpus` as programs and people use it: exit codes, what is printed, what is left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli_w
from typer.testing import CliRunner

from cli import app

if TYPE_CHECKING:
    from tests.conftest import WebServer

COMMAND = (sys.executable, "-c", "from cli import main; main()", "corpus")


def act(number: int) -> str:
    return (
        f"Số: {number}/NQ-HĐND\nQuảng Ninh, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề việc thử\n"
        "Điều 1. Kinh phí\nDo ngân sách bảo đảm.\n"
    )


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["corpus", *words, "--corpus", str(folder)])
    return result.exit_code, result.stdout, result.stderr


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Nghị quyết 7.txt"
    path.write_text(act(7), encoding="utf-8")
    return path


def test_add_list_remove(own_corpus: Path, path: Path) -> None:
    before = names(own_corpus)
    code, out, err = run(own_corpus, "add", str(path))
    assert code == 0
    assert out.startswith("7-nq-hdnd-quang-ninh-2023: Nghị quyết số 7/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh")
    assert "điều khoản: 1 phần đầu, 1 Điều" in out
    assert "sha256: " in out
    assert "danchu index build" in err
    code, out, _ = run(own_corpus, "list", "--json")
    assert code == 0
    listed = {row["id"]: row for row in json.loads(out)}
    assert len(listed) == 6
    row = listed["7-nq-hdnd-quang-ninh-2023"]
    assert list(row) == ["id", "file", "label", "added_on", "source", "problem"]
    assert (row["file"], row["source"]) == ("7-nq-hdnd-quang-ninh-2023.txt", "Nghị quyết 7.txt")
    assert row["problem"] is None
    code, out, err = run(own_corpus, "remove", "7-nq-hdnd-quang-ninh-2023")
    assert (code, out) == (0, "")
    assert "danchu index build" in err
    assert "Đính chính" not in err
    assert names(own_corpus) == sorted([*before, "provenance.toml"])


def test_the_list_for_people_names_what_cannot_be_read(own_corpus: Path) -> None:
    (own_corpus / "trong.txt").touch()
    code, out, _ = run(own_corpus, "list")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].split("\t") == [
        "05-2025-nq-hdnd-soc-trang",
        "05-2025-nq-hdnd-soc-trang.txt",
        "Nghị quyết số 05/2025/NQ-HĐND ngày 20/4/2025 của HĐND tỉnh Sóc Trăng",
        "-",
        "-",
    ]
    assert "-\ttrong.txt\t-\t-\t-\n  không đọc được: " in out


def test_what_fails_is_named_and_the_rest_is_added(
    own_corpus: Path, path: Path, tmp_path: Path, server: "WebServer"
) -> None:
    url = server.serve("/8.txt", act(8).encode())
    missing = server.serve("/khong-co.txt", b"", 404)
    empty = tmp_path / "trong.txt"
    empty.touch()
    code, out, err = run(own_corpus, "add", str(empty), missing, str(path), url, "ftp://a/b", str(path))
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines() if not line.startswith(" ")] == [
        "7-nq-hdnd-quang-ninh-2023",
        "8-nq-hdnd-quang-ninh-2023",
    ]
    assert f"{empty}: tệp không có chữ nào" in err
    assert f"{missing}: không tải được" in err
    assert "ftp://a/b: không tải được" in err
    assert f"{path}: là cùng một văn bản" in err
    assert "Thêm được 2 văn bản, không thêm được 4, đã có sẵn 0." in err


@pytest.mark.parametrize("page", ["Đăng nhập\nMời nhập mật khẩu.\n", "404\nKhông tìm thấy trang.\n"])
def test_a_page_without_provisions_is_no_legal_text(
    own_corpus: Path, server: "WebServer", tmp_path: Path, page: str
) -> None:
    before = names(own_corpus)
    url = server.serve("/7.txt", page.encode())
    code, _, err = run(own_corpus, "add", url)
    assert code == 1
    assert f"{url}: không tải được, máy chủ gửi một trang không có số hiệu hay điều khoản nào" in err
    assert names(own_corpus) == before
    path = tmp_path / "7.txt"  # a person may know better
    path.write_text(page, encoding="utf-8")
    assert run(own_corpus, "add", str(path))[0] == 0


@pytest.mark.parametrize("words", [("add",), ("remove",), ("add", "--khong-co"), ("sua", "a")])
def test_wrong_usage_is_2(own_corpus: Path, words: tuple[str, ...]) -> None:
    before = names(own_corpus)
    code, out, _ = run(own_corpus, *words)
    assert (code, out) == (2, "")
    assert names(own_corpus) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("remove", "khong-co"), "Các mã đang có: 05-2025-nq-hdnd-soc-trang, "),
        (("add", "--national"), "sources.toml: không hiểu được bảng này (không có tệp này)"),
    ],
)
def test_a_problem_with_the_corpus_is_1(own_corpus: Path, words: tuple[str, ...], said: str) -> None:
    (own_corpus / "sources.toml").unlink()
    code, out, err = run(own_corpus, *words)
    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize("words", [("add", "a.txt"), ("add", "--national"), ("remove", "a"), ("list",)])
def test_no_such_corpus_is_1(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err = run(tmp_path / "khong-co", *words)
    assert (code, out) == (1, "")
    assert "không có thư mục này" in err


def test_remove_says_that_a_correction_stays(own_corpus: Path) -> None:
    catalog = (own_corpus / "catalog.toml").read_bytes()
    code, _, err = run(own_corpus, "remove", "kh-ubnd-hon-quan-2024")
    assert code == 0
    assert "Đính chính cho kh-ubnd-hon-quan-2024.txt vẫn còn" in err
    assert (own_corpus / "catalog.toml").read_bytes() == catalog


@pytest.mark.parametrize("command", [("corpus", "list"), ("index", "build")])
def test_a_correction_of_no_file_is_said(own_corpus: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    catalog = own_corpus / "catalog.toml"
    catalog.write_text(
        f'{catalog.read_text(encoding="utf-8")}\n["hon-quan.txt"]\ntitle = "Về dân chủ"\n', "utf-8"
    )
    where = ("--corpus", str(own_corpus))
    index = ("--index", str(tmp_path / "index")) if command[0] == "index" else ()
    result = CliRunner().invoke(app, [*command, *where, *index])
    assert result.exit_code == 0
    assert f"{catalog}: đính chính cho “hon-quan.txt” không được dùng" in result.stderr
    assert "kh-ubnd-hon-quan-2024.txt”" not in result.stderr


def test_national_fetches_what_is_missing(own_corpus: Path, server: "WebServer") -> None:
    addresses = {
        "7/NQ-HĐND": server.serve("/7.txt", act(7).encode()),
        "8/NQ-HĐND": server.serve("/8.txt", act(9).encode()),
        "179/NQ-HĐND": server.serve("/179.txt", b""),
        "10/NQ-HĐND": None,
    }
    entry = {"title": "Thử", "kind": "Nghị quyết", "issued_on": date(2023, 12, 8), "relation": "thử"}
    table = tomli_w.dumps(
        {
            "text": [
                {**entry, "number": number, **({"url": url} if url else {})}
                for number, url in addresses.items()
            ]
        }
    )
    (own_corpus / "sources.toml").write_text(table, encoding="utf-8")
    code, out, err = run(own_corpus, "add", "--national")
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines() if not line.startswith(" ")] == [
        "7-nq-hdnd-quang-ninh-2023"
    ]
    assert "đây không phải Nghị quyết số 8/NQ-HĐND" in err
    assert "Nghị quyết số 10/NQ-HĐND ngày 08/12/2023 (thử): chưa có địa chỉ chính thức" in err
    assert "Thêm được 1 văn bản, không thêm được 2, đã có sẵn 1." in err


def test_two_commands_at_once_lose_nothing(own_corpus: Path, tmp_path: Path) -> None:
    folders = []
    for first in (20, 40):
        folder = tmp_path / str(first)
        folder.mkdir()
        for number in range(first, first + 10):
            (folder / f"{number}.txt").write_text(act(number), encoding="utf-8")
        folders.append(folder)
    commands = [
        subprocess.Popen(
            [*COMMAND, "add", str(folder), "--corpus", str(own_corpus)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for folder in folders
    ]
    assert [command.wait(300) for command in commands] == [0, 0]
    rows = json.loads(run(own_corpus, "list", "--json")[1])
    assert sum(row["source"] is not None for row in rows) == 20


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C otherwise")
def test_ctrl_c_leaves_nothing_behind(own_corpus: Path, server: "WebServer") -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(act(7).encode())
        server.closing.wait(20)

    before = names(own_corpus)
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's "&" has it ignored
    command = subprocess.Popen(
        [*COMMAND, "add", server.answer("/7.txt", slow), "--corpus", str(own_corpus)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, heeded)
    while not list(own_corpus.glob(".them-*/part")) or not server.requests:
        assert command.poll() is None
        time.sleep(0.02)
    command.send_signal(signal.SIGINT)
    out, err = command.communicate(timeout=60)
    assert command.returncode != 0
    assert out == b""
    assert b"Traceback" not in err
    assert names(own_corpus) == before
