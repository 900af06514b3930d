"""Writing one index version: documents, passages, their terms (BM25) and vectors (FAISS)."""

from collections.abc import Callable, Sequence
from pathlib import Path

import faiss
import numpy as np

from index.encoder import SentenceEncoder, load_encoder
from index.engine import SearchEngine
from index.entry import Entry
from index.passages import parts_of
from index.segment import passages_of
from index.store import manifest_of, software
from index.texts import Parts, write_texts
from ingest import Document


def write_index(
    folder: Path,
    documents: Sequence[Document],
    encoder: str,
    previous: Path | None,
    progress: Callable[[str, float], None],
) -> tuple[int, SentenceEncoder]:
    """Write all of an index version but its manifest into an empty folder.

    Args:
        folder: where to write.
        documents: at least one.
        encoder: a model's name or path.
        previous: the version in use, whose vectors are taken over where the text is the same.
        progress: called with a Vietnamese message and the share done.

    Returns:
        The number of passages, and the encoder of their vectors.

    """
    progress("Tách điều khoản thành đoạn và câu", 0.0)
    documents = sorted(documents, key=lambda document: document.id)
    passages = [passage for document in documents for passage in passages_of(document)]
    write_texts(folder, documents, passages)
    entries = [part.entry for part in parts_of(passages)]
    model = load_encoder(encoder)
    rows = _vectors(entries, model, previous, progress)
    progress("Lập bảng từ", 0.8)
    SearchEngine.build(folder, entries, rows)
    progress("Xong", 1.0)
    return len(passages), model


def _vectors(
    entries: Sequence[Entry],
    encoder: SentenceEncoder,
    previous: Path | None,
    progress: Callable[[str, float], None],
) -> np.ndarray:
    """Return one vector an entry, shape (entries, dimensions), encoding only those not known yet."""
    texts = [entry.encoded for entry in entries]
    vectors = _known_vectors(previous, encoder)
    missing = [text for text in dict.fromkeys(texts) if text not in vectors]
    encoded = encoder.encode_passages(missing, lambda share: progress("Mã hóa các đoạn", 0.2 + 0.6 * share))
    vectors.update(zip(missing, encoded, strict=True))
    return np.stack([vectors[text] for text in texts])


def _known_vectors(previous: Path | None, encoder: SentenceEncoder) -> dict[str, np.ndarray]:
    """Return encoded text → vector of a version built with this revision of the encoder and this release."""
    if previous is None:
        return {}
    manifest = manifest_of(previous)
    used = (manifest.encoder, manifest.revision, manifest.software)
    if used != (encoder.name, encoder.revision, software()):
        return {}
    rows = faiss.read_index(str(previous / "vectors.faiss"))
    known = enumerate(Parts(previous))
    return {part.entry.encoded: np.asarray(rows.reconstruct(at)) for at, part in known}
