"""What the index's tests share: tiny models saved as real ones are, and what else is made small."""

import shutil
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, StaticEmbedding, Transformer
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, XLMRobertaConfig, XLMRobertaModel

from index.tokens import syllables
from ingest import Document, read_document
from ingest.accents import fold

WORDS = ("[UNK]", "kinh", "phí", "dân", "chủ", "query", "passage", ":", "dân_chủ")
LONGEST = 24


@pytest.fixture
def static_model(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of models whose vector counts the words of a text: a prompt shows in it."""

    def make(name: str = "tiny", **prompts: str) -> Path:
        tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, "[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        weights = np.eye(len(WORDS), dtype=np.float32)
        module = StaticEmbedding(tokenizer, embedding_weights=weights)
        model = SentenceTransformer(modules=[module], prompts=prompts or None, device="cpu")
        model.save(str(tmp_path / name), create_model_card=False)
        return tmp_path / name

    return make


@pytest.fixture(scope="session")
def trained_transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save a one-layer XLM-R with random weights, mean pooling, and a tokenizer trained on one line."""
    folder = tmp_path_factory.mktemp("transformer")
    tokenizer = Tokenizer(models.WordPiece(unk_token="<unk>"))  # noqa: S106 (a word)
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    lines = ["query: passage: kinh phí thực hiện dân chủ dân_chủ ở cơ sở"]
    tokenizer.train_from_iterator(lines, trainers.WordPieceTrainer(special_tokens=special, vocab_size=200))
    marks = {"pad_token": "<pad>", "unk_token": "<unk>"}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, model_max_length=LONGEST, **marks)  # type: ignore[no-untyped-call]
    config = XLMRobertaConfig(
        vocab_size=len(fast),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=LONGEST + 2,
    )
    torch.manual_seed(0)
    XLMRobertaModel(config).save_pretrained(folder / "plain")
    fast.save_pretrained(folder / "plain")
    modules = [Transformer(str(folder / "plain"), max_seq_length=LONGEST), Pooling(16)]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder / "whole"), create_model_card=False)
    return folder / "whole"


@pytest.fixture
def transformer(trained_transformer: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of copies of the transformer, under any name."""

    def make(name: str) -> Path:
        return Path(shutil.copytree(trained_transformer, tmp_path / name))

    return make


@pytest.fixture(scope="session")
def documents(corpus: Path) -> list[Document]:
    return [read_document(path) for path in sorted(corpus.glob("*.txt"))]


@pytest.fixture(scope="session")
def known(documents: list[Document]) -> Callable[[str], int]:
    counts: Counter[str] = Counter()
    for document in documents:
        for provision in document.provisions:
            words = [fold(word) for word in syllables(document.text[slice(*provision.span)])]
            counts.update({*words, *(f"{first} {second}" for first, second in pairwise(words))})
    return counts.__getitem__
