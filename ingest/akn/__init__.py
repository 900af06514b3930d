"""Interchange in Akoma Ntoso 3.0, the OASIS standard for legal texts: a `Document` as XML, and back."""

from ingest.akn.errors import AknError
from ingest.akn.read import read_akn
from ingest.akn.write import to_akn

__all__ = ["AknError", "read_akn", "to_akn"]
