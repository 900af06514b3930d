"""The answer without a language model: the sentences that answer, each a claim that quotes itself."""

from answer.draft import Draft
from answer.evidence import Evidence, quotes_from
from answer.result import Claim, cite
from index import HybridRetriever


def verbatim_draft(evidence: Evidence, retriever: HybridRetriever) -> Draft:
    """Make each sentence that answers a claim of its own.

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
