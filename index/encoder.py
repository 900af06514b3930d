"""The encoder behind LangChain's `Embeddings`: any sentence-transformers model, by name or path."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer

from index.errors import EncoderProblem

_BATCH = 64


class SentenceEncoder(Embeddings):
    """A sentence-transformers model that gives unit vectors.

    Questions and passages go through `encode_query` and `encode_document`, so that a model with
    prompts for each (E5, for one) gets the right one.
    """

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self.model = model
        self.name = name

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Encode passages; one vector a text."""
        return [list(map(float, vector)) for vector in self.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Encode one question."""
        return list(map(float, self.encode_question(text)))

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Encode passages into a float32 array of shape (texts, dimensions), rows of length 1."""
        vectors = self.model.encode_document(
            list(texts), batch_size=_BATCH, show_progress_bar=False, normalize_embeddings=True
        )
        return np.asarray(vectors, dtype=np.float32)

    def encode_question(self, text: str) -> np.ndarray:
        """Encode a question into a float32 array of shape (dimensions,), of length 1 or all zero."""
        vector = self.model.encode_query(text, show_progress_bar=False, normalize_embeddings=True)
        return np.asarray(vector, dtype=np.float32)


def load_encoder(name: str, folder: Path | None = None) -> SentenceEncoder:
    """Load an encoder.

    Args:
        name: a sentence-transformers model's name or path, as it is shown.
        folder: where its files lie, if not where its name says.

    Raises:
        EncoderProblem: there is no such model here, or its files are broken.

    """
    place = str(folder or name)
    local_only = folder is not None or Path(place).exists() or os.environ.get("HF_HUB_OFFLINE") == "1"
    try:
        model = SentenceTransformer(place, device="cpu", local_files_only=local_only)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise EncoderProblem(
            f"Không nạp được mô hình mã hóa “{name}”: {error} "
            "Hãy kiểm tra tên hoặc thư mục mô hình (biến DANCHU_ENCODER), hoặc bỏ biến này để dùng mô hình "
            "dựng từ kho văn bản."
        ) from error
    return SentenceEncoder(model, name)
