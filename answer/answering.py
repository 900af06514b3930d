"""`answer` and `answer_stream`: the one door from a question to an answer."""

import dataclasses
import time
from collections.abc import Iterator

from langchain_core.language_models import BaseChatModel

from answer.abstain import OPENING, Abstention, abstention
from answer.caution import cautions
from answer.draft import Draft, proved
from answer.evidence import Evidence, gather
from answer.question import checked_question
from answer.result import Answer, Citation, Claim, Engine, by_document, retrieved
from answer.verbatim import verbatim_draft
from answer.verify import faults
from answer.wording import Stated, Worded, worded
from index import Filters, HybridRetriever
from ingest.citation import citation_label, document_label


def answer(
    question: str,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    question_id: str | int | None = None,
    llm: BaseChatModel | None = None,
) -> Answer:
    """Answer a question with checked quotes from the index, or abstain.

    Args:
        question: as typed, with or without accents, 1 to 2,000 characters.
        retriever: an open index.
        filters: limits on the documents that may be cited.
        question_id: handed through to the answer.
        llm: a language model to word the answer; its failure leaves the verbatim answer.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    *_, given = answer_stream(question, retriever, filters, question_id, llm)
    if not isinstance(given, Answer):
        raise TypeError("the last event is the answer")
    return given


def answer_stream(
    question: str,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    question_id: str | int | None = None,
    llm: BaseChatModel | None = None,
) -> Iterator[Stated | Answer]:
    """Answer a question as `answer` does; yield each claim once proved, then the Answer with all.

    The claims of an abstention are none: only the Answer is yielded.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    started = time.perf_counter()
    evidence = gather(checked_question(question), retriever, filters or Filters())
    refusal = abstention(evidence, retriever.facts, retriever.idf)
    made = Worded()
    if not refusal:
        verbatim = proved(verbatim_draft(evidence, retriever), retriever.documents)
        made = yield from worded(evidence, verbatim, retriever.documents, llm)
    given = _assembled(evidence, retriever, made, refusal)
    if faults(given, retriever.documents):
        given = _assembled(evidence, retriever, Worded(), Abstention("no_evidence", OPENING))
    took = round((time.perf_counter() - started) * 1000, 1)
    yield dataclasses.replace(given, id=question_id, took_ms=took)


def refused(question_id: str | int | None, question: str, reason: str, retriever: HybridRetriever) -> Answer:
    """Return the abstention that stands for a question that could not be asked."""
    engine = Engine(retriever.manifest.version, retriever.manifest.encoder, llm=None)
    return Answer(
        question_id, question, "abstained", "bad_question", reason, (), (), (), (), engine, took_ms=0.0
    )


def _assembled(
    evidence: Evidence, retriever: HybridRetriever, made: Worded, refusal: Abstention | None
) -> Answer:
    draft = made.draft
    if not draft.claims and refusal is None:
        refusal = Abstention("no_evidence", OPENING)
    cited = dict.fromkeys(citation.document.id for citation in draft.citations)
    missing = evidence.places.unknown if draft.claims else ()
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
            *cautions((retriever.documents[name] for name in cited), missing),
            *made.warnings,
        ),
        engine=Engine(retriever.manifest.version, retriever.manifest.encoder, made.llm),
        took_ms=0.0,
    )


def _markdown(draft: Draft) -> str:
    """Write the claims out, grouped by document in the order found, each with its marks."""
    parts = [
        f"**{document_label(document)}**\n\n" + "\n".join(claim_line(*pair) for pair in pairs)
        for document, pairs in by_document(draft.claims, draft.citations)
    ]
    return "\n\n".join(parts)


def claim_line(claim: Claim, citation: Citation) -> str:
    """Write a claim as a line of markdown: the provision that it cites first, its words, its marks."""
    marks = "".join(f"[{n}]" for n in claim.citations)
    return f"- {citation_label(citation.path, capital=True)}: {claim.text} {marks}"
