"""The folder of legal texts that an index is built of: what is in it, and whether that has changed."""

import hashlib
from pathlib import Path

from index.errors import BrokenIndex, NoIndex
from index.model_files import can_be_had
from index.store import Manifest, read_manifest, software
from ingest import texts_in
from ingest.catalog import CATALOG_NAME


def corpus_hashes(corpus_dir: Path) -> dict[str, str]:
    """Return file name → SHA-256 for a corpus folder's texts and catalog; a file that cannot be read → ""."""
    return {path.name: _sha256(path) for path in (*texts_in(corpus_dir), corpus_dir / CATALOG_NAME)}


def is_stale(corpus_dir: Path, index_dir: Path, encoder: str) -> bool:
    """Tell whether an index is missing, broken, or not of these files, this encoder and this release."""
    try:
        manifest = read_manifest(index_dir)
    except (NoIndex, BrokenIndex):
        return True
    return not built_of(manifest, corpus_hashes(corpus_dir), encoder)


def built_of(manifest: Manifest, hashes: dict[str, str], encoder: str) -> bool:
    """Tell whether an index is of these files, this encoder and this release."""
    if (manifest.corpus, manifest.encoder, manifest.software) != (hashes, encoder, software()):
        return False
    return can_be_had(encoder, manifest.revision)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
