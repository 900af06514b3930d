"""The texts in scope, sentence by sentence: which statements one of them bears out."""

import re
from collections.abc import Iterable, Sequence

from answer.proof.support import unsupported
from answer.result import Citation, Claim, cite
from index.question.abbreviations import spell_out
from ingest import Document
from ingest.sentences import sentence_spans

_NEAR = 0.6
"""The share of a statement's words that a sentence must print to be looked at."""


class Scope:
    """The documents that a wrong statement must be wrong of."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._sentences = [
            (frozenset(_words(one.quote)), one) for document in documents for one in _citations(document)
        ]
        self._texts = {document.id: f" {' '.join(_words(document.text))} " for document in documents}

    def prints(self, statement: str) -> bool:
        """Tell whether a text has these words one after the other."""
        said = f" {' '.join(_words(statement))} "
        return any(said in text for text in self._texts.values())

    def supports(self, statement: str, value: str) -> bool:
        """Tell whether a sentence with this value bears a statement out, as it must a claim of an answer."""
        words, told = set(_words(statement)), set(_words(value))
        claim = Claim(statement, (1,))
        return self.prints(statement) or any(
            not unsupported(claim, [sentence])
            for printed, sentence in self._sentences
            if told <= printed and len(words & printed) >= _NEAR * len(words)
        )


def _citations(document: Document) -> Iterable[Citation]:
    for provision in document.provisions:
        start, _ = provision.text_span
        for first, last in sentence_spans(document.text[slice(*provision.text_span)]):
            yield cite(document, provision, (start + first, start + last), 1)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", spell_out(text).lower())
