"""Building: whole or not at all, the rest of the files done, nothing done twice."""

import json
import shutil
from pathlib import Path

import pytest

from index import (
    BrokenIndex,
    EmptyCorpus,
    EncoderProblem,
    HybridRetriever,
    NoIndex,
    build_index,
    current_version,
    is_held,
    is_stale,
    open_index,
    read_documents,
    read_manifest,
    switch_back,
    versions,
)
from index.model_files import SHIPPED_ENCODER
from index.store import KEPT


def test_the_index_holds_the_five_texts(index_dir: Path) -> None:
    manifest = read_manifest(index_dir)
    assert (manifest.documents, manifest.encoder) == (5, SHIPPED_ENCODER)
    assert set(read_documents(index_dir)) == {
        "05-2025-nq-hdnd-soc-trang",
        "179-nq-hdnd-quang-ninh-2023",
        "192-nq-hdnd-dien-bien-2024",
        "kh-ubnd-hon-quan-2024",
        "ttr-snv-bac-ninh-2024",
    }


def test_passages_quote_their_documents(retriever: HybridRetriever) -> None:
    for passage in retriever.parts.passages:
        document = retriever.documents[passage.document]
        assert document.text[slice(*passage.span)] == passage.text
        for start, end in passage.sentences:
            assert passage.span[0] <= start < end <= passage.span[1]


def test_the_passages_cover_every_sentence_once(retriever: HybridRetriever) -> None:
    for document in retriever.documents.values():
        spans = [s for p in retriever.passages_of(document.id).values() for s in p.sentences]
        assert len(spans) == len(set(spans))
        covered = sum(end - start for start, end in spans)
        own = sum(len(p.text) for p in document.provisions)
        assert covered > 0.98 * own


