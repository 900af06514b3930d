"""The checker's own measure: the same for a seed, each kind of error there, and the bars held."""

from pathlib import Path

from eval.checking import score_check
from eval.references import SLIPS, reference_pairs
from eval.seeded import ERRORS, seeded_pairs
from index import read_documents


def test_pairs_are_the_same_for_a_seed_and_truly_differ(index_dir: Path) -> None:
    documents = list(dict(read_documents(index_dir)).values())
    pairs = seeded_pairs(documents, 7, 5)
    assert pairs == seeded_pairs(documents, 7, 5)
    assert {pair.error for pair in pairs} == set(ERRORS)
    assert all(pair.true != pair.broken for pair in pairs)


def test_references_are_the_same_for_a_seed_and_truly_differ(index_dir: Path) -> None:
    documents = list(dict(read_documents(index_dir)).values())
    pairs = reference_pairs(documents, 7, 5)
    assert pairs == reference_pairs(documents, 7, 5)
    assert {pair.error for pair in pairs} == set(SLIPS)
    assert all(pair.true != pair.broken for pair in pairs)


def test_the_bars_are_held(index_dir: Path) -> None:
    scores = score_check(read_documents(index_dir), seed=11, of_each=20)
    assert scores.overall.broken == 20 * len((*ERRORS, *SLIPS))
    for score in scores.by_error.values():
        assert score.recall >= 0.98
        assert score.precision >= 0.98
