"""Writing one index version: documents, passages, their terms (BM25) and vectors (FAISS)."""

from collections.abc import Callable, Sequence
from pathlib import Path

import faiss
import numpy as np

from index.encoder import SentenceEncoder, load_encoder, read_encoder
from index.engine import Entry, SearchEngine
from index.lsa import fit_lsa
from index.model_files import files_in
from index.passages import Passage
from index.segment import passages_of
from index.store import CORPUS_ENCODER, manifest_of, passages_in, software, write_texts
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
        encoder: a model's name or path, or "corpus" to fit one on these passages.
        previous: the version in use, whose vectors are taken over where the text is the same.
        progress: called with a Vietnamese message and the share done.

    Returns:
        The number of passages, and the encoder of their vectors.

    """
    progress("Tách điều khoản thành đoạn và câu", 0.0)
    passages = [passage for document in documents for passage in passages_of(document)]
    write_texts(folder, documents, passages)
    model = _encoder(folder, passages, encoder)
    rows = _vectors(passages, model, previous, progress)
    progress("Lập bảng từ", 0.8)
    SearchEngine.build(folder, [Entry(p.title, p.context, p.text) for p in passages], rows)
    progress("Xong", 1.0)
    return len(passages), model


def _encoder(folder: Path, passages: Sequence[Passage], name: str) -> SentenceEncoder:
    """Load the encoder, or fit one on these passages and save it beside them."""
    if name != CORPUS_ENCODER:
        return load_encoder(name)
    fit_lsa([passage.searched for passage in passages]).save(str(folder / "encoder"), create_model_card=False)
    return read_encoder(files_in(folder / "encoder", CORPUS_ENCODER))


def _vectors(
    passages: Sequence[Passage],
    encoder: SentenceEncoder,
    previous: Path | None,
    progress: Callable[[str, float], None],
) -> np.ndarray:
    """Return one vector a passage, shape (passages, dimensions), encoding only those not known yet."""
    texts = [passage.searched for passage in passages]
    vectors = _known_vectors(previous, encoder)
    missing = [text for text in dict.fromkeys(texts) if text not in vectors]
    encoded = encoder.encode_passages(missing, lambda share: progress("Mã hóa các đoạn", 0.2 + 0.6 * share))
    vectors.update(zip(missing, encoded, strict=True))
    return np.stack([vectors[text] for text in texts])


def _known_vectors(previous: Path | None, encoder: SentenceEncoder) -> dict[str, np.ndarray]:
    """Return searched text → vector of a version built with this revision of the encoder and this release."""
    if previous is None:
        return {}
    manifest = manifest_of(previous)
    used = (manifest.encoder, manifest.revision, manifest.software)
    if used != (encoder.name, encoder.revision, software()):
        return {}
    rows = faiss.read_index(str(previous / "vectors.faiss"))
    known = (passage.searched for passage in passages_in(previous))
    return {text: np.asarray(rows.reconstruct(at)) for at, text in enumerate(known)}
