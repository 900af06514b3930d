"""The texts of an index version, each read when it is first asked for: documents, passages, their parts.

Documents stand in order of their ids, passages in print order within them, parts in order within those.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from index.arrays import mapped
from index.errors import BrokenIndex
from index.passages import Part, Passage
from index.store import REBUILD, current_version
from ingest import Document

_KEPT = 10_000
"""Passages kept parsed; a question hits a few hundred."""


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Raise BrokenIndex, naming a version's folder, for what goes wrong in reading its files."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise BrokenIndex(REBUILD.format(folder=folder)) from error


class Documents(Mapping[str, Document]):
    """The documents of a version by id, each read whole when first asked for, and kept.

    Raises:
        BrokenIndex: at opening or later, a file is missing or broken.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Document] = {}
        if not ((folder / "documents").is_dir() and (folder / "facts.json").is_file()):
            raise BrokenIndex(REBUILD.format(folder=folder))

    @cached_property
    def facts(self) -> dict[str, Document]:
        """The documents with kind, number, place, issuer, title, dates, status, amendments; no texts."""
        with reading(self._folder):
            found = json.loads((self._folder / "facts.json").read_text(encoding="utf-8"))
            return {data["id"]: Document.from_json(data) for data in found}

    def __getitem__(self, name: str) -> Document:
        """Return a document; KeyError if there is none with this id."""
        if name not in self._read:
            path = self._folder / "documents" / f"{self.facts[name].id}.json"
            with reading(self._folder):
                self._read[name] = Document.from_json(json.loads(path.read_text(encoding="utf-8")))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids in order."""
        return iter(self.facts)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self.facts)


def read_documents(index_dir: Path) -> Documents:
    """Return the documents of the current version, by id."""
    return Documents(current_version(index_dir))


class Passages:
    """The passages of a version, in a mapped file of lines; one is parsed when it is asked for.

    Raises:
        BrokenIndex: at opening or later, the file is missing or broken.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with reading(folder):
            self._lines = np.memmap(folder / "passages.jsonl", np.uint8, "r")
            self._starts = mapped(folder / "lines.npy")
            if self._starts[-1] != len(self._lines):
                raise ValueError
        self._parsed = lru_cache(_KEPT)(self._parse)

    def __getitem__(self, number: int) -> Passage:
        """Return a passage by its number."""
        return self._parsed(number)

    def __iter__(self) -> Iterator[Passage]:
        """Yield the passages in order; they are not kept."""
        return map(self._parse, range(len(self._starts) - 1))

    def _parse(self, number: int) -> Passage:
        line = self._lines[self._starts[number] : self._starts[number + 1]].tobytes()
        with reading(self._folder):
            return Passage.from_json(json.loads(line))


class Parts:
    """The parts of a version's passages, one a row of the search engine.

    `owners` and `passage_numbers`, shape (parts,), are the place of each part's document among the
    documents and of its passage among `passages`; both ascend.

    Raises:
        BrokenIndex: at opening or later, a file is missing or broken.

    """

    owners: np.ndarray
    passage_numbers: np.ndarray

    def __init__(self, folder: Path) -> None:
        self.passages = Passages(folder)
        with reading(folder):
            self.owners, self.passage_numbers, self._starts, self._ends = mapped(folder / "parts.npy")

    def __len__(self) -> int:
        """Count the parts."""
        return len(self.owners)

    def __getitem__(self, row: int) -> Part:
        """Return the part of a row."""
        return Part(self.passages[self.passage_numbers[row]], (int(self._starts[row]), int(self._ends[row])))

    def __iter__(self) -> Iterator[Part]:
        """Yield the parts in order."""
        return map(self.__getitem__, range(len(self)))

    def of_document(self, number: int) -> range:
        """Return the rows of one document's parts."""
        return range(*np.searchsorted(self.owners, [number, number + 1]).tolist())


def write_texts(folder: Path, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
    """Write documents, in order of id, and their passages, in the same order, into a version's folder."""
    (folder / "documents").mkdir()
    for document in documents:
        _write_json(folder / "documents" / f"{document.id}.json", document.to_json())
    _write_json(folder / "facts.json", [_facts(document).to_json() for document in documents])
    lines = [f"{json.dumps(passage.to_json(), ensure_ascii=False)}\n".encode() for passage in passages]
    (folder / "passages.jsonl").write_bytes(b"".join(lines))
    np.save(folder / "lines.npy", np.cumsum([0, *map(len, lines)]))
    owner = {document.id: number for number, document in enumerate(documents)}
    rows = [
        (owner[passage.document], number, *part.span)
        for number, passage in enumerate(passages)
        for part in passage.parts
    ]
    np.save(folder / "parts.npy", np.ascontiguousarray(np.array(rows, np.int64).T))


def _write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _facts(document: Document) -> Document:
    return replace(
        document,
        references=(),
        provisions=(),
        repairs=(),
        text="",
        recipients=(),
        notes=(),
        corrections=(),
        pages=(),
        warnings=(),
    )
