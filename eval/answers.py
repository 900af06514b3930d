"""Answers in the contract's form, read from a file: ours or anyone's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ingest import Span, Step


@dataclass(frozen=True, slots=True)
class GivenCitation:
    """What an answer cites: a document's id, a path in it, and the words quoted at a span."""

    document: str
    path: tuple[Step, ...]
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer to the question of its id: its words, and what it cites."""

    id: str
    status: Literal["answered", "abstained"]
    text: str
    citations: tuple[GivenCitation, ...]
    took_ms: float | None


def given(data: Mapping[str, Any]) -> GivenAnswer:
    """Read an answer from the contract's JSON.

    Raises:
        KeyError, TypeError, ValueError: it lacks a field or has it in another form.

    """
    if data["status"] not in ("answered", "abstained"):
        message = f"status là {data['status']!r}"
        raise ValueError(message)
    citations = tuple(
        GivenCitation(
            one["document"]["id"],
            tuple(Step(step["unit"], step["label"]) for step in one["path"]),
            one["quote"],
            (int(one["span"][0]), int(one["span"][1])),
        )
        for one in data["citations"]
    )
    claims = " ".join(claim["text"] for claim in data["claims"])
    return GivenAnswer(
        str(data["id"]), data["status"], f"{data['answer']} {claims}", citations, data.get("took_ms")
    )


def read_answers(path: Path) -> tuple[dict[str, GivenAnswer], list[str]]:
    """Read answers by id, and a Vietnamese message for each line that is none, with its number and why."""
    answers: dict[str, GivenAnswer] = {}
    bad: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            answer = given(json.loads(line))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            bad.append(f"{path}, dòng {number}: không phải câu trả lời đúng dạng ({error}).")
        else:
            answers[answer.id] = answer
    return answers, bad
