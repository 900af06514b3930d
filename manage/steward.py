"""What an administrator does: try a text, admit it, build, go back. Each is whole or leaves all as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

import index
from collect import Corpus, File
from index import BuildReport, IndexProblem
from index.build import Progress
from ingest import Document, IngestError, read_documents
from manage.logs import log
from manage.upload import check_upload

_LOCK_NAME = ".lock"
_LOCK_WAIT_S = 300.0


class IndexBusy(IndexProblem):
    """Another administrator or command is building or going back."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An uploaded file and the document it would be."""

    name: str
    raw: bytes
    document: Document


def try_upload(name: str, raw: bytes) -> Tried:
    """Read an uploaded file without keeping anything of it.

    Raises:
        RefusedUpload: it is not taken, whatever it says.
        IngestError: it cannot be read.

    """
    check_upload(name, raw)
    with _as_file(name, raw) as path:
        (read,) = read_documents([path])
    if isinstance(read, IngestError):
        raise type(read)(Path(name), **read.details)
    return Tried(name, raw, read)


def admit(tried: Tried, corpus_dir: Path) -> Document:
    """Add a file that was tried to the corpus.

    Raises:
        CollectProblem: it cannot enter: it is there already, or the folder cannot be written.

    """
    with _as_file(tried.name, tried.raw) as path:
        document = File(path).add_to(Corpus(corpus_dir), lambda _message, _share: None)
    log.info("admitted", extra={"document": document.id, "sha256": document.sha256})
    return document


def rebuild(corpus_dir: Path, index_dir: Path, encoder: str, progress: Progress) -> BuildReport:
    """Build the index of the corpus as it is now; the one in use serves until the new one is whole.

    Raises:
        IndexProblem: it cannot be built, or IndexBusy: someone else is at it.

    """
    with _alone(index_dir):
        report = index.build_index(corpus_dir, index_dir, encoder, progress=progress)
    failed = [failure.path.name for failure in report.failures]
    log.info("built", extra={"index": report.manifest.version, "new": report.built, "failed": failed})
    return report


def go_back(index_dir: Path, version: str) -> None:
    """Put an earlier version of the index into use, once it is known to open.

    Raises:
        IndexProblem: it is gone or does not open; the one in use stays in use.

    """
    with _alone(index_dir):
        if version in {manifest.version for manifest in index.versions(index_dir)}:
            index.open_version(index_dir / version)
        index.switch_back(index_dir, version)
    log.info("went back", extra={"index": version})


@contextmanager
def _as_file(name: str, raw: bytes) -> Iterator[Path]:
    with TemporaryDirectory(prefix="danchu-") as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        yield path


@contextmanager
def _alone(index_dir: Path) -> Iterator[None]:
    index_dir.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(index_dir / _LOCK_NAME, timeout=_LOCK_WAIT_S):
            yield
    except Timeout as error:
        raise IndexBusy("Đang có người khác dựng chỉ mục. Hãy đợi xong rồi thử lại.") from error
