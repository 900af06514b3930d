"""Terms of passages and questions, without accents."""

import pytest

from index.question.abbreviations import spell_out
from index.tokens import search_syllables, syllables, term_keys, terms, tone_last


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
    "typed", ["dân chủ ở cơ sở", "dan chu o co so", "DAN CHỦ o cơ so", "da\u0302n chủ ở cơ sở"]
)
def test_accents_change_no_term(typed: str) -> None:
    assert terms(typed) == ["dan", "chu", "o", "co", "so", "dan chu", "chu o", "o co", "co so"]


def test_an_identifier_is_found_by_its_parts() -> None:
    assert search_syllables("Nghị quyết số 179/NQ-HĐND") == ["nghi", "quyet", "so", "179", "nq", "hdnd"]


def test_a_key_a_term() -> None:
    keys = term_keys(["dan", "chu", "dan"])
    assert len(keys) == 5
    assert len(set(keys.tolist())) == 4, "one syllable twice, and the pairs of either order"
    assert term_keys(["dan", "chu"])[-1] == keys[3]
    assert len(term_keys([])) == 0


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NQ 192 nói gì về CNTT?", "nghị quyết 192 nói gì về công nghệ thông tin?"),
        ("nq 192 cua hdnd", "nghi quyet 192 cua hoi dong nhan dan"),
        ("số 179/NQ-HĐND", "số 179/NQ-HĐND"),
        ("NQH", "NQH"),
        ("DN mở HN NLĐ ntn?", "doanh nghiệp mở hội nghị người lao động như thế nào?"),
        (
            "TC CT-XH, P.VHTT, P. Nội vụ",
            "tổ chức chính trị - xã hội, phòng văn hóa và thông tin, phòng Nội vụ",
        ),
        ("TT HĐND và các xã, TT", "thường trực hội đồng nhân dân và các xã, thị trấn"),
        ("ở HN, P. Bến Nghé, vc hư", "ở HN, P. Bến Nghé, vc hư"),
        ("QĐ 346/QĐ-TTg của TTg", "quyết định 346/QĐ-TTg của thủ tướng chính phủ"),
        ("nghi quyet cua HĐND tinh dien bien", "nghi quyet cua hoi dong nhan dan tinh dien bien"),
    ],
)
def test_abbreviations_are_spelt_out(short: str, long: str) -> None:
    assert spell_out(short) == long
