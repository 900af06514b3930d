"""Where sentences end: sentences.tsv, cut by hand, and what always holds."""

import csv
import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentence_spans

CASES = Path(__file__).parent / "sentences.tsv"
"""Columns: the rule, and the text with "|" where a sentence ends and "↵" for the end of a line."""


def cases() -> list[str]:
    with CASES.open(encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("marked", cases())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_hand_cut_sentences(marked: str, form: Literal["NFC", "NFD"]) -> None:
    marked = unicodedata.normalize(form, marked)
    text = re.sub(r"\s*\|(\s*)", r"\1", marked).replace("↵", "\n")
    assert cut(text) == [part.strip() for part in re.split("[|↵]", marked)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n\t\n", []),
        ("...", []),
        ("*****\n“”", []),
        ("Điều 1.\n-----\nĐiều 2.", ["Điều 1.", "Điều 2."]),
        ("\tMột câu. \r\n\r\n  Hai câu.\u00a0", ["Một câu.", "Hai câu."]),
        ("Ký tự ẩn\u200b. Hết.", ["Ký tự ẩn\u200b.", "Hết."]),
    ],
)
def test_what_is_no_sentence(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


LEGAL = st.lists(
    st.sampled_from(
        [
            "Điều 5.",
            "v.v.",
            "“",
            "”",
            "(",
            ")",
            '"',
            "...",
            "…",
            ". ",
            " ",
            "\n",
            "TP.",
            "a)",
            "1.",
            "cơ sở",
            "Ủy",
            "e\u0323",
            "/",
        ]
    )
).map("".join)


@given(st.text() | LEGAL)
def test_sentences_are_ordered_and_hold_every_letter(text: str) -> None:
    spans = sentence_spans(text)
    ends = [0, *(place for span in spans for place in span), len(text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in spans)
    outside = set(range(len(text))) - {at for span in spans for at in range(*span)}
    assert not any(text[at].isalnum() for at in outside)


def test_a_long_line() -> None:
    text = "Thực hiện theo Điều 5. " * 40_000
    assert sentence_spans(text) == [(start, start + 22) for start in range(0, len(text), 23)]
