"""Files for people to keep: so far, the sheet of one answer."""

from materials.answer_sheet import answer_sheet

__all__ = ["answer_sheet"]
