"""The provinces before and since 2025-07-01 (Resolution 202/2025/QH15)."""

import tomllib
from pathlib import Path

from ingest.accents import fold

_TABLE = tomllib.loads((Path(__file__).parent / "provinces.toml").read_text(encoding="utf-8"))

PROVINCE_NOW: dict[str, str] = {name: name for name in _TABLE["unchanged"]} | {
    old: new for new, olds in _TABLE["merged"].items() for old in olds
}
"""Name before 2025-07-01 → name since; the 63 former provinces."""

AMBIGUOUS_NAMES = frozenset(_TABLE["ambiguous"])
"""Provinces whose names are also ordinary words, or a person's."""

_CITIES = frozenset(_TABLE["cities"])


def named_now(province: str) -> str:
    """Name a present province with its level: "thành phố Cần Thơ", "tỉnh Đồng Nai"."""
    level = "thành phố" if province in _CITIES else "tỉnh"
    return f"{level} {province.removeprefix('TP. ')}"


ALIASES: dict[str, list[str]] = _TABLE["aliases"]
"""A former province's name → other names that people type for it."""

_PRINTED = {fold(name): name for name in PROVINCE_NOW} | {
    fold(alias): name for name, aliases in ALIASES.items() for alias in aliases
}


def level_of(province: str) -> str:
    """Return a former province's level: "thành phố" for the cities under the central government."""
    return "thành phố" if province in _CITIES - {"Huế"} else "tỉnh"


def province_named(text: str) -> str | None:
    """Return the former province whose name is this text, whatever its case or accents."""
    return _PRINTED.get(fold(text))
