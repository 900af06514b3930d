"""Files for people to keep, and what they are made of: answers' sheets; comparisons; duties and targets."""

from materials.answer_sheet import answer_sheet
from materials.comparison_word import comparison_docx
from materials.duties import duties_of
from materials.duty import Duty, Target
from materials.sheets import comparison_sheet, duty_sheet
from materials.targets import targets_of

__all__ = [
    "Duty",
    "Target",
    "answer_sheet",
    "comparison_docx",
    "comparison_sheet",
    "duties_of",
    "duty_sheet",
    "targets_of",
]
