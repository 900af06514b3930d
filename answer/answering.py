"""`answer` and `answer_stream`: the one door from a question to an answer."""

import dataclasses
import time
from collections.abc import Iterator, Sequence

from langchain_core.language_models import BaseChatModel

from answer.abstain import OPENING, Abstention
from answer.basis import Basis, basis_of
from answer.cautions import cautions
from answer.confidence import confidence, grounds
from answer.draft import Draft, proved
from answer.evidence import Evidence
from answer.llm import Stated, Worded, worded
from answer.proof import faults
from answer.result import Answer, Citation, Claim, Engine, by_document, retrieved
from answer.verbatim import verbatim_draft
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
    *_, given = answer_stream(question, retriever, filters, question_id, llm, history)
    if not isinstance(given, Answer):
        raise TypeError("the last event is the answer")
    return given


def answer_stream(
    question: str,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    question_id: str | int | None = None,
    llm: BaseChatModel | None = None,
    history: Sequence[str] = (),
) -> Iterator[Stated | Answer]:
    """Answer a question as `answer` does; yield each claim once proved, then the Answer with all.

    The claims of an abstention are none: only the Answer is yielded.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    started = time.perf_counter()
    basis = basis_of(question, retriever, filters or Filters(), history)
    made = Worded()
    if not basis.refusal:
        draft = basis.facts or verbatim_draft(basis.evidence)
        model = None if basis.facts else llm
        made = yield from worded(
            basis.evidence, proved(draft, retriever.documents), retriever.documents, model
        )
    given = _assembled(basis, retriever, made)
    if faults(given, retriever.documents):
        given = _assembled(basis, retriever, Worded())
    took = round((time.perf_counter() - started) * 1000, 1)
    yield dataclasses.replace(given, id=question_id, took_ms=took)


def refused(question_id: str | int | None, question: str, reason: str, retriever: HybridRetriever) -> Answer:
    """Return the abstention that stands for a question that could not be asked."""
    engine = Engine(retriever.manifest.version, retriever.manifest.encoder, llm=None)
    return Answer(
        question_id, question, "abstained", "bad_question", reason, (), (), (), (), None, engine, took_ms=0.0
    )


def _assembled(basis: Basis, retriever: HybridRetriever, made: Worded) -> Answer:
    draft, evidence = made.draft, basis.evidence
    refusal = basis.refusal
    if not draft.claims and refusal is None:
        refusal = Abstention("no_evidence", OPENING)
    missing = evidence.asked.places.unknown if draft.claims else ()
    return Answer(
        id=None,
        question=basis.typed,
        status="abstained" if refusal else "answered",
        reason=refusal.reason if refusal else None,
        answer=refusal.text if refusal else _markdown(draft),
        claims=draft.claims,
        citations=draft.citations,
        retrieved=tuple(retrieved(hit, n) for n, hit in enumerate(evidence.hits, start=1)),
        warnings=(
            *cautions(draft.citations, retriever.documents, retriever.facts, missing),
            *_silences(evidence, draft),
            *made.warnings,
        ),
        confidence=round(confidence(grounds(basis, answered=refusal is None)), 4),
        engine=Engine(retriever.manifest.version, retriever.manifest.encoder, made.llm),
        took_ms=0.0,
    )


def _silences(evidence: Evidence, draft: Draft) -> Iterator[str]:
    """Yield a warning for each place asked about whose texts do not answer, where those of another do."""
    cited = {citation.document.place.name for citation in draft.citations if citation.document.place}
    for place in evidence.silent:
        if draft.claims and place not in cited:
            yield f"Không tìm thấy quy định về điều được hỏi trong văn bản của {place}."


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
