"""What an act changes in others: each clause's verb, what it amends, its new words, the day of effect."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import DATE, iso_date
from ingest.document import Amendment, Provision, Reference, Span
from ingest.quotation import Quotations, blanked, inside, sentence_start
from ingest.references.place import Path, Places, cited_path
from ingest.references.relation import is_clause

_LONGEST = 4000
"""Characters read back for the verb of a clause; its list of provisions may be long."""

_SOME_OF = re.compile(r"một số (?:[Đđ]iều|khoản|điểm|mục|nội dung|quy định)(?!\w)", re.IGNORECASE)
"""Takes "một số điều" of "Sửa đổi, bổ sung một số điều của Luật", said one by one below; not "một số từ"."""

_WORDS_FOR_WORDS = re.compile(r"(?:cụm )?từ .*(?:bằng|thành) ")
"""Takes "cụm từ  bằng cụm từ " before "tại khoản 1", quotations blanked; not "cụm từ  tại"."""

_WORDS_ADDED = re.compile(r"bổ sung (?:các )?(?:cụm )?từ ", re.IGNORECASE)
"""Takes "Bổ sung cụm từ  vào sau cụm từ "; not "Bổ sung khoản 7"."""

_AS_FOLLOWS = re.compile(r"[^;\n]*:\s?\n?[“\"]?")
"""Takes " như sau:" and the mark that opens the new words below; not "; bãi bỏ khoản 2"."""

_IN_FORCE = re.compile(
    rf"[^.;\n]{{0,300}}?(?P<verb>có|hết) hiệu lực(?: thi hành)? (?:kể )?từ (?:{DATE.pattern})"
)
"""Takes " có hiệu lực từ ngày 01/01/2026" after a provision; not " có hiệu lực từ ngày ký"."""


@dataclass(frozen=True, slots=True)
class _Act:
    """The text of an amending act and what its clauses are read with."""

    text: str
    plain: str
    places: Places
    quotations: Quotations
    effective_on: str | None
    later: tuple[tuple[Path, str], ...]
    containers: frozenset[str | None]


def read_amendments(
    text: str, provisions: Sequence[Provision], references: Sequence[Reference], effective_on: str | None
) -> tuple[Amendment, ...]:
    """Return the changes that an act makes to others, in print order.

    Args:
        text: the act's canonical text.
        provisions: its tree.
        references: its citations; their relation says which are of what is changed.
        effective_on: the day the act takes effect, ISO 8601, or None.

    A clause that only announces others ("Sửa đổi, bổ sung một số điều của Luật …") is no change itself.

    """
    quotations = Quotations(text)
    clauses = (
        p for p in provisions if is_clause(text[p.span[0] : p.span[1]]) and not quotations.around(p.span[0])
    )
    act = _Act(
        text=text,
        plain=blanked(text, quotations),
        places=Places(provisions),
        quotations=quotations,
        effective_on=effective_on,
        later=tuple(_days_of_effect(text, references)),
        containers=frozenset(clause.parent for clause in clauses),
    )
    return tuple(amendment for reference in references if (amendment := _amendment(act, reference)))


def _amendment(act: _Act, reference: Reference) -> Amendment | None:
    """Return the change that a citation is of; None if it is of none, or only announces changes below."""
    start, end = reference.span
    clause = act.places.at(start)
    action = reference.relation
    own = reference.number is None and reference.title is None
    if clause is None or clause.unit == "phan_dau" or own or clause.eid in act.containers:
        return None
    if action not in ("sửa đổi", "bổ sung", "thay thế", "bãi bỏ"):
        return None
    first = sentence_start(act.plain, max(clause.span[0], start - _LONGEST), start, ("; ", "\n"))
    lead = act.plain[first:start]
    if _SOME_OF.search(lead):
        return None
    new = _new_words(act, reference, first, lead)
    return Amendment(
        action=action,
        reference=reference,
        new_text=inside(act.text, new) if new else None,
        effective_on=_effective_on(act, clause, end),
        by=clause.eid,
        span=(first, max(end, new[1]) if new else end),
    )


def _new_words(act: _Act, reference: Reference, first: int, lead: str) -> Span | None:
    """Return the quotation of the new words: the last before "tại", the words added, or those below."""
    start, end = reference.span
    if _WORDS_FOR_WORDS.search(lead):
        return act.quotations.before(start, first)
    if _WORDS_ADDED.search(lead):
        return act.quotations.after(first, start)
    follows = _AS_FOLLOWS.match(act.text, end) if reference.relation != "bãi bỏ" else None
    return act.quotations.after(end, follows.end()) if follows else None


def _effective_on(act: _Act, clause: Provision, end: int) -> str | None:
    """Return the day a change takes effect: said with it, said of its clause, else the act's own."""
    parent = act.places.parent(clause)
    for words, at in ((act.plain, end), (parent.text if parent else "", 0)):
        said = _IN_FORCE.match(words, at)
        if said:
            return iso_date(said)
    own = cited_path(clause.path)
    return next((day for path, day in act.later if own[: len(path)] == path), act.effective_on)


def _days_of_effect(text: str, references: Sequence[Reference]) -> Iterator[tuple[Path, str]]:
    """Yield the provisions of this act that take effect on a day of their own, with that day."""
    for reference in references:
        if reference.path and reference.number is None and reference.title is None:
            said = _IN_FORCE.match(text, reference.span[1])
            day = iso_date(said) if said and said["verb"] == "có" else None
            if day:
                yield reference.path, day
