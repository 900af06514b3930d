"""The kinds of fact that a question asks for, each with the mark of a sentence that gives it.

The expected answer type of question answering (Prager, "Open-Domain Question-Answering", 2006, ch. 4): a
sentence without the mark does not answer, however much it shares with the question.
"""

from answer.expected.expecting import expected_answers
from answer.expected.fact import ExpectedAnswer
from answer.expected.kinds import POPULATIONS, SUBJECT

__all__ = ["POPULATIONS", "SUBJECT", "ExpectedAnswer", "expected_answers"]
