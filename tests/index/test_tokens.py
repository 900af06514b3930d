"""Terms of passages and questions, accented and not."""

import pytest

from index.abbreviations import spell_out
from index.tokens import passage_terms, question_terms, syllables, tone_last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Luật số 10/2022/QH15.", ["luật", "số", "10/2022/qh15"]),
        ("179/NQ-HĐND", ["179/nq-hđnd"]),
        ("100% cơ quan, đơn vị", ["100", "cơ", "quan", "đơn", "vị"]),
        ("chính trị - xã hội", ["chính", "trị", "xã", "hội"]),
        ("…", []),
    ],
)
def test_syllables(text: str, words: list[str]) -> None:
    assert syllables(text) == words


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("uỷ", "ủy"), ("thuý", "thúy")])
def test_both_placements_of_a_tone_are_one_term(one: str, other: str) -> None:
    assert tone_last(one) == tone_last(other)


def test_different_words_stay_different() -> None:
    assert len({tone_last("dân"), tone_last("dẫn"), tone_last("dan")}) == 3


@pytest.mark.parametrize(
    ("question", "accented", "folded"),
    [
        ("dân chủ cơ sở", True, False),
        ("dan chu co so", False, True),
        ("dan chu co so ở xa nay", True, True),
    ],
)
def test_a_question_is_searched_as_it_was_typed(question: str, accented: bool, folded: bool) -> None:
    terms = question_terms(question)
    assert any(not term.startswith("~") for term in terms) is accented
    assert any(term.startswith("~") for term in terms) is folded
    assert set(terms) & set(passage_terms("Thực hiện dân chủ ở cơ sở"))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NQ 192 nói gì về CNTT?", "nghị quyết 192 nói gì về công nghệ thông tin?"),
        ("nq 192 cua hdnd", "nghi quyet 192 cua hoi dong nhan dan"),
        ("số 179/NQ-HĐND", "số 179/NQ-HĐND"),
        ("NQH", "NQH"),
        ("nghi quyet cua HĐND tinh dien bien", "nghi quyet cua hoi dong nhan dan tinh dien bien"),
    ],
)
def test_abbreviations_are_spelt_out(short: str, long: str) -> None:
    assert spell_out(short) == long
