"""A small sentence-transformers model fitted on the corpus itself, offline, in seconds.

Latent semantic analysis (Deerwester et al. 1990): each syllable's vector is its row of the truncated
singular value decomposition of the passages' tf-idf matrix, times its idf. A text's vector is the mean
of its syllables', without accents, so that a question typed without them finds the same passages.
"""

from collections.abc import Sequence

import numpy as np
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

_UNKNOWN = "[UNK]"
_SEED = 0


def fit_lsa(texts: Sequence[str], dimensions: int = 128) -> SentenceTransformer:
    """Return an encoder fitted on these texts.

    Args:
        texts: at least one text with a word in it.
        dimensions: of the vectors; fewer where the texts give fewer.

    """
    tokenizer = _tokenizer({})
    vectorizer = TfidfVectorizer(analyzer=lambda text: _pieces(tokenizer, text), sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts)
    rank = max(1, min(dimensions, min(matrix.shape) - 1))
    components = TruncatedSVD(rank, random_state=_SEED).fit(matrix).components_
    weights = (components * vectorizer.idf_).T.astype(np.float32)
    vocabulary = {word: at + 1 for at, word in enumerate(vectorizer.get_feature_names_out())}
    table = np.vstack([np.zeros((1, rank), np.float32), weights])
    embedding = StaticEmbedding(_tokenizer({_UNKNOWN: 0, **vocabulary}), embedding_weights=table)
    return SentenceTransformer(modules=[embedding, Normalize()], device="cpu")


def _tokenizer(vocabulary: dict[str, int]) -> Tokenizer:
    """Build a tokenizer into lower-case syllables without accents."""
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace("đ", "d"),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def _pieces(tokenizer: Tokenizer, text: str) -> list[str]:
    normal = tokenizer.normalizer.normalize_str(text)
    return [piece for piece, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normal)]
