"""The sequences that printed numbers follow: a, b, c, d, đ, e; I, II, III; 1, 2, 3; 3.1, 3.2.

A break is mended only where the print can mean one thing alone, and is then recorded as a repair; every
other break is reported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roman_numerals import InvalidRomanNumeralError, RomanNumeral

from ingest.document import Unit
from ingest.marker import POINT_LETTERS

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PART_LETTERS = "ABCDEFGH"
_CODIFIED = re.compile(r"\d+\.\d+\.[^\W\d]{2,4}\..+")
"""Takes an article of the electronic codification, "44.13.LQ.1": acts alternate there; not "3.1"."""

_INSERTED = re.compile(r"[a-zđ]")
"""Takes what follows a number in an inserted provision's, "a" in "7a"; not "b1"."""


@dataclass(frozen=True, slots=True)
class Break:
    """A label that does not follow: where in the sequence, what should stand there, and what it must mean.

    `mended` is None where the print may mean more than one thing; `skips_one` tells that the label is the
    one after the expected.
    """

    at: int
    expected: str
    mended: str | None
    skips_one: bool


def find_breaks(unit: Unit, labels: Sequence[str]) -> list[Break]:
    """Return the breaks in the labels, as printed, of one unit under one parent, in print order."""
    breaks: list[Break] = []
    before: str | None = None
    for at, label in enumerate(labels):
        expected = _first(label) if before is None else _next(unit, before)
        if expected is None or same_label(label, expected) or _inserted(label, before):
            before = label
            continue
        after = labels[at + 1] if at + 1 < len(labels) else None
        mended = expected if _means(unit, label, before, expected, after) else None
        breaks.append(Break(at, expected, mended, same_label(label, _next(unit, expected) or "")))
        before = mended or label
    return breaks


def same_label(label: str, expected: str) -> bool:
    """Tell whether two labels count the same, in Roman numbers or in Arabic ones: "III" and "3"."""
    return label == expected or (_value(label) is not None and _value(label) == _value(expected))


def _value(label: str) -> int | None:
    if label.isdecimal():
        return int(label)
    try:
        return int(RomanNumeral.from_string(label))
    except InvalidRomanNumeralError:
        return None


def _means(unit: Unit, label: str, before: str | None, expected: str, after: str | None) -> bool:
    """Tell whether a label that does not follow can only be a misprint of the expected one.

    It is where the label before is printed again and the one after goes on as if it were right; or where a
    second "d" follows "d", whose stroke the print has lost.
    """
    if unit == "diem" and (before, label, expected) == ("d", "d", "đ"):
        return True
    return label == before and after is not None and after == _next(unit, expected)


def _inserted(label: str, before: str | None) -> bool:
    """Tell whether a label is that of an inserted provision: "7a" after "7", "7b" after "7a"."""
    stem = (before or "").rstrip(POINT_LETTERS)
    return label.startswith(stem) and _INSERTED.fullmatch(label[len(stem) :]) is not None and bool(stem)


def _first(label: str) -> str | None:
    """Return the label that begins a sequence of this one's form; None if that cannot be told."""
    if _CODIFIED.fullmatch(label):
        return None
    head, dot, last = label.rpartition(".")
    if last.rstrip(POINT_LETTERS).isdecimal():
        return f"{head}{dot}{1:0{len(last)}d}" if last.startswith("0") else f"{head}{dot}1"
    if label.startswith("thứ "):
        return "thứ nhất"
    if label in POINT_LETTERS:
        return "a"
    if label in _PART_LETTERS:
        return "A"
    return "I" if _next_roman(label) else None


def _next(unit: Unit, label: str) -> str | None:
    """Return the label that follows among siblings; None if that cannot be told."""
    if unit == "diem":
        at = POINT_LETTERS.find(label) + 1
        return POINT_LETTERS[at] if 0 < at < len(POINT_LETTERS) else None
    if label.startswith("thứ "):
        at = _ORDINALS.index(label.removeprefix("thứ ")) + 1
        return f"thứ {_ORDINALS[at]}" if at < len(_ORDINALS) else None
    if unit == "phan" and label in _PART_LETTERS:
        return chr(ord(label) + 1)
    if _CODIFIED.fullmatch(label):
        return None
    head, dot, last = label.rpartition(".")
    number = last.rstrip(POINT_LETTERS)
    if number.isdecimal():
        return f"{head}{dot}{int(number) + 1:0{len(number) if number.startswith('0') else 1}d}"
    return _next_roman(label)


def _next_roman(label: str) -> str | None:
    value = _value(label)
    return str(RomanNumeral(value + 1)) if value else None
