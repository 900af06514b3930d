"""Papers for a contest, drawn from a bank and ordered by a seed, each with its code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from materials.quiz.question import QuizQuestion

PAPER_SIZE = 20
"""Questions of a paper, where the bank has as many."""

FIRST_CODE = 101


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with its code; its questions carry their key."""

    code: int
    questions: tuple[QuizQuestion, ...]


def contest_paper(bank: Sequence[QuizQuestion], code: int, seed: int = 0, size: int = PAPER_SIZE) -> Paper:
    """Return a paper of `size` questions, or as many as the bank has, no two of one clause.

    The paper is the same for the same bank, code and seed, however many others are drawn.
    """
    rng = Random(f"{seed} {code}")  # noqa: S311 (papers, not secrets)
    by_clause = {question.fact: question for question in rng.sample(list(bank), len(bank))}
    drawn = rng.sample(list(by_clause), min(size, len(by_clause)))
    return Paper(code, tuple(_reordered(by_clause[fact], rng) for fact in drawn))


def one_of_a_clause(bank: Sequence[QuizQuestion]) -> list[QuizQuestion]:
    """Return the first question of each clause: what one leaves out, another of the same clause prints."""
    return list({question.fact: question for question in reversed(bank)}.values())[::-1]


def _reordered(question: QuizQuestion, rng: Random) -> QuizQuestion:
    """Give the options of a single choice in another order."""
    if question.kind != "single":
        return question
    return replace(question, options=tuple(rng.sample(question.options, len(question.options))))
