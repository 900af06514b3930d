"""What an answer rests on: the question as typed, the passages found, document facts, why it is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.abstain import NO_QUESTION, Abstention, abstention
from answer.document_facts import LEFT_BLANK, fact_draft
from answer.draft import Draft
from answer.evidence import Evidence, gather
from answer.follow_up import completed
from answer.question import asked_part, checked_question
from index import Filters, HybridRetriever


@dataclass(frozen=True, slots=True)
class Basis:
    """All that decides an answer before it is worded.

    `typed` is the question in NFC; `facts` the draft of a question about a document itself, None of others;
    `refusal` why there is no answer, None if there is one.
    """

    typed: str
    evidence: Evidence
    facts: Draft | None
    refusal: Abstention | None


def basis_of(
    question: str, retriever: HybridRetriever, filters: Filters, history: Sequence[str] = ()
) -> Basis:
    """Find what a question can be answered from.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    typed = checked_question(question)
    whole = completed(typed, history, list(retriever.facts.values())) if history else typed
    asked = asked_part(whole)
    evidence = gather(asked or typed, retriever, filters)
    facts = fact_draft(asked, retriever, filters) if asked else None
    return Basis(typed, evidence, facts, _refusal(asked, facts, evidence, retriever))


def _refusal(
    asked: str, facts: Draft | None, evidence: Evidence, retriever: HybridRetriever
) -> Abstention | None:
    if not asked:
        return NO_QUESTION
    if facts is not None:
        return None if facts.claims else Abstention("left_blank", LEFT_BLANK)
    return abstention(evidence, retriever)
