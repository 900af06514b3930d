"""The commands' reports: JSON, the page, the comparison with an earlier run, and lines that are none."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from eval.questions import BadGold, read_gold, sample
from index import HybridRetriever

GOLD = Path("eval/gold/seeds-dev.jsonl")
BASELINE = Path("eval/baseline.json")
SAMPLE = 60


def danchu(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["eval", *map(str, words)])
    return result.exit_code, result.stdout, result.stderr


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def report(answers: Path) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(answers.with_name("report.json").read_text(encoding="utf-8"))
    return given


@pytest.fixture(scope="module")
def answers(folder: Path, index_dir: Path) -> Path:
    """Run the quick set against the committed baseline, as every change is; keep its answers and its page."""
    out, page = folder / "answers.jsonl", folder / "report.html"
    code, printed, said = danchu(
        "run", "--sample", str(SAMPLE), "--baseline", BASELINE, "--index", index_dir,
        "--out", out, "--html", page, "--json",
    )  # fmt: skip
    (folder / "report.json").write_text(printed, encoding="utf-8")
    assert code == 0, f"{said}\nA drop that is meant: danchu eval run --sample {SAMPLE} --json > {BASELINE}"
    return out


def test_nothing_falls_behind_the_baseline(answers: Path, report: dict[str, Any]) -> None:
    assert report["questions"] == len(lines(answers)) == SAMPLE
    assert {change["questions"] for change in report["changes"]} == {SAMPLE}
    assert {change["measure"] for change in report["changes"]} == {*report["metrics"], "ECE"}


def test_the_report_is_per_question_first(report: dict[str, Any]) -> None:
    recalled = [one["measures"].get("citation_recall@point") for one in report["per_question"]]
    had = [value for value in recalled if value is not None]
    assert report["metrics"]["citation_recall@point"] == pytest.approx(sum(had) / len(had), abs=1e-4)
    assert report["counts"]["citation_recall@point"] == len(had)
    for name, (low, high) in report["intervals"].items():
        assert low <= report["metrics"][name] <= high
    assert sum(one["questions"] for one in report["by_type"].values()) == SAMPLE
    assert sum(one["questions"] for one in report["by_style"].values()) == SAMPLE


def test_scoring_costs_little_beside_answering(report: dict[str, Any]) -> None:
    timing = report["timing"]
    assert timing["total_s"] >= timing["answering_s"] > 0
    assert timing["total / answering"] < 2  # of 60 questions; the bootstrap costs the same for any number


def test_the_page_needs_nothing_else(answers: Path, report: dict[str, Any]) -> None:
    page = answers.with_name("report.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|<link|<img|https?:|url\(|@import", page)
    assert page.count("<svg") > 30
    assert "Dữ kiện phải có" in page
    diagram = re.findall(r'<svg class="reliability".*?</svg>', page)
    assert [one.count("<circle") for one in diagram] == [len(report["calibration"]["bins"])]
    assert page.count("<details>") == int(re.findall(r"(\d+) câu chưa đạt trọn", page)[0]) > 0


def test_worse_answers_are_a_drop_that_is_named(answers: Path, folder: Path, index_dir: Path) -> None:
    worse = folder / "worse.jsonl"
    spoilt = [{**one, "answer": "", "claims": []} for one in lines(answers)]
    worse.write_text("".join(f"{json.dumps(one)}\n" for one in spoilt), encoding="utf-8")
    code, printed, said = danchu(
        "score", "--gold", GOLD, "--answers", worse, "--baseline", BASELINE, "--index", index_dir, "--json"
    )
    fallen = {change["measure"] for change in json.loads(printed)["changes"] if change["drop"]}
    assert code == 1
    assert fallen == {"required_facts", "brier", "ECE"}
    assert re.search(r"ECE tăng từ 0\.\d+ lên 0\.\d+", said)
    assert re.search(r"required_facts giảm từ 0\.\d+ xuống 0\.0\d+ \(p = 0\.0", said)


def test_bad_lines_are_named_and_the_rest_is_scored(answers: Path, tmp_path: Path, index_dir: Path) -> None:
    good = GOLD.read_text(encoding="utf-8").splitlines()[0]
    away = good.replace("179-nq-hdnd-quang-ninh-2023", "khong-co").replace("dev-001", "x")
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(f"{{\n{good}\n[]\n{away}\n{good}".encode() + b'\n{"id": "\xff"}\n')
    code, printed, said = danchu(
        "score", "--gold", gold, "--answers", answers, "--index", index_dir, "--json"
    )
    assert code == 1
    assert json.loads(printed)["questions"] == 1
    assert re.findall(r"dòng (\d): (\w+ \w+)", said) == [
        ("1", "không phải"), ("3", "không đúng"), ("4", "không đúng"), ("6", "không phải"), ("5", "câu dev"),
    ]  # fmt: skip
    with pytest.raises(BadGold, match="dòng 1"):
        read_gold(gold, {})


def test_citations_of_what_there_is_not_count_as_wrong_and_are_listed(
    answers: Path, tmp_path: Path, index_dir: Path
) -> None:
    answered = next(one for one in lines(answers) if one["status"] == "answered")
    cited = answered["citations"][0]
    cited["path"] = [{"unit": "dieu", "label": "99"}]
    answered["citations"] = [cited, {**cited, "n": 2, "document": {"id": "nd-999"}}]
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps(answered), encoding="utf-8")
    code, printed, said = danchu("score", "--gold", GOLD, "--answers", file, "--index", index_dir, "--json")
    report = json.loads(printed)
    assert code == 0
    assert report["metrics"]["citations_exist"] == 0
    assert [one["missing"] for one in report["unknown"]] == ["path", "document"]
    assert f"{answered['id']}: nd-999, dieu 99: không có văn bản này trong kho" in said
    assert report["unanswered"] == report["questions"] - 1


@pytest.mark.parametrize(
    ("baseline", "said"),
    [("{}", "không phải báo cáo"), ('{"per_question": []}', "không có câu hỏi nào")],
)
def test_a_baseline_that_is_none_is_said(
    answers: Path, tmp_path: Path, index_dir: Path, baseline: str, said: str
) -> None:
    (tmp_path / "b.json").write_text(baseline, encoding="utf-8")
    code, _, message = danchu(
        "score", "--gold", GOLD, "--answers", answers, "--baseline", tmp_path / "b.json", "--index", index_dir
    )
    assert code == 1
    assert said in message


def test_the_sample_stays_as_questions_are_added(retriever: HybridRetriever) -> None:
    questions = read_gold(GOLD, retriever.documents)
    kept = {one.id for one in sample(questions, SAMPLE)}
    before = {one.id for one in sample(questions[:-50], SAMPLE)}
    assert len(kept) == SAMPLE
    assert len(kept & before) >= SAMPLE - 12
