"""Numbers and dates as a text states them, in one form however they are written."""

import re
from datetime import date

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>[12]\d{3})"

_DATES = (
    # takes "30 tháng 4 năm 2025", "30 tháng 4"; not "4 tháng"
    re.compile(rf"\b{_DAY} tháng {_MONTH}\b(?: năm {_YEAR}\b)?"),
    # takes "30/4/2025", "30-04-2025"; not "42/2013/QH13"
    re.compile(rf"(?<![\d/]){_DAY}[/.-]{_MONTH}[/.-]{_YEAR}(?![/\w])"),
    # takes "tháng 4 năm 2025", "tháng 4/2025"; not "4 tháng"
    re.compile(rf"\btháng {_MONTH}(?: năm |/){_YEAR}\b"),
)

_UNITS = (
    "lần|phần trăm|phần|ngày|tuần|tháng|quý|năm|giờ|phút|người|thành viên|đại biểu|đồng"
    "|nghìn|triệu|tỷ|điểm|hộ"
)

_FIGURE = re.compile(rf"\d+(?:[.,/-]\d+)*(?:\s?%|\s(?:{_UNITS})\b)?")
"""Takes "100%", "95 %", "02 lần", "31/2023", "1.500.000 đồng"; not "một trăm"."""

_DIGITS = dict(
    zip("một hai ba bốn năm sáu bảy tám chín".split(), range(1, 10), strict=True)  # noqa: SIM905
) | {"mốt": 1, "tư": 4, "lăm": 5}
_DIGIT = rf"(?:{'|'.join(_DIGITS)})"
_TENS = rf"(?:mười|{_DIGIT} mươi)(?: {_DIGIT})?"
_SPELT = re.compile(
    rf"(?<!mỗi )(?<!hằng )(?<!hàng )\b"
    rf"(?P<words>{_DIGIT} trăm(?: (?:linh|lẻ) {_DIGIT}| {_TENS})?|{_TENS}|{_DIGIT}) (?P<unit>{_UNITS})\b"
)
"""Takes "một trăm phần trăm", "hai lần", "mười lăm ngày"; not "một cách", nor "năm lần" in "mỗi năm lần"."""

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Takes "1.500.000"; not "1.5", "30.4.2025"."""


def stated(text: str) -> set[str]:
    """Return the figures and dates that a text states: {"2025-04-30", "95%", "2 lần"}."""
    dates, rest = _dates_of(_with_digits(text))
    return dates | {_canonical(found[0]) for found in _FIGURE.finditer(rest)}


def given(text: str) -> set[str]:
    """Return the figures and dates that a text bears out: those stated, and what follows from them.

    A day gives its month, its year, and itself without its year; a figure with a unit gives the bare figure.
    """
    stated_here = stated(text)
    followed = {part for one in stated_here if "-" in one for part in _less_exact(one)}
    bare = {re.split(r"[ %]", one)[0] for one in stated_here}
    whole = {_canonical(found[0]) for found in _FIGURE.finditer(_with_digits(text))}
    return stated_here | followed | bare | whole


def _less_exact(day: str) -> set[str]:
    parts = day.split("-")
    return {"-".join(parts[:n]) for n in range(1, len(parts))} | {f"-{day[4:]}"}


def _dates_of(text: str) -> tuple[set[str], str]:
    """Return a text's dates, "-04-30" for a day without a year, and the text without them."""
    dates = set()
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            day = _iso(parts.get("year"), parts["month"], parts.get("day"))
            if day:
                dates.add(day)
                text = text.replace(found[0], " " * len(found[0]), 1)
    return dates, text


def _iso(year: str | None, month: str, day: str | None) -> str | None:
    try:
        date(int(year or 2000), int(month), int(day or 1))
    except ValueError:
        return None
    return "-".join([year or "", month.zfill(2), *([day.zfill(2)] if day else [])])


def _with_digits(text: str) -> str:
    text = " ".join(text.lower().split())
    return _SPELT.sub(lambda found: f"{_value(found['words'])} {found['unit']}", text)


def _value(words: str) -> int:
    total = last = 0
    for word in words.split():
        if word == "trăm":
            total, last = total + last * 100, 0
        elif word == "mươi":
            total, last = total + last * 10, 0
        elif word == "mười":
            total += 10
        else:
            last = _DIGITS.get(word, 0)
    return total + last


def _canonical(figure: str) -> str:
    """Write a figure in one way: "02 lần" → "2 lần", "95 phần trăm" → "95%", "1.500.000" → "1500000"."""
    figure = re.sub(r"\s?%|\sphần trăm", "%", figure)
    if found := _THOUSANDS.match(figure):
        figure = found[0].replace(".", "") + figure[found.end() :]
    return re.sub(r"^0+(?=\d)", "", figure)
