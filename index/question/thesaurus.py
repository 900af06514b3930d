"""The official words for the everyday ones of a question (thesaurus.toml), for search only."""

import re
import tomllib
from pathlib import Path

from index.tokens import as_typed, syllables, toned, untoned
from ingest.accents import fold

_TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "thesaurus.toml").read_text(encoding="utf-8")
)

_FOLDED = {fold(" ".join(syllables(word))): official for word, official in _TABLE["words"].items()}
_ACCENTED = {toned(word): official for word, official in _TABLE["accented"].items()}
_LIKE_EVERYDAY = frozenset([*_FOLDED, *map(untoned, _ACCENTED)])
_FORMS = [*map(as_typed, _TABLE["words"]), *map(re.escape, _ACCENTED)]
_ANY = re.compile(rf"(?<!\S)(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})(?!\S)")
"""Takes "họp dân", "hop dân" and "thợ"; not "tho"."""


def official_words(question: str) -> tuple[str, ...]:
    """Return the official words for the everyday ones that a question says, each once, in its order.

    The longest everyday phrase counts, and none inside it. Typed without its accents, a word counts only
    if no other looks like it.
    """
    said = (found[0] for found in _ANY.finditer(toned(question)))
    officials = (_ACCENTED.get(word) or _FOLDED[untoned(word)] for word in said)
    return tuple(dict.fromkeys(word for official in officials for word in official))


def is_everyday(phrase: str) -> bool:
    """Tell whether a whole phrase is an everyday one of the table."""
    typed = toned(phrase)
    return untoned(typed) in _LIKE_EVERYDAY and _ANY.fullmatch(typed) is not None
