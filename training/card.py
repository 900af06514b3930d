"""The model card: what the encoder is, what it was trained on, and what it gives."""

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from sentence_transformers import SentenceTransformer

from training.measure import Figures, nearness
from training.pairs import EVERYDAY, SOURCES

_LIBRARIES = ("sentence-transformers", "tokenizers", "torch", "transformers")
_WORDS = (
    ("xóm", "thôn"),
    ("xóm", "tổ dân phố"),
    ("giấy tờ", "hồ sơ"),
    ("giấy tờ", "thủ tục"),
    ("ông chủ", "người sử dụng lao động"),
    ("góp ý", "tham gia ý kiến"),
)
_CARD = """---
language: vi
license: mit
library_name: sentence-transformers
pipeline_tag: sentence-similarity
---
# A static encoder for Vietnamese legal text, without accents

A table of {pieces} vectors of {dimensions} numbers, one for each syllable or frequent phrase; a text's
vector is the mean of its pieces', of length 1. Accents are taken off: "dân chủ" and "dan chu" are one.

    SentenceTransformer("index/model").encode("Kinh phí lấy từ đâu?")

## Trained on

{pairs} pairs of a question and a passage, derived from official texts and machine-written questions,
seed {seed}:

    python -m training.encoder --data ../shared/benchmarks --out index/model

| file | sha256 |
|---|---|
{files}

With Python {python}, {libraries}.

## Measured

On development questions, none of which it was trained on; every article of the set is ranked by cosine alone.

| questions | MRR@10 | R@10 |
|---|---|---|
{figures}

Cosine between everyday words and the official ones, which `training/everyday.toml` teaches:

| everyday | official | cosine |
|---|---|---|
{words}

## Not for

Telling apart words that differ by accents only, the order of words, or negation: it stands beside a search
for terms, which sees the words themselves. `docs/encoder.md` says what else was tried.
"""


def write_card(
    folder: Path,
    model: SentenceTransformer,
    *,
    data: Path,
    seed: int,
    pairs: int,
    figures: Figures,
) -> None:
    """Write `README.md` beside the model."""
    embedding = model[0]
    files = {**{name: data / name for name in SOURCES}, f"training/{EVERYDAY.name}": EVERYDAY}
    text = _CARD.format(
        pieces=embedding.num_embeddings,
        dimensions=embedding.embedding_dim,
        pairs=pairs,
        seed=seed,
        files=_rows((f"`{name}`", _sha256(path)) for name, path in files.items()),
        python=platform.python_version(),
        libraries=", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
        figures=_rows(
            (name, f"{given['MRR@10']:.3f}", f"{given['R@10']:.3f}") for name, given in figures.items()
        ),
        words=_rows(
            (*words, f"{cosine:.2f}") for words, cosine in zip(_WORDS, nearness(model, _WORDS), strict=True)
        ),
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def _rows(rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
