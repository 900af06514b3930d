"""The questions that failed, worst first, each with its gold provisions beside the answer given."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from statistics import mean

from eval.answers import GivenAnswer
from eval.questions import GoldQuestion
from eval.report.names import NAMES, STYLES, TYPES
from eval.score import QuestionScore
from ingest import Document, Span, Step
from ingest.citation import provision_label

_MUST_BE_FULL = (
    "citation_precision@point",
    "citation_recall@point",
    "required_facts",
    "comparisons_complete",
    "statement_recall",
    "citations_exist",
    "verbatim",
    "abstention_recall",
    "answerable_answered",
)
"""A question fails if one of these is below 1; those that lack most come first."""


def failing(scores: Sequence[QuestionScore]) -> list[QuestionScore]:
    """Return the questions that are not answered in full, worst first."""
    lacking = [one for one in scores if _faults(one)]
    return sorted(lacking, key=lambda one: mean(_kept(one).values()))


def failure_html(
    question: GoldQuestion,
    answer: GivenAnswer | None,
    score: QuestionScore,
    documents: Mapping[str, Document],
) -> str:
    """Return a question that opens on what it should have been answered with, and what it was."""
    faults = "".join(f"<li>{NAMES[name][0]}: {value:.2f}</li>" for name, value in _faults(score).items())
    kind = f"{TYPES.get(score.type, score.type)}, {STYLES.get(score.style, score.style)}"
    earlier = "".join(f"<p class=earlier>Trước đó: {escape(asked)}</p>" for asked in question.history)
    return (
        f"<details><summary><b>{escape(question.text)}</b> <small>{escape(question.id)}, {escape(kind)}"
        f"</small><ul class=faults>{faults}</ul></summary>{earlier}<div class=sides>"
        f"<section><h4>Đáp án</h4>{''.join(_gold(question, documents))}</section>"
        f"<section><h4>Câu trả lời</h4>{''.join(_given(answer, documents))}</section></div></details>"
    )


def _kept(score: QuestionScore) -> dict[str, float]:
    return {name: score.measures[name] for name in _MUST_BE_FULL if name in score.measures}


def _faults(score: QuestionScore) -> dict[str, float]:
    return {name: value for name, value in _kept(score).items() if value < 1}


def _gold(question: GoldQuestion, documents: Mapping[str, Document]) -> Iterator[str]:
    if not question.gold:
        yield "<p>Kho không có căn cứ để trả lời.</p>"
    for name, provision in question.gold:
        yield _provision(_label(provision.path, documents[name]), documents[name].text, provision.span)
    if question.must_have:
        yield f"<p>Phải nêu: {escape('; '.join(question.must_have))}</p>"


def _given(answer: GivenAnswer | None, documents: Mapping[str, Document]) -> Iterator[str]:
    if answer is None:
        yield "<p>Không có câu trả lời trong tệp.</p>"
        return
    words = "\n".join(claim.text for claim in answer.claims) or answer.text
    yield f"<p class=words>{escape(words.strip())}</p>"
    for one in answer.citations:
        document = documents.get(one.document)
        place = _label(one.path, document) if document else f"không có văn bản “{one.document}”"
        yield _provision(place, one.quote, (0, len(one.quote)))


def _label(path: tuple[Step, ...], document: Document) -> str:
    known = any(provision.path == path for provision in document.provisions)
    place = provision_label(path, document, capital=True)
    return place if known else f"{place} (không có điều khoản này)"


def _provision(label: str, text: str, span: Span) -> str:
    return f"<p class=place>{escape(label)}</p><blockquote>{escape(text[slice(*span)])}</blockquote>"
