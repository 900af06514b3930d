"""The answer to a question about a document itself, or about an act that the documents only cite."""

import re
from collections.abc import Iterable, Iterator

from answer.document_facts.asked import (
    OF_DOCUMENTS_ONLY,
    Asked,
    Field,
    fields_in,
    named_value,
    recipient_asked,
)
from answer.document_facts.cited import cited_fact, is_told_by_another
from answer.document_facts.header import base_words
from answer.document_facts.named import (
    as_read,
    documents_asked_about,
    names_an_act,
    without_names,
    without_phrases,
)
from answer.document_facts.printed import shown
from answer.document_facts.spans import Shown, holding, words_at
from answer.draft import Draft
from answer.result import Citation, Claim, cite
from index import Filters, HybridRetriever
from index.question.abbreviations import spell_out
from index.tokens import syllables
from ingest import Document
from ingest.accents import fold

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
    asked = None if is_told_by_another(understood) else _asked_of_its_own(understood, whole)
    if asked is None:
        cited = cited_fact(understood, retriever, filters)
        return None if cited is None else drafted(cited)
    if not set(asked.fields) <= OF_DOCUMENTS_ONLY and not documents_asked_about(
        understood, retriever, filters, by_place=False
    ):
        return None
    if _OF_THE_ADOPTED & set(asked.fields):
        whole = [document for document in whole if not _only_proposes(document, understood)]
    return drafted((document, one) for document in whole for one in _of(document, asked))


_OF_THE_ADOPTED: frozenset[Field] = frozenset({"number", "issued_on", "session", "signer"})
"""Facts of the resolution that a paper only proposes, which that paper does not have."""


def _only_proposes(document: Document, question: str) -> bool:
    """Tell whether a question asks of the resolution that a document proposes, not of the document."""
    folded = as_read(question)
    return (
        document.kind == "Tờ trình"
        and "nghi quyet" in folded
        and not re.search(r"(?<!\S)(?:to trinh|ttr|van ban|tai lieu|du thao)(?!\S)", folded)
    )


def _asked_of_its_own(question: str, documents: list[Document]) -> Asked | None:
    """Return what a question asks of documents that it names; None if it names none, or asks for more."""
    if not documents:
        return None
    left = without_names(question, documents)
    if any(_only_proposes(document, question) for document in documents):
        left = without_phrases(left, ["nghi quyet"])
    of_bases = frozenset().union(*map(base_words, documents))
    return (
        fields_in(left)
        or fields_in(left, of_bases)
        or recipient_asked(left)
        or (
            named_value(left, _signers(documents), _recipients(documents)) if names_an_act(question) else None
        )
    )


def _signers(documents: list[Document]) -> set[str]:
    """Return the words, folded, of the signers' names and titles."""
    signers = [document.signer for document in documents if document.signer]
    return {word for one in signers for word in syllables(fold(f"{one.name} {one.title}"))}


def _recipients(documents: list[Document]) -> set[str]:
    """Return the words, folded, of what the documents print of their recipients, spelt out."""
    shown_to = [
        words_at(document, span)
        for document in documents
        for one in shown(document, "recipients")
        for span in one.spans
    ]
    return set(syllables(fold(spell_out(" ".join(shown_to)))))


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
                field in ("bases", "proposer", "examiner")
                and asked.numbered
                and not re.search(r"\d", words_at(document, one.spans[0]))
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
