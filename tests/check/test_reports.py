"""Reports as people type them, with what is wrong in each told beforehand."""

import json
from pathlib import Path

import docx
import pytest

from check import Library, check, read_draft

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_each_reference_is_told_as_expected(path: Path, library: Library) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    found = check(read_draft(path), library).findings
    assert [[one.text, one.detail or one.verdict] for one in found] == expected


def test_the_same_in_a_word_file(library: Library, tmp_path: Path) -> None:
    """The slide's lines as cells of a table, where a reference ends at its cell."""
    source = next(path for path in REPORTS if path.stem == "trang_chieu")
    lines = source.read_text("utf-8").splitlines()
    word = docx.Document()
    table = word.add_table(len(lines), 2)
    for at, line in enumerate(lines):
        table.cell(at, 0).text, table.cell(at, 1).text = line, "đã làm"
    word.save(str(tmp_path / "bang.docx"))
    expected = json.loads(source.with_suffix(".json").read_text("utf-8"))
    found = check(read_draft(tmp_path / "bang.docx"), library).findings
    assert [one.detail or one.verdict for one in found] == [verdict for _, verdict in expected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nghị định số 999/2020/NĐ-CP", "not_seen"),
        ("Nghị quyết số 192/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Quảng Ninh", "not_seen"),
        ("Nghị quyết số 45/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh", "other_number"),
        ("Nghị quyết số 45/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh về dự toán chi", "not_seen"),
        ("Nghị quyết về dự toán ngân sách của HĐND tỉnh Quảng Ninh", "not_seen"),
        ("HĐND tỉnh Điện Biên đã ban hành Nghị quyết số 179/NQ-HĐND", "other_place"),
        ("Nghị quyết số 179/NQ-HĐND được UBND xã Hải Yên triển khai", "exists"),
        ("Luật Thực hiện dân chủ ở cơ sở năm 2021", "not_held"),
        ("Luật Thực hiện dân chủ ở cơ sở ngày 11/11/2022", "other_date"),
    ],
)
def test_an_act(text: str, told: str, library: Library, tmp_path: Path) -> None:
    path = tmp_path / "mot_dong.txt"
    path.write_text(text, "utf-8")
    (found,) = check(read_draft(path), library).findings
    assert (found.detail or found.verdict) == told
    assert found.is_wrong is told.startswith("other_")
