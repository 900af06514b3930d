"""What readers said of answers, as gold questions for a person to look through."""

from typing import Any

from answer import Citation
from ingest import Step
from view.history import Feedback, History, Turn

_UNITS = {"dieu": "Điều", "khoan": "Khoản", "diem": "Điểm", "muc": "Mục", "tieu_muc": "Tiểu mục"}
_PARTS = {"phan_dau": "Phần đầu", "phan_cuoi": "Phần cuối"}


def gold_candidates(history: History) -> list[dict[str, Any]]:
    """Return a line in the gold form for every answer that a reader judged, oldest first.

    An answer found right brings what it cites as gold. What is right where one was found wrong is not known:
    there, `answerable` and `gold` are null, which no gold reader takes, until a person writes them;
    `cited` says what was wrong, or not enough. `reason` is the reader's.
    """
    return [_candidate(turn, said, earlier) for turn, said, earlier in history.voted()]


def _candidate(turn: Turn, said: Feedback, earlier: tuple[str, ...]) -> dict[str, Any]:
    given, right = turn.answer, said.vote == "up"
    cited = _gold(given.citations)
    answered = given.status == "answered"
    kind = "unanswerable" if not answered and right else "follow_up" if earlier else "single"
    line = {
        "id": f"feedback-{turn.id:04d}",
        "type": kind,
        "question": given.question,
        "answerable": answered if right else None,
        "gold": cited if right else None,
        "must_have": [],
        "vote": said.vote,
        "reason": said.reason,
    }
    return line | ({"history": list(earlier)} if earlier else {}) | ({} if right else {"cited": cited})


def _gold(citations: tuple[Citation, ...]) -> list[dict[str, Any]]:
    gold: list[dict[str, Any]] = []
    for citation in citations:
        one = {"document": citation.document.id, "path": _path(citation.path)}
        if one["path"] and one not in gold:
            gold.append(one)
    return gold


def _path(steps: tuple[Step, ...]) -> list[str]:
    """Write a path as gold has it: from below the chapter down to the point, whose dashes have no name."""
    parts = [_PARTS[step.unit] for step in steps if step.unit in _PARTS]
    return parts or [f"{_UNITS[step.unit]} {step.label}" for step in steps if step.unit in _UNITS]
