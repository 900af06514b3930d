"""Questions in Moodle's GIFT format (docs.moodle.org, "GIFT format")."""

import re
from collections.abc import Sequence

from materials.quiz.question import TRUE, QuizQuestion

_SPECIAL = re.compile(r"[\\~=#{}:]")
"""Takes what GIFT gives a meaning to; not "%", which has one only between two."""


def to_gift(bank: Sequence[QuizQuestion]) -> str:
    """Return questions as GIFT, one a paragraph, with the explanation as general feedback."""
    return "\n\n".join(_question(number, one) for number, one in enumerate(bank, 1)) + "\n"


def _question(number: int, question: QuizQuestion) -> str:
    feedback = f"####{_escaped(question.explanation)}"
    return f"::Câu {number}::{_escaped(question.stem)} {{{_answers(question)}{feedback}}}"


def _answers(question: QuizQuestion) -> str:
    if question.kind == "true_false":
        return "T" if question.answer == TRUE else "F"
    options = question.options or (question.answer,)
    return "".join(f"{'=' if one == question.answer else '~'}{_escaped(one)} " for one in options)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
