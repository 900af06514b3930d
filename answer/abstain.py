"""When to say "không có căn cứ": a place without a text, evidence too weak, a fact not given."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.evidence import Evidence
from answer.result import Reason
from ingest import Document

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
    if places.unknown and not places.known:
        ours = sorted({d.place.name for d in documents.values() if d.place})
        return Abstention(
            "unknown_place",
            f"{OPENING} Kho chưa có văn bản của {', '.join(places.unknown)}; "
            f"hiện có văn bản của {', '.join(ours)}.",
        )
    if not evidence.hits:
        return Abstention("no_evidence", f"{OPENING} Không có văn bản nào khớp bộ lọc đã chọn.")
    if max(hit.lexical for hit in evidence.hits) < WEAK:
        return Abstention("out_of_scope", f"{OPENING} Câu hỏi có vẻ nằm ngoài nội dung các văn bản đang có.")
    if not evidence.chosen:
        asked = ", ".join(fact.name for fact in evidence.facts)
        return Abstention("no_evidence", f"{OPENING} Các đoạn gần nhất không nêu {asked}.")
    return None
