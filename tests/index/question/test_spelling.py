"""Slips mended where the passages leave no doubt; everything that is right left as it is."""

import json
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from index.question.spelling import respelt, telex
from ingest.accents import fold

GOLD = Path(__file__).parents[3] / "eval" / "gold" / "seeds-dev.jsonl"


def questions(*styles: str) -> list[str]:
    lines = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [line["question"] for line in lines if line["style"] in styles]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuwcj", "thực"),
        ("thuwjc", "thực"),
        ("hieejn", "hiện"),
        ("dda`n", "đàn"),
        ("da^n", "dân"),
        ("nguwowif", "người"),
        ("dduwowcj", "được"),
        ("nhânj", "nhận"),
        ("bạchj", "bạch"),
        ("hoaf", "hòa"),
        ("gias", "giá"),
        ("quas", "quá"),
        ("laji", "lại"),
        ("chủ", "chủ"),
        ("tra", "tra"),
    ],
)
def test_telex(typed: str, meant: str) -> None:
    assert telex(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuwcj hieejn daan chur", "thực hiện dân chủ"),
        ("Socs Trawng cos bawts thuowngf xuyeen", "Sóc Trăng có bắt thường xuyên"),
        ("ddieemr l khoanr 9", "điểm l khoản 9"),
        ("hằgn năm", "hang năm"),
        ("gươgn tốt", "guong tốt"),
        ("xây dựnng kế hoạch", "xây dung kế hoạch"),
        ("công khai thôg tin", "công khai thong tin"),
        ("học về dân chủ cơ sở khôg", "học về dân chủ cơ sở khong"),
        ("lầnn", "lan"),
    ],
)
def test_slips_are_mended(known: Callable[[str], int], typed: str, meant: str) -> None:
    assert respelt(typed, known) == meant


@pytest.mark.parametrize(
    "question",
    [
        "đ/c nào, NQ-HĐND, 10/2022/QH15, đ1 k2 đ.c, k2, 05/2025",
        "tải app Điện Biên Smart, wifi, email, test, facebook, zalo, dashboard, online",
        "dan chu o co so",
        "ntn ko hok hông hong",
        "xóm tôi có ông tổ trưởng ghê gớm",
        "ở Đắk Lắk, Kon Tum và Bà Rịa",
        "BGSĐTCĐ, TTND và QCDC",
        "😀 <b> SELECT * \x00",
        "",
    ],
)
def test_what_is_right_or_foreign_stays(known: Callable[[str], int], question: str) -> None:
    assert respelt(question, known) == question


def test_clean_questions_stay(known: Callable[[str], int]) -> None:
    clean = questions("formal", "everyday", "abbreviated", "unaccented")
    assert [question for question in clean if respelt(question, known) != question] == []


_TONE_KEYS = dict(zip("\u0301\u0300\u0309\u0303\u0323", "sfrxj", strict=True))


def keystrokes(word: str) -> str:
    """Return the Telex keys of a word, its tone last."""
    marks = unicodedata.normalize("NFD", word.lower().replace("đ", "dd"))
    keys = ""
    for mark in marks:
        if mark not in _TONE_KEYS:
            keys += {"\u0302": keys[-1:], "\u0306": "w", "\u031b": "w"}.get(mark, mark)
    return keys + "".join(_TONE_KEYS[mark] for mark in marks if mark in _TONE_KEYS)


def one_slip(word: str, dice: random.Random) -> str:
    """Return a word with one letter missing, doubled, swapped or wrong."""
    at = dice.randrange(len(word) - 1)
    return dice.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + dice.choice("abcdeghiklmnopqrstuvxy") + word[at + 1 :],
        ]
    )


@pytest.mark.parametrize(("way", "share"), [("telex", 0.98), ("slips", 0.65)])
def test_most_syllables_of_the_corpus_are_restored(
    known: Callable[[str], int], way: str, share: float
) -> None:
    """Of 100 spoilt questions, most syllables that became no word of the corpus come back; others stay."""
    dice = random.Random(7)
    clean = questions("formal", "everyday")
    spoilt, restored = 0, 0
    for question in dice.choices(clean, k=100):
        words = [word for word in question.split() if word.isalpha() and not word.isupper()]
        typed = list(words)
        for at, word in enumerate(words):
            if len(word) > 2 and known(fold(word)) and dice.random() < (0.5 if way == "telex" else 0.2):
                typed[at] = keystrokes(word) if way == "telex" else one_slip(word.lower(), dice)
        mended = respelt(" ".join(typed), known).split()
        for word, spelt, result in zip(words, typed, mended, strict=True):
            if fold(spelt) == fold(word):
                assert fold(result) == fold(word)
            elif not known(fold(spelt)):
                spoilt += 1
                restored += fold(result) == fold(word)
    assert spoilt > 90
    assert restored / spoilt >= share, f"{restored} of {spoilt}"
