"""The commands as programs use them: exit codes, JSON on stdout, Vietnamese messages on stderr."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from ingest import Document
from ingest.akn import read_akn

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"


def danchu(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, as a user does."""
    command = [sys.executable, "-c", "from cli import main; main()", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **env})


def test_ask_answers_as_the_contract_says(index_dir: Path) -> None:
    done = danchu("ask", QUESTION, "--json", DANCHU_INDEX=str(index_dir))
    assert done.returncode == 0
    given = json.loads(done.stdout)
    assert list(given) == [
        "id", "question", "status", "reason", "answer", "claims", "citations", "retrieved",
        "warnings", "confidence", "engine", "took_ms",
    ]  # fmt: skip
    citation = given["citations"][0]
    assert list(citation) == [
        "n", "document", "eid", "path", "label", "quote", "span", "page", "passage",
    ]  # fmt: skip
    assert list(citation["document"]) == ["id", "kind", "number", "issuer", "place", "issued_on", "status"]
    assert citation["path"] == [{"unit": "dieu", "label": "3"}]
    assert set(given["retrieved"][0]) == {*citation, "score"}
    assert set(given["engine"]) == {"index", "encoder", "llm"}


def run(*words: str) -> tuple[int, str, str]:
    """Run a command in this process, where torch is loaded already."""
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout, result.stderr


def test_ask_for_people_shows_answer_citations_and_cautions(index_dir: Path) -> None:
    code, out, _ = run("ask", QUESTION, "--index", str(index_dir))
    assert code == 0
    assert "[1] Điều 3 Nghị quyết số 05/2025/NQ-HĐND" in out
    assert "Lưu ý: Từ ngày 01/7/2025, địa bàn tỉnh Sóc Trăng" in out


