"""The performance benchmark: whole processes, as a user starts them, and answers in a warm one.

Each figure is the wall time of a process of its own and the peak of its resident memory, read from the
kernel when it ends (wait4), so that the benchmark's own size is not counted. Times differ from machine
to machine; the ratios, taken in one run, are what is compared.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

_PLACES = ("Sóc Trăng", "Quảng Ninh", "Điện Biên", "Hớn Quản", "Bắc Ninh")
_TOPICS = (
    "Kinh phí thực hiện dân chủ ở cơ sở ở {} lấy từ đâu?",
    "{} phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?",
    "Ở {} ai giám sát việc thực hiện dân chủ ở cơ sở?",
    "Các cơ quan của {} phải công khai những gì?",
    "Thủ tục ly hôn ở {} như thế nào?",
    "hop dan chu o {} bao lau mot lan",
    "{} quy định gì về hương ước, quy ước?",
    "Ban Thanh tra nhân dân ở {} có nhiệm vụ gì?",
    "Ai ký văn bản của {} và ngày nào?",
    "{} ứng dụng công nghệ thông tin ra sao?",
    "CBCCVC o {} duoc tap huan the nao",
    "Người đứng đầu cơ quan ở {} có trách nhiệm gì?",
    "{} khen thưởng và xử lý vi phạm thế nào?",
    "So sánh biện pháp tuyên truyền của {} với Điện Biên",
)
_QUESTIONS = tuple(topic.format(place) for topic in _TOPICS for place in _PLACES)
"""More than the retriever keeps the meanings of, so that each is read anew in every round."""

_KIT_TOPIC = "Kinh phí thực hiện dân chủ ở cơ sở"

_KIB_PER_MIB = 1024

_LIBRARIES = "import faiss, scipy.sparse, langchain_core.retrievers, sentence_transformers"
_WARM = """
import json, sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from answer import answer
from index import open_index
from materials.kit import audience_named, build_kit
started = time.perf_counter()
retriever = open_index(Path(sys.argv[1]))
opened = time.perf_counter() - started
questions, rounds = json.loads(sys.argv[2]), int(sys.argv[3])
def milliseconds(work):
    times = []
    for question in questions:
        started = time.perf_counter()
        work(question)
        times.append((time.perf_counter() - started) * 1000)
    return times
def ask(question):
    return answer(question, retriever)
milliseconds(ask)
taken = [(milliseconds(ask), milliseconds(retriever.search)) for _ in range(rounds)]
ask_ms, search_ms = ([min(of_one) for of_one in zip(*of_all)] for of_all in zip(*taken))
marks = []
with TemporaryDirectory() as scratch:
    learners, out = audience_named("nhân dân"), Path(scratch, "kit")
    mark = lambda name, _: marks.append((name, time.perf_counter()))
    build_kit(sys.argv[4], learners, None, retriever, out, progress=mark)
