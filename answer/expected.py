"""The kinds of fact that a question asks for, each with the mark of a sentence that gives it (expected.toml).

The expected answer type of question answering (Prager, "Open-Domain Question-Answering", 2006, ch. 4): a
sentence without the mark does not answer, however much it shares with the question.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.tokens import search_syllables

_TABLE = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))

SUBJECT: tuple[str, ...] = tuple(_TABLE["subject"])
"""What all the texts are about, which tells no passage from another."""


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """A kind of fact: how readers call it, how it is asked for, and the mark of a sentence that gives it."""

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]

    def is_asked(self, question: str) -> bool:
        """Tell whether a question asks for this fact, whatever accents it was typed with."""
        parts = _STOP.split(question.replace("%", " phần trăm "))
        return self.asked.search(" , ".join(" ".join(search_syllables(part)) for part in parts)) is not None

    def is_given(self, text: str) -> bool:
        """Tell whether a text bears this fact's mark."""
        return self.given.search(text.lower()) is not None

    def figures_in(self, text: str) -> Iterator[str]:
        """Yield the figures of this fact that a text gives, with the word that limits each: "trên 95%"."""
        for found in self.given.finditer(text.lower()):
            if found[0][0].isdigit():
                before = _LIMIT.search(text[: found.start()])
                yield text[before.start() if before else found.start() : found.end()].strip()


_LIMIT = re.compile(
    r"(?:\b(?:trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng|đạt|từ)\s+)?(?:\d+\s?[-–]\s?)?[\d.,]*$",
    re.IGNORECASE,
)
"""Takes "trên 9" before "5%", "từ 03 – 0" before "5 năm"."""

_STOP = re.compile(r"[,;:.?!]\s")
"""Takes ", " in "số mấy, ngày nào"; not "." in "76.874"."""


def _asked(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of phrases without accents; "…" is any words between."""
    parts = (
        r"\b.*?\b".join(" ".join(search_syllables(words)) for words in phrase.split("…"))
        for phrase in phrases
    )
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


_EXPECTED = tuple(
    ExpectedAnswer(fact["name"], _asked(fact["asked"]), re.compile(fact["given"])) for fact in _TABLE["fact"]
)


def expected_answers(question: str) -> tuple[ExpectedAnswer, ...]:
    """Return the kinds of fact that a question asks for."""
    return tuple(fact for fact in _EXPECTED if fact.is_asked(question))
