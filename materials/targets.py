"""The figures that a text sets to be reached, out of its provision tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.result import cite
from ingest import Document, Provision
from ingest.sentences import sentence_spans
from materials.clauses import pieces_of
from materials.duty import Target
from materials.predicates import predicate_of
from materials.times import EXCEPTION, WHEN
from materials.wording import any_of

_FIGURE = re.compile(
    rf"""
    (?P<figure>(?:{any_of("bounds")}\s+)*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?)\s*(?P<unit>%)
    | (?P<number>(?:ít\ nhất|tối\ thiểu)\s+(?:từ\s+)?(?:\d[\d.,]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)
        (?:\s*\(\d+\))?)\s+(?P<noun>(?!{any_of("not_counted")})\w+(?:\s(?:hình|thảo|nghị|luyện|viên|dục|động)\b)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Takes "trên 70%", "ít nhất một người", "tối thiểu 02 mô hình"; not "01 năm" or "ít nhất 15 ngày"."""

_NO_GOAL = re.compile(any_of("no_goals"))

_TAIL = re.compile(
    rf"[,\s]*(?:(?:và|hoặc|có|đạt|đảm bảo|bảo đảm|phấn đấu|thực hiện|(?x:{WHEN.pattern}))[,\s]*)*$",
    re.IGNORECASE,
)
"""Takes what leads over to the next figure, ", phấn đấu đến năm 2030 có"; must not take "Nhân dân"."""

_AT = re.compile(r"[,\s]+(?:ở|tại|cho|với|của|trong)\s*$")
"""Takes the " ở " that leads over to where something is done; must not take "ở cơ sở"."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One figure with what stands after it up to the next, and by when."""

    figure: str
    unit: str
    population: str
    what: str
    deadline: str


def targets_of(document: Document) -> list[Target]:
    """Return the targets of a document in print order, each with the sentence that sets it as its quote."""
    found: list[Target] = []
    for provision in document.provisions:
        if provision.unit in {"phan_dau", "phan_cuoi"}:
            continue
        for span, part in _parts(provision):
            base = provision.text_span[0]
            citation = cite(document, provision, (base + span[0], base + span[1]), len(found) + 1)
            found.append(Target(part.figure, part.unit, part.population, part.what, part.deadline, citation))
    return found


def _parts(provision: Provision) -> Iterator[tuple[tuple[int, int], _Part]]:
    for sentence in sentence_spans(provision.text):
        deadline = ""
        for piece in pieces_of(provision.text, sentence):
            text = provision.text[slice(*piece)]
            if _NO_GOAL.search(text):
                continue
            parts = _parts_of(text, deadline)
            deadline = parts[0].deadline if parts else deadline
            yield from ((piece, part) for part in parts)


def _parts_of(text: str, deadline: str) -> list[_Part]:
    """Return the figures of a clause; one without words of its own takes those of the next."""
    figures = list(_FIGURE.finditer(text))
    ends = [found.start() for found in figures[1:]] + [len(text)]
    parts: list[_Part] = []
    population = what = ""
    for at in range(len(figures) - 1, -1, -1):
        found = figures[at]
        own, own_what = _told(_TAIL.sub("", text[found.end() : ends[at]]))
        if found["noun"]:
            own, own_what = "", f"{own} {own_what}".strip()
        population, what = own or ("" if found["noun"] else population), own_what or what
        before = text[figures[at - 1].end() if at else 0 : found.start()]
        if not (at or what):
            what = _AT.sub("", _TAIL.sub("", before))
        own_deadline = _deadline(before) or _deadline(text[found.end() : ends[at]]) or deadline
        parts.insert(
            0,
            _Part(
                figure=" ".join((found["figure"] or found["number"]).split()),
                unit=found["unit"] or found["noun"],
                population=population,
                what=WHEN.sub("", what).strip(" ,"),
                deadline=own_deadline,
            ),
        )
    return parts


def _told(text: str) -> tuple[str, str]:
    """Part what stands after a figure into who it is told of and what they shall do or be."""
    text = " ".join(EXCEPTION.sub("", text).split())
    at = predicate_of(text)
    return (text, "") if at is None else (text[:at].strip(" ,"), text[at:].strip(" ,"))


def _deadline(text: str) -> str:
    *_, last = ["", *(found[0] for found in WHEN.finditer(text))]
    return re.sub(r"^phấn đấu\s+", "", last)