kit_s = {name: round(end - start, 2) for (name, start), (_, end) in zip(marks, marks[1:])}
print(json.dumps({"open_s": opened, "ask_ms": ask_ms, "search_ms": search_ms, "kit_s": kit_s}))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One process: wall seconds, peak resident MiB, and what it printed."""

    seconds: float
    peak_mib: float
    output: str


@dataclass(frozen=True, slots=True)
class BenchReport:
    """Seconds, milliseconds, MiB, and ratios of figures taken in the same run."""

    install_to_first_answer: dict[str, float] | None
    libraries: dict[str, float]
    index_build: dict[str, float]
    index_unchanged: dict[str, float]
    cold_ask: dict[str, float]
    cold_kit: dict[str, float]
    warm_ask_ms: dict[str, float]
    warm_search_ms: dict[str, float]
    warm_kit_s: dict[str, float]
    open_index_s: float
    ratios: dict[str, float]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return asdict(self)

    def to_text(self) -> str:
        """Return the report as lines for a terminal."""
        return "\n".join(f"{name}: {_shown(value)}" for name, value in asdict(self).items() if value)


def run_benchmark(
    corpus: Path, *, install: bool, progress: Callable[[str, float], None], rounds: int = 8
) -> BenchReport:
    """Run the benchmark in a folder of its own; about a minute, and several more with `install`.

    Args:
        corpus: the folder of legal texts.
        install: also measure a fresh environment: install, build, first answer (needs a package index).
        progress: called with a Vietnamese message and the share done.
        rounds: how often each question is asked warm; the least of its times counts, as `timeit` does, for
            what is above it other processes took.

    """
    with tempfile.TemporaryDirectory() as scratch:
        index_dir = Path(scratch) / "index"
        danchu = [sys.executable, "-c", "from cli import main; main()"]
        build = [*danchu, "index", "build", "--corpus", str(corpus), "--index", str(index_dir)]
        progress("Nạp thư viện", 0.0)
        measure([sys.executable, "-c", _LIBRARIES])  # fills the disk's cache, for all that follow alike
        libraries = measure([sys.executable, "-c", _LIBRARIES])
        progress("Dựng chỉ mục", 0.1)
        built = measure(build)
        unchanged = measure(build)
        progress("Câu trả lời nguội", 0.4)
        cold = measure([*danchu, "ask", _QUESTIONS[0], "--index", str(index_dir), "--json"])
        progress("Bộ tài liệu tập huấn", 0.5)
        kit = measure(
            [*danchu, "kit", _KIT_TOPIC, "--out", str(Path(scratch) / "kit"), "--index", str(index_dir)]
        )
        progress("Câu trả lời ấm", 0.6)
        asked = [str(index_dir), json.dumps(_QUESTIONS), str(rounds), _KIT_TOPIC]
        warm = json.loads(measure([sys.executable, "-c", _WARM, *asked]).output)
        progress("Cài đặt từ đầu", 0.7)
        installed = _install_and_ask(corpus, Path(scratch)) if install else None
    ask_ms, search_ms = _milliseconds(warm["ask_ms"]), _milliseconds(warm["search_ms"])
    return BenchReport(
        install_to_first_answer=installed,
        libraries=_figures(libraries),
        index_build=_figures(built),
        index_unchanged=_figures(unchanged),
        cold_ask=_figures(cold),
        cold_kit=_figures(kit),
        warm_ask_ms=ask_ms,
        warm_search_ms=search_ms,
        warm_kit_s=warm["kit_s"],
        open_index_s=round(warm["open_s"], 3),
        ratios={
            "cold_ask / libraries": round(cold.seconds / libraries.seconds, 2),
            "cold_kit / cold_ask": round(kit.seconds / cold.seconds, 2),
            "index_build / libraries": round(built.seconds / libraries.seconds, 2),
            "index_unchanged / index_build": round(unchanged.seconds / built.seconds, 2),
            "warm_ask / warm_search": round(ask_ms["p50"] / search_ms["p50"], 2),
        },
    )


def measure(command: Sequence[str]) -> Measured:
    """Run a command to its end, from a process that is smaller: until it execs, a child counts as its parent.

    Raises:
        subprocess.CalledProcessError: it failed; what it printed on stderr was let through.

    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout:
        process.stdout.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Measured(time.perf_counter() - started, usage.ru_maxrss / _KIB_PER_MIB, output)


def _install_and_ask(corpus: Path, scratch: Path) -> dict[str, float]:
    """Measure what a new user waits for: environment, packages, index, one answer."""
    fresh = scratch / "fresh"
    ignored = shutil.ignore_patterns(".venv", "var", ".git", "*.egg-info", "__pycache__", ".*_cache")
    shutil.copytree(Path(__file__).parent.parent, fresh, ignore=ignored)
    danchu = [str(fresh / ".venv/bin/danchu")]
    index = ["--index", str(scratch / "fresh-index")]
    steps = [
        measure(["make", "--directory", str(fresh), "install"]),
        measure([*danchu, "index", "build", "--corpus", str(corpus), *index]),
        measure([*danchu, "ask", _QUESTIONS[0], *index, "--json"]),
    ]
    return {
        "seconds": round(sum(step.seconds for step in steps), 1),
        "peak_mib": round(max(step.peak_mib for step in steps), 0),
    }


def _figures(measured: Measured) -> dict[str, float]:
    return {"seconds": round(measured.seconds, 2), "peak_mib": round(measured.peak_mib)}


def _milliseconds(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50": round(median(ordered), 2), "p95": round(ordered[int(0.95 * len(ordered))], 2)}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {figure}" for name, figure in value.items())
    return str(value)
