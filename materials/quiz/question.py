"""A question for training: what is asked, the right answer, and the words of the text that prove it."""

from dataclasses import dataclass
from typing import Literal

from answer import Citation

QuestionKind = Literal["single", "true_false", "fill_in"]

TRUE, FALSE = "Đúng", "Sai"


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question on one text.

    `options` are as shown, in order, and empty for a fill-in; `answer` is one of them, or the words to be
    filled in. `citation` quotes the text verbatim, `explanation` tells why the answer is right. Questions of
    the same `fact` answer each other: no paper has two of them.
    """

    kind: QuestionKind
    stem: str
    options: tuple[str, ...]
    answer: str
    citation: Citation
    explanation: str
    fact: str

    @property
    def key(self) -> str:
        """What stands in a key of answers: a letter, "Đúng" or "Sai", or the words."""
        return "ABCD"[self.options.index(self.answer)] if self.kind == "single" else self.answer