def test_an_unchanged_corpus_is_not_built_again(own_corpus: Path, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    assert is_stale(own_corpus, index_dir, SHIPPED_ENCODER)
    assert build_index(own_corpus, index_dir).built
    first = current_version(index_dir)
    assert not is_stale(own_corpus, index_dir, SHIPPED_ENCODER)
    assert not build_index(own_corpus, index_dir).built
    assert current_version(index_dir) == first
    assert build_index(own_corpus, index_dir, force=True).built


@pytest.mark.parametrize("change", ["add", "remove", "edit", "correct"])
def test_any_change_of_the_corpus_makes_the_index_stale(
    own_corpus: Path, tmp_path: Path, change: str
) -> None:
    index_dir = tmp_path / "index"
    build_index(own_corpus, index_dir)
    text = own_corpus / "05-2025-nq-hdnd-soc-trang.txt"
    if change == "add":
        (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    elif change == "remove":
        text.unlink()
    elif change == "edit":
        text.write_text(text.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
    else:
        (own_corpus / "catalog.toml").write_text("", encoding="utf-8")
    assert is_stale(own_corpus, index_dir, SHIPPED_ENCODER)


def test_bad_files_are_named_and_the_rest_done(own_corpus: Path, tmp_path: Path) -> None:
    (own_corpus / "hong.txt").write_bytes(b"\xff\x00\x01")
    (own_corpus / "trong.txt").write_bytes(b"")
    (own_corpus / "ban-sao.txt").write_bytes((own_corpus / "05-2025-nq-hdnd-soc-trang.txt").read_bytes())
    report = build_index(own_corpus, tmp_path / "index")
    assert report.manifest.documents == 5
    assert [failure.path.name for failure in report.failures] == ["ban-sao.txt", "hong.txt", "trong.txt"]
    assert "cùng một văn bản" in str(report.failures[0])
    again = build_index(own_corpus, tmp_path / "index")
    assert not again.built
    assert len(again.failures) == 3


def test_nothing_readable_leaves_the_old_index(own_corpus: Path, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    build_index(own_corpus, index_dir)
    before = current_version(index_dir)
    for path in own_corpus.glob("*.txt"):
        path.write_bytes(b"")
    with pytest.raises(EmptyCorpus, match=r"192-nq-hdnd-dien-bien-2024\.txt: tệp không có chữ nào"):
        build_index(own_corpus, index_dir)
    assert current_version(index_dir) == before
    assert open_index(index_dir).search("kinh phí", 1)


def test_a_build_that_breaks_leaves_the_old_index_and_no_litter(
    own_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    index_dir = tmp_path / "index"
    build_index(own_corpus, index_dir)
    before = sorted(index_dir.iterdir())
    (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    with pytest.raises(EncoderProblem, match="khong/co"):
        build_index(own_corpus, index_dir, "khong/co-mo-hinh-nay")
    assert sorted(index_dir.iterdir()) == before


def test_the_latest_versions_stay_and_older_go(own_corpus: Path, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    built = [build_index(own_corpus, index_dir, force=True).manifest.version for _ in range(KEPT + 2)]
    assert sorted(path.name for path in index_dir.iterdir() if path.is_dir()) == built[2:]
    assert [manifest.version for manifest in versions(index_dir)] == built[:1:-1]
    assert current_version(index_dir).name == built[-1]


def test_a_person_goes_back_to_an_earlier_version_until_the_next_build(
    own_corpus: Path, tmp_path: Path
) -> None:
    index_dir = tmp_path / "index"
    first = build_index(own_corpus, index_dir).manifest.version
    (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    second = build_index(own_corpus, index_dir).manifest.version
    assert not is_held(index_dir)
    switch_back(index_dir, first)
    assert is_held(index_dir)
    assert len(open_index(index_dir).documents) == 5
    assert build_index(own_corpus, index_dir).built
    assert not is_held(index_dir)
    assert len(open_index(index_dir).documents) == 6
    assert {first, second} < {manifest.version for manifest in versions(index_dir)}


@pytest.mark.parametrize("name", ["20200101T000000000000-00000000", "../index", "", "building-x"])
def test_there_is_no_going_back_to_what_is_no_version(own_corpus: Path, tmp_path: Path, name: str) -> None:
    index_dir = tmp_path / "index"
    built = build_index(own_corpus, index_dir).manifest.version
    with pytest.raises(NoIndex, match="chọn bản khác"):
        switch_back(index_dir, name)
    assert current_version(index_dir).name == built
    assert not is_held(index_dir)


def test_a_reader_keeps_the_version_it_opened(own_corpus: Path, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    build_index(own_corpus, index_dir)
    reader = open_index(index_dir)
    (own_corpus / "moi.txt").write_text("Điều 1. Mới\nNội dung mới.\n", encoding="utf-8")
    build_index(own_corpus, index_dir)
    assert len(reader.documents) == 5
    assert reader.search("kinh phí", 1)
    assert len(open_index(index_dir).documents) == 6


def test_no_index_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="danchu index build"):
        open_index(tmp_path)


def test_a_broken_manifest_is_said(own_corpus: Path, tmp_path: Path) -> None:
    build_index(own_corpus, tmp_path)
    manifest = current_version(tmp_path) / "manifest.json"
    manifest.write_text(json.dumps({"format": 1}), encoding="utf-8")
    with pytest.raises(BrokenIndex, match="danchu index build"):
        open_index(tmp_path)
    assert is_stale(own_corpus, tmp_path, SHIPPED_ENCODER)
    assert build_index(own_corpus, tmp_path).built


@pytest.mark.parametrize(
    "name", ["passages.jsonl", "lines.npy", "parts.npy", "facts.json", "vectors.faiss", "documents", "terms"]
)
def test_a_damaged_index_is_said_and_built_again(own_corpus: Path, tmp_path: Path, name: str) -> None:
    build_index(own_corpus, tmp_path)
    part = current_version(tmp_path) / name
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    with pytest.raises(BrokenIndex, match="danchu index build"):
        open_index(tmp_path)
    assert build_index(own_corpus, tmp_path, force=name == "terms").built
    assert open_index(tmp_path).search("kinh phí", 1)


def test_a_clock_set_back_does_not_cost_the_new_version(own_corpus: Path, tmp_path: Path) -> None:
    build_index(own_corpus, tmp_path)
    late = tmp_path / "20990101T000000000000-00000000"
    current_version(tmp_path).rename(late)
    (tmp_path / "CURRENT").write_text(late.name, encoding="utf-8")
    build_index(own_corpus, tmp_path, force=True)
    assert current_version(tmp_path) != late
    assert open_index(tmp_path).search("kinh phí", 1)


def test_two_acts_with_blank_numbers_are_two(own_corpus: Path, tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        text = f"Số: /KH-UBND\nBình Phước, ngày tháng năm 2024\nKẾ HOẠCH\nVề việc {name}\n1. {name}.\n"
        (own_corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    report = build_index(own_corpus, tmp_path)
    assert report.failures == ()
    assert set(read_documents(tmp_path)) >= {
        "kh-ubnd-binh-phuoc-2024",
        "kh-ubnd-binh-phuoc-2024-mot",
    }


def test_a_renamed_file_is_read_again(own_corpus: Path, tmp_path: Path) -> None:
    build_index(own_corpus, tmp_path)
    (own_corpus / "kh-ubnd-hon-quan-2024.txt").rename(own_corpus / "khac.txt")
    build_index(own_corpus, tmp_path)
    renamed = next(d for d in read_documents(tmp_path).values() if d.source == "corpus/khac.txt")
    assert renamed.corrections == ()


def test_no_machine_s_path_is_kept(index_dir: Path) -> None:
    assert {document.source.rpartition("/")[0] for document in read_documents(index_dir).values()} == {
        "corpus"
    }


def test_no_pickle_is_written(index_dir: Path) -> None:
    suffixes = {path.suffix for path in current_version(index_dir).rglob("*") if path.is_file()}
    assert suffixes <= {".json", ".jsonl", ".npy", ".faiss", ".safetensors"}
