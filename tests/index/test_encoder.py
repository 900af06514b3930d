"""The real loading code on tiny models made here: any sentence-transformers model, by name or path."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index import EncoderProblem, build_index, current_version, open_index, read_manifest
from index.encoder import SentenceEncoder, family_of, load_encoder
from index.store import manifest_of, write_manifest

Maker = Callable[..., Path]
QUERY, PASSAGE, JOINED = 5, 6, 8
"""What the numbers of a static model's vector count: see its words."""
E5 = {"query": "query: ", "document": "passage: "}


def test_questions_and_passages_get_the_model_s_prompts(static_model: Maker) -> None:
    encoder = load_encoder(str(static_model(**E5)))
    question, passage = encoder.encode_question("kinh phí"), encoder.encode_passages(["kinh phí"])[0]
    assert question[QUERY] > 0
    assert passage[PASSAGE] > 0
    assert question[PASSAGE] == passage[QUERY] == 0
    assert np.linalg.norm(question) == pytest.approx(1)
    assert encoder.embed_query("kinh phí") == pytest.approx(question.tolist())
    assert encoder.embed_documents(["kinh phí"])[0] == pytest.approx(passage.tolist())


def test_a_prompt_saved_for_passages_is_not_hidden_by_an_empty_one(static_model: Maker) -> None:
    encoder = load_encoder(str(static_model(query="query: ", passage="passage: ")))
    assert encoder.encode_passages(["kinh phí"])[0][PASSAGE] > 0


def test_a_family_s_prompts_serve_a_model_that_brings_none(static_model: Maker, transformer: Maker) -> None:
    encoder = load_encoder(str(static_model("multilingual-e5-small")))
    assert encoder.encode_question("kinh phí")[QUERY] > 0
    assert encoder.encode_passages(["kinh phí"])[0][PASSAGE] > 0
    folder = transformer("multilingual-e5-base")
    plain = SentenceTransformer(str(folder), device="cpu")
    expected = plain.encode(["query: dân chủ", "passage: dân chủ"], normalize_embeddings=True)
    encoder = load_encoder(str(folder))
    assert encoder.encode_question("dân chủ") == pytest.approx(expected[0], abs=1e-6)
    assert encoder.encode_passages(["dân chủ"])[0] == pytest.approx(expected[1], abs=1e-6)


def test_the_model_s_own_prompts_come_before_its_family_s(static_model: Maker) -> None:
    encoder = load_encoder(str(static_model("multilingual-e5-small", query="dân ")))
    assert encoder.encode_question("kinh phí")[QUERY] == 0
    assert encoder.encode_passages(["kinh phí"])[0][PASSAGE] == 0


INSTRUCTION = "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:"


@pytest.mark.parametrize(
    ("name", "question", "passage", "segmented"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: ", False),
        ("intfloat/e5-large-v2", "query: ", "passage: ", False),
        ("/duong/dan/Multilingual-E5-base", "query: ", "passage: ", False),
        ("/kho/models--intfloat--multilingual-e5-base/snapshots/0a1b", "query: ", "passage: ", False),
        ("intfloat/multilingual-e5-large-instruct", INSTRUCTION + " ", "", False),
        ("Qwen/Qwen3-Embedding-0.6B", INSTRUCTION, "", False),
        ("Alibaba-NLP/gte-Qwen2-1.5B-instruct", INSTRUCTION + " ", "", False),
        ("Alibaba-NLP/gte-multilingual-base", "", "", False),
        ("BAAI/bge-m3@refs/pr/38", "", "", False),
        ("AITeamVN/Vietnamese_Embedding", "", "", False),
        ("keepitreal/vietnamese-sbert", "", "", False),
        ("bkai-foundation-models/vietnamese-bi-encoder", "", "", True),
        ("dangvantuan/vietnamese-embedding", "", "", True),
        ("dangvantuan/vietnamese-embedding-LongContext", "", "", False),
        ("VoVanPhuc/sup-SimCSE-VietNamese-phobert-base", "", "", True),
        ("ai-do/mot-mo-hinh-la", "", "", False),
    ],
)
def test_known_families(name: str, question: str, passage: str, segmented: bool) -> None:
    family = family_of(name)
    assert (family.question, family.passage, family.segmented) == (question, passage, segmented)


def test_words_are_joined_for_a_model_that_wants_it_and_for_no_other(static_model: Maker) -> None:
    joining = load_encoder(str(static_model("vietnamese-bi-encoder")))
    assert joining.encode_question("dân chủ")[JOINED] > 0
    assert joining.encode_passages(["dân chủ"])[0][JOINED] > 0
    plain = load_encoder(str(static_model("vietnamese-sbert")))
    assert plain.encode_question("dân chủ")[JOINED] == 0


