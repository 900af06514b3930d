"""Copies of questions as hurried hands type them."""

import pytest

from eval.typing import Typing, telex_keys, typed_as
from index.question.spelling import telex
from ingest.accents import fold

QUESTION = "Điểm b khoản 3 Nghị quyết 179/NQ-HĐND ở Quảng Ninh quy định điều gì?"


@pytest.mark.parametrize(
    ("word", "keys"),
    [("thực", "thuwcj"), ("đều", "ddeeuf"), ("Điện", "DDieenj"), ("ban", "ban"), ("trường", "truwowngf")],
)
def test_telex_keystrokes(word: str, keys: str) -> None:
    assert telex_keys(word) == keys
    assert telex(keys) == word.lower()


@pytest.mark.parametrize("typing", ["half-accented", "telex", "slip", "two-slips"])
def test_a_copy_is_the_same_each_time_and_keeps_numbers(typing: Typing) -> None:
    copies = {typed_as(typing, seed)(QUESTION) for seed in range(20)}
    assert typed_as(typing, 1)(QUESTION) == typed_as(typing, 1)(QUESTION) != QUESTION
    assert all("3" in copy and "179/NQ-" in copy for copy in copies)
    assert len(copies) > 1 or typing == "telex"


def test_half_of_the_accents_go() -> None:
    copy = typed_as("half-accented", 0)(QUESTION)
    assert fold(copy) == fold(QUESTION)
    assert copy not in (QUESTION, fold(QUESTION))


def test_one_slip_is_in_one_syllable() -> None:
    for seed in range(50):
        typed = typed_as("slip", seed)(QUESTION).split()
        assert sum(one != other for one, other in zip(typed, QUESTION.split(), strict=True)) <= 1
