"""The last evaluation is read back as it was scored, and shown with its intervals."""

from pathlib import Path

import pytest

from eval.report.names import NAMES, TYPES
from eval.saved import BadReport, read_scores
from view.quality import MAIN, PLOTTED, QUICK, last_report, measures_table, slice_chart, slice_rows


def test_the_shipped_report_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANCHU_REPORT", str(tmp_path / "none.json"))
    assert last_report() == QUICK
    scores = read_scores(QUICK)
    assert scores.overall.questions == len(scores.per_question) == 60


def test_one_s_own_report_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "eval.json"
    own.write_bytes(QUICK.read_bytes())
    monkeypatch.setenv("DANCHU_REPORT", str(own))
    assert last_report() == own


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"questions": 1}', "\ufeff{"])
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    other = tmp_path / "khac.json"
    other.write_text(content, encoding="utf-8")
    with pytest.raises(BadReport, match=r"khac\.json: không phải báo cáo"):
        read_scores(other)


def test_every_measure_has_its_interval_and_its_meaning() -> None:
    scores = read_scores(QUICK)
    html = measures_table(scores.overall, NAMES)
    for name, mean in scores.metrics.items():
        low, high = scores.overall.intervals[name]
        assert f"{mean:.3f}".replace(".", ",") in html
        assert f"{low:.3f} – {high:.3f}".replace(".", ",") in html
        assert NAMES[name][1] in html
    assert set(MAIN) <= set(NAMES)


@pytest.mark.parametrize("measure", PLOTTED)
def test_a_plot_has_a_line_a_slice_that_has_the_measure(measure: str) -> None:
    rows = slice_rows(read_scores(QUICK).by_type, TYPES, measure)
    assert rows
    assert all(row["low"] <= row["mean"] <= row["high"] for row in rows)
    assert [row["mean"] for row in rows] == sorted((row["mean"] for row in rows), reverse=True)
    assert len(slice_chart(rows).to_dict()["layer"]) == 2
