"""How many of anything a question asks for, beyond the kinds of the table: "bao nhiêu biên chế"."""

import re
from collections.abc import Iterator, Sequence

from answer.expected.fact import ExpectedAnswer
from answer.expected.kinds import LISTED
from ingest.accents import fold

COUNT = "con số được hỏi"
"""The name of the kind."""


def counts(asked: str, taken: Sequence[tuple[int, int]]) -> Iterator[ExpectedAnswer]:
    """Yield the count of each thing asked how many of, but for what is taken and what a list answers."""
    for found in _HOW_MANY.finditer(asked):
        free = all(end <= found.start() or found.end("how") <= start for start, end in taken)
        if free and not _IS_LISTED.match(found["things"]):
            thing = found["things"].split()[0]
            share = "" if _RESULT.search(asked) else rf"|\d\s*%[^.;]{{0,30}}\b{_NO_ONES}{thing}\b"
            given = rf"{_NUMBER} {thing}\b(?! \d| thang\b| nam \d)(?!,? (?:nam|ngay) \d){share}"
            yield ExpectedAnswer(COUNT, found.re, re.compile(given), plain=True)


_HOW_MANY = re.compile(
    r"\b(?P<how>bao nhieu|may) (?:(?:cai|chiec|vi|dua) )?"
    r"(?P<things>(?!(?:thi|la|de|den|toi|moi|mot|cho|vay|the|a|ha|nhi|o|trong|va|hay|hoac|so|can|phai|duoc|nhe|do"
    r"|ta)\b)"
    r"[^\W\d]\w*(?: \w+)?)"
)
"""Takes "bao nhieu bien che", "may dai dien"; not "la bao nhieu", "bao nhieu thi du"."""

_IS_LISTED = re.compile(rf"(?:{'|'.join(map(fold, LISTED))})\b")

_NUMBER = (
    r"(?<![\w/.,-])(?<!ngay )(?<!thang )(?<!nam )(?<!dieu )(?<!khoan )(?<!muc )(?<!so )(?<!thu )"
    r"(?:\d{1,3}|mot|hai|ba|bon|sau|bay|tam|chin|muoi)(?: \([^)]+\))?"
)
"""Takes "03", "50 (nam muoi)" before "hom thu", "ba" before "nguoi"; not "2024" before "cua", nor "85" after
"dieu"."""

_NO_ONES = r"(?<!truong )(?<!can bo )(?<!lanh dao )"
"""Leaves out those who head or serve what is counted: "thon" in "70% Truong thon"."""

_RESULT = re.compile(r"\b(?:da|hien|hien nay|thuc te|roi|toi gio|den nay|vua qua)\b")
"""Takes what asks for a result, "da co", "hien nay", which no target gives; not "den nam 2030"."""
