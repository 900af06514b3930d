"""How reading grows with the text: the corpus' own lines as one long act, and ten times as long."""

import json
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from eval.bench import measure
from ingest import IngestError, read_document, texts_in

_TIMES = 10
_READ = """
import json, sys, time
from pathlib import Path
from ingest import read_document
started = time.process_time()
document = read_document(Path(sys.argv[1]))
print(json.dumps({"seconds": time.process_time() - started, "provisions": len(document.provisions)}))
"""


def reading_growth(corpus: Path, megabytes: float) -> dict[str, float]:
    """Return processor seconds and peak MiB of reading an act of so many megabytes and of a tenth of it.

    `growth` is their ratio: reading is linear in the text if it is about ten.
    """
    lines = corpus_lines(corpus)
    figures: dict[str, float] = {}
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "van-ban.txt"
        for size in (megabytes / _TIMES, megabytes):
            path.write_text(long_act(lines, int(size * 1_000_000)), encoding="utf-8")
            measured = measure([sys.executable, "-c", _READ, str(path)])
            read = json.loads(measured.output)
            seconds.append(read["seconds"])
            figures |= {
                f"{size:g} MB, seconds": round(read["seconds"], 2),
                f"{size:g} MB, provisions": read["provisions"],
                f"{size:g} MB, peak_mib": round(measured.peak_mib, 1),
            }
    return {**figures, "growth": round(seconds[1] / seconds[0], 2)}


def corpus_lines(corpus: Path) -> list[str]:
    """Return the words of every provision of a folder's texts, one paragraph each."""
    lines: list[str] = []
    for path in texts_in(corpus):
        try:
            provisions = read_document(path).provisions
        except IngestError:
            continue
        lines += (" ".join(p.text.split()) for p in provisions if p.text and p.unit not in _ENDS)
    return lines


_ENDS = ("phan_dau", "phan_cuoi")


def long_act(lines: list[str], size: int) -> str:
    """Return an act of articles of four clauses each, at least so many bytes long."""
    act = ["Số: 1/2025/NQ-HĐND", "NGHỊ QUYẾT", "Về dân chủ"]
    written = 0
    for at, line in enumerate(cycle(lines)):
        article, clause = divmod(at, 4)
        act += [f"Điều {article + 1}. Quy định chung"] if clause == 0 else []
        act.append(f"{clause + 1}. {line}")
        written += len(act[-1].encode())
        if written >= size:
            break
    return "\n".join(act) + "\n"
