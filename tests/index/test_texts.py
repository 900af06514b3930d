"""Opening an index reads none of its texts; each is read when it is first asked for."""

import json
from pathlib import Path

import pytest

from index import BrokenIndex, Filters, Passage, build_index, current_version, open_index
from index.question.lookup import provisions_named
from ingest import Document

SOC_TRANG = "05-2025-nq-hdnd-soc-trang"
HON_QUAN = "kh-ubnd-hon-quan-2024"


def test_opening_parses_no_passage_and_no_document(index_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(_data: object) -> None:
        pytest.fail("parsed")

    with monkeypatch.context() as patched:
        patched.setattr(Passage, "from_json", parsed)
        patched.setattr(Document, "from_json", parsed)
        retriever = open_index(index_dir)
    assert retriever.search("kinh phí", 1)


def test_only_the_documents_found_are_read(own_corpus: Path, tmp_path: Path) -> None:
    build_index(own_corpus, tmp_path)
    for path in (current_version(tmp_path) / "documents").glob("*.json"):
        if path.stem != SOC_TRANG:
            path.write_text("{", encoding="utf-8")
    retriever = open_index(tmp_path)
    assert list(retriever.facts) == list(retriever.documents)
    for question in ("kinh phí ở Sóc Trăng", "khoản 2 Điều 2 nghị quyết của Sóc Trăng"):
        assert retriever.search(question, 1)[0].document.id == SOC_TRANG
    with pytest.raises(BrokenIndex, match="danchu index build"):
        retriever.search("kinh phí", 1, Filters(places=("Hớn Quản",)))


def test_a_question_without_a_reference_asks_for_no_provisions(index_dir: Path) -> None:
    facts = list(open_index(index_dir).facts.values())
    assert provisions_named("Kinh phí lấy từ đâu?", facts, {}) == ()
    with pytest.raises(KeyError):
        provisions_named("Điều 2 quy định gì?", facts, {})


def test_the_facts_are_the_documents_without_their_texts(index_dir: Path) -> None:
    retriever = open_index(index_dir)
    for name, facts in retriever.facts.items():
        whole = retriever.documents[name]
        assert (facts.text, facts.provisions, facts.references) == ("", (), ())
        kept = ("id", "kind", "number", "place", "issuer", "title", "issued_on", "effective_on", "status")
        assert all(getattr(facts, field) == getattr(whole, field) for field in kept)


def test_parts_are_those_of_each_document_s_passages(own_corpus: Path, tmp_path: Path) -> None:
    (own_corpus / "05-2025-nq-hdnd-soc-trang.txt").rename(own_corpus / "zz.txt")
    build_index(own_corpus, tmp_path)
    retriever = open_index(tmp_path)
    passages = list(retriever.parts.passages)
    assert list(retriever.parts) == [part for passage in passages for part in passage.parts]
    for document in retriever.documents:
        of_it = [*retriever.passages_of(document).values()]
        assert of_it == [one for one in passages if one.document == document] != []


def test_a_passage_cut_off_is_said(own_corpus: Path, tmp_path: Path) -> None:
    build_index(own_corpus, tmp_path)
    lines = current_version(tmp_path) / "passages.jsonl"
    whole = lines.read_bytes()
    lines.write_bytes(whole[:-10])
    with pytest.raises(BrokenIndex, match="danchu index build"):
        open_index(tmp_path)
    lines.write_bytes(b"x" + whole[1:])
    with pytest.raises(BrokenIndex, match="danchu index build"):
        list(open_index(tmp_path).parts.passages)
    assert build_index(own_corpus, tmp_path).built
    assert json.loads((current_version(tmp_path) / "passages.jsonl").read_bytes().splitlines()[0])
