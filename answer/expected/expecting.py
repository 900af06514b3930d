"""Which kinds of fact a question asks for."""

from answer.expected.counting import counts
from answer.expected.fact import ExpectedAnswer
from answer.expected.kinds import KINDS
from answer.expected.reading import as_asked


def expected_answers(question: str) -> tuple[ExpectedAnswer, ...]:
    """Return the kinds of fact that a question asks for; a count where no other kind is the amount asked."""
    asked = as_asked(question)
    found = tuple(kind for kind in KINDS if kind.asked.search(asked))
    taken = [one.span() for kind in found for one in kind.asked.finditer(asked)]
    return (*found, *counts(asked, taken))
