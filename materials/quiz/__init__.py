"""Questions for training and contests, made of the texts, each with its proof."""

from materials.quiz.bank import question_bank
from materials.quiz.contest import FIRST_CODE, Paper, contest_paper, one_of_a_clause
from materials.quiz.docx import key_docx, paper_docx, to_docx
from materials.quiz.gift import to_gift
from materials.quiz.question import QuizQuestion
from materials.quiz.xlsx import to_xlsx

__all__ = [
    "FIRST_CODE",
    "Paper",
    "QuizQuestion",
    "contest_paper",
    "key_docx",
    "one_of_a_clause",
    "paper_docx",
    "question_bank",
    "to_docx",
    "to_gift",
    "to_xlsx",
]
