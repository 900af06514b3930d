"""The folder of legal texts as something that changes: whole or not at all, one command at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from collect.corrections import write_corrections
from collect.errors import CorpusBusy, CorpusNotWritable, NameTaken, NoCorpus, UnknownText
from collect.naming import safe_stem
from collect.provenance import Origin, read_provenance, write_provenance
from ingest import Document, IngestError, read_document, texts_in
from ingest.catalog import CATALOG_NAME
from ingest.errors import DuplicateDocument, UnreadableFile
from ingest.identity import told_apart

_LOCK_NAME = ".lock"
_LOCK_WAIT_S = 300.0


@dataclass(frozen=True, slots=True)
class Text:
    """One file of the corpus: what it says, or why it cannot be read; and its origin, where recorded."""

    path: Path
    read: Document | IngestError
    origin: Origin | None


class Corpus:
    """A corpus folder; it remembers what it has read, so that adding many files reads each text once."""

    def __init__(self, folder: Path) -> None:
        """Open a folder; NoCorpus if there is none."""
        if not folder.is_dir():
            raise NoCorpus(folder=folder)
        self.folder = folder
        self._known: dict[tuple[str, int, int], Document] = {}

    def texts(self) -> list[Text]:
        """Return the texts by file name, under the ids that an index built of them gives.

        Raises:
            BrokenTable: provenance.toml cannot be understood.

        """
        origins = read_provenance(self.folder)
        return [Text(path, read, origins.get(path.name)) for path, read in self._readings().items()]

    def documents(self) -> dict[str, Document]:
        """Return the documents of the texts that can be read, by id."""
        return {read.id: read for read in self._readings().values() if isinstance(read, Document)}

    def _readings(self) -> dict[Path, Document | IngestError]:
        documents: dict[str, Document] = {}
        readings: dict[Path, Document | IngestError] = {}
        for path in texts_in(self.folder):
            try:
                document = told_apart(self._read_once(path), path, documents)
            except IngestError as error:
                readings[path] = error
            else:
                readings[path] = documents[document.id] = document
        return readings

    @contextmanager
    def desk(self) -> Iterator[Path]:
        """Give an empty folder on the corpus's file system, gone afterwards with what is left in it.

        Raises:
            CorpusNotWritable: the system refuses a change, here or in the body.

        """
        try:
            with TemporaryDirectory(prefix=".them-", dir=self.folder, ignore_cleanup_errors=True) as name:
                yield Path(name)
        except OSError as error:
            raise CorpusNotWritable(folder=self.folder, reason=error.strerror or error) from error

    def admit(self, staged: Path, document: Document, source: str) -> Document:
        """Move a text from a desk into the corpus, under its document's id, and record its origin.

        Args:
            staged: the file on the desk.
            document: what `read_document` gave for it.
            source: the name of the file or the address that it came from.

        Returns:
            The document, with its source in the corpus.

        Raises:
            DuplicateDocument: the corpus holds the same act, or the same bytes.
            NameTaken: another file has its name.
            CorpusBusy: another command is changing the corpus.

        """
        with self._alone():
            others = self.documents()
            for other in others.values():
                if other.sha256 == document.sha256:
                    raise DuplicateDocument(staged, id=other.id, other=Path(other.source).name)
            target = self.folder / _file_name(document, staged, others)
            admitted = told_apart(replace(document, source=target.as_posix()), staged, others, target.stem)
            if target.exists():
                raise NameTaken(source=source, name=target.name)
            origin = Origin(source, document.sha256, staged.stat().st_size, datetime.now(UTC).date())
            origins = {**read_provenance(self.folder), target.name: origin}
            try:
                staged.replace(target)
                write_provenance(self.folder, staged.parent, origins)
            except BaseException:  # Ctrl-C too: a text without its origin is half a change
                target.unlink(missing_ok=True)
                raise
        return admitted

    def remove(self, document_id: str) -> Path:
        """Delete a text and its origin, and return the path it had.

        Raises:
            UnknownText: there is no text with this id; the message lists those there are.
            CorpusBusy, CorpusNotWritable: as `admit` and `desk` do.

        """
        with self.desk() as desk, self._alone():
            path = self._path_of(document_id)
            origins = read_provenance(self.folder)
            if origins.pop(path.name, None):
                write_provenance(self.folder, desk, origins)
            path.unlink()
        return path

    def correct(self, document_id: str, corrections: Mapping[str, str], reason: str) -> Document:
        """Correct a text's facts in the catalog, and return the document as it is read with them.

        Args:
            document_id: the text's id.
            corrections: fact (one of `ingest.catalog.CORRECTABLE`) → value; none lets the print stand.
            reason: why, for whoever reads the catalog.

        Raises:
            UnknownText: there is no text with this id.
            IngestError: a value has not its fact's form, or the text would become the same act as another.
            BrokenTable: the catalog cannot be changed without changing other entries.
            CorpusBusy, CorpusNotWritable: as `admit` and `desk` do.

        """
        with self.desk() as desk, self._alone():
            path = self._path_of(document_id)
            written = write_corrections(self.folder / CATALOG_NAME, desk, path.name, corrections, reason)
            copied = desk / path.name
            copied.write_bytes(path.read_bytes())
            read = read_document(copied)
            others = {other.id: other for other in self.documents().values() if other.id != document_id}
            document = told_apart(replace(read, source=path.as_posix()), path, others)
            written.replace(self.folder / CATALOG_NAME)
            self._known.clear()
        return document

    def _path_of(self, document_id: str) -> Path:
        paths = {read.id: path for path, read in self._readings().items() if isinstance(read, Document)}
        if document_id not in paths:
            raise UnknownText(id=document_id, known=", ".join(paths) or "không có mã nào")
        return paths[document_id]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other commands from changing the folder; the system lifts the lock when a command dies."""
        try:
            with FileLock(self.folder / _LOCK_NAME, timeout=_LOCK_WAIT_S):
                yield
        except Timeout as error:
            raise CorpusBusy(folder=self.folder) from error

    def _read_once(self, path: Path) -> Document:
        try:
            state = path.stat()
        except OSError as error:
            raise UnreadableFile(path, reason=error.strerror or str(error)) from error
        key = (path.name, state.st_mtime_ns, state.st_size)
        if key not in self._known:
            self._known[key] = read_document(path)
        return self._known[key]


def _file_name(document: Document, staged: Path, others: Mapping[str, Document]) -> str:
    """Name a text by its id; after "_", which sorts behind ".", its file's name where the id is taken.

    So the text that had the id first is read first, and keeps it.
    """
    stem = safe_stem(document.id)
    if document.id in others:
        stem = f"{stem}_{safe_stem(staged.stem)}"
    return f"{stem}{staged.suffix.lower()}"
