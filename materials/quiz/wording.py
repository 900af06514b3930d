"""A question made of a fact: stem, options in seeded order, key, citation and explanation."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from random import Random

from answer.result import Citation, cite
from ingest.citation import capitalized, citation_label, document_label
from materials.quiz.fact import GAP, Fact
from materials.quiz.giveaway import told_by_length
from materials.quiz.question import FALSE, TRUE, QuestionKind, QuizQuestion
from materials.quiz.tasks import WANTED

_STEMS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
)


_BOUND = re.compile(r"\b(?:trên|ít nhất|tối thiểu|dưới) $")
"""Takes what makes a lower share true as well, "trên "; must not take "có "."""


def kinds_of(fact: Fact, wrong: list[str]) -> list[QuestionKind]:
    """Return the kinds of question that a fact can be asked as, with these wrong answers at hand."""
    can: dict[QuestionKind, bool] = {
        "single": len(wrong) == WANTED and not told_by_length(fact.answer, wrong),
        "true_false": bool(wrong) and not _BOUND.search(fact.before),
        "fill_in": True,
    }
    return [kind for kind, is_possible in can.items() if is_possible and kind in _STEMS[fact.kind]]


def worded(fact: Fact, kind: QuestionKind, wrong: list[str], rng: Random) -> QuizQuestion:
    """Make a question of a fact. A statement to be judged is true or false by the generator."""
    told = rng.choice([fact.answer, wrong[0]]) if kind == "true_false" else GAP
    if kind == "single":
        options, answer = (fact.answer, *wrong), fact.answer
        options = tuple(rng.sample(options, len(options)))
    elif kind == "true_false":
        options, answer = (TRUE, FALSE), TRUE if told == fact.answer else FALSE
    else:
        options, answer = (), fact.answer
    stem = _STEMS[fact.kind][kind].format(
        text=_text(fact), words=fact.filled(told), value=_inside(told), whose=_inside(fact.whose)
    )
    stem = stem.replace("….", "…")
    citation = cite(fact.document, fact.provision, fact.clause, 1)
    return QuizQuestion(
        kind, _opening(stem), options, answer, citation, _explanation(fact, citation, told), fact.id
    )


def _text(fact: Fact) -> str:
    """Name the document asked about, without its day, which another question may ask."""
    document = fact.document
    return document_label(replace(document, issued_on=None) if document.number else document)


def _explanation(fact: Fact, citation: Citation, told: str) -> str:
    """Quote the provision, and say what is right where a statement was not."""
    parts = [f"{capitalized(citation.label)} ghi: “{' '.join(citation.quote.split())}”."]
    if fact.above:
        where = citation_label(fact.above.path)
        title = " ".join((fact.above.heading or fact.above.text).split("\n")[0].split()).strip(" ;:.")
        parts.append(f"Nội dung này nằm trong {where}: “{title}”.")
    if told not in (GAP, fact.answer):
        parts.append(f"Đáp án đúng là “{fact.answer}”, không phải “{told}”.")
    return " ".join(parts)


def _inside(value: str) -> str:
    """Write a value as inside a sentence: "các phòng ban …", but "Phòng Nội vụ"."""
    return value[:1].lower() + value[1:] if value.startswith("Các ") else value


def _opening(stem: str) -> str:
    return capitalized(stem)
