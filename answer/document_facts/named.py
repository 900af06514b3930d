"""Which documents a question is about, and what is left of it without the words that name them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from answer.document_facts.asked import FIELD_WORDS, GIVEN_DAY
from index import Filters, HybridRetriever
from index.question.hints import hints_in
from index.question.initials import initials_spelt_out
from index.tokens import syllables
from ingest import Document
from ingest.accents import fold
from ingest.kinds import KIND_NAMES

MOST = 4
"""Documents that a question may be about without naming each: "ai ký nghị quyết" over three resolutions."""

_NUMBER = re.compile(r"(?<!\S)(?:so )?\d+[a-z]?(?:[/-]\S+)?(?!\S)")
"""Takes "so 179/nq-hdnd", "192", folded; not "so may"."""

_DAY = re.compile(
    r"(?<!\S)(?:(?:ngay )?(?:mung )?\d{1,2} (?:thang )?\d{1,2} nam \d{4}"
    r"|(?:ngay |thang )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|ngay [\d/]+|(?:thang \d+ )?nam \d+)(?!\S)"
)
"""Takes "ngay 8/12/2023", "20/4/2025", "nam 2024", folded; not "ngay nao", "05/2025"."""

_KIND = re.compile(rf"(?<!\S)(?:{'|'.join(sorted(map(fold, KIND_NAMES), key=len, reverse=True))})(?!\S)")
"""Takes "nghi quyet", folded; not "nghi"."""

_TOPIC = ("dan chu o co so", "dan chu co so", "dan chu", "thuc hien dan chu")
"""What the acts of this field are called by, folded."""

_RUN = 3
"""So many words on end of a document's title name it, whatever words they are."""

_PLACE_LEVELS = ("tinh", "thanh pho", "huyen")
_SHORT_NAMES = ("uy ban nhan dan", "hoi dong nhan dan", "uy ban", "hoi dong", "ubnd", "hdnd", "tinh", "huyen")
"""What an issuer is called when the question has said where."""


def documents_asked_about(
    question: str, retriever: HybridRetriever, filters: Filters, *, by_place: bool
) -> list[Document]:
    """Return the documents within the filters that a question names; those filtered, if it names none.

    With `by_place`, a place names its documents; without, the question must name an act too.
    """
    facts = [document for document in retriever.facts.values() if filters.admit(document)]
    hints = retriever.hints_in(question) if filters == Filters() else hints_in(question, facts)
    if hints.missing:
        return []
    named = [document for document in facts if document.id in hints.documents]
    named = [document for document in named if _is_titled(document, question)] or named
    if not hints.named:
        named = facts if filters != Filters() else []
    if not by_place and not names_an_act(question):
        return []
    return named if len(named) <= MOST or (hints.sure and names_an_act(question)) else []


def _is_titled(document: Document, question: str) -> bool:
    """Tell whether a question says a document's kind with its whole title."""
    return bool(document.title) and _titled(document.kind, document.title) in as_read(question)


@lru_cache(maxsize=1_000)
def _titled(kind: str, title: str) -> str:
    return as_read(f"{kind} {title}")


def names_an_act(question: str) -> bool:
    """Tell whether a question says a kind of act or a number."""
    folded = as_read(question)
    return bool(_KIND.search(folded) or re.search(r"\d/|(?<!\S)(?:du thao|van ban)(?!\S)", folded))


def as_read(question: str) -> str:
    """Return a question's syllables, folded, one space between."""
    return " ".join(_SHORT_FOR.get(word, word) for word in fold(" ".join(syllables(question))).split())


_SHORT_FOR = {"dc": "duoc", "nd": "noi dung", "j": "gi", "ng": "nguoi", "k": "khong", "hok": "khong"}
"""What is typed short in a message, folded; an act's kind is spelt out before."""


def without_names(question: str, documents: Sequence[Document]) -> str:
    """Return a question, folded, without the words that name these documents; `GIVEN_DAY` for a day in it."""
    left = _NUMBER.sub(" ", _DAY.sub(GIVEN_DAY, as_read(initials_spelt_out(question, documents))))
    titles = [_folded_title(document.title) for document in documents]
    runs = frozenset().union(*map(_runs, titles))
    names = frozenset().union(*(_names(one.kind, one.issuer or "", *_places(one)) for one in documents))
    left = without_phrases(left, {*names, *runs, *_TOPIC})
    words = {word for title in titles for word in title.split()} - FIELD_WORDS
    return " ".join(word for word in left.split() if word not in words)


def without_phrases(text: str, phrases: Iterable[str]) -> str:
    """Return a text without these phrases, the longest taken out first; one space between what is left."""
    left = f" {' '.join(text.split())} "
    for phrase in sorted(phrases, key=len, reverse=True):
        while f" {phrase} " in left:
            left = left.replace(f" {phrase} ", " ")
    return left.strip()


@lru_cache(maxsize=1_000)
def _folded_title(title: str) -> str:
    return " ".join(syllables(fold(title)))


@lru_cache(maxsize=1_000)
def _runs(title: str) -> frozenset[str]:
    words = title.split()
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _places(document: Document) -> tuple[str, ...]:
    place = document.place
    return tuple(name for name in (place.name, place.parent) if name) if place else ()


@lru_cache(maxsize=1_000)
def _names(kind: str, issuer: str, *places: str) -> frozenset[str]:
    """Return the phrases, folded, that a document goes by: kind, issuer, place with its level."""
    wheres = [fold(place) for place in places]
    levels = [f"{level} {where}" for where in wheres for level in (*_PLACE_LEVELS, "h", "t", "tp")]
    whole = fold(issuer)
    organ = whole.removesuffix(wheres[0]).strip() if wheres else whole
    head = organ.rpartition(" ")[0] if wheres else organ
    names = [fold(kind), whole, organ, head, *levels, *wheres, *_SHORT_NAMES]
    return frozenset(name for name in names if name)
