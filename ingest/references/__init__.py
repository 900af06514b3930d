"""Citations: find them in a text, resolve them in a corpus, read what an act amends."""

from ingest.references.acts import cited_acts, number_key
from ingest.references.amend import read_amendments
from ingest.references.find import find_references
from ingest.references.resolve import amended_by, resolve_references

__all__ = [
    "amended_by",
    "cited_acts",
    "find_references",
    "number_key",
    "read_amendments",
    "resolve_references",
]
