"""The words by which duties and targets are told, as regular expressions; the lists are in wording.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path

_LISTS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "wording.toml").read_text("utf-8"))


@cache
def any_of(*names: str) -> str:
    """Return a pattern that takes a word of the lists named, the longest first, at borders of syllables."""
    words = sorted((word for name in names for word in _LISTS[name]), key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, words))})\b"


@cache
def opens_with(*names: str) -> re.Pattern[str]:
    """Return the expression of a text that opens with a word of the lists named, in capitals or not."""
    return re.compile(any_of(*names), re.IGNORECASE)
