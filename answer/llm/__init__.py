"""Answers worded by a language model: asked, heard as it speaks, and believed only as far as it quotes."""

from answer.llm.model import ModelProblem, open_model
from answer.llm.wording import Stated, Worded, worded

__all__ = ["ModelProblem", "Stated", "Worded", "open_model", "worded"]
