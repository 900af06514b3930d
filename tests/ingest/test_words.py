"""Where words stand: words.tsv, cut by hand, and what always holds."""

import csv
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.words import word_spans

CASES = Path(__file__).parent / "words.tsv"
"""Columns: a text, a tab in it written "\\t" and a line's end "\\n", and its words with "|" between them."""


def cases() -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(_unescaped(row["text"]), _unescaped(row["words"])) for row in rows]


def _unescaped(text: str) -> str:
    return text.replace("\\t", "\t").replace("\\n", "\n")


@pytest.mark.parametrize(("text", "words"), cases())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_hand_cut_words(text: str, words: str, form: Literal["NFC", "NFD"]) -> None:
    text, words = unicodedata.normalize(form, text), unicodedata.normalize(form, words)
    assert [text[start:end] for start, end in word_spans(text)] == words.split(" | ")


@pytest.mark.parametrize("text", ["", " \n", "...", "“-”"])
def test_marks_are_no_words(text: str) -> None:
    assert word_spans(text) == []


LEGAL = st.lists(
    st.sampled_from(
        [
            "Điều",
            "5",
            "điểm",
            "a",
            "UBND",
            "TT.",
            "a)",
            "10/2022/QH15",
            "dân",
            "cơ sở",
            " ",
            "\n",
            "-",
            "/",
            ".",
            "100%",
            "@",
            "_",
            "e\u0323",
            "http://",
        ]
    )
).map("".join)


@settings(deadline=None)
@given(st.text() | st.text().map("cơ sở {}".format) | LEGAL)
def test_words_are_ordered_and_hold_every_letter(text: str) -> None:
    spans = word_spans(text)
    ends = [0, *(place for span in spans for place in span), len(text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in spans)
    outside = set(range(len(text))) - {at for span in spans for at in range(*span)}
    assert not any(text[at].isalnum() for at in outside)


def test_a_long_line_is_cut_in_pieces_between_words() -> None:
    text = "thực hiện dân chủ ở cơ sở, " * 500
    assert [text[start:end] for start, end in word_spans(text)] == [
        "thực hiện",
        "dân chủ",
        "ở",
        "cơ sở",
    ] * 500
