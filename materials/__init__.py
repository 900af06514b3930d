"""Files for people to keep, and what they are made of: the sheet of one answer; duties and targets."""

from materials.answer_sheet import answer_sheet
from materials.duties import duties_of
from materials.duty import Duty, Target
from materials.targets import targets_of

__all__ = ["Duty", "Target", "answer_sheet", "duties_of", "targets_of"]
