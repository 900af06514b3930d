"""Texts as Office files can hold them."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Takes a form feed, which XML cannot hold; not a tab."""


def printable(text: str) -> str:
    """Return a text with a space for each character that XML cannot hold."""
    return _UNPRINTABLE.sub(" ", text)


def one_line(text: str) -> str:
    """Return a text with each run of white space as one space, and nothing that Office files cannot hold."""
    return " ".join(printable(text).split())
