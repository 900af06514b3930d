"""`answer`: the one door from a question to an answer."""

import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel

from answer.abstain import NO_QUESTION, OPENING, Abstention, abstention
from answer.caution import cautions
from answer.document_facts import LEFT_BLANK, fact_draft
from answer.draft import Draft, proved
from answer.evidence import Evidence, gather
from answer.follow_up import completed
from answer.model import model_draft
from answer.question import asked_part, checked_question
from answer.result import Answer, Citation, Claim, Engine, by_document, retrieved
from answer.verbatim import verbatim_draft
from answer.verify import faults
from index import Filters, HybridRetriever
from ingest.citation import citation_label, document_label


def answer(
    question: str,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    question_id: str | int | None = None,
    llm: BaseChatModel | None = None,
    history: Sequence[str] = (),
) -> Answer:
    """Answer a question with checked quotes from the index, or abstain.

    Args:
        question: as typed, with or without accents, 1 to 2,000 characters.
        retriever: an open index.
        filters: limits on the documents that may be cited.
        question_id: handed through to the answer.
        llm: a language model to word the answer; its failure leaves the verbatim answer.
        history: the earlier questions of the conversation, oldest first, on which this one may lean.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    started = time.perf_counter()
    typed = checked_question(question)
    asked = completed(typed, history, list(retriever.facts.values()))
    question_part = asked_part(asked)
    evidence = gather(question_part or asked, retriever, filters or Filters())
    facts = fact_draft(question_part, retriever, filters or Filters()) if question_part else None
    if not question_part:
        refusal, worded = NO_QUESTION, Worded()
    elif facts is not None:
        refusal = None if facts.claims else Abstention("left_blank", LEFT_BLANK)
        worded = Worded(proved(facts, retriever.documents))
    else:
        refusal = abstention(evidence, retriever)
        worded = Worded() if refusal else _worded(evidence, retriever, llm)
    given = _assembled(evidence, retriever, worded, refusal)
    if faults(given, retriever.documents):
        given = _assembled(evidence, retriever, Worded(), Abstention("no_evidence", OPENING))
    took = round((time.perf_counter() - started) * 1000, 1)
    return dataclasses.replace(given, id=question_id, question=typed, took_ms=took)


def refused(question_id: str | int | None, question: str, reason: str, retriever: HybridRetriever) -> Answer:
    """Return the abstention that stands for a question that could not be asked."""
    engine = Engine(retriever.manifest.version, retriever.manifest.encoder, llm=None)
    return Answer(
        question_id, question, "abstained", "bad_question", reason, (), (), (), (), engine, took_ms=0.0
    )


@dataclass(frozen=True, slots=True)
class Worded:
    """A proved draft, what the reader must know about how it was worded, and the model that worded it."""

    draft: Draft = field(default_factory=Draft)
    warnings: tuple[str, ...] = ()
    llm: str | None = None


def _worded(evidence: Evidence, retriever: HybridRetriever, llm: BaseChatModel | None) -> Worded:
    """Return what is proved of the model's draft; of the verbatim one, if there is no model or no proof."""
    verbatim = proved(verbatim_draft(evidence, retriever), retriever.documents)
    if llm is None:
        return Worded(verbatim)
    try:
        drafted = model_draft(evidence, llm)
    except Exception as error:  # noqa: BLE001 (each provider raises its own kinds; all end the same way)
        kind = type(error).__name__
        return Worded(verbatim, (f"Mô hình ngôn ngữ không trả lời được ({kind}); đây là trích nguyên văn.",))
    kept = proved(drafted, retriever.documents)
    dropped = len(drafted.claims) - len(kept.claims)
    if not kept.claims:
        none = "Mô hình ngôn ngữ không đưa ra ý nào chứng minh được; đây là trích nguyên văn."
        return Worded(verbatim, (none,))
    warning = f"Đã lược {dropped} ý do mô hình ngôn ngữ soạn vì trích dẫn không đủ căn cứ."
    return Worded(kept, (warning,) if dropped else (), _name(llm))


def _name(llm: BaseChatModel) -> str:
    return str(getattr(llm, "model_name", None) or getattr(llm, "model", None) or type(llm).__name__)


def _assembled(
    evidence: Evidence, retriever: HybridRetriever, worded: Worded, refusal: Abstention | None
) -> Answer:
    draft = worded.draft
    if not draft.claims and refusal is None:
        refusal = Abstention("no_evidence", OPENING)
    missing = evidence.asked.places.unknown if draft.claims else ()
    return Answer(
        id=None,
        question=evidence.question,
        status="abstained" if refusal else "answered",
        reason=refusal.reason if refusal else None,
        answer=refusal.text if refusal else _markdown(draft),
        claims=draft.claims,
        citations=draft.citations,
        retrieved=tuple(retrieved(hit, n) for n, hit in enumerate(evidence.hits, start=1)),
        warnings=(
            *cautions(draft.citations, retriever.documents, retriever.facts, missing),
            *worded.warnings,
        ),
        engine=Engine(retriever.manifest.version, retriever.manifest.encoder, worded.llm),
        took_ms=0.0,
    )


def _markdown(draft: Draft) -> str:
    """Write the claims out, grouped by document in the order found, each with its marks."""
    parts = [
        f"**{document_label(document)}**\n\n" + "\n".join(_line(*pair) for pair in pairs)
        for document, pairs in by_document(draft.claims, draft.citations)
    ]
    return "\n\n".join(parts)


def _line(claim: Claim, citation: Citation) -> str:
    marks = "".join(f"[{n}]" for n in claim.citations)
    return f"- {citation_label(citation.path, capital=True)}: {claim.text} {marks}"
