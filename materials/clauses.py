"""The clauses of a provision, one thing to do in each, read as subject and predicate.

A sentence is cut at ";" where a new predicate follows; what begins with a noun goes on with the list
before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Span
from ingest.sentences import sentence_spans
from materials.times import WHEN
from materials.wording import any_of, opens_with

_LABEL = re.compile(r"\s*(?:[-–+•*]\s+|\(?\w{1,3}(?:\.\d+)*[.)]\s+)?")
"""Takes the label that opens an item, "- ", "a) ", "1. "; must not take a word."""

_SEMICOLON = re.compile(r"\((?:[^()]|\([^()]*\))*\)|“[^”]*”|(?P<cut>;)")
"""Takes ";" as `cut`, and as a whole what parentheses or quotation marks enclose."""

_SUBJECT = re.compile(rf"(?:{any_of('before_actor')}\s+)*{any_of('actors')}", re.IGNORECASE)
"""Takes what a subject begins with, "Các cơ quan", "Ủy ban"; must not take "Xây dựng"."""

_HANDING = re.compile(rf"{any_of('handing')}\s+", re.IGNORECASE)

_BINDING = re.compile(any_of("binding"))

_GRANTING = re.compile(any_of("granting"))

_VERB = re.compile(rf"(?P<name>{any_of('names')})|{any_of('verbs')}")

_NO_ORGAN = re.compile(r"(?:,|\b(?:các|và|hoặc|của|cơ quan|mọi|từng|một|những|cho))\s+$", re.IGNORECASE)
"""Takes what stands before the noun "tổ chức"; must not take what stands before the verb."""

_ORGAN = re.compile(
    r"\s*(?:[,;]|$|(?:và|có|chính trị|xã hội|đoàn thể|công đoàn|cá nhân|thành viên|kinh tế|khác|liên quan|mình|đảng)\b)",
    re.IGNORECASE,
)
"""Takes what stands after the noun "tổ chức"; must not take "hội nghị"."""

_NOMINAL = re.compile(rf"{any_of('nominal')}\s+$", re.IGNORECASE)

_MANNER = re.compile(rf"(?:{any_of('manner')}[,\s]+)+", re.IGNORECASE)

_MANNER_BEFORE = re.compile(rf"[,\s]*(?:{any_of('manner')}[,\s]*)+$")

_ASIDE = re.compile(rf"[,\s]*\b(?:theo|căn cứ|trên cơ sở|trong phạm vi|tùy)\b.*$", re.DOTALL)
"""Takes what stands between a subject and its verb: " theo chức năng, nhiệm vụ"."""

_CONDITION = re.compile(
    rf"(?:{any_of('conditions')}|\btrừ\b)[^,;.()]*(?:,(?!\s*{any_of('verbs')})[^,;.()]*)*", re.IGNORECASE
)
"""Takes "nếu gặp khó khăn, vướng mắc" up to the verb; must not take "khó khăn"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its subject; `subject` is empty where the clause has none.

    `predicate` is where the verb begins, `verb_end` where it ends, in the text that was read; `bound` tells
    that a word of duty or the hand-over of one stands before it.
    """

    span: Span
    subject: str
    predicate: int
    verb_end: int
    granted: bool


def clauses_of(text: str) -> Iterator[list[Clause]]:
    """Yield the clauses of each sentence of a text, spans into it."""
    for start, end in sentence_spans(text):
        pieces: list[Clause] = []
        for piece in pieces_of(text, (start, end)):
            read = read_clause(text, piece)
            if read:
                pieces.append(read)
            elif pieces and not opens_with("openings").match(text, piece[0]):
                last = pieces.pop()
                joined = last.span[0], piece[1]
                pieces.append(Clause(joined, last.subject, last.predicate, last.verb_end, last.granted))
        yield pieces


def pieces_of(text: str, sentence: Span) -> Iterator[Span]:
    """Yield what ";" parts in a sentence of a text, without the label that opens it."""
    start, end = sentence
    start = _LABEL.match(text, start, end).end()  # type: ignore[union-attr]
    for found in _SEMICOLON.finditer(text, start, end):
        if found["cut"]:
            yield _trimmed(text, start, found.start())
            start = found.end()
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n\t,:":
        start += 1
    while start < end and text[end - 1] in " \n\t,;:./…":
        end -= 1
    return start, end


def read_clause(text: str, span: Span) -> Clause | None:
    """Read a clause of a text; None if no predicate is found where one would stand."""
    start, end = span
    if start == end:
        return None
    at = _after_openings(text, start, end)
    handed = _HANDING.match(text, at, end)
    subject = _SUBJECT.match(text, handed.end() if handed else at, end)
    if subject:
        return _with_subject(text, span, subject)
    return _without_subject(text, span, at)


def _after_openings(text: str, start: int, end: int) -> int:
    """Return where the subject or the verb begins, past time, manner and condition."""
    while True:
        before = start
        for pattern in (WHEN, _MANNER):
            found = pattern.match(text, start, end)
            if found:
                start = found.end()
        while start < end and text[start] in " ,":
            start += 1
        opening = opens_with("conditions", "openings").match(text, start, end)
        if opening:
            start = _past(text, opening.end(), end) or start
        if start == before:
            return start


_RESUMES = re.compile(
    rf"(?:,\s+(?:thì\s+)?|\s+thì\s+)(?=(?:{any_of('manner')}[,\s]+)*(?:{any_of('verbs', 'handing')}|(?:{any_of('before_actor')}\s+)*{any_of('actors')}))",
    re.IGNORECASE,
)


def _past(text: str, start: int, end: int) -> int | None:
    """Return where an opening phrase ends and the clause goes on; None if it does not."""
    found = _RESUMES.search(text, start, end)
    return found.end() if found else None


def _with_subject(text: str, span: Span, subject: re.Match[str]) -> Clause | None:
    end = span[1]
    verb = _verb(text, subject.end(), end)
    binding = _BINDING.search(text, subject.end(), end)
    if binding and verb and binding.start() > verb[0] and "," in text[verb[0] : binding.start()]:
        binding = None
    if (
        binding
        and verb
        and text[binding.start() : binding.end()] in {"cần", "phải"}
        and binding.start() > verb[0]
    ):
        binding = None
    name_end = binding.start() if binding else verb[0] if verb else None
    if name_end is None:
        return None
    granting = _GRANTING.search(text, subject.end(), name_end)
    if binding:
        verb = _first_word(text, _after_openings(text, binding.end(), end), end)
    name = _name(text[subject.start() : name_end])
    granted = bool(granting and not binding and text[granting.start() : granting.end()] == "có quyền")
    return Clause(span, name, verb[0], verb[1], granted) if verb else None


def _name(text: str) -> str:
    text = WHEN.sub("", text)
    return _ASIDE.sub("", _MANNER_BEFORE.sub("", text)).strip(" ,\n")


def _without_subject(text: str, span: Span, at: int) -> Clause | None:
    binding = opens_with("binding").match(text, at, span[1])
    if binding:
        at = _after_openings(text, binding.end(), span[1])
    verb = opens_with("verbs").match(text, at, span[1])
    return Clause(span, "", at, verb.end(), granted=False) if verb else None


def _first_word(text: str, at: int, end: int) -> Span | None:
    verb = opens_with("verbs").match(text, at, end)
    if verb:
        return verb.span()
    word = re.compile(r"\w+(?:\s+\w+)?").match(text, at, end)
    return word.span() if word else None


def _verb(text: str, start: int, end: int) -> Span | None:
    """Return the first verb that begins a predicate."""
    for found in _VERB.finditer(text, start, end):
        before, after = text[start : found.start()], text[found.end() : end]
        if found["name"] or _NOMINAL.search(before):
            continue
        if found[0] == "tổ chức" and (_NO_ORGAN.search(before) or _ORGAN.match(after)):
            continue
        return found.span()
    return None


def predicate_of(text: str) -> int | None:
    """Return where the predicate of a clause that opens with its subject begins; None if it has none."""
    starts = [found[0] for found in (_verb(text, 0, len(text)),) if found]
    starts += [found.start() for found in _PASSIVE.finditer(text)][:1]
    return min(starts, default=None)


_PASSIVE = re.compile(r"\bđược\s+(?!giao|phân công|cử)", re.IGNORECASE)
"""Takes "được bồi dưỡng"; not "được giao nhiệm vụ", which says who someone is."""
