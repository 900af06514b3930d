"""Whose task a clause is: that of the body under whose title it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ingest import Document, Provision, Span
from ingest.sentences import sentence_spans
from materials.clauses import read_clause
from materials.quiz.clauses import clauses_of
from materials.quiz.fact import Fact
from materials.quiz.giveaway import told_by_clause
from materials.quiz.values import AT_LEVEL, BODY, is_of

WANTED = 3
"""Wrong options beside the right one."""

_LONGEST_TITLE = 40
"""Words of a first sentence that is a title."""

_LONGEST_TASK = 60
"""Words of a task that is one of four options."""

_ALIKE = 0.35
"""The share of a clause's runs of three words that another body's provisions may not print."""

_TITLED = r"(?:Phòng|Sở|Đài|Văn phòng|Công an|Các phòng|Các sở)\b"
_BODY_TITLE = re.compile(rf"(?:(?:Đề nghị|Giao) )?(?P<body>(?:{BODY.pattern}|{_TITLED}).*)")
"""Takes "Đề nghị Liên đoàn Lao động huyện", "Phòng Tư pháp"; not "Ban hành quy chế"."""


def body_above(provision: Provision) -> str | None:
    """Return the body that a provision's heading or first sentence names as the one bound, if it does."""
    if provision.unit == "gach":
        return None
    words = provision.heading
    if words is None and provision.text:
        first = next(iter(sentence_spans(provision.text)), (0, 0))
        words = provision.text[slice(*first)]
    title = " ".join((words or "").split()).strip(" ;:.")
    found = _BODY_TITLE.fullmatch(title)
    return found["body"] if found and len(title.split()) <= _LONGEST_TITLE else None


def bodies_beside(document: Document, above: Provision) -> dict[str, Provision]:
    """Return the bodies that the provisions beside one are given to, none that is one of the others."""
    own = body_above(above) or ""
    beside: dict[str, Provision] = {}
    for other in document.children(above.parent) if above.parent else ():
        body = body_above(other)
        if body and other.eid != above.eid and not is_of(body, own) and not is_of(own, body):
            beside[body] = other
    return beside


def tasks_under(document: Document, above: Provision) -> list[tuple[Provision, Span]]:
    """Return the tasks under a body's title: clauses that open with a verb, with their provisions."""
    return [
        (provision, clause)
        for provision in (above, *document.children(above.eid))
        for clause in clauses_of(document, provision)
        if (read := read_clause(document.text, clause, first=True)) and not read.subject
    ]


def says_alike(document: Document, provision: Provision, words: str) -> bool:
    """Tell whether much of a clause stands in a provision too, so that its body would be right as well."""
    runs = _runs(words)
    return len(runs & _runs(document.text[slice(*provision.span)])) >= _ALIKE * len(runs)


def task_facts(document: Document, provisions: Sequence[Provision]) -> Iterator[Fact]:
    """Yield whose the tasks are, then which task is a body's, and which is not among its own."""
    asked = {provision.eid for provision in provisions}
    bodies = [(one, body) for one in document.provisions if (body := body_above(one))]
    for above, body in bodies:
        own = [
            Fact("actor", document, provision, clause, body, above=above)
            for provision, clause in tasks_under(document, above)
            if provision.eid in asked
        ]
        yield from (one for one in own if not told_by_clause(AT_LEVEL.sub("", body), one.words))
        yield from (
            Fact("task", document, one.provision, one.clause, one.words, above=above, whose=body)
            for one in own
            if is_short(one.words)
        )
        if len(own) >= WANTED:
            yield from islice(_others_tasks(document, above, body), 1)


def _others_tasks(document: Document, own: Provision, body: str) -> Iterator[Fact]:
    """Yield one task of each body beside, that is not alike to those of a body's own."""
    for other in bodies_beside(document, own).values():
        for provision, clause in tasks_under(document, other):
            fact = Fact("not_task", document, provision, clause, "", above=other, whose=body)
            if is_short(fact.words) and not says_alike(document, own, fact.words):
                yield Fact("not_task", document, provision, clause, fact.words, above=other, whose=body)
                break


def is_short(words: str) -> bool:
    """Tell whether a task can be read as one of four."""
    return len(words.split()) <= _LONGEST_TASK


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
