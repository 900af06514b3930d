"""BM25 over weighted fields gives what the formula gives, and what bm25s gives for the same terms."""

from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bm25 import TermIndex, idf
from index.tokens import search_syllables, term_keys, terms

TEXTS = st.lists(
    st.lists(st.sampled_from(["dân", "chủ", "cơ", "sở", "bàn"]), max_size=9).map(" ".join), min_size=2
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS.map(" ".join))
def test_scores_are_those_of_bm25s(texts: list[str], question: str) -> None:
    """bm25s counts pairs into a text's length; without pairs both are the same."""
    words = [search_syllables(text) for text in texts]
    asked = sorted(set(search_syllables(question)))
    if not any(words) or not asked:
        return
    theirs = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    theirs.index(words, show_progress=False)
    ours, _ = TermIndex.build([(text, 1)] for text in texts).search(question)
    known = [word for word in asked if word in theirs.vocab_dict]
    expected = theirs.get_scores(known) if known else np.zeros(len(texts))
    pairs = [term for term in terms(question) if " " in term]
    if not pairs:
        assert np.allclose(ours, expected, atol=1e-5)
    assert np.all(ours >= expected - 1e-5), "pairs only add"


def test_a_field_counts_as_often_as_it_says() -> None:
    weighted, _ = TermIndex.build([[("dân", 2), ("chủ", 1)], [("cơ sở", 1)]]).search("dân")
    written, _ = TermIndex.build([[("dân\n", 1), ("dân", 1), ("chủ", 1)], [("cơ sở", 1)]]).search("dân")
    assert weighted == pytest.approx(written)


def test_an_unknown_term_counts_in_the_most_there_could_be() -> None:
    index = TermIndex.build([[("dân chủ", 1)], [("cơ sở", 1)]])
    _, known = index.search("dân")
    _, more = index.search("dân xyz")
    assert more - known == pytest.approx(2 * idf(np.array(0), 2)), "xyz, and the pair"


def test_it_is_opened_without_being_read(tmp_path: Path) -> None:
    built = TermIndex.build([[("dân chủ ở cơ sở", 1)], [("hương ước", 1)]])
    built.save(tmp_path / "terms")
    opened = TermIndex.open(tmp_path / "terms", 2)
    assert not opened.keys.flags.owndata
    assert np.array_equal(opened.search("dân chủ")[0], built.search("dân chủ")[0])


def test_how_many_texts_have_a_term() -> None:
    index = TermIndex.build([[("dân chủ", 1)], [("dân", 1)]])
    assert index.holding(term_keys(["dan", "chu", "xyz"])).tolist() == [2, 1, 0, 1, 0]


def test_texts_without_a_word() -> None:
    scores, most = TermIndex.build([[("", 1)], [("…", 1)]]).search("dân")
    assert scores.tolist() == [0, 0]
    assert most > 0
