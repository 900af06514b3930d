"""From a file to a tree of provisions: loading, cleaning, structure, facts, references."""

from ingest.document import Document, Note, Place, Provision, Reference, Repair, Signer, Span, Step
from ingest.errors import IngestError
from ingest.read import SUPPORTED_SUFFIXES, read_document

__all__ = [
    "SUPPORTED_SUFFIXES",
    "Document",
    "IngestError",
    "Note",
    "Place",
    "Provision",
    "Reference",
    "Repair",
    "Signer",
    "Span",
    "Step",
    "read_document",
]
