"""The Vietnamese words of the list that underthesea brings (Viet74K), to tell words from mere neighbours."""

from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from ingest.accents import fold


@cache
def entries() -> tuple[str, ...]:
    """Return the entries of the list, some 74,000, in small letters."""
    path = distribution("underthesea").locate_file("underthesea/corpus/data/Viet74K.txt")
    return tuple(Path(str(path)).read_text(encoding="utf-8").lower().split("\n"))


@cache
def folded_entries() -> frozenset[str]:
    """Return the entries without their accents."""
    return frozenset(map(fold, entries()))
