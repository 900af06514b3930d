"""Citations: find them in a text, tell what they do, resolve them in a corpus, read amendments."""

from ingest.references.acts import cited_acts, number_key
from ingest.references.find import find_references

__all__ = ["cited_acts", "find_references", "number_key"]
