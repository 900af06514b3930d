"""The duties that a text lays on someone, out of its provision tree."""

import re
from collections.abc import Iterator
from functools import cache

from answer.result import cite
from ingest import Document, Provision, Span
from materials.clauses import Clause, clauses_of
from materials.duty import Duty
from materials.predicates import predicates
from materials.times import EXCEPTION, WHEN, often_or_by
from materials.wording import any_of, opens_with

_CLOSING = re.compile(r"^\s*N[ơo]i nhận\s*:", re.MULTILINE | re.IGNORECASE)
"""Takes "Nơi nhận:", after which a text binds no one."""

_ADOPTION = re.compile(r"\b(?:thông qua ngày|có hiệu lực)\b")
"""Takes what the adoption sentence says, "thông qua ngày"; must not take "thông qua"."""

_HEADED = re.compile(
    rf"(?:{any_of('handing')}\s+)?(?P<actor>(?:{any_of('before_actor')}\s+)*{any_of('actors')}.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Takes a heading that names who is bound, "Đề nghị Ban Dân vận Huyện ủy"; must not take "Mục tiêu"."""

_CONDITION = re.compile(
    rf"(?:{any_of('conditions')})[^;.()]*?"
    rf"(?=\)|,\s+(?:thì\s+)?{any_of('manner', 'verbs', 'before_actor', 'actors')}"
    r"|\s+thì\s|[;.]|$)",
    re.IGNORECASE,
)
"""Takes "nếu gặp khó khăn, vướng mắc" up to what is to be done then; must not take "khó khăn"."""

_BINDING_TAIL = re.compile(rf"\s+{any_of('binding')}.*$", re.DOTALL)
"""Takes " có trách nhiệm" after who has it."""

_REGULARLY = re.compile(rf"(thường xuyên|(?x:{WHEN.pattern}))[,\s]+$", re.IGNORECASE)
"""Takes "thường xuyên " or "định kỳ 06 tháng một lần " right before a verb."""


def duties_of(document: Document) -> list[Duty]:
    """Return the duties of a document in print order, each with the clause that says so as its quote."""
    found: list[Duty] = []
    for provision in document.provisions:
        if provision.unit == "phan_dau" or _says_no_duties(document, provision):
            continue
        for clause, actor in _bound(document, provision):
            for verb, what in predicates(provision.text, clause.verb, clause.span[1]):
                found.append(_duty(document, provision, clause, actor, (verb, what), len(found) + 1))
    return found


def _says_no_duties(document: Document, provision: Provision) -> bool:
    """Tell whether a provision leads in what stands under it, or is of a part that binds no one."""
    if any(document.children(provision.eid)):
        return True
    return any(
        above.heading and opens_with("no_duties").match(above.heading) for above in _up(document, provision)
    )


def _up(document: Document, provision: Provision) -> Iterator[Provision]:
    yield provision
    while provision.parent:
        provision = document.provision(provision.parent)
        yield provision


def _bound(document: Document, provision: Provision) -> Iterator[tuple[Clause, str]]:
    """Yield the clauses of a provision with who they bind: their subject, the one before, or one above."""
    above = actor = _inherited(document, provision)
    for sentence in clauses_of(_own_text(provision)):
        for clause in sentence:
            yield clause, clause.subject or actor
            if clause.subject and (clause is sentence[0] or sentence[0].subject):
                actor = clause.subject
        subjects = {clause.subject for clause in sentence if clause.subject}
        if len(subjects) > 1 or any(clause.shared for clause in sentence):
            actor = above


def _own_text(provision: Provision) -> str:
    if provision.unit != "phan_cuoi":
        return provision.text
    closing = _CLOSING.search(provision.text)
    text = provision.text[: closing.start()] if closing else provision.text
    return "" if _ADOPTION.search(text) else text


def _inherited(document: Document, provision: Provision) -> str:
    """Return who the headings and lead-ins above a provision name, the nearest first; "" if none does."""
    for above in _up(document, provision):
        if above.heading and above.unit != "chuong" and (headed := _headed(above.heading)):
            return headed
        if above is not provision and (led := _led(above.text)):
            return led
    return ""


@cache
def _led(text: str) -> str:
    """Return who a lead-in binds: "Ủy ban nhân dân cấp xã có trách nhiệm:"; "" if no one."""
    *_, last = [[], *clauses_of(text)]
    return last[-1].subject if last and last[-1].subject else _headed(text)


def _headed(text: str) -> str:
    plain = " ".join(text.split()).strip(" :.;")
    headed = _HEADED.fullmatch(plain)
    if not headed or next(iter(clauses_of(plain)), []):
        return ""
    return _BINDING_TAIL.sub("", headed["actor"])


def _duty(
    document: Document, provision: Provision, clause: Clause, actor: str, told: tuple[Span, Span], n: int
) -> Duty:
    text, base = provision.text, provision.text_span[0]
    verb, what = told
    start = clause.span[0] if verb[0] == clause.verb[0] else verb[0]
    condition = _CONDITION.search(text, start, what[1])
    return Duty(
        actor=actor,
        verb=_words(text[slice(*verb)]),
        what=_words(EXCEPTION.sub("", text[slice(*what)])),
        when=often_or_by(text[start : what[1]]) or _regularly(text, verb[0]),
        condition=_words(condition[0]) if condition else "",
        citation=cite(document, provision, (base + clause.span[0], base + clause.span[1]), n),
    )


def _regularly(text: str, verb: int) -> str:
    found = _REGULARLY.search(text, 0, verb)
    return found[1] if found else ""


def _words(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
