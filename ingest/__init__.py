"""From a file to a tree of provisions: loading, cleaning, structure, facts, references."""

from ingest.document import Document, Note, Place, Provision, Reference, Repair, Signer, Span, Step
from ingest.errors import IngestError
from ingest.load import texts_in
from ingest.read import read_document

__all__ = [
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
    "texts_in",
]
