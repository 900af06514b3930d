"""The benchmark runs, and measures processes by the kernel's count."""

import subprocess
import sys
from pathlib import Path

import pytest

from eval.bench import measure, run_benchmark
from eval.formats import reading_ratios
from eval.growth import reading_growth


def test_a_process_is_measured_by_itself() -> None:
    program = "x = bytearray(200 * 2**20); print('xong')"
    measuring = f"""
import sys
from eval.bench import measure
measured = measure([sys.executable, "-c", {program!r}])
assert measured.output == "xong\\n"
assert 200 < measured.peak_mib < 400, measured
assert measured.seconds > 0
"""
    subprocess.run([sys.executable, "-c", measuring], check=True)


def test_a_process_that_fails_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure([sys.executable, "-c", "raise SystemExit(3)"])


def test_the_benchmark_gives_its_figures_and_ratios(corpus: Path) -> None:
    steps: list[float] = []
    report = run_benchmark(
        corpus, install=False, progress=lambda _message, share: steps.append(share), rounds=1
    )
    assert report.install_to_first_answer is None
    assert set(report.ratios) == {
        "cold_ask / libraries",
        "cold_kit / cold_ask",
        "index_build / libraries",
        "index_unchanged / index_build",
        "warm_ask / warm_search",
    }
    assert all(ratio > 0 for ratio in report.ratios.values())
    assert "cold_ask: seconds" in report.to_text()
    assert {"Soạn: Kế hoạch bài giảng (Word)", "Soạn: Câu hỏi (Excel)"} <= set(report.warm_kit_s)
    assert steps == sorted(steps)


def test_growth_reads_ten_times_the_text(corpus: Path) -> None:
    figures = reading_growth(corpus, 0.5)
    assert figures["0.5 MB, provisions"] == pytest.approx(10 * figures["0.05 MB, provisions"], rel=0.1)
    assert figures["growth"] > 0


def test_reading_is_compared_with_the_libraries_alone(corpus: Path) -> None:
    figures = reading_ratios(corpus, size=5_000)
    assert list(figures) == [
        "pdf, seconds", "pdf, pdfium alone, seconds", "pdf / pdfium alone",
        "docx, seconds", "docx, python-docx alone, seconds", "docx / python-docx alone",
    ]  # fmt: skip
    assert all(figure > 0 for figure in figures.values())
