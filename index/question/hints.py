"""Which documents a question names: "NQ 192", "kế hoạch của Hớn Quản", "nghị quyết năm 2024"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.question.abbreviations import spell_out
from index.question.filters import place_names
from index.question.initials import initials_spelt_out
from index.question.places import places_in
from index.tokens import syllables
from ingest import Document
from ingest.accents import fold
from ingest.kinds import KIND_NAMES
from ingest.references.acts import TITLES
from ingest.references.steps import NOT_A_LABEL

_KINDS = {fold(kind): kind for kind in sorted(KIND_NAMES, key=len, reverse=True)}
_ALSO_VERBS = frozenset({"Quyết định", "Báo cáo", "Kết luận", "Hướng dẫn", "Thông báo", "Lệnh"})
"""Kinds that name an act only with its number: "quyết định các biện pháp" names none."""

_FULL_NUMBER = r"\d+[a-z]?(?:/\d{4})?[/-][a-z]\w*(?:-\w+)*"
_SHORT_NUMBER = rf"\d+(?:/\d{{4}})?(?![\w/]){fold(NOT_A_LABEL)}"
_MENTION = re.compile(
    r"(?<!phap )(?<!\w)"
    rf"(?:(?P<draft>(?:ban )?du thao )?(?P<kind>{'|'.join(_KINDS)})(?!\w)"
    rf"(?: so)?:?(?: (?P<of_kind>{_FULL_NUMBER}|{_SHORT_NUMBER}))?"
    rf"|(?P<alone>{_FULL_NUMBER})|(?P<only_draft>du thao)(?!\w))"
)
"""Takes "nghi quyet so 192", "du thao to trinh", "192/nq-hdnd", folded; not "phap luat", "ke hoach 5 nam"."""

_YEAR = re.compile(r"(?: \w+){0,8}? (?:nam |ngay [\d/]+/)(?P<year>(?:19|20)\d\d)(?!\w)")
"""Takes " cua tinh dien bien nam 2024" after an act; not ", nam 2024"."""

_ASKED = re.compile(r"(?: so)? (?:nao|may|bao nhieu|gi)(?!\w)")
"""Takes " so may" after an act's kind, which asks for an act and names none, folded; not " so 5"."""

_OF = re.compile(r" (?:do |cua )?(?=\w)")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_TITLE_WORDS = 2
"""So many words after an act's kind must be of a title before they are taken for one."""
_AFTER = 200
"""Characters after an act's kind and number that are read for its title, issuer and year."""


@dataclass(frozen=True, slots=True)
class Hints:
    """The documents that a question names.

    `documents` are the ids that fit, in the order of the corpus; `sure` tells that a number or a place
    names them, so that a search may keep to them; by kind, year or issuer alone they are only likelier.
    `named` tells that an act or a place is named at all, `missing` that one is, by its number or title or
    as a place, that the corpus has not.
    """

    documents: tuple[str, ...] = ()
    sure: bool = False
    named: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    """An act as a question names it; the words after it may begin with its title, issuer or year."""

    kind: str | None
    number: str | None
    draft: bool
    after: str


def hints_in(question: str, documents: Sequence[Document]) -> Hints:
    """Return which documents a question names, typed short or without accents.

    Args:
        question: as typed.
        documents: the corpus.

    """
    spelt_out = spell_out(initials_spelt_out(question, documents))
    places = places_in(spelt_out, documents)
    local = [document for document in documents if _is_of(document, places.known)]
    searched = local if places.known or places.unknown else documents
    mentions = list(_mentions(fold(spelt_out)))
    if any(mention.number for mention in mentions):
        mentions = [mention for mention in mentions if mention.number or not _ASKED.match(mention.after)]
    fits: dict[str, None] = {}
    numbered = False
    missing = bool(places.unknown and not places.known)
    for mention in mentions:
        found = _named_by(mention, searched, several=len(places.known) > 1)
        missing |= not found and (mention.number is not None or _names_another(mention))
        numbered |= mention.number is not None and bool(found)
        fits |= dict.fromkeys(document.id for document in found)
    if not fits and not missing:
        fits = dict.fromkeys(document.id for document in local)
    return Hints(
        tuple(document.id for document in documents if document.id in fits),
        sure=bool(fits) and (numbered or bool(places.known)),
        named=bool(mentions or places.known or places.unknown),
        missing=missing,
    )


