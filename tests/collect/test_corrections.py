"""Correcting facts: the entry changes, every other word of the catalog stays, or nothing changes at all."""

from pathlib import Path

import pytest

from collect import Corpus
from collect.errors import BrokenTable, UnknownText
from ingest.errors import InvalidCatalog

NAME = "kh-ubnd-hon-quan-2024"
OTHER = "05-2025-nq-hdnd-soc-trang"


def catalog(folder: Path) -> str:
    return (folder / "catalog.toml").read_text(encoding="utf-8")


def test_a_correction_is_read_back_and_the_rest_stays(own_corpus: Path) -> None:
    before = catalog(own_corpus)
    document = Corpus(own_corpus).correct(OTHER, {"effective_on": "2025-01-31"}, "Theo “Công báo” [1]")
    assert document.effective_on == "2025-01-31"
    assert catalog(own_corpus).startswith(before.rstrip())
    assert Corpus(own_corpus).documents()[OTHER].corrections[0].reason == "Theo “Công báo” [1]"


def test_an_entry_is_replaced_and_withdrawn(own_corpus: Path) -> None:
    corpus = Corpus(own_corpus)
    corpus.correct(OTHER, {"title": "Một"}, "thử")
    corpus.correct(OTHER, {"title": 'Hai "đúng"'}, "thử")
    assert corpus.documents()[OTHER].title == 'Hai "đúng"'
    corpus.correct(OTHER, {}, "")
    assert OTHER not in catalog(own_corpus)
    assert "Hớn Quản" in catalog(own_corpus)
    assert catalog(own_corpus).startswith("# Đính chính")


@pytest.mark.parametrize(
    ("document", "corrections", "problem"),
    [
        (OTHER, {"issued_on": "31/12/2024"}, InvalidCatalog),
        (OTHER, {"status": "cũ"}, InvalidCatalog),
        (OTHER, {"text": "khác"}, InvalidCatalog),
        ("khong-co", {"title": "x"}, UnknownText),
    ],
)
def test_a_bad_correction_changes_nothing(
    own_corpus: Path, document: str, corrections: dict[str, str], problem: type[Exception]
) -> None:
    before = {path.name: path.read_bytes() for path in own_corpus.iterdir() if path.name != ".lock"}
    with pytest.raises(problem):
        Corpus(own_corpus).correct(document, corrections, "thử")
    assert before == {path.name: path.read_bytes() for path in own_corpus.iterdir() if path.name != ".lock"}


def test_an_entry_that_cannot_be_told_from_others_is_left_to_a_person(own_corpus: Path) -> None:
    entry = f"[\"{OTHER}.txt\"]\nreason = '''\n[\"kh-ubnd-hon-quan-2024.txt\"]\n'''\n"
    (own_corpus / "catalog.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(BrokenTable, match="bằng tay"):
        Corpus(own_corpus).correct(OTHER, {"title": "x"}, "thử")
    assert catalog(own_corpus) == entry
