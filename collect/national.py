"""sources.toml: the national texts on grassroots democracy, and where the State publishes them."""

from datetime import date
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from collect.corpus import Corpus
from collect.download import Progress
from collect.errors import NoAddress, NotFetched, WrongAct
from collect.table import read_table
from collect.wanted import fetch_into
from ingest import Document
from ingest.accents import slug
from ingest.citation import date_label

SOURCES_NAME = "sources.toml"


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class NationalText:
    """One entry of the table; `relation` is to the Law on grassroots democracy, 10/2022/QH15.

    `url` is None where no official address is known, `sha256` where no checksum of the file there is.
    """

    title: str
    number: str
    kind: str
    issued_on: date
    relation: str
    url: str | None = None
    sha256: str | None = None

    @property
    def label(self) -> str:
        """Name the act: "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023"."""
        return f"{self.kind} số {self.number} {date_label(self.issued_on.isoformat())}"

    def is_act_of(self, document: Document) -> bool:
        """Tell whether a document is this act: the same number, and no other year.

        Many numbers start again each year: "346/QĐ-TTg" is one act of 2023 and another of 2024.
        """
        year = (document.issued_on or "")[:4]
        return slug(document.number or "") == slug(self.number) and year in ("", f"{self.issued_on.year}")

    def add_to(self, corpus: Corpus, progress: Progress) -> Document | None:
        """Fetch the act into a corpus and return its document; None if the corpus holds it already.

        Raises:
            NoAddress: the table has no address for it.
            WrongAct: what is at the address has another number, year or checksum.
            CollectProblem: it cannot be fetched, read or admitted.

        """
        if any(map(self.is_act_of, corpus.documents().values())):
            return None
        if self.url is None:
            raise NoAddress(label=self.label, relation=self.relation, table=corpus.folder / SOURCES_NAME)
        named = f"{self.label}, {self.url}"
        try:
            return fetch_into(corpus, self.url, named, progress, self._check)
        except NotFetched as error:
            raise NotFetched(url=named, reason=error.reason) from error

    def _check(self, document: Document) -> None:
        if not self.is_act_of(document):
            found = f"số {document.number or 'để trống'}, ngày {document.issued_on or 'để trống'}"
            raise WrongAct(url=self.url, label=self.label, reason=found)
        if self.sha256 not in (None, document.sha256):
            raise WrongAct(url=self.url, label=self.label, reason=f"sai sha256: {document.sha256}")


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class _Sources:
    text: list[NationalText]


def national_texts(folder: Path) -> list[NationalText]:
    """Return the entries of the table in a corpus folder.

    Raises:
        BrokenTable: there is no such table, or an entry lacks a field or has one too many.

    """
    return read_table(folder / SOURCES_NAME, TypeAdapter(_Sources)).text
