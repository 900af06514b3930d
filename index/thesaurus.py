"""The official words for the everyday ones of a question (thesaurus.toml), for search only."""

import re
import tomllib
from pathlib import Path

from index.tokens import lacks_accents, syllables, toned
from ingest.accents import fold

_TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "thesaurus.toml").read_text(encoding="utf-8")
)


_FOLDED = {fold(" ".join(syllables(word))): official for word, official in _TABLE["words"].items()}
_TONED = {toned(word): official for table in _TABLE.values() for word, official in table.items()}


def _any_of(words: dict[str, list[str]]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")


_ANY_FOLDED, _ANY_TONED = _any_of(_FOLDED), _any_of(_TONED)


def official_words(question: str) -> tuple[str, ...]:
    """Return the official words for the everyday ones that a question says, each once, in its order.

    The longest everyday phrase counts, and none inside it. A question without accents says those words only
    that no other looks like without its accents.
    """
    words = syllables(question)
    if lacks_accents(words):
        found = (_FOLDED[match[0]] for match in _ANY_FOLDED.finditer(fold(" ".join(words))))
    else:
        found = (_TONED[match[0]] for match in _ANY_TONED.finditer(toned(" ".join(words))))
    return tuple(dict.fromkeys(word for official in found for word in official))
