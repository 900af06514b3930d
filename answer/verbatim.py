"""The answer without a language model: the sentences that answer, each a claim that quotes itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from answer.asked import Asked
from answer.draft import Draft
from answer.evidence import Evidence, leads_in
from answer.quotes import Quote, quotes_from
from answer.result import Citation, Claim, cite
from index import Hit
from ingest import Span


def verbatim_draft(evidence: Evidence) -> Draft:
    """Make each sentence that answers a claim of its own; sentences that follow each other are one.

    Issued documents come before drafts, each kind in the order found, sentences in print order;
    where one figure or the like is asked for, those of the likeliest passage first. A share of
    the very population asked about leaves out its document's other shares.
    """
    found = dict.fromkeys((hit.document.status == "draft", hit.document.id) for hit in evidence.chosen)
    order = [name for _, name in sorted(found, key=lambda draft_and_name: draft_and_name[0])]
    ranked = [
        (_place(quote, rank, order, evidence.asked), quote)
        for rank, hit in enumerate(_without_lead_ins(evidence))
        for quote in quotes_from(hit, evidence.asked)
    ]
    with_share = {place.document for place, _ in ranked if place.is_share}
    kept = [pair for pair in ranked if pair[0].is_share or pair[0].document not in with_share]
    quotes = [quote for _, quote in sorted(kept, key=lambda pair: pair[0].in_order)]
    citations = tuple(
        cite(quote.document, quote.provision, quote.span, n)
        for n, quote in enumerate(_joined(quotes), start=1)
    )
    return Draft(tuple(_claim(citation, evidence.asked) for citation in citations), citations)


def _without_lead_ins(evidence: Evidence) -> list[Hit]:
    """Return the passages to quote; of a list without what only leads in the items beside it."""
    if not evidence.asked.wants_several:
        return list(evidence.chosen)
    return [hit for hit in evidence.chosen if not leads_in(hit, evidence.chosen)]


class _Place(NamedTuple):
    """Where a quote stands in an answer: its document, its passage's rank if that counts, its span."""

    document: int
    rank: int
    span: Span
    is_share: bool

    @property
    def in_order(self) -> tuple[int, int, Span]:
        return self.document, self.rank, self.span


def _place(quote: Quote, rank: int, order: Sequence[str], asked: Asked) -> _Place:
    counted = rank if asked.expected and not asked.wants_several else 0
    return _Place(order.index(quote.document.id), counted, quote.span, asked.is_share_of(quote.text))


def _claim(citation: Citation, asked: Asked) -> Claim:
    """Return the claim that a citation proves: the figures asked for, then its words, "…" before a cut."""
    found = (figure for fact in asked.expected for figure in fact.figures_in(citation.quote))
    figures = list(dict.fromkeys(found))[:_FIGURES]
    seen = len(citation.quote) <= _LONG or (figures and citation.quote.startswith(figures[0]))
    lead = "" if seen or not figures else f"{'; '.join(figures)}: "
    cut = "… " if citation.quote[0].islower() else ""
    words = ". ".join(line.strip() for line in citation.quote.splitlines())
    return Claim(f"{lead}{cut}{words}", (citation.n,))


_FIGURES = 3
"""Figures that stand before a quote, at most."""

_LONG = 60
"""Characters of a quote in which a figure is seen at once."""


def _joined(quotes: Iterable[Quote]) -> list[Quote]:
    """Join quotes of one provision that nothing but a space parts."""
    joined: list[Quote] = []
    for quote in quotes:
        last = joined[-1] if joined else None
        if last and last.provision == quote.provision and last.document.id == quote.document.id:
            between = quote.document.text[last.span[1] : quote.span[0]]
            if between == " ":
                joined[-1] = replace(last, span=(last.span[0], quote.span[1]))
                continue
        joined.append(quote)
    return joined
