"""Papers for a contest: the same number of questions, drawn and ordered for each paper by a seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from materials.quiz.question import QuizQuestion

_FIRST_CODE = 101


class TooFewQuestions(ValueError):
    """The bank has fewer questions that do not give each other away than a paper needs."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with its code; its questions carry their key."""

    code: str
    questions: tuple[QuizQuestion, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The answers in order."""
        return tuple(question.key for question in self.questions)


def contest(bank: Sequence[QuizQuestion], papers: int = 4, size: int = 20, seed: int = 0) -> list[Paper]:
    """Return papers of `size` questions, no two of one on the same clause; the same for the same seed.

    Raises:
        TooFewQuestions: if the bank cannot fill one paper.

    """
    clauses = len({question.fact for question in bank})
    if clauses < size:
        raise TooFewQuestions(
            f"Ngân hàng chỉ có {clauses} câu hỏi không trùng nội dung, không đủ cho đề {size} câu. "
            "Giảm số câu mỗi đề hoặc mở rộng chủ đề."
        )
    rng = Random(seed)  # noqa: S311 (papers, not secrets)
    return [Paper(str(_FIRST_CODE + at), _drawn(bank, size, rng)) for at in range(papers)]


def _drawn(bank: Sequence[QuizQuestion], size: int, rng: Random) -> tuple[QuizQuestion, ...]:
    by_clause = {question.fact: question for question in rng.sample(list(bank), len(bank))}
    return tuple(_reordered(by_clause[fact], rng) for fact in rng.sample(list(by_clause), size))


def _reordered(question: QuizQuestion, rng: Random) -> QuizQuestion:
    """Give the options of a single choice in another order."""
    if question.kind != "single":
        return question
    return replace(question, options=tuple(rng.sample(question.options, len(question.options))))
