"""A question that names no place, with the act, place or topic of those before it."""

import re

from answer.follow_up.asking import ORDINAL, is_a_body
from answer.follow_up.earlier import said_of, topic
from answer.follow_up.marks import (
    ASKING,
    LIGHT,
    ON_IT,
    THAT_ACT,
    THAT_BODY,
    THAT_MATTER,
    THAT_PERSON,
    THAT_PLACE,
    pointing,
)
from answer.follow_up.turn import Subject, Turn
from ingest.accents import fold

_BY_WHOM = re.compile(r"\W*(?:ai|co quan nao|don vi nao|cap nao|noi nao)(?!\w)")
_NO_SUBJECT = re.compile(r"(?:co )?(?:bi|duoc|phai|can|khong duoc)(?!\w)(?! bo| cu| tro| thiep)")
"""Takes "bi phat may trieu", folded: what is so is left to the question before; not "can bo"."""

_BY_HIM = re.compile(r"^(?:(?P<what>.*) do )?ai (?P<does>.+)$")
"""Takes "ai ky nghi quyet" and "nghi quyet do ai ky", folded."""

_OF_LEVEL = re.compile(r" cua (?:tinh|huyen|trung uong|chinh phu|quoc hoi)(?!\w)")
_SOME = re.compile(r" (?:những|nhung|các|cac|mấy|may)$")

_CONTENT = 8
"""Words beside "việc đó" with which a question has a topic of its own."""


def about_that(turn: Turn, before: Turn, subject: Subject) -> str | None:
    """Return a question with what "nghị quyết đó", "tỉnh này", "ông ấy" or "nó" stands for, or None."""
    text = turn.text[turn.start :]
    if found := pointing(THAT_ACT, text):
        return _about_that_act(text, found, before, subject)
    if (found := pointing(THAT_PLACE, text)) and subject.places:
        return f"{text[: found.start()]}{' và '.join(subject.places)}{text[found.end() :]}"
    if (found := pointing(THAT_PERSON, text)) and (person := _person(before)):
        return f"{text[: found.start()]}{person}{text[found.end() :]}"
    if (found := pointing(THAT_BODY, text)) and is_a_body(fold(body := said_of(before))):
        return f"{text[: found.start()]}{body}{text[found.end() :]}"
    found = pointing(THAT_MATTER, text)
    if found and len(turn.words) <= _CONTENT and (matter := topic(before)):
        inside = text[: found.start()]
        return f"{inside}{f'việc {_lowered(matter)}' if inside.strip() else matter}{text[found.end() :]}"
    return None


def _about_that_act(text: str, found: re.Match[str], before: Turn, subject: Subject) -> str | None:
    """Return a question about "nghị quyết đó": the act named before, or the one that was asked for there."""
    kind, after = found["kind"], text[found.end() :]
    asked_for = re.search(rf"(?<!\w){kind}(?= (?:nao|gi)(?!\w))", before.plain)
    if asked_for and not text[: found.start()].strip():
        of = _OF_LEVEL.match(fold(after))
        named = text[found.start() : found.start() + len(kind)] + (after[: of.end()] if of else "")
        doing = _lowered(_SOME.sub("", before.text[before.start : asked_for.start()].rstrip()))
        return f"{named} mà {doing}{after[of.end() if of else 0 :]}"
    if subject.act and kind in {subject.kind or kind, "van ban"}:
        return f"{text[: found.start()]}{subject.words}{after}"
    if subject.places and not subject.act:
        return f"{text[: found.start() + len(kind)]} {subject.of_places}{after}"
    return f"{subject.opening}{_lowered(text)}" if subject.opening else None


def _person(before: Turn) -> str:
    """Return whom a question asked for: "người ký nghị quyết 179" of "ai ký nghị quyết 179?"."""
    text = before.text[before.start :].rstrip(" ?.!")
    found = _BY_HIM.match(fold(text))
    if not found:
        return ""
    what = text[slice(*found.span("what"))] if found["what"] else ""
    return f"người {text[slice(*found.span('does'))]} {_lowered(what)}".strip()


def stating_a_fact(turn: Turn, subject: Subject) -> str | None:
    """Return a question about a document itself with the document: "ai ký nghị quyết 179 của Quảng Ninh"."""
    if not subject.words:
        return None
    named = subject.words if subject.act else f"văn bản {subject.words}"
    asked = turn.text[turn.start :].rstrip(" ?.!")
    if turn.subject.act:
        return turn.text[turn.start :].replace(turn.subject.act, _like(turn.subject.act, subject), 1)
    return f"{asked} {named}?" if _BY_WHOM.match(fold(asked)) else f"{named} {_lowered(asked)}?"


def _like(act: str, subject: Subject) -> str:
    """Return an act of a kind as the one before of that kind, or as one of the same place."""
    return subject.words if fold(act) == subject.kind else f"{act} {subject.of_places}".strip()


def with_topic(turn: Turn, before: Turn) -> str | None:
    """Return a question of asking words alone with the topic before: "… lấy đến năm nào?"."""
    matter = topic(before)
    return f"{matter} {_lowered(turn.text[turn.start :])}" if matter else None


def of_an_order(turn: Turn, before: Turn) -> str:
    """Return "nguyên tắc thứ hai là gì" with what the question before says of its "nguyên tắc"."""
    text = turn.text[turn.start :]
    found = ORDINAL.search(fold(text))
    counted = fold(text[: found.start()]).strip() if found else ""
    matter = topic(before)
    which = re.search(rf"(?<!\w){re.escape(counted)}(?P<of> .*)?$", fold(matter)) if counted else None
    if not found or not which or not which["of"]:
        return text
    return f"{text[: found.end()]}{matter[which.start('of') :]}{text[found.end() :]}"


def of_the_subject(turn: Turn, before: Turn, subject: Subject) -> str | None:
    """Return a question with a topic of its own, asked of the act and place before."""
    text, plain = turn.text[turn.start :], turn.plain[turn.start :]
    if _NO_SUBJECT.match(plain) and (what := said_of(before) or topic(before)):
        return f"{what} {_lowered(text)}"
    if _BY_WHOM.match(plain) and set(turn.words) <= ASKING | LIGHT | ON_IT:
        of = subject.words if subject.act else f"việc {_lowered(topic(before))}"
        return f"{text.rstrip(' ?.!')} {of}?"
    if turn.subject.act and (subject.of_places or subject.kind):
        return text.replace(turn.subject.act, _like(turn.subject.act, subject), 1)
    return f"{subject.opening}{_lowered(of_an_order(turn, before))}" if subject.opening else None


def _lowered(text: str) -> str:
    """Return a text that goes on a sentence: its first letter small, but for an abbreviation or a name."""
    first, *others = text.split(maxsplit=2) or [""]
    is_name = first.isupper() or (others and others[0][:1].isupper())
    return text if is_name else text[:1].lower() + text[1:]
