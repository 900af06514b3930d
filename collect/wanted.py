"""What a person asks to add: a file, a folder's files, an address."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from collect.corpus import Corpus
from collect.download import Progress, download
from collect.errors import EmptyFolder, NotAdmitted, NotFetched
from collect.naming import safe_stem
from ingest import Document, IngestError, read_document, texts_in
from ingest.load import SUPPORTED_SUFFIXES, load_bytes

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
r"""Takes "https://vbpl.vn/…", "ftp://…" (which is then refused by name); not "C:\van-ban.txt"."""

_NO_PROVISION = ("phan_dau", "phan_cuoi")


@dataclass(frozen=True, slots=True)
class File:
    """A file on this machine."""

    path: Path

    def add_to(self, corpus: Corpus, progress: Progress) -> Document:
        """Copy the file into a corpus, and return its document.

        Raises:
            IngestError: the file cannot be read.
            CollectProblem: the text cannot enter.

        """
        if self.path.is_dir():
            raise EmptyFolder(path=self.path, supported=", ".join(SUPPORTED_SUFFIXES))
        progress(f"Đọc {self.path.name}", 0.0)
        raw = load_bytes(self.path)
        with corpus.desk() as desk:
            staged = desk / f"{safe_stem(self.path.stem)}{self.path.suffix.lower()}"
            staged.write_bytes(raw)
            with _naming(str(self.path), staged):
                return corpus.admit(staged, read_document(staged), self.path.name)


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address."""

    url: str

    def add_to(self, corpus: Corpus, progress: Progress) -> Document:
        """Fetch the text at the address into a corpus, and return its document.

        Raises:
            CollectProblem: it cannot be fetched, is no legal text that is read, or cannot enter.

        """
        return fetch_into(corpus, self.url, self.url, progress, self._check)

    def _check(self, document: Document) -> None:
        """Refuse what servers send in place of a text: pages with neither number nor provisions."""
        if not document.number and all(part.unit in _NO_PROVISION for part in document.provisions):
            reason = (
                "máy chủ gửi một trang không có số hiệu hay điều khoản nào (thường là trang đăng nhập, "
                "trang mục lục hay trang báo lỗi)"
            )
            raise NotFetched(url=self.url, reason=reason)


def wanted(words: Sequence[str]) -> Iterator[File | Address]:
    """Yield what is asked for; a folder stands for each text in it, or for itself if there is none."""
    for word in words:
        if _ADDRESS.match(word):
            yield Address(word)
            continue
        path = Path(word)
        yield from map(File, texts_in(path) or [path])


def fetch_into(
    corpus: Corpus, url: str, named: str, progress: Progress, check: Callable[[Document], None]
) -> Document:
    """Fetch the text at an address into a corpus and return its document; `named` names it in messages.

    Raises:
        CollectProblem: it cannot be fetched, read or admitted, or what `check` raises.

    """
    with corpus.desk() as desk:
        staged = download(url, desk, progress)
        with _naming(named, staged):
            document = read_document(staged)
            check(document)
            return corpus.admit(staged, document, url)


@contextmanager
def _naming(given: str, staged: Path) -> Iterator[None]:
    """Raise an `IngestError` about a staged file as NotAdmitted about what the person gave."""
    try:
        yield
    except IngestError as error:
        raise NotAdmitted(reason=str(error).replace(str(staged), given)) from error
