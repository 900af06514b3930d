"""Questions for training and contests, made of the texts, each with its proof."""

from materials.quiz.bank import question_bank
from materials.quiz.contest import Paper, TooFewQuestions, contest
from materials.quiz.docx import to_docx
from materials.quiz.gift import to_gift
from materials.quiz.question import QuizQuestion
from materials.quiz.xlsx import to_xlsx

__all__ = [
    "Paper",
    "QuizQuestion",
    "TooFewQuestions",
    "contest",
    "question_bank",
    "to_docx",
    "to_gift",
    "to_xlsx",
]
