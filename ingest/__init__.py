"""From a file to a tree of provisions: loading, cleaning, structure, facts, references."""

from ingest.document import Document, Note, Place, Provision, Reference, Repair, Signer, Span, Step
from ingest.errors import IngestError
from ingest.load import SUPPORTED_SUFFIXES, texts_in
from ingest.many import read_documents
from ingest.read import read_document

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
    "read_documents",
    "texts_in",
]