def test_an_abstention_suggests_the_nearest_passages(index_dir: Path) -> None:
    code, out, _ = run("ask", "Mức phạt tiền là bao nhiêu?", "--index", str(index_dir))
    assert code == 0
    assert out.startswith("Không có căn cứ trong kho văn bản")
    assert "Các đoạn gần nhất:\n- " in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", ""), "Câu hỏi trống"),
        (("ask", "x" * 2001), "2001 ký tự"),
        (("search", " "), "Câu hỏi trống"),
        (("ask",), "--batch"),
        (("ask", "a", "--batch", "b", "--out", "c"), "--batch"),
        (("ask", QUESTION, "--llm", "khong:co"), "nhà-cung-cấp"),
    ],
)
def test_wrong_usage_is_2(index_dir: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(*words, "--index", str(index_dir))
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("words", [("ask", QUESTION), ("search", "a"), ("documents",), ("index", "info")])
def test_no_index_names_the_command_that_builds_it(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = danchu(*words, "--index", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "danchu index build" in done.stderr
    assert "Traceback" not in done.stderr


def test_ingest_names_each_bad_file_and_does_the_rest(corpus: Path, tmp_path: Path) -> None:
    empty = tmp_path / "trong.txt"
    empty.touch()
    missing = tmp_path / "khong-co.txt"
    code, out, err = run("ingest", str(empty), str(corpus), str(missing), "--json")
    documents = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert len(documents) == 5
    assert {"id", "counts", "reference_count", "repairs", "warnings", "corrections"} <= set(documents[0])
    assert f"{empty}: tệp không có chữ nào" in err
    assert f"{missing}: không có tệp này" in err


def on_terminal(*words: str, out: Path) -> tuple[int, str]:
    """Run a command whose stderr is a terminal, its stdout a file; return its status and the screen."""
    pty = pytest.importorskip("pty", reason="no terminals on this system")
    screen, terminal = pty.openpty()
    command = [sys.executable, "-c", "from cli import main; main()", *words]
    with out.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=terminal, env={**os.environ, "TERM": "xterm", "COLUMNS": "200"}
        )
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(screen, 65_536)
        except OSError:  # Linux says so when the command has ended, others give no bytes
            break
        if not piece:
            break
        shown += piece
    os.close(screen)
    return process.wait(), re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


def test_sixty_files_with_bad_ones_among_them(tmp_path: Path) -> None:
    for n in range(60):
        folder = tmp_path / f"nhom-{n % 3}"
        folder.mkdir(exist_ok=True)
        act = f"Số: {n}/2025/NQ-HĐND\nNGHỊ QUYẾT\nĐiều 1. Việc {n}.\n"
        (folder / f"{n:02}.txt").write_text(act, encoding="utf-8")
    bad = {
        "nhom-0/00.txt": b"",
        "nhom-0/31.docx": b"PK\x03\x04",
        "nhom-0/32.pdf": b"%PDF-1.4",
        "nhom-1/nhi-phan.txt": bytes(range(256)),
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    out = tmp_path / "ra.jsonl"
    code, screen = on_terminal("ingest", str(tmp_path), "-r", "--json", out=out)
    assert code == 1
    numbers = [json.loads(line)["number"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert sorted(numbers) == sorted(f"{n}/2025/NQ-HĐND" for n in range(1, 60))
    assert "Đọc 63/63: 59.txt" in screen
    *_, first, second, third, fourth, total = screen.splitlines()
    named = [line.partition(": ")[0] for line in (first, second, third, fourth)]
    assert named == [str(tmp_path / name) for name in bad]
    assert total == "Đọc được 59 tệp, không đọc được 4."


def test_ingest_for_people(corpus: Path) -> None:
    code, out, _ = run("ingest", str(corpus / "kh-ubnd-hon-quan-2024.txt"))
    assert code == 0
    assert "3 mục" in out
    assert "đính chính place.name: “Hón Quản” → “Hớn Quản”" in out


def test_index_build_and_info(corpus: Path, tmp_path: Path) -> None:
    code, out, err = run("index", "build", "--corpus", str(corpus), "--index", str(tmp_path))
    assert (code, out) == (0, "")
    assert "Đã dựng chỉ mục: 5 văn bản" in err
    assert "Chỉ mục đã mới nhất" in run("index", "build", "--index", str(tmp_path))[2]
    code, out, _ = run("index", "info", "--json", "--index", str(tmp_path))
    assert (code, json.loads(out)["documents"]) == (0, 5)


def test_documents_and_show(index_dir: Path) -> None:
    _, out, _ = run("documents", "--json", "--index", str(index_dir))
    assert len(json.loads(out)) == 5
    code, out, _ = run("show", "192-nq-hdnd-dien-bien-2024", "--json", "--index", str(index_dir))
    document = json.loads(out)
    assert code == 0
    assert {
        "id", "source", "sha256", "kind", "number", "issuer", "place", "title", "issued_on",
        "effective_on", "signer", "status", "references", "provisions", "repairs", "text",
    } <= set(document)  # fmt: skip
    assert {"eid", "path", "heading", "text", "span", "parent"} <= set(document["provisions"][0])
    code, out, _ = run("show", "192-nq-hdnd-dien-bien-2024", "--akn", "--index", str(index_dir))
    assert (code, read_akn(out.encode()).to_json()) == (0, Document.from_json(document).to_json())
    code, _, err = run("show", "khong-co", "--index", str(index_dir))
    assert code == 1
    assert "192-nq-hdnd-dien-bien-2024" in err


def test_search_ranks_and_filters(index_dir: Path) -> None:
    code, out, _ = run(
        "search", "kinh phí", "-k", "3", "--place", "Điện Biên", "--json", "--index", str(index_dir)
    )
    hits = json.loads(out)
    assert (code, len(hits)) == (0, 3)
    assert hits[0]["eid"] == "art_1__para_3__point_h"
    assert {hit["document"]["id"] for hit in hits} == {"192-nq-hdnd-dien-bien-2024"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("limits", "ids"),
    [
        (("--issuer", "HĐND", "--year", "2024"), {"192-nq-hdnd-dien-bien-2024"}),
        (("--issuer", "UBND tỉnh"), set()),
        (("--year", "2023"), set()),
        (("--status", "issued"), {"192-nq-hdnd-dien-bien-2024"}),
        (("--status", "draft"), set()),
    ],
)
def test_search_takes_issuer_year_and_status(index_dir: Path, limits: tuple[str, ...], ids: set[str]) -> None:
    place = ("--place", "Điện Biên", "--json", "--index", str(index_dir))
    code, out, _ = run("search", "kinh phí", *limits, *place)
    assert (code, {hit["document"]["id"] for hit in json.loads(out)}) == (0, ids)
    code, out, _ = run("ask", "kinh phí", *limits, *place)
    assert (code, {hit["document"]["id"] for hit in json.loads(out)["retrieved"]}) == (0, ids)


def test_an_unknown_status_is_wrong_usage(index_dir: Path) -> None:
    code, _, err = run("search", "kinh phí", "--status", "moi", "--index", str(index_dir))
    assert code == 2
    assert "issued" in err


def test_batch(index_dir: Path, tmp_path: Path) -> None:
    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text(json.dumps({"id": "1", "question": QUESTION}) + "\n{}\n", encoding="utf-8")
    code, out, err = run("ask", "--batch", str(questions), "--out", str(answers), "--index", str(index_dir))
    assert (code, out) == (1, "")
    assert "dòng 2" in err
    assert [json.loads(line)["id"] for line in answers.read_text(encoding="utf-8").splitlines()] == [
        "1",
        None,
    ]


def test_what_only_reads_documents_does_not_wait_for_torch(index_dir: Path) -> None:
    program = (
        "import sys; from typer.testing import CliRunner; from cli import app; "
        f"result = CliRunner().invoke(app, ['documents', '--index', {str(index_dir)!r}]); "
        "sys.exit(result.exit_code or ('torch' in sys.modules) * 9)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, capture_output=True).returncode == 0
