"""The Vietnamese words of the list that underthesea brings (Viet74K), to tell words from mere neighbours."""

from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from index.tokens import syllables, tone_last
from ingest.accents import fold
from ingest.places import ALIASES, PROVINCE_NOW


@cache
def _entries() -> str:
    """Return the list's entries, some 74,000, one a line, in small letters."""
    path = distribution("underthesea").locate_file("underthesea/corpus/data/Viet74K.txt")
    return Path(str(path)).read_text(encoding="utf-8").lower()


@cache
def folded_entries() -> frozenset[str]:
    """Return the entries without their accents."""
    return frozenset(map(fold, _entries().split("\n")))


@cache
def known_syllables() -> frozenset[str]:
    """Return the syllables of the entries and of the provinces, as `tone_last` writes them and unaccented."""
    names = [*PROVINCE_NOW, *(alias for aliases in ALIASES.values() for alias in aliases)]
    words = syllables(f"{_entries()} {' '.join(names)}")
    return frozenset(map(tone_last, words)) | frozenset(map(fold, words))
