"""Where the words that a model quotes stand: in the passage it names, word for word, or nowhere."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from answer.llm.reply import SaidQuote
from answer.proof.verify import citation_faults
from answer.result import Citation, cite
from index import Hit
from ingest import Document, Span

_FEWEST_WORDS = 3
"""Fewer words than these are found anywhere."""


def cited_words(
    quotes: Sequence[SaidQuote], hits: Sequence[Hit], documents: Mapping[str, Document]
) -> list[Citation]:
    """Return a citation, numbered from 1, for each quote in its passage, whatever its white space or case.

    The sentences that hold the words are cited whole: a part of "không được cản trở" may say the contrary.
    """
    found = dict.fromkeys(_places(quotes, hits))
    cited = [
        cite(hits[at].document, hits[at].document.provision(hits[at].passage.eid), span, n)
        for n, (at, span) in enumerate(found, start=1)
    ]
    return [citation for citation in cited if not citation_faults(citation, documents)]


def _places(quotes: Sequence[SaidQuote], hits: Sequence[Hit]) -> Iterator[tuple[int, Span]]:
    for quote in quotes:
        words = unicodedata.normalize("NFC", unescape(quote.words)).strip(" \n\"“”'….,;").split()
        if len(words) < _FEWEST_WORDS or not 1 <= quote.passage <= len(hits):
            continue
        hit = hits[quote.passage - 1]
        printed = r"\s+".join(map(re.escape, words))
        pattern = re.compile(rf"(?<!\w){printed}(?!\w)", re.IGNORECASE)
        if found := pattern.search(hit.document.text, *hit.passage.span):
            yield quote.passage - 1, _whole_sentences(hit, found.span())


def _whole_sentences(hit: Hit, words: Span) -> Span:
    """Widen a span to the sentences of the passage that it touches."""
    touched = [one for one in hit.passage.sentences if one[0] < words[1] and words[0] < one[1]]
    return (min(words[0], touched[0][0]), max(words[1], touched[-1][1])) if touched else words
