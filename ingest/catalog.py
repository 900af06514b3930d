"""catalog.toml: what a person corrected in a document's facts, kept beside the text."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ingest.errors import InvalidCatalog

CATALOG_NAME = "catalog.toml"
CORRECTABLE = (
    "kind",
    "number",
    "issuer",
    "title",
    "issued_on",
    "effective_on",
    "status",
    "place.name",
    "place.level",
    "place.parent",
)


@dataclass(frozen=True, slots=True)
class Catalog:
    """One document's corrections: fact → value, and why."""

    values: dict[str, str]
    reason: str

    def get(self, field: str) -> str | None:
        """Return the corrected value of a fact, None where the print stands."""
        return self.values.get(field)


def read_catalog(source: Path) -> Catalog:
    """Return the corrections for one file, from the catalog in its folder; empty if there are none.

    Raises:
        InvalidCatalog: the catalog is not TOML, or corrects something that is no fact.

    """
    path = source.parent / CATALOG_NAME
    entry = _entries(path).get(source.name, {})
    if not isinstance(entry, dict):
        raise InvalidCatalog(path, where=f'"{source.name}"', remedy=f'Cần một bảng: ["{source.name}"].')
    for field, value in entry.items():
        if field not in (*CORRECTABLE, "reason") or not isinstance(value, str) or not _valid(field, value):
            raise InvalidCatalog(
                path,
                where=f"[{source.name}] {field}",
                remedy=f"Sửa được, bằng chữ: {', '.join(CORRECTABLE)}; ngày ghi như 2024-12-31.",
            )
    return Catalog({k: v for k, v in entry.items() if k != "reason"}, entry.get("reason", ""))


def entries_without_file(folder: Path) -> list[str]:
    """Return the names in a folder's catalog that no file of the folder has, in the catalog's order.

    Raises:
        InvalidCatalog: the catalog is not TOML.

    """
    return [name for name in _entries(folder / CATALOG_NAME) if not (folder / name).is_file()]


def _entries(path: Path) -> dict[str, Any]:
    """Return file name → what the catalog says of it; empty if there is no catalog."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidCatalog(path, where=str(error), remedy="Hãy sửa lại cú pháp TOML.") from error


def _valid(field: str, value: str) -> bool:
    """Tell whether a value has its field's form: an ISO 8601 date for a date, draft or issued for status."""
    if field == "status":
        return value in ("draft", "issued")
    if not field.endswith("_on"):
        return True
    try:
        date.fromisoformat(f"{value}-01-01"[: len("2024-01-31")])
    except ValueError:
        return False
    return True
