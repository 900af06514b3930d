"""A kind of fact: how a question asks for it, and the mark of a sentence that gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.accents import fold


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """A kind of fact: how readers call it, how it is asked for, and the mark of a sentence that gives it.

    The mark is looked for in small letters; where it is `plain` without accents, where `cased` as printed.
    """

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    plain: bool = False
    cased: bool = False

    def is_given(self, text: str) -> bool:
        """Tell whether a text bears this fact's mark."""
        return self.given.search(self._read(text)) is not None

    def figures_in(self, text: str) -> Iterator[str]:
        """Yield the figures of this fact that a text gives, with the word that limits each: "trên 95%"."""
        for found in self.given.finditer(self._read(text)):
            if found[0][0].isdigit():
                before = _LIMIT.search(text[: found.start()])
                yield text[before.start() if before else found.start() : found.end()].strip()

    def _read(self, text: str) -> str:
        if self.cased:
            return text
        return fold(text) if self.plain else text.lower()


_LIMIT = re.compile(
    r"(?:\b(?:trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng|đạt|từ)\s+)?(?:\d+\s?[-–]\s?)?[\d.,]*$",
    re.IGNORECASE,
)
"""Takes "trên 9" before "5%", "từ 03 – 0" before "5 năm"; not "có " before "5%"."""
