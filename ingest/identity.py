"""When two files are one act: the same id, and a printed number or the same words."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ingest.accents import slug
from ingest.document import Document
from ingest.errors import DuplicateDocument


def told_apart(document: Document, path: Path, others: Mapping[str, Document], stem: str = "") -> Document:
    """Return the document under an id of its own among others, by id.

    The same id is the same act where the number is printed or the text is the same; else it is two acts
    whose numbers are left blank, and the second is told apart by `stem`, the name of its file.

    Raises:
        DuplicateDocument: `path` is the same act as another.

    """
    same = others.get(document.id)
    if same is None:
        return document
    if document.number or document.text == same.text:
        raise DuplicateDocument(path, id=document.id, other=Path(same.source).name)
    return replace(document, id=f"{document.id}-{slug(stem or path.stem)}")
