"""The bank of questions on a topic, or on whole documents."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from answer import Citation
from answer.evidence import gather
from index import Filters, HybridRetriever
from ingest import Document, Provision
from materials.quiz.about import facts_about
from materials.quiz.distractors import Distractors
from materials.quiz.fact import GAP, Fact
from materials.quiz.question import QuestionKind, QuizQuestion
from materials.quiz.scope import Scope
from materials.quiz.tasks import task_facts
from materials.quiz.values import values_of
from materials.quiz.wording import kinds_of, worded

_FIELD = 20
"""Texts that wrong answers are drawn from, where fewer are asked about."""

LEAST = 20
"""Questions that a topic should have; a fact is asked a second way only to come so far."""

Source = tuple[Document, list[Provision]]


def question_bank(
    topic: str | None,
    retriever: HybridRetriever,
    filters: Filters | None = None,
    seed: int = 0,
    beside: Sequence[Citation] = (),
) -> list[QuizQuestion]:
    """Return questions on what the texts say of a topic, each with its proof; the same for the same seed.

    Args:
        topic: words that evidence is gathered for, as for a question; None for all of the texts.
        retriever: the open index.
        filters: which texts, and so those that a wrong answer must be wrong of; None for all.
        seed: of kinds, wrong answers and order.
        beside: what is asked about beside the evidence: the provisions cited.

    """
    limits = filters or Filters()
    documents = [retriever.documents[one.id] for one in retriever.facts.values() if limits.admit(one)]
    if topic is None:
        facts = [fact for document in documents for fact in _facts(document, document.provisions)]
        facts += [fact for document in documents for fact in facts_about(document)]
    else:
        sources = [*_evidence(topic, retriever, limits), *_cited(beside, retriever)]
        facts = [fact for document, own in sources for fact in _facts(document, own)]
    scope, field = Scope(documents), _field(documents, retriever)
    bank: list[QuizQuestion] = []
    for of_a_clause in _OF_A_CLAUSE:
        rng = Random(seed)  # noqa: S311 (papers, not secrets)
        drawn = Distractors(scope, field, rng)
        kept = _distinct(facts, of_a_clause)
        chosen = kept if topic is None else _of_substance(kept)
        bank = _asked_once([(fact, drawn.of(fact)) for fact in chosen], rng)
        if len(bank) >= LEAST:
            break
    return bank


def _field(documents: Sequence[Document], retriever: HybridRetriever) -> list[Document]:
    """Return the texts that wrong answers are drawn from: those asked about, and some beside few of them."""
    ids = [document.id for document in documents]
    beside = [name for name in retriever.facts if name not in ids][: max(0, _FIELD - len(ids))]
    return [*documents, *(retriever.documents[name] for name in beside)]


def _evidence(topic: str, retriever: HybridRetriever, limits: Filters) -> Iterator[Source]:
    """Yield the provisions that answer a topic, with what stands under them, by document."""
    chosen = gather(topic, retriever, limits).chosen
    for name in dict.fromkeys(hit.document.id for hit in chosen):
        document = retriever.documents[name]
        found = [hit.passage.eid for hit in chosen if hit.document.id == name]
        yield document, [p for p in document.provisions if any(_is_in(p.eid, eid) for eid in found)]


def _cited(citations: Sequence[Citation], retriever: HybridRetriever) -> Iterator[Source]:
    for one in citations:
        document = retriever.documents[one.document.id]
        yield document, [document.provision(one.eid)]


def _is_in(eid: str, above: str) -> bool:
    return eid == above or eid.startswith(f"{above}__")


def _facts(document: Document, provisions: Sequence[Provision]) -> Iterator[Fact]:
    """Yield what can be asked of provisions, last which task is a body's, after whose each task is."""
    tasks = list(task_facts(document, provisions))
    yield from (fact for fact in tasks if fact.kind != "task")
    yield from values_of(document, provisions)
    yield from (fact for fact in tasks if fact.kind == "task")


def _distinct(facts: Sequence[Fact], of_a_clause: int) -> list[Fact]:
    """Leave out what is asked already, what has two right answers, and values that are asked too often."""
    answers: dict[str, set[str]] = {}
    for fact in facts:
        answers.setdefault(_asked(fact), set()).add(fact.answer)
    kept: dict[str, Fact] = {}
    times: Counter[str] = Counter()
    for fact in facts:
        asked, value = _asked(fact), _value(fact)
        often = _OFTEN.get(fact.kind, len(facts))
        if len(answers[asked]) > 1 or asked in kept or times[value] >= often or times[fact.id] >= of_a_clause:
            continue
        kept[asked] = fact
        times.update((value, fact.id))
    return list(kept.values())


def _of_substance(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out legal bases, whose days and numbers teach little, but those that a short bank needs."""
    rules = [fact for fact in facts if fact.provision.unit != "phan_dau"]
    bases = [fact for fact in facts if fact.provision.unit == "phan_dau"]
    return [*rules, *bases[: max(0, LEAST - len(rules))]]


_OFTEN: dict[str, int] = {
    "date": 1,
    "act": 1,
    "year": 1,
    "frequency": 2,
    "body": 3,
    "figure": 4,
    "term": 2,
    "actor": 4,
}
"""Times that one value may be asked of a text; a date or a number of an act is asked of one text only."""


_OF_A_CLAUSE = (2, 3)
"""Facts asked of one clause, and of a bank that is short else."""


def _asked(fact: Fact) -> str:
    return f"{fact.kind} {fact.filled(GAP).lower()}"


def _value(fact: Fact) -> str:
    text = "" if fact.kind in ("date", "act") else fact.document.id
    value = " ".join(re.findall(r"[^\W_]+", fact.answer.lower()))
    return f"{text} {fact.kind} {value}"


def _asked_once(asked: Sequence[tuple[Fact, list[str]]], rng: Random) -> list[QuizQuestion]:
    """Ask each fact once, the kinds in their shares; a second time only where there are too few."""
    counts: Counter[QuestionKind] = Counter()
    bank: dict[tuple[str, str], QuizQuestion] = {}
    spare: list[tuple[Fact, list[str], QuestionKind]] = []

    def ask(fact: Fact, kind: QuestionKind, wrong: list[str]) -> None:
        question = worded(fact, kind, wrong, rng)
        bank.setdefault((question.stem, question.answer), question)

    for fact, wrong in asked:
        if fact.kind == "task" and len(bank) >= LEAST:
            continue
        kinds = sorted(kinds_of(fact, wrong), key=lambda kind: counts[kind] / _SHARES[kind])
        for kind in kinds[:1]:
            counts[kind] += 1
            ask(fact, kind, wrong)
        spare += [(fact, wrong, kind) for kind in kinds[1:]]
    for fact, wrong, kind in spare:
        if len(bank) >= LEAST:
            break
        ask(fact, kind, wrong)
    return list(bank.values())


_SHARES: dict[QuestionKind, float] = {"single": 0.55, "true_false": 0.25, "fill_in": 0.2}
