"""The clauses of a provision, read as subject and predicates.

A sentence is cut at ";" where a new predicate follows; what begins with a noun goes on with the list
before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest import Span
from ingest.sentences import sentence_spans
from materials.predicates import predicate_of, verb_after_subject, verb_at
from materials.times import WHEN
from materials.wording import any_of, opens_with

_LABEL = re.compile(r"\s*(?:[-–+•*]\s+|\(?\w{1,3}(?:\.\d+)*[.)]\s+)?")
"""Takes the label that opens an item, "- ", "a) ", "1. "; must not take a word."""

SHARE = rf"(?:{any_of('bounds')}\s+)*\d[\d.,]*\s*%"
"""A share, "trên 70%"."""

_CUT = re.compile(rf"\((?:[^()]|\([^()]*\))*\)|“[^”]*”|(?P<cut>;|(?:,|\s+và)(?=\s+{SHARE}))", re.IGNORECASE)
"""Takes ";" or " và" before a share as `cut`, and whole what parentheses or quotation marks enclose."""

_SUBJECT = re.compile(rf"(?:{any_of('before_actor')}\s+)*{any_of('actors')}", re.IGNORECASE)
"""Takes what a subject begins with, "Các cơ quan", "Ủy ban"; must not take "Xây dựng"."""

_HANDING = re.compile(rf"{any_of('handing')}\s+", re.IGNORECASE)
"""Takes what hands a duty over, "Giao ", "Đề nghị "; must not take a name."""

_HANDED = re.compile(rf"\b(?:yêu cầu|giao|đề nghị)\s+(?=(?:{any_of('before_actor')}\s+)*{any_of('actors')})")
"""Takes what a subject hands over, "yêu cầu " before "các cơ quan"; must not take "yêu cầu" before a verb."""

_BINDING = re.compile(rf"(?<!nội dung )(?<!thông tin )(?<!việc )(?<!vấn đề ){any_of('binding')}")
"""Takes "có trách nhiệm", "phải"; must not take the "phải" of "nội dung phải công khai"."""

_SHARED = re.compile(
    rf"(?:(?:đảm bảo|bảo đảm|phấn đấu|có|đạt)[,\s]+|(?x:{WHEN.pattern})[,\s]+)*{SHARE}\s+", re.IGNORECASE
)
"""Takes "Đến năm 2030 có trên 90% ", after which stands who shall do it; must not take "trên 90 cơ quan"."""

_NO_MORE = re.compile(rf"{_SHARED.pattern}|được\b|{any_of('openings')}", re.IGNORECASE)
"""Takes what begins something else than a further item of a list, "phấn đấu đến năm 2030 có trên 90% "."""

_TO_BE_DONE = re.compile(r"\bphải được\b")
"""Takes "hương ước phải được rà soát", no item of the list before; must not take "được rà soát"."""

_MANNER = re.compile(rf"(?:{any_of('manner')}[,\s]+)+", re.IGNORECASE)

_MANNER_BEFORE = re.compile(rf"[,\s]*(?:{any_of('manner')}[,\s]*)+$")

_ASIDE = re.compile(r"[,\s]*\b(?:theo|căn cứ|trên cơ sở|trong phạm vi|tùy)\b.*$", re.DOTALL)
"""Takes what stands between a subject and its verb: " theo chức năng, nhiệm vụ"."""

_RESUMES = re.compile(
    rf"(?:,\s+(?:thì\s+)?|\s+thì\s+)(?=(?:{any_of('manner')}[,\s]+)*(?:{any_of('verbs', 'handing')}"
    rf"|(?:{any_of('before_actor')}\s+)*{any_of('actors')}))|\s+(?=các\s+{any_of('actors')})",
    re.IGNORECASE,
)
"""Takes the comma after which subject or verb follows an opening phrase; must not take one in a list."""

_WORD = re.compile(r"\w+(?:\s+rõ)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its span in the text, its subject, and the first verb of its predicate.

    `subject` is empty where the clause has none; `shared` tells that it is who a share is told of.
    """

    span: Span
    subject: str
    verb: Span
    shared: bool = False


def clauses_of(text: str) -> Iterator[list[Clause]]:
    """Yield the clauses of each sentence of a text, spans into it."""
    for sentence in sentence_spans(text):
        clauses: list[Clause] = []
        for piece in pieces_of(text, sentence):
            read = read_clause(text, piece, first=not clauses)
            if read:
                clauses.append(read)
            elif clauses and not (_NO_MORE.match(text, *piece) or _TO_BE_DONE.search(text, *piece)):
                clauses[-1] = replace(clauses[-1], span=(clauses[-1].span[0], piece[1]))
        yield clauses


