"""When to say "không có căn cứ": a place without a text, evidence too weak, a fact not given."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.evidence import Evidence
from answer.result import Reason
from index.abbreviations import spell_out
from ingest import Document
from ingest.accents import fold
from ingest.references import cited_acts, number_key

WEAK = 0.05
"""Lexical score (share of what the question could score) under which a passage is no evidence.

Set on the development half of eval/gold/: it turns away 2 of its 90 answerable questions.
"""

OPENING = "Không có căn cứ trong kho văn bản để trả lời câu hỏi này."


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer: a reason for programs, a sentence for readers."""

    reason: Reason
    text: str


def abstention(evidence: Evidence, documents: Mapping[str, Document]) -> Abstention | None:
    """Return why the evidence does not carry an answer; None if it does."""
    places = evidence.places
    if places.unknown and not places.known and not evidence.hits:
        ours = sorted(
            {f"{d.place.level} {d.place.name}" for d in documents.values() if d.place}, key=_by_name
        )
        return Abstention(
            "unknown_place",
            f"{OPENING} Kho chưa có văn bản của {', '.join(places.unknown)}; hiện có: {', '.join(ours)}.",
        )
    acts = [] if places.known else _acts_without_text(evidence.question, documents)
    if acts:
        return Abstention("unknown_document", f"{OPENING} Kho chưa có {', '.join(acts)}.")
    if not evidence.hits:
        return Abstention("no_evidence", f"{OPENING} Không có văn bản nào phù hợp điều kiện lọc.")
    if max(hit.lexical for hit in evidence.hits) < WEAK:
        return Abstention(
            "out_of_scope", f"{OPENING} Nội dung hỏi không thuộc phạm vi các văn bản trong kho."
        )
    if not evidence.chosen:
        asked = ", ".join(fact.name for fact in evidence.facts)
        return Abstention("no_evidence", f"{OPENING} Các quy định liên quan trong kho không nêu {asked}.")
    return None


def _acts_without_text(question: str, documents: Mapping[str, Document]) -> list[str]:
    """Return the acts that a question cites by number and the corpus does not hold."""
    ours = {number_key(document.number) for document in documents.values() if document.number}
    cited = cited_acts(spell_out(question))
    return [
        f"{act.kind} số {act.number}" for act in cited if act.number and number_key(act.number) not in ours
    ]


def _by_name(place: str) -> str:
    return fold(place.partition(" ")[2])
