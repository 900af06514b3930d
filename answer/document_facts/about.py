"""The answer to a question about a document itself, or about an act that the documents only cite."""

import re
from collections.abc import Iterable, Iterator

from answer.document_facts.asked import OF_DOCUMENTS_ONLY, Asked, fields_in, recipient_asked
from answer.document_facts.cited import cited_fact
from answer.document_facts.header import base_words
from answer.document_facts.named import documents_asked_about, without_names
from answer.document_facts.printed import shown
from answer.document_facts.spans import Shown, holding, words_at
from answer.draft import Draft
from answer.result import Citation, Claim, cite
from index import Filters, HybridRetriever
from ingest import Document

LEFT_BLANK = "Bản văn bản trong kho không ghi điều được hỏi."
"""The abstention where a document prints nothing of the fact asked for."""


def fact_draft(question: str, retriever: HybridRetriever, filters: Filters) -> Draft | None:
    """Answer a question about documents: who signed, when, which number, since when in effect, and so on.

    Args:
        question: as typed.
        retriever: an open index.
        filters: limits on the documents that may be cited.

    Returns:
        Claims that give the fact first or are the words of the print, one group a document; without claims
        where the print says nothing of it; None if this is no such question, or names no document.

    """
    understood = retriever.understood(question)
    documents = documents_asked_about(understood, retriever, filters, by_place=True)
    whole = [retriever.documents[document.id] for document in documents]
    asked = _asked_of_its_own(understood, whole)
    if asked is None:
        cited = cited_fact(understood, retriever, filters)
        return None if cited is None else drafted(cited)
    if not set(asked.fields) <= OF_DOCUMENTS_ONLY and not documents_asked_about(
        understood, retriever, filters, by_place=False
    ):
        return None
    return drafted((document, one) for document in whole for one in _of(document, asked))


def _asked_of_its_own(question: str, documents: list[Document]) -> Asked | None:
    """Return what a question asks of documents that it names; None if it names none, or asks for more."""
    if not documents:
        return None
    left = without_names(question, documents)
    of_bases = frozenset().union(*map(base_words, documents))
    return fields_in(left) or fields_in(left, of_bases) or recipient_asked(left)


def asks_for_a_fact(residue: str) -> bool:
    """Tell whether words that name no document, folded, ask for facts of one and for nothing else."""
    return fields_in(residue) is not None


def _of(document: Document, asked: Asked) -> Iterator[Shown]:
    """Yield what a document prints of the facts asked; a base asked about has its number and day with it.

    Where these are asked of a base that is printed without any, nothing is.
    """
    seen: set[tuple[tuple[int, int], ...]] = set()
    for field in asked.fields:
        for one in shown(document, field, asked.which):
            lacks = (
                field == "bases" and asked.numbered and not re.search(r"\d", words_at(document, one.spans[0]))
            )
            if one.spans not in seen and not lacks:
                seen.add(one.spans)
                yield one


def drafted(found: Iterable[tuple[Document, Shown]]) -> Draft:
    """Make a claim of each fact shown, citing the innermost provision that prints it."""
    claims: list[Claim] = []
    citations: list[Citation] = []
    for document, one in found:
        first = len(citations) + 1
        citations += [
            cite(document, holding(document, span), span, first + at) for at, span in enumerate(one.spans)
        ]
        numbers = tuple(range(first, len(citations) + 1))
        claims.append(Claim(one.text or citations[first - 1].quote, numbers))
    return Draft(tuple(claims), tuple(citations))
