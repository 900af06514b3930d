"""When to say "không có căn cứ": no text of a place, an act, a provision; weak evidence; no such fact."""

from dataclasses import dataclass

from answer.evidence import ANSWERS, Evidence
from answer.result import Reason
from answer.unheld import acts_not_held
from index import HybridRetriever
from index.question.lookup import NamedProvision, provisions_named
from ingest.accents import fold
from ingest.citation import citation_label, document_label, provision_label

OPENING = "Không có căn cứ trong kho văn bản để trả lời câu hỏi này."

_ABOUT = 0.3
"""Share of its terms that some passage must say for a question to be about what the texts are about."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer: a reason for programs, a sentence for readers."""

    reason: Reason
    text: str


NO_QUESTION = Abstention(
    "out_of_scope",
    "Đây là một yêu cầu đối với chương trình, không phải câu hỏi về văn bản. Hãy nhập câu hỏi cần tra cứu.",
)


def abstention(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return why the evidence does not carry an answer; None if it does."""
    return without_text(evidence, retriever) or _no_answer(evidence)


def without_text(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return the abstention for a place, an act or a provision that the corpus has no text of."""
    reasons = (_unknown_place, _unknown_act, _unknown_provision)
    return next((found for reason in reasons if (found := reason(evidence, retriever))), None)


def _unknown_place(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    places = evidence.asked.places
    if not places.unknown or places.known or evidence.hits:
        return None
    ours = sorted(
        {f"{d.place.level} {d.place.name}" for d in retriever.facts.values() if d.place}, key=_by_name
    )
    names = ", ".join(places.unknown)
    return Abstention(
        "unknown_place", f"{OPENING} Kho chưa có văn bản của {names}; hiện có: {', '.join(ours)}."
    )


def _by_name(place: str) -> str:
    return fold(place.partition(" ")[2])


def _unknown_act(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    acts = list(acts_not_held(evidence.asked.question, retriever))
    return Abstention("unknown_document", f"{OPENING} Kho chưa có {', '.join(acts)}.") if acts else None


def _unknown_provision(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return the abstention for a provision that an act named does not have."""
    if any(hit.named for hit in evidence.hits):
        return None
    named = provisions_named(evidence.asked.question, list(retriever.facts.values()), retriever.documents)
    if not named or any(one.eid for one in named):
        return None
    return Abstention(
        "unknown_provision", f"{OPENING} {'; '.join(_lacking(one, retriever) for one in named)}."
    )


def _lacking(named: NamedProvision, retriever: HybridRetriever) -> str:
    document = retriever.facts[named.document]
    return f"{document_label(document)} không có {citation_label(named.path)}"


def _no_answer(evidence: Evidence) -> Abstention | None:
    if not evidence.hits:
        return Abstention("no_evidence", f"{OPENING} Không có văn bản nào phù hợp điều kiện lọc.")
    if evidence.chosen:
        return None
    if evidence.best >= ANSWERS and evidence.asked.expected:
        asked = ", ".join(fact.name for fact in evidence.asked.expected)
        return Abstention("no_evidence", f"{OPENING} Các quy định liên quan trong kho không nêu {asked}.")
    if _is_elsewhere(evidence):
        return Abstention(
            "out_of_scope", f"{OPENING} Nội dung hỏi không thuộc phạm vi các văn bản trong kho."
        )
    nearest = evidence.hits[0]
    provision = nearest.document.provision(nearest.passage.eid)
    label = provision_label(provision.path, nearest.document)
    return Abstention(
        "no_evidence", f"{OPENING} Quy định gần nhất là {label}, nhưng không nêu điều được hỏi."
    )


def _is_elsewhere(evidence: Evidence) -> bool:
    """Tell whether a question is about something else: they say little of it, or much of it is strange."""
    return max(one.share for one in evidence.judged) < _ABOUT or evidence.asked.is_strange