def _is_of(document: Document, places: Sequence[str]) -> bool:
    return bool(set(map(fold, places)) & set(place_names(document)))


def _mentions(folded: str) -> Iterator[_Mention]:
    for found in _MENTION.finditer(folded):
        mention = _Mention(
            kind=_KINDS.get(found["kind"] or ""),
            number=found["of_kind"] or found["alone"],
            draft=(found["draft"] or found["only_draft"]) is not None,
            after=folded[found.end() : found.end() + _AFTER],
        )
        if mention.number or mention.draft or mention.kind not in _ALSO_VERBS:
            yield mention


def _named_by(mention: _Mention, documents: Sequence[Document], *, several: bool) -> list[Document]:
    """Return the documents that an act's kind and number fit, then those of its title, issuer and year.

    Where several places are named, that of a title does not tell it from the others'.
    """
    fits = [document for document in documents if mention.kind in (None, document.kind)]
    if mention.draft and mention.kind is None:
        fits = [document for document in fits if document.status == "draft"]
    if mention.number:
        return [document for document in fits if _has_number(document, mention.number)]
    fits = _titled(mention, fits, several=several)
    year = _YEAR.match(mention.after)
    for narrower in (
        [document for document in fits if _is_by(document, mention.after)],
        [document for document in fits if year and (document.issued_on or "").startswith(year["year"])],
        [document for document in fits if mention.draft and document.status == "draft"],
    ):
        fits = narrower or fits
    return fits


def _has_number(document: Document, typed: str) -> bool:
    """Tell whether a number as typed, whole or short ("05/2025", "5"), is the document's."""
    printed = iter(_number_parts(document.number or ""))
    first, *rest = _number_parts(typed)
    return next(printed, None) == first and all(part in printed for part in rest)


def _number_parts(number: str) -> list[str]:
    head, *rest = fold("".join(number.split())).split("/")
    return [_LEADING_ZEROS.sub("", part) for part in (*head.split("-", 1), *rest)]


def _titled(mention: _Mention, documents: list[Document], *, several: bool) -> list[Document]:
    """Return the documents whose title the words after the kind begin most like, if they are of one."""
    words = syllables(mention.after)
    shared = {document.id: _leading(words, document, several=several) for document in documents}
    most = max(shared.values(), default=0)
    if most >= _TITLE_WORDS:
        return [document for document in documents if shared[document.id] == most]
    return [] if _names_another(mention) else documents


def _names_another(mention: _Mention) -> bool:
    """Tell whether the words after a law's kind are the title of a known one: "Luật Đất đai"."""
    titles = TITLES.get(mention.kind or "", ())
    return any(mention.after.startswith(f" {fold(title)}") for title in titles)


def _leading(words: list[str], document: Document, *, several: bool) -> int:
    """Return how many words stand in a title before the first that does not."""
    of_title = _title_words(document.title)
    if several and document.place:
        of_title -= set(fold(document.place.name).split())
    return next((at for at, word in enumerate(words) if word not in of_title), len(words))


@lru_cache(maxsize=10_000)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(syllables(fold(title)))


def _is_by(document: Document, after: str) -> bool:
    """Tell whether the words after an act name its issuer: "của Sở Nội vụ", "HĐND tỉnh"."""
    issuer = fold(document.issuer or "")
    of = _OF.match(after)
    organ = issuer.removesuffix(fold(document.place.name)).strip() if document.place else issuer
    head = " ".join(organ.split()[:-1]) if document.place else organ
    return bool(of and head and after.startswith(head, of.end()))
