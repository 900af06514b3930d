"""Facts of an act that the corpus has not but cites: "Quyết định 346/QĐ-TTg là về việc gì"."""

import re
from collections.abc import Iterator

from answer.document_facts.asked import FIELD_WORDS, Field, fields_in
from answer.document_facts.named import as_read, without_phrases
from answer.document_facts.spans import holding
from answer.draft import Draft
from answer.result import Claim, cite
from index import Filters, HybridRetriever
from index.tokens import syllables
from ingest import Document, Reference, Span
from ingest.accents import fold
from ingest.references import number_key

_SAID_IN_CITATIONS: frozenset[Field] = frozenset({"issued_on", "issuer", "title"})
_LOOKED_AT = 10
"""Passages found whose documents are looked through for the citation."""

_NUMBER = re.compile(r"(?<!\S)\d+[a-z]?/[a-z0-9/-]+(?!\S)")
"""Takes "346/qd-ttg", folded; not "192"."""

_PARTS = ("; ", ";\n", "\n", ". ")
"""What parts one citation of a list from the next."""


def cited_fact(question: str, retriever: HybridRetriever, filters: Filters) -> Draft | None:
    """Answer what an act that is only cited is about, its day or its issuer, by quoting the citation.

    Returns None if the question asks for something else, or no document found cites the act.
    """
    folded = as_read(question)
    number = _NUMBER.search(folded)
    if number is None:
        return None
    found = dict.fromkeys(hit.document.id for hit in retriever.search(question, _LOOKED_AT, filters))
    for document in (retriever.documents[name] for name in found):
        for reference in _citations(number[0], document):
            span = _part_around(document.text, reference.span)
            if _asks_only_for_it(folded, reference, document.text[slice(*span)]):
                citation = cite(document, holding(document, span), span, 1)
                return Draft((Claim(citation.quote, (1,)),), (citation,))
    return None


def _citations(number: str, document: Document) -> Iterator[Reference]:
    """Yield a document's citations of the act of this number."""
    for reference in document.references:
        if reference.number and number_key(reference.number) == number and not reference.path:
            yield reference


def _part_around(text: str, span: Span) -> Span:
    """Return the part of a sentence or list that a citation stands in."""
    start = max((at + len(mark) for mark in _PARTS if (at := text.rfind(mark, 0, span[0])) >= 0), default=0)
    ends = (at for mark in (*_PARTS, ";") if (at := text.find(mark, span[1])) >= 0)
    return start, min(ends, default=len(text))


def _asks_only_for_it(question: str, reference: Reference, printed: str) -> bool:
    """Tell whether a question asks for what a citation says, and every other word of it is the citation's."""
    names = {fold(reference.kind), fold(reference.issuer or reference.kind)}
    of_act = set(syllables(fold(printed))) - FIELD_WORDS
    left = without_phrases(_NUMBER.sub(" ", question), names)
    asked = fields_in(" ".join(word for word in left.split() if word not in of_act))
    return asked is not None and set(asked.fields) <= _SAID_IN_CITATIONS
