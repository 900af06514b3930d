"""`completed`: which way a question leans on the ones before it, and what it is completed with."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from answer.document_facts import asks_for_a_fact
from answer.follow_up.added import about_that, of_the_subject, stating_a_fact, with_topic
from answer.follow_up.asking import asked_for, asks, defines, is_a_body
from answer.follow_up.earlier import asked_of, topic
from answer.follow_up.marks import ASKING, BESIDE_A_PLACE, LIGHT, SHORT, WORD
from answer.follow_up.moved import STEP, asked_beside_places, to_act, to_place, to_provision
from answer.follow_up.turn import Subject, Turn, read
from ingest import Document
from ingest.accents import fold

_IF = re.compile(r"\W*neu(?!\w)")

_REPEATED = 2
"""So many words of the question before may be said again of another place."""


def completed(question: str, history: Sequence[str], documents: Sequence[Document]) -> str:
    """Return a question with what it leaves to the questions before it; one that stands by itself as it is.

    The last question before counts most; what it lacks, a place or an act, is taken from those before it.

    Args:
        question: as typed, with or without accents.
        history: the earlier questions of the conversation as typed, oldest first.
        documents: the corpus; their facts are enough.

    """
    before: Turn | None = None
    subject = Subject()
    for earlier in history:
        typed = unicodedata.normalize("NFC", earlier).strip()
        if typed:
            before = read(_whole(read(typed, documents), before, subject) or typed, documents)
            subject = before.subject.filled(subject)
    return _whole(_read_alone(question, documents), before, subject) or question


def _read_alone(question: str, documents: Sequence[Document]) -> Turn:
    """Read a question; a word alone in small letters may be a place's initials: "db cũng vậy"."""
    turn = read(question, documents)
    if len(turn.words) != 1:
        return turn
    in_capitals = read(question.replace(turn.body, turn.body.upper(), 1), documents)
    return in_capitals if in_capitals.subject.places else turn


def _whole(turn: Turn, before: Turn | None, subject: Subject) -> str | None:
    """Return a question made whole by the one before it, itself whole; None if it stands by itself."""
    if before is None:
        return None
    own = turn.subject
    left = [word for word in turn.words if word not in WORD.findall(fold(own.act))]
    if own.act and (own.places or own.is_certain):
        return to_act(before, own) if set(left) <= BESIDE_A_PLACE else None
    if own.places:
        return _at_another_place(turn, before)
    if STEP.search(turn.plain):
        return to_provision(turn, before, subject)
    return about_that(turn, before, subject) or _without_a_place(turn, before, subject, left)


def _at_another_place(turn: Turn, before: Turn) -> str | None:
    """Return the question before, asked of another place, if this one says little more than the place."""
    plain = " ".join(turn.words)
    new = set(turn.words) - ASKING - LIGHT
    repeated = len(new) <= _REPEATED and (turn.start or "thi" in turn.words) and new <= set(before.words)
    if asks_for_a_fact(plain) or (new and not repeated):
        return None
    moved = to_place(before, turn.subject)
    if asked_for(plain) <= asked_for(before.plain):
        return moved
    return f"{topic(replace(before, text=moved))} {asked_beside_places(turn)}"


def _without_a_place(turn: Turn, before: Turn, subject: Subject, left: Sequence[str]) -> str | None:
    """Return a question that names no place or act of its own, if it leans on the one before it."""
    if asks_for_a_fact(" ".join(left)):
        return stating_a_fact(turn, subject)
    marked = bool(turn.start) or turn.end < len(turn.text) or _IF.match(turn.plain) is not None
    short = len(turn.words) <= SHORT and asks(turn.plain)
    if not left or not (marked or short) or (not marked and defines(turn.plain)):
        return None
    if set(left) <= ASKING | LIGHT:
        return with_topic(turn, before)
    if not asks(fold(turn.body)) and len(left) <= SHORT and not _IF.match(turn.plain):
        return _the_same_of(turn, before, subject)
    return of_the_subject(turn, before, subject)


def _the_same_of(turn: Turn, before: Turn, subject: Subject) -> str | None:
    """Return "còn Mặt trận thì sao?" as the question before, asked of that body; else what is said of it."""
    whole = asked_of(turn.body, before) if is_a_body(fold(turn.body)) else None
    if whole or not subject.opening:
        return whole
    return f"{subject.opening}{turn.body} thì sao?"
