"""The duties that a text lays on someone, out of its provision tree."""

import re
from collections.abc import Iterator

from answer.result import cite
from ingest import Document, Provision, Span
from materials.clauses import Clause, clauses_of
from materials.duty import Duty
from materials.times import when_in
from materials.wording import any_of, opens_with

_CLOSING = re.compile(r"^\s*N[ơo]i nhận\s*:", re.MULTILINE | re.IGNORECASE)
"""Takes "Nơi nhận:", after which a text binds no one."""

_ADOPTION = re.compile(r"\b(?:thông qua ngày|có hiệu lực)\b")

_HEADED = re.compile(
    rf"(?:{any_of('handing')}\s+)?(?P<actor>(?:{any_of('before_actor')}\s+)*{any_of('actors')}.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Takes a heading that names who is bound, "Đề nghị Ban Dân vận Huyện ủy"; must not take "Mục tiêu"."""

_CONDITION = re.compile(
    rf"\(?(?:{any_of('conditions')})\b[^;.()]*?(?=\)|,\s+(?:thì\s+)?(?:{any_of('manner', 'verbs', 'before_actor', 'actors')})|\s+thì\s|[;.]|$)",
    re.IGNORECASE,
)


def duties_of(document: Document) -> list[Duty]:
    """Return the duties of a document in print order, each with the clause that says so as its quote."""
    found: list[Duty] = []
    for provision in document.provisions:
        if provision.unit == "phan_dau" or _says_no_duties(document, provision):
            continue
        for clause, actor in _bound(document, provision):
            found.append(_duty(document, provision, clause, actor, len(found) + 1))
    return found


def _says_no_duties(document: Document, provision: Provision) -> bool:
    return any(
        opens_with("no_duties").match(above.heading or above.text) for above in _up(document, provision)
    )


def _up(document: Document, provision: Provision) -> Iterator[Provision]:
    yield provision
    while provision.parent:
        provision = document.provision(provision.parent)
        yield provision


def _bound(document: Document, provision: Provision) -> Iterator[tuple[Clause, str]]:
    """Yield the clauses of a provision that bind someone, with who it is."""
    text = _own_text(provision)
    actor = _inherited(document, provision)
    for sentence in clauses_of(text):
        for clause in sentence:
            actor = clause.subject or actor
            if not clause.granted:
                yield clause, actor


def _own_text(provision: Provision) -> str:
    if provision.unit != "phan_cuoi":
        return provision.text
    closing = _CLOSING.search(provision.text)
    text = provision.text[: closing.start()] if closing else provision.text
    return "" if _ADOPTION.search(text) else text


def _inherited(document: Document, provision: Provision) -> str:
    """Return who the headings and lead-ins above a provision name, the nearest first; "" if none does."""
    for above in _up(document, provision):
        headed = _HEADED.fullmatch(" ".join((above.heading or "").split()).strip(" :."))
        if headed:
            return headed["actor"]
        if above is provision:
            continue
        for sentence in reversed(list(clauses_of(above.text))):
            if sentence and sentence[-1].subject:
                return sentence[-1].subject
        headed = _HEADED.fullmatch(" ".join(above.text.split()).strip(" :."))
        if headed and above.text:
            return headed["actor"]
    return ""


def _duty(document: Document, provision: Provision, clause: Clause, actor: str, n: int) -> Duty:
    text, base = provision.text, provision.text_span[0]
    start, end = clause.span
    span: Span = base + start, base + end
    when = when_in(text[start:end])
    condition = _CONDITION.search(text, start, end)
    return Duty(
        actor=" ".join(actor.split()),
        verb=" ".join(text[clause.predicate : clause.verb_end].split()),
        what=" ".join(text[clause.verb_end : end].split()),
        when=text[start:end][slice(*when)] if when else "",
        condition=condition[0].strip("( ") if condition else "",
        citation=cite(document, provision, span, n),
    )
