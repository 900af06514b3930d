"""Gold questions over the corpus, and how high retrieval ranks the provisions that answer them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from statistics import mean
from typing import Any

from eval.lines import each_line
from index import Hit, HybridRetriever
from ingest import Document, Provision, Step
from ingest.citation import provision_label
from ingest.document import Unit

_UNITS: dict[str, Unit] = {
    "Điều": "dieu",
    "Khoản": "khoan",
    "Điểm": "diem",
    "Mục": "muc",
    "Tiểu mục": "tieu_muc",
}
_PARTS: dict[str, Unit] = {"Phần đầu": "phan_dau", "Phần cuối": "phan_cuoi"}
_SEVERAL = frozenset({"list", "comparison"})
"""Types of questions that all of their provisions answer together; those of others answer each by itself."""

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, and the provisions that answer it, each with its document's id; none: it has no answer.

    `must_have` are phrases that a right answer says; `history` earlier questions that it leans on.
    """

    id: str
    type: str
    text: str
    gold: tuple[tuple[str, Provision], ...]
    style: str = ""
    must_have: tuple[str, ...] = ()
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldReport:
    """Shares, 0 to 1, over the questions with an answer; `recall@10` over those with several provisions."""

    questions: int
    metrics: dict[str, float]
    per_question: list[dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return asdict(self)


def step(printed: str) -> Step:
    """Read one step of a gold path, "Khoản 3"; KeyError if it is none."""
    if printed in _PARTS:
        return Step(_PARTS[printed], "")
    unit, _, label = printed.rpartition(" ")
    return Step(_UNITS[unit], label)


def provision_at(document: Document, path: Sequence[str]) -> Provision:
    """Find the provision of a gold path, which may leave out what stands above its first step (a chapter).

    Raises:
        KeyError: a step is none.
        ValueError: the document has no such provision, or several.

    """
    steps = tuple(map(step, path))
    found = [provision for provision in document.provisions if provision.path[-len(steps) :] == steps]
    if len(found) != 1:
        message = f"{document.id}: {', '.join(path)} có {len(found)} lần"
        raise ValueError(message)
    return found[0]


class BadGold(ValueError):
    """Gold lines that cannot be used; the message names each with its number and why."""


def read_gold(path: Path, documents: Mapping[str, Document]) -> list[GoldQuestion]:
    """Read gold questions in the contract's form.

    Raises:
        BadGold: a line is not in the form, or names a document or a provision that is not in the corpus.

    """
    questions, bad = usable_gold(path, documents)
    if bad:
        raise BadGold("\n".join(bad))
    return questions


def usable_gold(path: Path, documents: Mapping[str, Document]) -> tuple[list[GoldQuestion], list[str]]:
    """Read the gold questions that can be used, and a Vietnamese message for each line that cannot."""
    found, bad = each_line(path, lambda data: _question(data, documents))
    questions: dict[str, GoldQuestion] = {}
    for number, question in found:
        if question.id in questions:
            bad.append(f"{path}, dòng {number}: câu {question.id} đã có ở dòng trước; bỏ dòng này.")
        questions.setdefault(question.id, question)
    return list(questions.values()), bad


def sample(questions: Sequence[GoldQuestion], size: int) -> list[GoldQuestion]:
    """Return so many questions, in their order, by a fixed rule: those whose ids have the least SHA-256."""
    least = sorted(questions, key=lambda question: sha256(question.id.encode()).digest())[:size]
    kept = {question.id for question in least}
    return [question for question in questions if question.id in kept]


def _question(data: Mapping[str, Any], documents: Mapping[str, Document]) -> GoldQuestion:
    return GoldQuestion(
        id=str(data["id"]),
        type=data["type"],
        text=data["question"],
        gold=tuple((g["document"], _provision(g["document"], g["path"], documents)) for g in data["gold"]),
        style=data.get("style", ""),
        must_have=tuple(data.get("must_have", ())),
        history=tuple(data.get("history", ())),
    )


def score_gold(
    retriever: HybridRetriever, questions: Sequence[GoldQuestion], typed: Callable[[str], str] = str
) -> GoldReport:
    """Ask every question that has an answer and stands by itself, and see where its provisions are ranked.

    `typed` makes of a question what is typed, as `eval.typing.typed_as` does.
    """
    answerable = [question for question in questions if question.gold and not question.history]
    per_question = [_scored(one, retriever.search(typed(one.text), _DEPTH)) for one in answerable]
    return GoldReport(
        questions=len(answerable),
        metrics={
            name: round(mean(one[name] for one in per_question if name in one), 4)
            for name in ("hit@1", "hit@5", "recall@10")
        },
        per_question=per_question,
    )


def _scored(question: GoldQuestion, hits: Sequence[Hit]) -> dict[str, Any]:
    ranks = [_rank(hits, document, provision) for document, provision in question.gold]
    best = min((rank for rank in ranks if rank), default=_DEPTH + 1)
    several = {"recall@10": mean(rank is not None for rank in ranks)} if question.type in _SEVERAL else {}
    hit = {f"hit@{k}": int(best <= k) for k in (1, 5)}
    named = [provision_label(hit.document.provision(hit.passage.eid).path, hit.document) for hit in hits]
    return {"id": question.id, "ranks": ranks, **hit, **several, "ranked": named}


def _provision(name: str, path: Sequence[str], documents: Mapping[str, Document]) -> Provision:
    if name not in documents:
        raise ValueError(f"không có văn bản {name} trong chỉ mục")
    return provision_at(documents[name], path)


def answers(hit: Hit, question: GoldQuestion) -> bool:
    """Tell whether a hit is one of a question's gold provisions, lies in one or holds one."""
    return any(_rank([hit], document, provision) for document, provision in question.gold)


def _rank(hits: Sequence[Hit], document: str, provision: Provision) -> int | None:
    """Return the rank, from 1, of the first hit that is a provision, lies in it or holds it; None if none."""
    start, end = provision.span
    for rank, hit in enumerate(hits, 1):
        first, last = hit.passage.span
        inside, around = start <= first and last <= end, first <= start and end <= last
        if hit.document.id == document and (inside or around):
            return rank
    return None
