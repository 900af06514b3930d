"""Abbreviations in a question, spelt out for the search (abbreviations.toml)."""

import re
import tomllib
from pathlib import Path

from index.tokens import lacks_accents, syllables
from ingest.accents import fold

_TABLE: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "abbreviations.toml").read_text(encoding="utf-8")
)

_ALL = {
    key: long for short, long in _TABLE["words"].items() for key in (short, short.lower(), fold(short))
} | _TABLE["as_written"]
_WORD = re.compile(
    rf"(?<![\w/-])(?:{'|'.join(re.escape(key) for key in sorted(_ALL, key=len, reverse=True))})(?![\w/-])"
)
"""Takes "NQ" in "NQ 192", "ttnd"; not "NQ" inside "NQH" or "179/NQ-HĐND"."""

_OFFICE = re.compile(
    r"(?<![\w/.-])[Pp]\.\s?(?=VHTT|(?i:nội vụ|tư pháp|văn hóa|tài chính|noi vu|tu phap|van hoa|tai chinh))"
)
"""Takes "P." in "P.Nội vụ", "P. VHTT"; not in "P. Bến Nghé", a ward."""

_GLUED = re.compile(r"(?<![\w/-])(NQ|NĐ|ND|QĐ|QD|KH|TTr)(?=\d)", re.IGNORECASE)
"""Takes "NQ" in "NQ05"; not in "NQ 05", "179/NQ"."""


def spell_out(question: str) -> str:
    """Return the question with its abbreviations replaced by the words they stand for.

    A question typed without accents gets the words without them, so that it stays of one kind.
    """
    question = _OFFICE.sub("phòng ", _GLUED.sub(r"\1 ", question))
    plain = lacks_accents(syllables(_WORD.sub(" ", question)))
    return _WORD.sub(lambda found: fold(_ALL[found[0]]) if plain else _ALL[found[0]], question)


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is in the table, in a form that is spelt out."""
    return word in _ALL
