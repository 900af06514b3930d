"""Statements: whether what they cite bears them out, and whether each citation is needed.

Citation recall is the share of the statements that their citations, taken together, support. Citation
precision is the share of the citations that are not beside the point: one whose statement is supported, and
that supports it alone or without which the others do not (Gao, Yen, Yu & Chen, "Enabling Large Language
Models to Generate Text with Citations", EMNLP 2023, arXiv:2305.14627). Where they ask a language model
whether a text supports a statement, here the statement must stand in it word for word, or pass the proof that
a model's claims pass (`answer.proof.support`). What is not printed where it is cited supports nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer.proof.support import unsupported
from answer.result import Citation, Claim, cite
from eval.answers import GivenAnswer, GivenCitation, GivenClaim
from eval.measures.exactness import is_verbatim
from ingest import Document


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: whether its citations support it, and which of them, in order, are to the point."""

    supported: bool
    needed: tuple[bool, ...]


def judged(answer: GivenAnswer, documents: Mapping[str, Document]) -> list[Judged]:
    """Judge each statement of an answer; a number that the answer does not list cites nothing."""
    by_number = {one.n: one for one in answer.citations}
    return [
        _judged(claim, [by_number[n] for n in dict.fromkeys(claim.citations) if n in by_number], documents)
        for claim in answer.claims
    ]


def recall(statements: Sequence[Judged]) -> float | None:
    """Return the share of the statements that are supported; None of no statement."""
    found = [one.supported for one in statements]
    return sum(found) / len(found) if found else None


def precision(statements: Sequence[Judged]) -> float | None:
    """Return the share of the statements' citations that are to the point; None if they cite nothing."""
    found = [needed for one in statements for needed in one.needed]
    return sum(found) / len(found) if found else None


def supports(
    claim: GivenClaim, citations: Sequence[GivenCitation], documents: Mapping[str, Document]
) -> bool:
    """Tell whether a statement is borne out by these citations together."""
    printed = [_printed(one, documents) for one in citations if is_verbatim(one, documents)]
    if not printed:
        return False
    text = _plain(claim.text)
    if text and any(text in _plain(one.quote) for one in printed):
        return True
    numbered = Claim(claim.text, tuple(one.n for one in printed))
    return not unsupported(numbered, printed)


def _judged(
    claim: GivenClaim, citations: Sequence[GivenCitation], documents: Mapping[str, Document]
) -> Judged:
    if not supports(claim, citations, documents):
        return Judged(supported=False, needed=(False,) * len(citations))
    needed = (
        supports(claim, [one], documents)
        or not supports(claim, [*citations[:at], *citations[at + 1 :]], documents)
        for at, one in enumerate(citations)
    )
    return Judged(supported=True, needed=tuple(needed) if len(citations) > 1 else (True,))


def _printed(citation: GivenCitation, documents: Mapping[str, Document]) -> Citation:
    document = documents[citation.document]
    provision = next(one for one in document.provisions if one.path == citation.path)
    return cite(document, provision, citation.span, citation.n)


def _plain(text: str) -> str:
    return " ".join(text.split())
