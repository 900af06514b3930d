"""The encoder's pieces: syllables without accents, phrases, and where texts are cut."""

import pytest
from tokenizers import Tokenizer

from training.vocabulary import learn_tokenizer

TEXTS = ["Thực hiện dân chủ ở cơ sở", "dân chủ trực tiếp; dân chủ đại diện", "chủ hộ, dân cư", "dân, chủ"] * 3


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return learn_tokenizer(TEXTS, phrases=2, wanted=["ông chủ"], least=6)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("dân chủ", ["▁dan▁chu"]),
        ("dan chu", ["▁dan▁chu"]),
        ("DÂN  CHỦ ", ["▁dan▁chu"]),
        ("da\u0302n chu\u0309", ["▁dan▁chu"]),
        ("dân, chủ", ["▁dan", "▁chu"]),
        ("dân\nchủ", ["▁dan", "▁chu"]),
        ("Đại diện", ["▁dai", "▁dien"]),
        ("ông chủ", ["▁ong▁chu"]),
        ("", []),
        ("🙂 … %%", []),
    ],
)
def test_how_a_text_is_cut(tokenizer: Tokenizer, text: str, pieces: list[str]) -> None:
    assert tokenizer.encode(text).tokens == pieces


def test_a_word_never_seen_is_unknown(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("wxyz").ids == [0]


def test_only_so_many_phrases_as_asked() -> None:
    learned = learn_tokenizer(TEXTS, phrases=1, least=2)
    assert sum("▁" in piece[1:] for piece in learned.get_vocab()) == 1


def test_the_same_texts_give_the_same_tokenizer(tokenizer: Tokenizer) -> None:
    assert learn_tokenizer(TEXTS, phrases=2, wanted=["ông chủ"], least=6).to_str() == tokenizer.to_str()
