"""Writing one index version: documents, passages, their terms (BM25) and vectors (FAISS)."""

from collections.abc import Callable, Sequence
from pathlib import Path

import faiss
import numpy as np

from index.encoder import SentenceEncoder, load_encoder
from index.engine import Entry, SearchEngine
from index.lsa import fit_lsa
from index.passages import Passage
from index.segment import passages_of
from index.store import CORPUS_ENCODER, manifest_of, passages_in, write_texts
from ingest import Document

_BATCH = 256
"""Passages encoded between two steps of the progress bar."""


def write_index(
    folder: Path,
    documents: Sequence[Document],
    encoder: str,
    previous: Path | None,
    progress: Callable[[str, float], None],
) -> tuple[int, int]:
    """Write all of an index version but its manifest into an empty folder.

    Args:
        folder: where to write.
        documents: at least one.
        encoder: a model's name or path, or "corpus" to fit one on these passages.
        previous: the version in use, whose vectors are taken over where the text is the same.
        progress: called with a Vietnamese message and the share done.

    Returns:
        The number of passages, and the vectors' dimensions.

    """
    progress("Tách điều khoản thành đoạn và câu", 0.0)
    passages = [passage for document in documents for passage in passages_of(document)]
    write_texts(folder, documents, passages)
    rows = _vectors(folder, passages, encoder, previous, progress)
    progress("Lập bảng từ", 0.8)
    SearchEngine.build(folder, [Entry(p.title, p.context, p.text) for p in passages], rows)
    progress("Xong", 1.0)
    return len(passages), int(rows.shape[1])


def _vectors(
    folder: Path,
    passages: Sequence[Passage],
    name: str,
    previous: Path | None,
    progress: Callable[[str, float], None],
) -> np.ndarray:
    """Return one vector a passage, shape (passages, dimensions), encoding only those not known yet."""
    texts = [passage.searched for passage in passages]
    if name == CORPUS_ENCODER:
        encoder = SentenceEncoder(fit_lsa(texts), CORPUS_ENCODER)
        encoder.model.save(str(folder / "encoder"), create_model_card=False)
    else:
        encoder = load_encoder(name)
    vectors = _known_vectors(previous, name)
    missing = [text for text in dict.fromkeys(texts) if text not in vectors]
    for start in range(0, len(missing), _BATCH):
        progress("Mã hóa các đoạn", 0.2 + 0.6 * start / len(missing))
        batch = missing[start : start + _BATCH]
        vectors.update(zip(batch, encoder.encode_passages(batch), strict=True))
    return np.stack([vectors[text] for text in texts])


def _known_vectors(previous: Path | None, encoder: str) -> dict[str, np.ndarray]:
    """Return searched text → vector of a version built with the same encoder; one fitted anew is another."""
    if previous is None or encoder == CORPUS_ENCODER or manifest_of(previous).encoder != encoder:
        return {}
    rows = faiss.read_index(str(previous / "vectors.faiss"))
    known = (passage.searched for passage in passages_in(previous))
    return {text: np.asarray(rows.reconstruct(at)) for at, text in enumerate(known)}
