"""Models by name: a hub cache laid out as huggingface_hub lays it out, without the network."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index import EncoderProblem, build_index, is_stale, open_index, read_manifest
from index.encoder import load_encoder
from index.model_files import can_be_had, files_in, find_model

Maker = Callable[..., Path]
NAME = "to-chuc/multilingual-e5-small"
OLD, NEW = "0123456789" * 4, "abcdef0123" * 4


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache of the hub's, and no network."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hf" / "hub"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    return tmp_path / "hf" / "hub"


@pytest.fixture
def silent_hub(hub: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the same cache with the network allowed, and a hub that does not answer."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    return hub


def cached(hub: Path, model: Path, name: str = NAME, commit: str = OLD, ref: str = "main") -> Path:
    """Lay a model out as a download does: a snapshot of links to blobs, and what a ref points at."""
    repository = hub / f"models--{name.replace('/', '--')}"
    snapshot = repository / "snapshots" / commit
    for number, path in enumerate(sorted(path for path in model.rglob("*") if path.is_file())):
        blob = repository / "blobs" / f"{commit}{number}"
        link = snapshot / path.relative_to(model)
        blob.parent.mkdir(parents=True, exist_ok=True)
        link.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, blob)
        link.symlink_to(os.path.relpath(blob, link.parent))
    (repository / "refs" / ref).parent.mkdir(parents=True, exist_ok=True)
    (repository / "refs" / ref).write_text(commit, encoding="utf-8")
    return snapshot


@pytest.mark.parametrize("kind", ["static_model", "transformer"])
def test_a_model_by_name_comes_from_the_cache_with_its_commit(
    hub: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    snapshot = cached(hub, request.getfixturevalue(kind)("mo-hinh"))
    encoder = load_encoder(NAME)
    assert (encoder.name, encoder.revision) == (NAME, OLD)
    assert encoder.model.prompts == {"query": "query: ", "document": "passage: "}
    assert find_model(NAME).folder == snapshot
    assert len(encoder.embed_query("kinh phí")) == encoder.dimensions


def test_a_bare_name_is_one_of_sentence_transformers_own(hub: Path, static_model: Maker) -> None:
    cached(hub, static_model(), "sentence-transformers/all-MiniLM-L6-v2")
    assert load_encoder("all-MiniLM-L6-v2").revision == OLD


def test_a_revision_may_be_named(hub: Path, static_model: Maker) -> None:
    model = static_model()
    cached(hub, model)
    cached(hub, model, commit=NEW, ref="refs/pr/38")
    assert load_encoder(NAME).revision == OLD
    assert load_encoder(f"{NAME}@refs/pr/38").revision == NEW
    assert load_encoder(f"{NAME}@{NEW}").revision == NEW


def test_an_index_keeps_the_revision_it_was_built_with(
    hub: Path, own_corpus: Path, tmp_path: Path, static_model: Maker
) -> None:
    model, index_dir = static_model(), tmp_path / "index"
    first = cached(hub, model)
    build_index(own_corpus, index_dir, NAME)
    cached(hub, model, commit=NEW)
    assert find_model(NAME).revision == NEW
    assert open_index(index_dir, NAME).encoder.revision == read_manifest(index_dir).revision == OLD
    assert not is_stale(own_corpus, index_dir, NAME)
    shutil.rmtree(first)
    with pytest.raises(EncoderProblem, match=f"bản {OLD} .* chỉ có bản {NEW}.*danchu index build --encoder"):
        open_index(index_dir)
    assert is_stale(own_corpus, index_dir, NAME)
    assert build_index(own_corpus, index_dir, NAME).built
    assert open_index(index_dir).encoder.revision == NEW


def test_the_network_is_not_asked_about_a_revision_that_is_here(
    silent_hub: Path, static_model: Maker
) -> None:
    cached(silent_hub, static_model())
    assert find_model(NAME, OLD).revision == OLD
    assert can_be_had(NAME, NEW)


def test_what_is_downloaded_is_neither_code_nor_pickle(
    silent_hub: Path, static_model: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = cached(silent_hub, static_model())
    asked: list[dict[str, object]] = []

    def downloading(repository: str, **options: object) -> str:
        asked.append({"repository": repository, **options})
        return str(snapshot)

    monkeypatch.setattr("index.hub.snapshot_download", downloading)
    find_model(NAME)
    assert [(call["repository"], call["revision"], call["local_files_only"]) for call in asked] == [
        (NAME, None, False)
    ]
    patterns = asked[0]["allow_patterns"]
    assert isinstance(patterns, list)
    assert {"*.safetensors", "*.json"} <= set(patterns)
    assert not {"*", "*.py", "*.bin", "*.pt"} & set(patterns)


def test_a_model_that_is_not_here_offline_is_named_with_where_it_was_looked_for(hub: Path) -> None:
    with pytest.raises(EncoderProblem) as problem:
        load_encoder("BAAI/bge-m3@refs/pr/38")
    said = str(problem.value)
    assert "“BAAI/bge-m3@refs/pr/38”" in said
    assert f"“{hub / 'models--BAAI--bge-m3'}”" in said
    assert "HF_HUB_OFFLINE" in said
    assert "hf download BAAI/bge-m3 --revision refs/pr/38" in said


@pytest.mark.usefixtures("silent_hub")
def test_a_hub_out_of_reach_is_said() -> None:
    with pytest.raises(EncoderProblem, match=r"không tải được \(.+\).*hf download to-chuc/"):
        load_encoder(NAME)


def test_an_unfinished_download_is_said(hub: Path, static_model: Maker) -> None:
    snapshot = cached(hub, static_model())
    (snapshot / "model.safetensors").unlink()
    with pytest.raises(EncoderProblem, match=r"không có tệp \.safetensors nào"):
        load_encoder(NAME)


@pytest.mark.usefixtures("hub")
@pytest.mark.parametrize("name", ["./khong-co", "/khong/co/mo-hinh", "~/khong-co", "a/b/c"])
def test_a_folder_that_is_not_there_is_named_in_full(name: str) -> None:
    with pytest.raises(EncoderProblem, match="không thấy thư mục “/"):
        load_encoder(name)


def test_the_revision_of_a_folder_is_of_what_is_loaded_from_it(static_model: Maker) -> None:
    folder = static_model()
    first = files_in(folder, "tiny").revision
    (folder / "README.md").write_text("khác", encoding="utf-8")
    assert files_in(folder, "tiny").revision == first
    (folder / "config_sentence_transformers.json").write_text("{}", encoding="utf-8")
    assert files_in(folder, "tiny").revision != first


@pytest.mark.parametrize("modules", ["{", '[{"idx": 0}]'])
def test_a_broken_list_of_modules_is_said(static_model: Maker, modules: str) -> None:
    folder = static_model()
    (folder / "modules.json").write_text(modules, encoding="utf-8")
    with pytest.raises(EncoderProblem, match=r"modules\.json"):
        find_model(str(folder))


def test_the_command_line_builds_and_searches_by_name_offline(
    static_model: Maker, own_corpus: Path, tmp_path: Path
) -> None:
    cached(tmp_path / "hf" / "hub", static_model("mo-hinh"))
    settings = {"HF_HOME": str(tmp_path / "hf"), "HF_HUB_OFFLINE": "1", "DANCHU_ENCODER": NAME}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    index_dir = str(tmp_path / "index")

    def danchu(*command: str) -> str:
        program = "import sys, cli; cli.main()"
        done = subprocess.run(
            [sys.executable, "-c", program, *command, "--index", index_dir],
            env={**inherited, **settings},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    danchu("index", "build", "--corpus", str(own_corpus))
    facts = json.loads(danchu("index", "info", "--json"))
    assert (facts["encoder"], facts["revision"]) == (NAME, OLD)
    assert danchu("search", "kinh phí Sóc Trăng", "-k", "1")
