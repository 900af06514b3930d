"""Training on a tiny codification made here, and the encoder that ships with the project."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

import index
from training.card import write_card
from training.encoder import learn_vocabulary, train
from training.measure import nearness
from training.pairs import SOURCES, Pair

SHIPPED = Path(index.__file__).with_name("model")
TOPICS = ["tiền lương", "nghỉ phép", "đất đai", "hôn nhân", "bầu cử", "giao thông", "thuế", "môi trường"]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [Pair(f"hỏi về {topic}", f"Luật\n{topic} được quy định", topic) for topic in TOPICS * 8]


def trained(pairs: list[Pair]) -> SentenceTransformer:
    return train(pairs, learn_vocabulary(pairs, Random(0), least=4), dimensions=16)


@pytest.fixture(scope="module")
def model(pairs: list[Pair]) -> SentenceTransformer:
    return trained(pairs)


def test_training_is_the_same_every_time(pairs: list[Pair], model: SentenceTransformer) -> None:
    assert np.array_equal(model.encode(TOPICS), trained(pairs).encode(TOPICS))


def test_a_trained_model_is_read_back_from_disk(model: SentenceTransformer, tmp_path: Path) -> None:
    model.save(str(tmp_path), create_model_card=False)
    again = SentenceTransformer(str(tmp_path), device="cpu", local_files_only=True)
    assert np.array_equal(model.encode(TOPICS), again.encode(TOPICS))


def test_the_card_says_seed_data_and_figures(model: SentenceTransformer, tmp_path: Path) -> None:
    for name in SOURCES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    figures = {"Zalo": {"MRR@10": 0.5, "R@10": 0.25}}
    write_card(tmp_path, model, data=tmp_path, seed=7, pairs=64, figures=figures)
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "seed 7" in card
    assert "| Zalo | 0.500 | 0.250 |" in card
    assert "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" in card


@pytest.fixture(scope="module")
def shipped() -> SentenceTransformer:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        return SentenceTransformer(str(SHIPPED), device="cpu", local_files_only=True)


def test_the_shipped_encoder_does_not_mind_accents(shipped: SentenceTransformer) -> None:
    accented, plain, decomposed = shipped.encode(["Dân chủ", "dan chu", "da\u0302n chu\u0309"])
    assert np.array_equal(accented, plain)
    assert np.array_equal(accented, decomposed)


def test_the_shipped_encoder_gives_unit_vectors(shipped: SentenceTransformer) -> None:
    texts = ["dân chủ", "Kinh phí lấy từ đâu?", "dân" + "😀" * 9, "kinh phí " * 2_000]
    vectors = shipped.encode(texts, normalize_embeddings=True).astype(np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-6)
    assert not shipped.encode(["", "🙂", "ζητώ"]).any()


@pytest.mark.parametrize(
    ("everyday", "official"),
    [
        ("xóm", "thôn"),
        ("xóm", "tổ dân phố"),
        ("giấy tờ", "hồ sơ"),
        ("giấy tờ", "thủ tục"),
        ("ông chủ", "người sử dụng lao động"),
        ("góp ý", "tham gia ý kiến"),
    ],
)
def test_everyday_words_are_near_official_ones(
    shipped: SentenceTransformer, everyday: str, official: str
) -> None:
    near, far = nearness(shipped, [(everyday, official), (everyday, "hôn nhân")])
    assert near > max(0.3, far)


def test_the_shipped_encoder_is_small_and_holds_no_pickle() -> None:
    files = [path for path in SHIPPED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 25_000_000
    assert {path.suffix for path in files} == {".json", ".md", ".safetensors"}
