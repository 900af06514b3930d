"""Weights learned from candidates follow the score that tells the right ones."""

import numpy as np

from training.fusion import Candidates, cross_validated, learn, reciprocal_rank


def question(seed: int, telling: int) -> Candidates:
    scores = np.random.default_rng(seed).random((20, 4)).astype(np.float32)
    right = np.zeros(20, bool)
    right[scores[:, telling].argmax()] = True
    return Candidates(scores, right)


def test_the_telling_score_weighs_most() -> None:
    for telling in range(4):
        assert learn([question(seed, telling) for seed in range(60)]).argmax() == telling


def test_questions_are_ranked_by_weights_learned_without_them() -> None:
    sets = {"a": [question(seed, 1) for seed in range(300)]}
    assert cross_validated(sets)["a"] > 0.85


def test_a_right_one_beyond_the_tenth_is_not_found() -> None:
    scores = np.arange(20, dtype=np.float32)[:, None]
    right = np.zeros(20, bool)
    right[5] = True
    assert reciprocal_rank(Candidates(scores, right), np.ones(1)) == 0
    assert reciprocal_rank(Candidates(-scores, right), np.ones(1)) == 1 / 6
