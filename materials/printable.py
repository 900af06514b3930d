"""Texts as Office files can hold them."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Takes a form feed, which XML cannot hold; not a tab."""


def printable(text: str) -> str:
    """Return a text with a space for each character that XML cannot hold."""
    return _UNPRINTABLE.sub(" ", text)
