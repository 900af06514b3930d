"""Train the encoder that ships with the project, on official legal text alone.

    python -m training.encoder --data ../shared/benchmarks --out index/model

A static encoder: a table of vectors, one for each syllable or phrase; a text's vector is the mean of its
pieces', of length 1. It is trained to bring a question nearer to its passage than to the others of the batch
(InfoNCE, Oord et al. 2018). `pairs.py` says what it learns from, `vocabulary.py` what it reads.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Annotated

import torch
import typer
from datasets import Dataset
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer
from torch.utils.data import SequentialSampler

from training.card import write_card
from training.measure import development_figures
from training.pairs import Pair, derive_pairs, read_everyday
from training.vocabulary import UNKNOWN, learn_tokenizer

_SEED = 0
_DIMENSIONS = 256
_PHRASES = 12_000
_BATCH = 1024
_LEARNING_RATE = 0.2
_WARM_UP = 0.1
_SAMPLE = 30_000


def train(
    pairs: Sequence[Pair], tokenizer: Tokenizer, *, dimensions: int = _DIMENSIONS, seed: int = _SEED
) -> SentenceTransformer:
    """Train an encoder for one pass over the pairs, in their order.

    Returns:
        a model that gives vectors of length 1, or zero where a text has no known word. Its numbers have half
        precision's digits, so that the file packs well, in single precision, where zero can be normalised.

    """
    torch.manual_seed(seed)
    embedding = StaticEmbedding(tokenizer, embedding_dim=dimensions)
    model = SentenceTransformer(modules=[embedding, Normalize()], device="cpu")
    questions, passages = [pair.question for pair in pairs], [pair.passage for pair in pairs]
    with TemporaryDirectory() as scratch:
        SentenceTransformerTrainer(
            model=model,
            args=_arguments(scratch, seed),
            train_dataset=Dataset.from_dict({"anchor": questions, "positive": passages}),
            loss=MultipleNegativesRankingLoss(model),
        ).train()
    with torch.no_grad():
        embedding.embedding.weight[tokenizer.token_to_id(UNKNOWN)] = 0  # a word never seen says nothing
    return model.half().float()


def learn_vocabulary(
    pairs: Sequence[Pair], random: Random, phrases: int = _PHRASES, **rarest: int
) -> Tokenizer:
    """Learn the tokenizer from a sample of the pairs; the everyday words are always in it."""
    sample = random.sample(pairs, min(len(pairs), _SAMPLE))
    texts = (text for pair in sample for text in (pair.question, pair.passage))
    everyday = [word for words in read_everyday().values() for word in words]
    return learn_tokenizer(texts, phrases, everyday, **rarest)


def _arguments(scratch: str, seed: int) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=scratch,
        num_train_epochs=1,
        per_device_train_batch_size=_BATCH,
        learning_rate=_LEARNING_RATE,
        warmup_steps=_WARM_UP,
        batch_sampler=_in_order,
        seed=seed,
        save_strategy="no",
        logging_steps=20,
        report_to="none",
        use_cpu=True,
    )


def _in_order(dataset: Dataset, batch_size: int, *, drop_last: bool, **_: object) -> DefaultBatchSampler:
    """Take the pairs as they come: their order makes the batches."""
    return DefaultBatchSampler(SequentialSampler(dataset), batch_size, drop_last)


def main(
    data: Annotated[Path, typer.Option(help="The benchmarks' folder.")],
    out: Annotated[Path, typer.Option(help="Where the model is written.")],
    seed: Annotated[int, typer.Option(help="Of everything that is drawn.")] = _SEED,
    *,
    measure: Annotated[bool, typer.Option(help="Measure on the development questions.")] = True,
) -> None:
    """Derive the pairs, train, measure, and write the model with its card."""
    random = Random(seed)  # noqa: S311 - no secrets here
    _say("deriving pairs")
    pairs = derive_pairs(data, random)
    _say(f"{len(pairs)} pairs; learning the vocabulary")
    tokenizer = learn_vocabulary(pairs, random)
    _say(f"{tokenizer.get_vocab_size()} pieces; training")
    model = train(pairs, tokenizer, seed=seed)
    model.save(str(out), create_model_card=False)
    figures = development_figures(model, data, _say) if measure else {}
    write_card(out, model, data=data, seed=seed, pairs=len(pairs), figures=figures)
    _say(f"written: {out}")


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    typer.run(main)
