"""The question before, asked of another place or act, or for another provision."""

import re

from answer.follow_up.marks import ASKING, BESIDE_A_PLACE, LIGHT
from answer.follow_up.turn import Subject, Turn, unnumbered
from ingest.accents import fold

_LEVEL = r"(?:(?:tinh|huyen|thanh pho|tp\.?) )?"
_JOINS = re.compile(r"(?:,| va| voi| hay)(?: (?:cua|o|tai))? ?$")
"""Takes " va o " before a further place, folded; not " vao "."""

_JOINING = re.compile(r"^(?:(?:ở|o|tại|tai|bên|ben|của|cua) )?(?:(?:thì|thi) )?", re.IGNORECASE)
"""Takes "ở thì " where a place stood between."""

STEP = re.compile(
    r"(?<![\w.])(?P<unit>diem|khoan|dieu|tieu muc|muc|chuong|phan|phu luc|k(?=[. ]?\d)"
    r"|d(?=\.? ?\d)|d(?=\.[a-z]))[. ]?"
    r"(?P<label>[ivx]+|\d[\w.]*|[a-z])(?!\w)"
)
"""Takes "khoan 2", "diem b", "muc iii", "k2", "d.c", folded; not "dieu kien"."""

_RANKS = {
    "diem": 0,
    "khoan": 1,
    "tieu muc": 2,
    "dieu": 3,
    "muc": 3,
    "chuong": 4,
    "phan": 5,
    "phu luc": 6,
    "k": 1,
}


def to_place(before: Turn, own: Subject) -> str:
    """Return a question with its places, and the numbers of their acts, replaced by other places."""
    text, act = before.text, before.subject.act
    kind = unnumbered(act) if own.act == "" else own.act
    new = " và ".join(own.places)
    places = _places(before)
    if not places:
        return text.replace(act, f"{kind} của {new}", 1) if act else f"{text.rstrip(' ?.')} ở {new}?"
    first, *others = places
    for found in reversed(others):
        joined = _JOINS.search(fold(text), 0, found.start())
        text = text[: joined.start() if joined else found.start()] + text[found.end() :]
    text = text[: first.start()] + new + text[first.end() :]
    return text.replace(act, kind, 1) if act else text


def to_act(before: Turn, own: Subject) -> str:
    """Return a question asked of another act, with the places named beside that, if any."""
    text = before.text
    for found in reversed(_places(before)):
        beside = re.compile(r"[ ,]*(?:(?<!\w)(?:cua|o|tai|ben|va) )?$").search(fold(text), 0, found.start())
        text = text[: beside.start() if beside else found.start()] + text[found.end() :]
    act = before.subject.act
    if act and act in text:
        return text.replace(act, own.words, 1)
    text = text[before.start :].strip(" ,")
    return f"{own.opening}{text[:1].lower()}{text[1:]}"


def _places(before: Turn) -> list[re.Match[str]]:
    names = "|".join(map(re.escape, before.names))
    return list(re.finditer(rf"(?<!\w){_LEVEL}(?:{names})(?!\w)", before.plain)) if names else []


def to_provision(turn: Turn, before: Turn, subject: Subject) -> str | None:
    """Return the look-up of another provision of the act before: "còn khoản 2?"; None if more is asked."""
    steps = list(STEP.finditer(fold(turn.body)))
    named = {word for step in steps for word in step[0].replace(".", " ").split()} | {
        step[0] for step in steps
    }
    if not set(turn.words) - named <= ASKING | LIGHT | BESIDE_A_PLACE:
        return None
    outermost = max(_rank(step) for step in steps)
    outer = [
        before.text[slice(*step.span())] for step in STEP.finditer(before.plain) if _rank(step) > outermost
    ]
    asked = [turn.body[slice(*step.span())] for step in steps]
    return " ".join([*asked, *outer, subject.words]) if outer or subject.words else None


def _rank(step: re.Match[str]) -> int:
    if step["unit"] == "d":
        return _RANKS["dieu" if step["label"].isdigit() else "diem"]
    return _RANKS[step["unit"]]


def asked_beside_places(turn: Turn) -> str:
    """Return what a question says but for its places: "đến năm nào?" of "Điện Biên thì đến năm nào?"."""
    text = turn.text
    for found in reversed(_places(turn)):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    text = " ".join(text[min(turn.start, len(text)) :].split())
    return _JOINING.sub("", text)
