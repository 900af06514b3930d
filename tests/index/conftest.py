"""The five texts as documents, and how many of their provisions hold a term."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from index.tokens import syllables
from ingest import Document, read_document
from ingest.accents import fold


@pytest.fixture(scope="session")
def documents(corpus: Path) -> list[Document]:
    return [read_document(path) for path in sorted(corpus.glob("*.txt"))]


@pytest.fixture(scope="session")
def known(documents: list[Document]) -> Callable[[str], int]:
    counts: Counter[str] = Counter()
    for document in documents:
        for provision in document.provisions:
            words = [fold(word) for word in syllables(document.text[slice(*provision.span)])]
            counts.update({*words, *(f"{first} {second}" for first, second in pairwise(words))})
    return counts.__getitem__
