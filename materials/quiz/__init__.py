"""Questions for training and contests, made of the texts, each with its proof."""

from materials.quiz.bank import question_bank
from materials.quiz.question import QuizQuestion

__all__ = ["QuizQuestion", "question_bank"]
