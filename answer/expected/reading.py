"""A question as its kinds of fact are looked for in it: without accents, ways of typing one word as one."""

import re

from answer.expected.how_many import UNIT, told_apart
from index.tokens import typed_syllables, untoned

_STOP = re.compile(r"[,;:.?!]\s")
"""Takes ", " in "số mấy, ngày nào"; not "." in "76.874"."""


def as_asked(question: str) -> str:
    """Return a question without accents, " , " between its clauses, each "mấy" told apart."""
    clauses = _STOP.split(question.replace("%", " phần trăm "))
    return " , ".join(map(as_read, clauses))


def as_read(clause: str) -> str:
    """Return a clause without accents, its slips mended, each "mấy" told apart."""
    typed = _FUND.sub(
        "quytien", _MACHINE.sub("maymoc", _BAO_NHIEU.sub("bao nhieu", " ".join(typed_syllables(clause))))
    )
    words = untoned(typed)
    for slip, meant in _SLIPS:
        words = slip.sub(meant, words)
    return told_apart(words)


_BAO_NHIEU = re.compile(r"(?<!\S)(?:bao )?(?:nhiu|nhiêu)(?!\S)")
"""Takes "nhiêu", "bao nhiu"; not "nhiều", nor "bao nhieu", which needs no mending."""

_MACHINE = re.compile(r"(?<!\S)may\u0301(?!\S)")
"""Takes "máy"; not "may", which may be "mấy" without its accents."""

_FUND = re.compile(r"(?<!\S)quy\u0303(?!\S)")
"""Takes "quỹ"; not "quý", a quarter of a year, nor "quy"."""

_SLIPS = (
    (re.compile(rf"\bmaymoc(?= (?:{UNIT})\b)"), "may"),
    (re.compile(r"\bmay(?= (?:moc|tinh|in|chu)\b)"), "maymoc"),
    (re.compile(r"(?<=\bdinh )ki\b|(?<=\bnhiem )ki\b"), "ky"),
    (re.compile(r"\b1(?= (?:lan|ban)\b)"), "mot"),
)
"""Takes "máy năm", "may tính", "định kì", "1 lần"; not "máy móc", "may tháng", "kĩ thuật", "1 xã"."""
