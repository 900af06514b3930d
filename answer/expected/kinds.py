"""The table of the kinds of fact (kinds.toml)."""

import re
import tomllib
from pathlib import Path

from answer.expected.fact import ExpectedAnswer
from answer.expected.reading import as_read

_TABLE = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))

SUBJECT: tuple[str, ...] = tuple(_TABLE["subject"])
"""What all the texts are about, which tells no passage from another."""

POPULATIONS: tuple[str, ...] = tuple(_TABLE["populations"])
"""Units and people that a share may be asked of."""

LISTED: tuple[str, ...] = tuple(_TABLE["listed"])
"""What a list answers by itself, however many."""


def _asked(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of phrases as read; "…" is any words between, "mấy" also "bao nhiêu"."""
    parts = (r"\b.*?\b".join(map(as_read, phrase.split("…"))) for phrase in phrases)
    return re.compile(rf"\b(?:{_MAY.sub('(?:may|bao nhieu)', '|'.join(parts))})\b")


_MAY = re.compile(r"\bmay\b")
"""Takes "may" in "may nam", folded; not in "thumay", what "mấy" of an order is read as."""

KINDS = tuple(
    ExpectedAnswer(
        kind["name"], _asked(kind["asked"]), re.compile(kind["given"]), cased=kind.get("cased", False)
    )
    for kind in _TABLE["kind"]
)
