"""Answers in the contract's form, read from a file: ours or anyone's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from eval.lines import each_line
from ingest import Span, Step

Place = tuple[str, Span]
"""A document's id, and a half-open range of its canonical text."""


@dataclass(frozen=True, slots=True)
class GivenCitation:
    """What an answer cites: a document's id, a path in it, and the words quoted at a span."""

    document: str
    path: tuple[Step, ...]
    quote: str
    span: Span
    n: int = 1


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """One statement of an answer, and the numbers of the citations that it leans on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer to the question of its id: its words, what it states, what it cites.

    `retrieved` are the places of the passages found for it, best first; None where it does not list them.
    `confidence` is the chance, 0 to 1, that it is right; None where it gives none.
    """

    id: str
    status: Literal["answered", "abstained"]
    text: str
    citations: tuple[GivenCitation, ...]
    took_ms: float | None
    claims: tuple[GivenClaim, ...] = ()
    retrieved: tuple[Place, ...] | None = None
    confidence: float | None = None


def given(data: Mapping[str, Any]) -> GivenAnswer:
    """Read an answer from the contract's JSON.

    Raises:
        KeyError, TypeError, ValueError: it lacks a field or has it in another form.

    """
    if data["status"] not in ("answered", "abstained"):
        message = f"status là {data['status']!r}"
        raise ValueError(message)
    claims = tuple(GivenClaim(one["text"], tuple(map(int, one["citations"]))) for one in data["claims"])
    words = " ".join(claim.text for claim in claims)
    found = data.get("retrieved")
    return GivenAnswer(
        id=str(data["id"]),
        status=data["status"],
        text=f"{data['answer']} {words}",
        citations=_citations(data["citations"]),
        took_ms=data.get("took_ms"),
        claims=claims,
        retrieved=None if found is None else tuple(map(_place, found)),
        confidence=_confidence(data.get("confidence")),
    )


def _confidence(data: Any) -> float | None:  # noqa: ANN401 (what stands in a file)
    if data is None:
        return None
    confidence = float(data)
    if not 0 <= confidence <= 1:
        raise ValueError(f"confidence là {data!r}")
    return confidence


def _citations(data: Sequence[Mapping[str, Any]]) -> tuple[GivenCitation, ...]:
    return tuple(
        GivenCitation(
            document=one["document"]["id"],
            path=tuple(Step(step["unit"], step["label"]) for step in one["path"]),
            quote=one["quote"],
            span=_place(one)[1],
            n=int(one.get("n", at)),
        )
        for at, one in enumerate(data, start=1)
    )


def _place(data: Mapping[str, Any]) -> Place:
    start, end = data["span"]
    return data["document"]["id"], (int(start), int(end))


def read_answers(path: Path) -> tuple[dict[str, GivenAnswer], list[str]]:
    """Read answers by id, and a Vietnamese message for each line that is none, with its number and why.

    Of two answers to one question the first counts, and the second is named.
    """
    found, bad = each_line(path, given)
    answers: dict[str, GivenAnswer] = {}
    for number, answer in found:
        if answer.id in answers:
            bad.append(f"{path}, dòng {number}: câu {answer.id} đã được trả lời ở dòng trước; bỏ dòng này.")
        answers.setdefault(answer.id, answer)
    return answers, bad