def test_words_are_not_joined_where_the_accents_are_missing(
    static_model: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.encoder.word_tokenize", lambda _text, **_: "dân_chủ")
    encoder = load_encoder(str(static_model("vietnamese-bi-encoder")))
    assert encoder.encode_question("dân chủ ở cơ sở")[JOINED] > 0
    assert encoder.encode_question("dan chu o co so")[JOINED] == 0


def test_long_texts_are_cut_where_the_model_says(transformer: Maker) -> None:
    encoder = load_encoder(str(transformer("dai")))
    assert encoder.model.max_seq_length == 24
    short, long = encoder.encode_passages(["dân chủ " * 12, "dân chủ " * 5000])
    assert short == pytest.approx(long, abs=1e-5)


def test_texts_are_encoded_in_batches_of_bounded_size_with_progress(
    transformer: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = load_encoder(str(transformer("tung-dot")))
    texts = [f"{'dân chủ ' * (at % 7)}kinh phí {at}" for at in range(50)]
    whole = encoder.encode_passages(texts)
    monkeypatch.setattr("index.encoder._LETTERS", 200)
    batches: list[list[str]] = []
    original = encoder.model.encode_document

    def recording(batch: list[str], **options: object) -> object:
        batches.append(batch)
        return original(batch, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(encoder.model, "encode_document", recording)
    shares: list[float] = []
    assert encoder.encode_passages(texts, shares.append) == pytest.approx(whole, abs=1e-5)
    assert all(len(batch) * max(map(len, batch)) <= 200 for batch in batches)
    assert len(shares) == len(batches) > 5
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert encoder.encode_passages([]).shape == (0, 16)


def test_another_encoder_by_path_serves_the_same_retriever(
    own_corpus: Path, tmp_path: Path, static_model: Maker
) -> None:
    index_dir, model = tmp_path / "index", str(static_model())
    report = build_index(own_corpus, index_dir, model)
    assert (report.manifest.encoder, report.manifest.dimensions) == (model, 9)
    assert report.manifest.revision == load_encoder(model).revision
    assert not (current_version(index_dir) / "encoder").exists()
    retriever = open_index(index_dir, model)
    assert retriever.search("kinh phí Sóc Trăng", 1)[0].passage.eid == "art_3"


def test_unchanged_passages_are_not_encoded_again_unless_the_model_changed(
    own_corpus: Path, tmp_path: Path, static_model: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_dir, model = tmp_path / "index", str(static_model())
    passages = build_index(own_corpus, index_dir, model).manifest.passages
    encoded: list[str] = []
    original = SentenceEncoder.encode_passages

    def recording(self: SentenceEncoder, texts: list[str], *progress: Callable[[float], None]) -> np.ndarray:
        encoded.extend(texts)
        return original(self, texts, *progress)

    monkeypatch.setattr(SentenceEncoder, "encode_passages", recording)
    (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    build_index(own_corpus, index_dir, model)
    assert len(encoded) == 1
    assert "Nội dung mới." in encoded[0]
    assert len(open_index(index_dir).documents) == 6
    encoded.clear()
    static_model(**E5)
    build_index(own_corpus, index_dir, model)
    assert len(encoded) > 0.9 * passages


def test_an_encoder_that_is_not_the_index_s_is_an_error(index_dir: Path) -> None:
    with pytest.raises(EncoderProblem, match=r"“danchu”, không phải “intfloat/e5”.*--encoder intfloat/e5"):
        open_index(index_dir, "intfloat/e5")


def test_a_model_that_has_changed_is_an_error_and_makes_the_index_stale(
    own_corpus: Path, tmp_path: Path, static_model: Maker
) -> None:
    model = str(static_model())
    build_index(own_corpus, tmp_path / "index", model)
    assert not build_index(own_corpus, tmp_path / "index", model).built
    static_model(**E5)
    with pytest.raises(EncoderProblem, match=r"nay là bản .* đã dựng chỉ mục.*danchu index build --encoder"):
        open_index(tmp_path / "index")
    assert build_index(own_corpus, tmp_path / "index", model).built
    assert open_index(tmp_path / "index").search("kinh phí", 1)


def test_vectors_of_other_dimensions_are_an_error(
    own_corpus: Path, tmp_path: Path, static_model: Maker
) -> None:
    build_index(own_corpus, tmp_path / "index", str(static_model()))
    folder = current_version(tmp_path / "index")
    write_manifest(folder, replace(manifest_of(folder), dimensions=768))
    with pytest.raises(EncoderProblem, match=r"9 chiều, chỉ mục có 768 chiều.*danchu index build"):
        open_index(tmp_path / "index")


def test_the_shipped_model_is_one_folder_that_needs_no_network(
    own_corpus: Path, tmp_path: Path, static_model: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.model_files._SHIPPED", static_model("model"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    build_index(own_corpus, tmp_path / "index", "danchu")
    assert read_manifest(tmp_path / "index").encoder == "danchu"
    assert open_index(tmp_path / "index", "danchu").search("kinh phí", 1)


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderProblem, match="safetensors"):
        load_encoder(str(tmp_path))


def test_a_broken_model_is_an_error(static_model: Maker) -> None:
    folder = static_model()
    (folder / "model.safetensors").write_bytes(b"hong")
    with pytest.raises(EncoderProblem, match="DANCHU_ENCODER"):
        load_encoder(str(folder))


@pytest.mark.parametrize("extra", ["modules.json", "config.json"])
def test_code_of_a_model_s_own_never_runs(transformer: Maker, extra: str) -> None:
    folder = transformer("la")
    (folder / "evil.py").write_text(f"open({str(folder / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    settings = json.loads((folder / extra).read_text(encoding="utf-8"))
    if extra == "modules.json":
        settings[0]["type"] = "evil.Module"
    else:
        settings |= {"model_type": "la", "auto_map": {"AutoConfig": "evil.C", "AutoModel": "evil.M"}}
    (folder / extra).write_text(json.dumps(settings), encoding="utf-8")
    with pytest.raises(EncoderProblem, match="chạy mã riêng"):
        load_encoder(str(folder))
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("beside_safetensors", [False, True])
def test_pickled_weights_are_refused_unless_there_are_safe_ones(
    transformer: Maker, beside_safetensors: bool
) -> None:
    folder = transformer("cu")
    torch.save(SentenceTransformer(str(folder), device="cpu")[0].state_dict(), folder / "pytorch_model.bin")
    if beside_safetensors:
        assert load_encoder(str(folder)).dimensions == 16
        return
    (folder / "model.safetensors").unlink()
    with pytest.raises(EncoderProblem, match=r"chỉ có pytorch_model\.bin.*pickle.*mã lạ.*@refs/pr/"):
        load_encoder(str(folder))
