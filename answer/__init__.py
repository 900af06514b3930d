"""From a question to an answer whose every claim is a checked quotation, or to an honest abstention."""

from answer.answering import answer, answer_stream, claim_line
from answer.llm import ModelProblem, Stated, open_model
from answer.question import MAX_CHARACTERS, BadQuestion
from answer.result import Answer, Citation, Claim

__all__ = [
    "MAX_CHARACTERS",
    "Answer",
    "BadQuestion",
    "Citation",
    "Claim",
    "ModelProblem",
    "Stated",
    "answer",
    "answer_stream",
    "claim_line",
    "open_model",
]
