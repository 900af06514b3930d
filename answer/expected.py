"""The kinds of fact that a question asks for, each with the mark of a sentence that gives it (expected.toml).

The expected answer type of question answering (Prager, "Open-Domain Question-Answering", 2006, ch. 4): a
sentence without the mark does not answer, however much it shares with the question.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from index.tokens import as_typed, toned


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """A kind of fact: how readers call it, how it is asked for, and the mark of a sentence that gives it."""

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]

    def is_asked(self, question: str) -> bool:
        """Tell whether a question asks for this fact, its accents typed or not."""
        parts = _STOP.split(_SIGN.sub(" phần trăm ", question))
        return any(self.asked.search(toned(part)) for part in parts)

    def is_given(self, text: str) -> bool:
        """Tell whether a text bears this fact's mark."""
        return self.given.search(text.lower()) is not None


_SIGN = re.compile(r"%")
_STOP = re.compile(r"[,;:.?!]\s")
"""Takes ", " in "số mấy, ngày nào"; not "." in "76.874"."""


def _asked(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of phrases in `toned` text; "…" is any words between."""
    parts = (
        r"(?!\S).*?(?<!\S)".join(map(as_typed, _SIGN.sub("phần trăm", phrase).split("…")))
        for phrase in phrases
    )
    return re.compile(rf"(?<!\S)(?:{'|'.join(parts)})(?!\S)")


_EXPECTED = tuple(
    ExpectedAnswer(fact["name"], _asked(fact["asked"]), re.compile(fact["given"]))
    for fact in tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))["fact"]
)


def expected_answers(question: str) -> tuple[ExpectedAnswer, ...]:
    """Return the kinds of fact that a question asks for."""
    return tuple(fact for fact in _EXPECTED if fact.is_asked(question))
