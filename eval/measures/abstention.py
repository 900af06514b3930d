"""Abstention precision and recall: where "không có căn cứ" is said, and where it is right to say it.

With abstaining as what is looked for: precision is the share of the abstentions whose question has no
answer, recall the share of the questions without an answer that are abstained (van Rijsbergen, "Information
Retrieval", 1979, ch. 7). Each question's value is 0 or 1, so that their means are these shares.
"""


def precision(*, abstained: bool, answerable: bool) -> float | None:
    """Return whether an abstention is right; None of an answer."""
    return float(not answerable) if abstained else None


def recall(*, abstained: bool, answerable: bool) -> float | None:
    """Return whether a question without an answer is abstained; None of one that has an answer."""
    return None if answerable else float(abstained)


def answered(*, abstained: bool, answerable: bool) -> float | None:
    """Return whether a question that has an answer is answered; None of one that has none."""
    return float(not abstained) if answerable else None
