"""`answer`: the one door from a question to an answer."""

import dataclasses
import time
from dataclasses import dataclass
from itertools import groupby

from answer.abstain import OPENING, Abstention, abstention
from answer.caution import cautions
from answer.evidence import Evidence, gather, quotes_from
from answer.question import checked_question
from answer.result import Answer, Citation, Claim, Engine, cite, retrieved
from answer.verify import citation_faults, claim_faults
from index import Filters, HybridRetriever
from ingest.citation import citation_label, document_label


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims with their citations, before they are proved."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def answer(
    question: str,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    question_id: str | int | None = None,
) -> Answer:
    """Answer a question with verbatim quotes from the index, or abstain.

    Args:
        question: as typed, with or without accents, 1 to 2,000 characters.
        retriever: an open index.
        filters: limits on the documents that may be cited.
        question_id: handed through to the answer.

    Raises:
        BadQuestion: the question is empty or too long.

    """
    started = time.perf_counter()
    evidence = gather(checked_question(question), retriever, filters or Filters())
    refusal = abstention(evidence, retriever.documents)
    draft = Draft((), ()) if refusal else _proved(verbatim(evidence, retriever), retriever)
    if not draft.claims and refusal is None:
        refusal = Abstention("no_evidence", OPENING)
    cited = dict.fromkeys(citation.document.id for citation in draft.citations)
    return Answer(
        id=question_id,
        question=evidence.question,
        status="abstained" if refusal else "answered",
        reason=refusal.reason if refusal else None,
        answer=refusal.text if refusal else _markdown(draft, retriever),
        claims=draft.claims,
        citations=draft.citations,
        retrieved=tuple(retrieved(hit, n) for n, hit in enumerate(evidence.hits, start=1)),
        warnings=cautions(retriever.documents[name] for name in cited),
        engine=Engine(retriever.manifest.version, retriever.manifest.encoder, llm=None),
        took_ms=round((time.perf_counter() - started) * 1000, 1),
    )


def verbatim(evidence: Evidence, retriever: HybridRetriever) -> Draft:
    """Make each sentence that answers a claim of its own, quoting itself.

    Documents come in the order found, the sentences of each in print order.
    """
    order = list(dict.fromkeys(hit.document.id for hit in evidence.chosen))
    quotes = sorted(
        (
            quote
            for hit in evidence.chosen
            for quote in quotes_from(hit, evidence.question, evidence.facts, retriever.idf)
        ),
        key=lambda quote: (order.index(quote.document.id), quote.span),
    )
    citations = tuple(
        cite(quote.document, quote.provision, quote.span, n) for n, quote in enumerate(quotes, start=1)
    )
    return Draft(tuple(Claim(citation.quote, (citation.n,)) for citation in citations), citations)


def _proved(draft: Draft, retriever: HybridRetriever) -> Draft:
    """Keep what holds: exact citations, and the claims that they prove, renumbered from 1."""
    exact = [c for c in draft.citations if not citation_faults(c, retriever.documents)]
    claims = [claim for claim in draft.claims if not claim_faults(claim, exact)]
    used = sorted({n for claim in claims for n in claim.citations})
    renumbered = {old: new for new, old in enumerate(used, start=1)}
    return Draft(
        tuple(Claim(c.text, tuple(renumbered[n] for n in c.citations)) for c in claims),
        tuple(dataclasses.replace(c, n=renumbered[c.n]) for c in exact if c.n in renumbered),
    )


def _markdown(draft: Draft, retriever: HybridRetriever) -> str:
    """Write the claims out, grouped by document in the order found, each with its marks."""
    by_number = {citation.n: citation for citation in draft.citations}

    def first(claim: Claim) -> Citation:
        return by_number[claim.citations[0]]

    parts: list[str] = []
    for document, claims in groupby(draft.claims, key=lambda claim: first(claim).document.id):
        lines = "\n".join(_line(claim, first(claim)) for claim in claims)
        parts.append(f"**{document_label(retriever.documents[document])}**\n\n{lines}")
    return "\n\n".join(parts)


def _line(claim: Claim, citation: Citation) -> str:
    marks = "".join(f"[{n}]" for n in claim.citations)
    return f"- {_capitalised(citation_label(citation.path))}: {claim.text} {marks}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