def pieces_of(text: str, sentence: Span) -> Iterator[Span]:
    """Yield what ";" parts in a sentence of a text, without the label that opens it."""
    start, end = sentence
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    for found in _CUT.finditer(text, start, end):
        if found["cut"] and not (found["cut"] == ";" and lists_who(text, start, found.start())):
            yield _trimmed(text, start, found.start())
            start = found.end()
    yield _trimmed(text, start, end)


def lists_who(text: str, start: int, end: int) -> bool:
    """Tell whether a piece names only whom a share is told of, so that its list goes on after ";"."""
    shared = _SHARED.match(text, start, end)
    return shared is not None and predicate_of(text[shared.end() : end]) is None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n\t,:":
        start += 1
    while start < end and text[end - 1] in " \n\t,;:./…":
        end -= 1
    return start, end


def read_clause(text: str, span: Span, *, first: bool) -> Clause | None:
    """Read a clause of a text; None if it has no predicate, or a list may go on in it (not `first`)."""
    start, end = span
    shared = _SHARED.match(text, start, end)
    if shared:
        verb = verb_after_subject(text, shared.end(), end)
        return Clause(span, _name(text[shared.end() : verb[0]]), verb, shared=True) if verb else None
    at = _after_openings(text, start, end)
    handed = _HANDING.match(text, at, end)
    at_name = handed.end() if handed else at
    subject = _SUBJECT.match(text, at_name, end)
    verb = verb_at(text, at, end)
    if subject and (handed or not verb or subject.end() > verb[1]):
        return _with_subject(
            text, span, at_name, certain=first or bool(handed or WHEN.match(text, start, end))
        )
    return _without_subject(text, span, at)


def _after_openings(text: str, start: int, end: int) -> int:
    """Return where the subject or the verb begins, past time, manner and condition."""
    while start < end:
        verb, manner = verb_at(text, start, end), _MANNER.match(text, start, end)
        if verb and (not manner or verb[1] >= manner.end()):
            return start
        when = WHEN.match(text, start, end)
        opening = opens_with("conditions", "openings").match(text, start, end)
        if when or manner:
            start = max(found.end() for found in (when, manner) if found)
        elif opening:
            past = _past(text, opening.end(), end)
            if past is None:
                return start
            start = past
        elif text[start] in " ,":
            start += 1
        else:
            return start
    return start


def _past(text: str, start: int, end: int) -> int | None:
    """Return where an opening phrase ends and the clause goes on; None if it does not."""
    found = _RESUMES.search(text, start, end)
    verb = verb_after_subject(text, start, end)
    return found.end() if found else verb[0] if verb else None


def _with_subject(text: str, span: Span, start: int, *, certain: bool) -> Clause | None:
    end = span[1]
    handed = _HANDED.search(text, start, end)
    verb = verb_after_subject(text, start, end)
    if handed and (not verb or handed.start() < verb[0]):
        start = handed.end()
        verb = verb_after_subject(text, start, end)
    binding = _BINDING.search(text, start, end)
    if binding and verb and "," in text[verb[0] : binding.start()]:
        binding = None
    if binding:
        verb = _first_word(text, _after_openings(text, binding.end(), end), end)
    elif (
        not certain and text[start].islower() and not (verb and _MANNER_BEFORE.search(text[start : verb[0]]))
    ):
        return None
    if not verb:
        return None
    name = text[start : binding.start() if binding else verb[0]]
    return None if name.rstrip().endswith("có quyền") else Clause(span, _name(name), verb)


def _name(text: str) -> str:
    text = WHEN.sub("", text)
    return " ".join(_ASIDE.sub("", _MANNER_BEFORE.sub("", text)).strip(" ,\n").split())


def _without_subject(text: str, span: Span, at: int) -> Clause | None:
    binding = opens_with("binding").match(text, at, span[1])
    if binding:
        at = _after_openings(text, binding.end(), span[1])
    verb = verb_at(text, at, span[1])
    return Clause(span, "", verb) if verb else None


def _first_word(text: str, at: int, end: int) -> Span | None:
    found = _WORD.match(text, at, end)
    return verb_at(text, at, end) or (found.span() if found else None)
