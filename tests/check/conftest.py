from pathlib import Path

import pytest

from check import Library
from ingest import Document, read_document, texts_in
from ingest.references import resolve_references


@pytest.fixture(scope="session")
def documents(corpus: Path) -> dict[str, Document]:
    read = resolve_references([read_document(path) for path in texts_in(corpus)])
    return {document.id: document for document in read}


@pytest.fixture(scope="session")
def library(documents: dict[str, Document]) -> Library:
    return Library(documents)
