"""Numbers of lists in the ways that word processors and browsers print them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_LARGEST = 5000
"""Above this a letter or Roman number is a broken file's, and would be a line of its own length."""


_DIGITS = 9
"""More digits are a broken file's."""


def whole(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, the default where it holds none."""
    return int(text) if text and len(text) <= _DIGITS and text.isdecimal() else default


def printed(number: int, style: str) -> str:
    """Return a list's number in a style of OOXML (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

    Letters are Word's, a … z, aa, bb: there is no đ among them, a writer who needs it types it.
    Styles that no Vietnamese document uses are printed as digits.
    """
    if style in ("lowerLetter", "upperLetter") and 0 < number < _LARGEST:
        laps, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + letter) * (laps + 1)
    elif style in ("lowerRoman", "upperRoman") and 0 < number < _LARGEST:
        text = _roman(number)
    else:
        return f"{number:02}" if style == "decimalZero" else str(number)
    return text.upper() if style.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
