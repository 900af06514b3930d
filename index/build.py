"""Building an index: corpus → documents → passages → terms and vectors, beside the one in use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from index.corpus import built_of, corpus_hashes
from index.errors import BrokenIndex, EmptyCorpus, NoIndex
from index.model_files import SHIPPED_ENCODER
from index.store import (
    FORMAT,
    Manifest,
    current_version,
    manifest_of,
    new_version,
    release,
    software,
    switch_to,
    write_manifest,
)
from index.texts import Documents, Parts
from ingest import Document, IngestError, read_documents, texts_in
from ingest.catalog import CATALOG_NAME
from ingest.identity import told_apart
from ingest.references import resolve_references

Progress = Callable[[str, float], None]
"""Called with what is being done (Vietnamese) and the share done so far, 0 to 1."""

_READING_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build gave: the manifest, the files that failed and why, and whether anything was built."""

    manifest: Manifest
    failures: tuple[IngestError, ...]
    built: bool


def build_index(
    corpus_dir: Path,
    index_dir: Path,
    encoder: str = SHIPPED_ENCODER,
    *,
    force: bool = False,
    progress: Progress = lambda _message, _share: None,
) -> BuildReport:
    """Build the index of a folder of legal texts, unless the one in use is of the same files.

    The index in use stays untouched, and in use, until the new one is whole. Documents that have not
    changed are not read again; with an encoder by name, passages that have not changed are not encoded
    again.

    Raises:
        EmptyCorpus: not one file could be read; the message names each.
        EncoderProblem: the encoder cannot be loaded.

    """
    hashes = corpus_hashes(corpus_dir)
    in_use = None if force else _in_use(index_dir)
    known = _documents_still_right(in_use, hashes) if in_use else {}
    documents, failures = _read_all(corpus_dir, hashes, known, progress)
    if not documents:
        raise EmptyCorpus(_nothing_read(corpus_dir, failures))
    if in_use and built_of(in_use.manifest, hashes, encoder):
        release(index_dir)
        return BuildReport(in_use.manifest, failures, built=False)
    from index.write import write_index  # noqa: PLC0415 (torch: only when there is something to build)

    with new_version(index_dir) as folder:
        passages, model = write_index(
            folder,
            documents,
            encoder,
            in_use.folder if in_use else None,
            lambda message, share: progress(message, _READING_SHARE + (1 - _READING_SHARE) * share),
        )
        manifest = Manifest(
            format=FORMAT,
            version=_version_name(hashes, encoder),
            built_at=datetime.now(UTC).isoformat(timespec="seconds"),
            corpus=hashes,
            encoder=encoder,
            revision=model.revision,
            dimensions=model.dimensions,
            documents=len(documents),
            passages=passages,
            software=software(),
        )
        write_manifest(folder, manifest)
        switch_to(index_dir, folder, manifest.version)
    return BuildReport(manifest, failures, built=True)


@dataclass(frozen=True, slots=True)
class _InUse:
    """The version in use, whole as far as its files can tell."""

    folder: Path
    manifest: Manifest
    documents: list[Document]


def _in_use(index_dir: Path) -> _InUse | None:
    """Return the version in use; None if there is none, or a part of it is missing or cannot be read."""
    try:
        folder = current_version(index_dir)
        found = _InUse(folder, manifest_of(folder), list(Documents(folder).values()))
        list(Parts(folder).passages)
    except (NoIndex, BrokenIndex):
        return None
    return found if (folder / "vectors.faiss").is_file() else None


def _documents_still_right(in_use: _InUse, hashes: dict[str, str]) -> dict[tuple[str, str], Document]:
    """Return documents by source and SHA-256, if this release read them with the same catalog."""
    read_with = (in_use.manifest.software, in_use.manifest.corpus.get(CATALOG_NAME))
    if read_with != (software(), hashes.get(CATALOG_NAME)):
        return {}
    return {(document.source, document.sha256): document for document in in_use.documents}


def _read_all(
    corpus_dir: Path,
    hashes: dict[str, str],
    known: dict[tuple[str, str], Document],
    progress: Progress,
) -> tuple[list[Document], tuple[IngestError, ...]]:
    documents: dict[str, Document] = {}
    failures: list[IngestError] = []
    paths = texts_in(corpus_dir)
    kept = {path: known.get((_source(path), hashes[path.name])) for path in paths}
    read = read_documents([path for path in paths if kept[path] is None])
    for done, path in enumerate(paths):
        progress(f"Đọc {path.name}", _READING_SHARE * done / len(paths))
        document = kept[path] or next(read)
        try:
            if isinstance(document, IngestError):
                raise document
            document = told_apart(replace(document, source=_source(path)), path, documents)
        except IngestError as error:
            failures.append(error)
        else:
            documents[document.id] = document
    return list(resolve_references(tuple(documents.values()))), tuple(failures)


def _source(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _nothing_read(corpus_dir: Path, failures: tuple[IngestError, ...]) -> str:
    reasons = "".join(f"\n{failure}" for failure in failures)
    remedy = "Hãy thêm văn bản bằng danchu corpus add."
    return f"Không có văn bản nào đọc được trong “{corpus_dir}”. {remedy}{reasons}"


def _version_name(hashes: dict[str, str], encoder: str) -> str:
    """Name a version so that names sort by the time they were built."""
    digest = sha256(repr((sorted(hashes.items()), encoder)).encode()).hexdigest()
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{digest[:8]}"
