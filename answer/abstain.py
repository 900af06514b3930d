"""When to say "không có căn cứ": a place without a text, evidence too weak, a fact not given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from answer.evidence import Evidence
from answer.result import Reason
from index.question.abbreviations import spell_out
from index.tokens import search_syllables, typed_syllables
from ingest import Document
from ingest.accents import fold
from ingest.references import cited_acts, number_key

WEAK = 0.06
"""Share of a question's terms, by idf and as understood, that the passage saying most of them says; under it
there is no evidence.

Set on the development half of eval/gold/: it turns away 4 of its 180 answerable questions.
"""

_ASKING = frozenset(
    "ai bao biet cho co cua dau de duoc gi hoi khi khong la lam may minh nao nay nhieu nhu noi o ra "  # noqa: SIM905
    "sao the thi theo toi va vay ve voi".split()
)
"""Syllables that ask or join, and say nothing of what is asked about."""

_Term = tuple[str, str]
"""A syllable or a pair of syllables, as typed and without accents."""

OPENING = "Không có căn cứ trong kho văn bản để trả lời câu hỏi này."


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer: a reason for programs, a sentence for readers."""

    reason: Reason
    text: str


def abstention(
    evidence: Evidence, documents: Mapping[str, Document], idf: Callable[[str], float]
) -> Abstention | None:
    """Return why the evidence does not carry an answer; None if it does."""
    places = evidence.places
    if places.unknown and not places.known and not evidence.hits:
        ours = sorted(
            {f"{d.place.level} {d.place.name}" for d in documents.values() if d.place}, key=_by_name
        )
        return Abstention(
            "unknown_place",
            f"{OPENING} Kho chưa có văn bản của {', '.join(places.unknown)}; hiện có: {', '.join(ours)}.",
        )
    acts = [] if places.known else _acts_without_text(evidence.question, documents)
    if acts:
        return Abstention("unknown_document", f"{OPENING} Kho chưa có {', '.join(acts)}.")
    if not evidence.hits:
        return Abstention("no_evidence", f"{OPENING} Không có văn bản nào phù hợp điều kiện lọc.")
    if not _is_about(evidence, idf):
        return Abstention(
            "out_of_scope", f"{OPENING} Nội dung hỏi không thuộc phạm vi các văn bản trong kho."
        )
    if not evidence.chosen:
        asked = ", ".join(fact.name for fact in evidence.facts)
        return Abstention("no_evidence", f"{OPENING} Các quy định liên quan trong kho không nêu {asked}.")
    return None


def _is_about(evidence: Evidence, idf: Callable[[str], float]) -> bool:
    """Tell whether a provision found is named in the question, or says enough of its terms but its places."""
    places = search_syllables(" ".join((*evidence.places.known, *evidence.places.unknown)))
    asked = [term for term in _typed_and_plain(evidence.understood) if not set(term[1].split()) & set(places)]
    weights = {term: idf(term[1]) for term in asked}
    said = (_said(weights, hit.passage.text) for hit in evidence.hits)
    return any(hit.named for hit in evidence.hits) or max(said) >= WEAK


def _said(weights: Mapping[_Term, float], text: str) -> float:
    """Return the share of the terms asked, by weight, that a text says with the accents that were typed.

    The search looks past accents; whether a question is about the texts at all must not: "phở bò" is
    neither "phó" nor "bộ". A word typed without accents may be any.
    """
    said = set(_typed_and_plain(text))
    said_plain = {plain for _, plain in said}
    there = sum(
        weight
        for (typed, plain), weight in weights.items()
        if (typed, plain) in said or (typed == plain and plain in said_plain)
    )
    return there / max(sum(weights.values()), 1e-9)


def _typed_and_plain(text: str) -> list[_Term]:
    """Return the telling syllables of a text and their pairs, each as typed and without accents."""
    words = list(zip(typed_syllables(text), search_syllables(text), strict=True))
    words = [word for word in words if word[1] not in _ASKING]
    pairs = [(f"{one[0]} {two[0]}", f"{one[1]} {two[1]}") for one, two in pairwise(words)]
    return [*words, *pairs]


def _acts_without_text(question: str, documents: Mapping[str, Document]) -> list[str]:
    """Return the acts that a question cites by number and the corpus does not hold."""
    ours = {number_key(document.number) for document in documents.values() if document.number}
    cited = cited_acts(spell_out(question))
    return [
        f"{act.kind} số {act.number}" for act in cited if act.number and number_key(act.number) not in ours
    ]


def _by_name(place: str) -> str:
    return fold(place.partition(" ")[2])
