"""Scores read back from what `danchu eval run --json` printed."""

import json
from pathlib import Path

from pydantic import TypeAdapter

from eval.score import Scores

_OVERALL = ("questions", "metrics", "intervals", "counts")
"""What `Scores.to_json` puts at the top."""


class BadReport(ValueError):
    """A report that cannot be read; the message says which and why, in Vietnamese."""


def read_scores(path: Path) -> Scores:
    """Read the scores of a report.

    Raises:
        BadReport: the file cannot be read, or is no such report.

    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        overall = {name: report[name] for name in _OVERALL}
        return TypeAdapter(Scores).validate_python({**report, "overall": overall})
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BadReport(
            f"{path}: không phải báo cáo của `danchu eval run --json`. Hãy chạy lại lệnh ấy."
        ) from error
