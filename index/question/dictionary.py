"""The Vietnamese words of the list that underthesea brings (Viet74K), to tell words from mere neighbours."""

from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

from index.tokens import syllables, tone_last, typed_syllables, untoned
from ingest.accents import fold
from ingest.places import ALIASES, PROVINCE_NOW


@cache
def _entries() -> str:
    """Return the list's entries, some 74,000, one a line, in small letters."""
    path = distribution("underthesea").locate_file("underthesea/corpus/data/Viet74K.txt")
    return Path(str(path)).read_text(encoding="utf-8").lower()


@cache
def folded_entries() -> dict[str, tuple[str, ...]]:
    """Return the entries by how they are typed without accents."""
    folded: dict[str, tuple[str, ...]] = {}
    for entry in _entries().split("\n"):
        folded[fold(entry)] = (*folded.get(fold(entry), ()), entry)
    return folded


@lru_cache(maxsize=4_096)
def is_entry(typed: tuple[str, ...]) -> bool:
    """Tell whether syllables, each typed with all its accents or with none, are an entry."""
    alike = folded_entries().get(untoned(" ".join(typed)), ())
    return any(
        all(one in (meant, untoned(meant)) for one, meant in zip(typed, typed_syllables(entry), strict=False))
        for entry in alike
    )


@cache
def known_syllables() -> frozenset[str]:
    """Return the syllables of the entries and of the provinces, as `tone_last` writes them and unaccented."""
    names = [*PROVINCE_NOW, *(alias for aliases in ALIASES.values() for alias in aliases)]
    words = syllables(f"{_entries()} {' '.join(names)}")
    return frozenset(map(tone_last, words)) | frozenset(map(fold, words))
