"""provenance.toml: where each text that a command added came from, kept beside the texts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import tomli_w
from pydantic import TypeAdapter

from collect.table import read_table

PROVENANCE_NAME = "provenance.toml"
_ABOUT = "# Nguồn gốc của các tệp đã thêm bằng lệnh danchu corpus add. Lệnh ấy tự ghi tệp này.\n\n"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file came from: `source` is the name of the file it was copied from, or its address."""

    source: str
    sha256: str
    bytes: int
    added_on: date


def read_provenance(folder: Path) -> dict[str, Origin]:
    """Return file name → origin for the texts that were added by command; empty if none was.

    Raises:
        BrokenTable: the table is not TOML, or lacks a field.

    """
    path = folder / PROVENANCE_NAME
    return read_table(path, TypeAdapter(dict[str, Origin])) if path.exists() else {}


def write_provenance(folder: Path, desk: Path, origins: Mapping[str, Origin]) -> None:
    """Write the table of a corpus folder in one rename, by way of a desk on the same file system."""
    table = {name: asdict(origin) for name, origin in sorted(origins.items())}
    written = desk / PROVENANCE_NAME
    written.write_text(_ABOUT + tomli_w.dumps(table), encoding="utf-8")
    written.replace(folder / PROVENANCE_NAME)
