"""Required facts: the share of a question's must-have phrases that its answer says."""

import unicodedata
from collections.abc import Collection


def said(phrases: Collection[str], answer: str) -> float | None:
    """Return the share of the phrases that an answer says, in any case and spacing; None of none."""
    text = _plain(answer)
    found = [_plain(phrase) in text for phrase in phrases]
    return sum(found) / len(found) if found else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
