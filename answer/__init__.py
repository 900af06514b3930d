"""From a question to an answer whose every claim is a checked quotation, or to an honest abstention."""

from answer.answering import answer
from answer.model import ModelProblem, open_model
from answer.question import MAX_CHARACTERS, BadQuestion
from answer.result import Answer, Citation, Claim

__all__ = [
    "MAX_CHARACTERS",
    "Answer",
    "BadQuestion",
    "Citation",
    "Claim",
    "ModelProblem",
    "answer",
    "open_model",
]
