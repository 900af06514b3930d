"""The real loading code on a tiny model made here: any sentence-transformers model by name or path."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, models, pre_tokenizers

from index import EncoderProblem, HybridRetriever, build_index, current_version, open_index
from index.encoder import SentenceEncoder, load_encoder
from index.lsa import fit_lsa


@pytest.fixture
def tiny_model(tmp_path: Path) -> Path:
    """Save a model with prompts for questions and passages, as E5 has."""
    words = ["[UNK]", "kinh", "phí", "dân", "chủ", "query", "passage", ":"]
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.eye(len(words), dtype=np.float32)
    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights)],
        prompts={"query": "query: ", "document": "passage: "},
        device="cpu",
    )
    model.save(str(tmp_path / "tiny"), create_model_card=False)
    return tmp_path / "tiny"


def test_questions_and_passages_get_their_prompts(tiny_model: Path) -> None:
    encoder = load_encoder(str(tiny_model))
    question, passage = encoder.encode_question("kinh phí"), encoder.encode_passages(["kinh phí"])[0]
    assert question[5] > 0
    assert passage[6] > 0
    assert question[6] == passage[5] == 0
    assert np.linalg.norm(question) == pytest.approx(1)
    assert encoder.embed_query("kinh phí") == pytest.approx(question.tolist())
    assert encoder.embed_documents(["kinh phí"])[0] == pytest.approx(passage.tolist())


def test_another_encoder_by_path_serves_the_same_retriever(
    own_corpus: Path, tmp_path: Path, tiny_model: Path
) -> None:
    index_dir = tmp_path / "index"
    report = build_index(own_corpus, index_dir, str(tiny_model))
    assert (report.manifest.encoder, report.manifest.dimensions) == (str(tiny_model), 8)
    assert not (current_version(index_dir) / "encoder").exists()
    retriever = open_index(index_dir, str(tiny_model))
    assert retriever.search("kinh phí Sóc Trăng", 1)[0].passage.eid == "art_3"


def test_unchanged_passages_are_not_encoded_again(
    own_corpus: Path, tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_dir = tmp_path / "index"
    build_index(own_corpus, index_dir, str(tiny_model))
    encoded: list[str] = []
    original = SentenceEncoder.encode_passages

    def recording(self: SentenceEncoder, texts: list[str]) -> np.ndarray:
        encoded.extend(texts)
        return original(self, texts)

    monkeypatch.setattr(SentenceEncoder, "encode_passages", recording)
    (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    build_index(own_corpus, index_dir, str(tiny_model))
    assert len(encoded) == 1
    assert "Nội dung mới." in encoded[0]
    assert len(open_index(index_dir).documents) == 6


def test_an_encoder_that_is_not_the_index_s_is_an_error(index_dir: Path) -> None:
    with pytest.raises(EncoderProblem, match=r"“corpus”, không phải “intfloat/e5”.*danchu index build"):
        open_index(index_dir, "intfloat/e5")


def test_a_broken_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderProblem, match="DANCHU_ENCODER"):
        load_encoder(str(tmp_path))


def test_the_fitted_encoder_is_the_same_every_time() -> None:
    texts = ["kinh phí thực hiện", "dân chủ ở cơ sở", "hương ước, quy ước", "công khai thông tin"]
    one, other = (fit_lsa(texts, dimensions=3).encode(texts) for _ in range(2))
    assert np.array_equal(one, other)


def test_the_fitted_encoder_does_not_mind_accents() -> None:
    model = fit_lsa(["kinh phí thực hiện", "dân chủ ở cơ sở", "hương ước, quy ước"], dimensions=2)
    accented, plain, unknown = model.encode(["Kinh phí", "kinh phi", "xyz"])
    assert np.array_equal(accented, plain)
    assert not unknown.any()


def test_the_index_s_own_encoder_needs_no_network(
    retriever: HybridRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert retriever.encoder.embed_query("kinh phí")
