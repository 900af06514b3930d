"""The encoder behind LangChain's `Embeddings`: any sentence-transformers model, by name or path."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer
from underthesea import word_tokenize

from index.errors import EncoderProblem
from index.model_files import ModelFiles, find_model
from index.store import Manifest
from index.tokens import lacks_accents, syllables

_LETTERS = 65_536
"""Letters encoded at once, counting every text of a batch as long as the longest: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Family:
    """What models of these names want done to a text; see encoders.toml."""

    names: tuple[str, ...] = ()
    question: str = ""
    passage: str = ""
    segmented: bool = False


_FAMILIES = [
    Family(**{**family, "names": tuple(family["names"])})
    for family in tomllib.loads((Path(__file__).parent / "encoders.toml").read_text(encoding="utf-8"))[
        "family"
    ]
]


def family_of(name: str) -> Family:
    """Return the family that a model's name or path belongs to; one that wants nothing if to none."""
    path = Path(name.partition("@")[0])
    folder = path.parent.parent if path.parent.name == "snapshots" else path
    last = folder.name.rpartition("--")[2].lower()
    fitting = (family for family in _FAMILIES if any(fnmatchcase(last, known) for known in family.names))
    return next(fitting, Family())


class SentenceEncoder(Embeddings):
    """A sentence-transformers model that gives unit vectors.

    Questions and passages go through `encode_query` and `encode_document`, so that a model with
    prompts for each (E5, for one) gets the right one: its own, or its family's if it brings none.
    A text longer than the model's own limit is cut there by the model.
    """

    def __init__(self, model: SentenceTransformer, files: ModelFiles) -> None:
        self.model = model
        self.name = files.name
        self.revision = files.revision
        family = family_of(files.name)
        self.segmented = family.segmented
        model.prompts = _prompts(model, family)

    @cached_property
    def dimensions(self) -> int:
        """How long its vectors are."""
        return len(self.encode_question("dân chủ"))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Encode passages; one vector a text."""
        return [list(map(float, vector)) for vector in self.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Encode one question."""
        return list(map(float, self.encode_question(text)))

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[float], None] = lambda _share: None
    ) -> np.ndarray:
        """Encode passages into a float32 array of shape (texts, dimensions), rows of length 1.

        Args:
            texts: the longest are encoded first, so that too little memory shows at once.
            progress: called after each batch with the share of the letters done, 0 to 1.

        """
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        letters, done = sum(map(len, texts)), 0
        for batch in _batches(texts):
            vectors[batch] = self.model.encode_document(
                [self._worded(texts[at]) for at in batch],
                batch_size=len(batch),
                show_progress_bar=False,
                normalize_embeddings=True,
            )
            done += sum(len(texts[at]) for at in batch)
            progress(done / letters if letters else 1.0)
        return vectors

    def encode_question(self, text: str) -> np.ndarray:
        """Encode a question into a float32 array of shape (dimensions,), of length 1 or all zero."""
        vector = self.model.encode_query(
            self._worded(text), show_progress_bar=False, normalize_embeddings=True
        )
        return np.asarray(vector, dtype=np.float32)

    def _worded(self, text: str) -> str:
        """Join syllables into words if the model wants it; without accents underthesea joins wrongly."""
        if not self.segmented or lacks_accents(syllables(text)):
            return text
        return str(word_tokenize(text, format="text"))


def _prompts(model: SentenceTransformer, family: Family) -> dict[str, str | None]:
    """Return the model's prompts, or its family's if it brings none.

    sentence-transformers looks for "document" before "passage" and finds its own empty one there.
    """
    own = model.prompts
    if not any(own.values()):
        return {"query": family.question, "document": family.passage}
    return {**own, "document": own.get("document") or own.get("passage") or own.get("corpus") or ""}


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of texts, longest first, that fit into `_LETTERS` together; at least one each time."""
    order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
    start = 0
    while start < len(order):
        longest = max(1, len(texts[order[start]]))
        batch = order[start : start + max(1, _LETTERS // longest)]
        yield batch
        start += len(batch)


def load_encoder(name: str) -> SentenceEncoder:
    """Load an encoder by name or path, as `find_model` finds it.

    Raises:
        EncoderProblem: there is no such model here, its files are broken, or it would run code of its own.

    """
    return read_encoder(find_model(name))


def read_encoder(files: ModelFiles) -> SentenceEncoder:
    """Read an encoder from files on this machine, safetensors only, never running code of theirs.

    Raises:
        EncoderProblem: they are broken, or the model would run code of its own.

    """
    try:
        model = SentenceTransformer(
            str(files.folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, SafetensorError) as error:
        own_code = "trust_remote_code" in str(error)
        raise EncoderProblem(
            f"Không nạp được mô hình mã hóa “{files.name}” từ “{files.folder}”: "
            f"{'nó đòi chạy mã riêng, điều không bao giờ được phép.' if own_code else error} "
            "Hãy chọn mô hình khác, kiểm tra tên hoặc thư mục mô hình (biến DANCHU_ENCODER hoặc --encoder), "
            "hay bỏ cả hai để dùng mô hình mặc định."
        ) from error
    return SentenceEncoder(model, files)


def open_encoder(manifest: Manifest, asked: str | None) -> SentenceEncoder:
    """Load the encoder an index version was built with, the very same.

    Args:
        manifest: of the version.
        asked: the name of the encoder asked for, if any.

    Raises:
        EncoderProblem: another one is asked for, or what is here has another revision or other dimensions.

    """
    name = manifest.encoder
    if asked is not None and asked != name:
        raise EncoderProblem(
            f"Chỉ mục được dựng bằng mô hình “{name}”, không phải “{asked}”. "
            f"Hãy dựng lại: danchu index build --encoder {asked}"
        )
    rebuild = f"Hãy dựng lại: danchu index build --encoder {name}"
    files = find_model(name, manifest.revision)
    if files.revision != manifest.revision:
        raise EncoderProblem(
            f"Mô hình “{name}” ở “{files.folder}” nay là bản {files.revision[:12]}, không phải bản "
            f"{manifest.revision[:12]} đã dựng chỉ mục. {rebuild}"
        )
    encoder = read_encoder(files)
    if encoder.dimensions != manifest.dimensions:
        raise EncoderProblem(
            f"Mô hình “{name}” cho vectơ {encoder.dimensions} chiều, chỉ mục có {manifest.dimensions} chiều. "
            f"{rebuild}"
        )
    return encoder
