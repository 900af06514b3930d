"""Writing one entry of catalog.toml; whatever else a person wrote there stays as it is, comments included."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from collect.errors import BrokenTable
from ingest.catalog import CATALOG_NAME

_HEADING = re.compile(r"^\[.*\]\s*(?:#.*)?$", re.MULTILINE)
"""Takes the line that begins an entry, '["a.txt"]'; must not take 'reason = "[1]"'."""


def write_corrections(
    catalog: Path, desk: Path, name: str, corrections: Mapping[str, str], reason: str
) -> Path:
    """Write a copy of a catalog on a desk in which one file's entry is this; return the copy's path.

    Raises:
        BrokenTable: the catalog is not TOML, or the entry cannot be told from the others.

    """
    text = catalog.read_text(encoding="utf-8") if catalog.is_file() else ""
    wanted = _parsed(text)
    if wanted is None:
        raise BrokenTable(path=catalog, reason="không phải TOML")
    entry = {**corrections, "reason": reason} if corrections else {}
    wanted.pop(name, None)
    if entry:
        wanted[name] = entry
    changed = _with_entry(text, name, entry)
    if _parsed(changed) != wanted:
        raise BrokenTable(path=catalog, reason=f"mục của {name} phải sửa bằng tay")
    written = desk / CATALOG_NAME
    written.write_text(changed, encoding="utf-8")
    return written


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _with_entry(text: str, name: str, entry: Mapping[str, str]) -> str:
    starts = [found.start() for found in _HEADING.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if _parsed(text[start:].partition("\n")[0]) == {name: {}}:
            text = text[:start] + text[end:]
            break
    if not entry:
        return text
    added = tomli_w.dumps({name: entry})
    return f"{text.rstrip()}\n\n{added}" if text.strip() else added
