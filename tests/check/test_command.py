"""`danchu check` as programs use it."""

import json
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from cli import app

TEXT = "Điều 9 Nghị quyết số 192/NQ-HĐND của HĐND tỉnh Điện Biên."


def test_json_html_and_docx(index_dir: Path, tmp_path: Path) -> None:
    html, word = tmp_path / "a.html", tmp_path / "a.docx"
    words = ["check", "-", "--json", "--index", str(index_dir), "--html", str(html), "--docx", str(word)]
    done = CliRunner().invoke(app, words, input=TEXT)
    assert done.exit_code == 0
    report = json.loads(done.stdout)
    assert report["counts"]["no_such_provision"] == 1
    assert report["findings"][0]["wrong"] is True
    assert "Không có điều khoản này" in html.read_text("utf-8")
    marked = [
        run for one in docx.Document(str(word)).paragraphs for run in one.runs if run.font.highlight_color
    ]
    assert [run.text for run in marked] == [TEXT.removesuffix(".")]
    (comment,) = docx.Document(str(word)).comments
    assert "không có Điều 9" in comment.text


def test_a_word_file_is_read(index_dir: Path, tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph(TEXT)
    file.save(str(tmp_path / "bao_cao.docx"))
    done = CliRunner().invoke(app, ["check", str(tmp_path / "bao_cao.docx"), "--index", str(index_dir)])
    assert done.exit_code == 0
    assert "Không có điều khoản này" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("trong.txt", b" \n", "không có chữ nào"),
        ("trong.md", b"", "không có chữ nào"),
        ("nhi_phan.txt", bytes(range(256)) * 20, "không phải tệp văn bản"),
        ("anh.xyz", b"abc", "chưa đọc được định dạng"),
        ("hong.docx", b"PK\x03\x04 hong", "tệp hỏng"),
        ("khong_co.txt", None, "không có tệp này"),
    ],
)
def test_bad_input(index_dir: Path, tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = CliRunner().invoke(app, ["check", str(tmp_path / name), "--index", str(index_dir)])
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr


def test_empty_standard_input(index_dir: Path) -> None:
    done = CliRunner().invoke(app, ["check", "-", "--index", str(index_dir)], input=b"")
    assert done.exit_code == 1
    assert "không có chữ nào" in done.stderr
