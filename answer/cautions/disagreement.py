"""Sources of one place that give different figures for the same thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from answer.result import Citation
from index.tokens import syllables
from ingest.citation import document_label

_SAME_WORDS = 0.8
"""Share of the words of two sentences, figures aside, that both have when they say the same thing."""

_FIGURE = re.compile(
    r"(?<![\w/.,-])(?<!ngày )(?<!tháng )(?<!năm )(?<!số )(?P<figure>\d+(?:[.,]\d+)*)\s?"
    r"(?P<unit>%|phần trăm|ngày|tháng|năm(?! \d)|lần|người|hộ|giờ|(?:triệu |nghìn |tỷ )?đồng)(?!\w)"
)
"""Takes "80%", "05 ngày", "2 lần"; not "ngày 05 tháng", "Nghị quyết số 179"."""

_SENTENCE = re.compile(r"[^.;\n]+(?:[.,]\d[^.;\n]*)*")
"""Takes what stands between full stops, semicolons and line ends; not the stop in "1.000"."""

_Measure = tuple[str, str]
"""A figure and its unit, as printed: ("80", "%")."""


def disagreements(citations: Sequence[Citation]) -> tuple[str, ...]:
    """Return a warning for each two acts of one place, or of the whole country, that differ in a figure.

    Two sentences say the same thing when their words, figures aside, are almost the same and their units
    are. Acts of different places may well differ.
    """
    pairs = (
        (one, two)
        for one, two in combinations(citations, 2)
        if one.document.id != two.document.id and _place(one) == _place(two)
    )
    warnings = (warning for one, two in pairs for warning in _differences(one, two))
    return tuple(dict.fromkeys(warnings))


def _place(citation: Citation) -> str | None:
    return citation.document.place.name if citation.document.place else None


def _differences(one: Citation, two: Citation) -> Iterator[str]:
    for first in _SENTENCE.findall(one.quote):
        for second in _SENTENCE.findall(two.quote):
            if not _same_thing(first, second):
                continue
            for (left, unit), (right, _) in zip(_measures(first), _measures(second), strict=True):
                if _number(left) != _number(right):
                    yield (
                        f"Các nguồn nêu khác nhau: {document_label(one.document)} nêu “{left} {unit}” "
                        f"[{one.n}], "
                        f"{document_label(two.document)} nêu “{right} {unit}” [{two.n}]. "
                        "Hãy kiểm tra văn bản nào còn áp dụng."
                    ).replace(" %”", "%”")


def _same_thing(first: str, second: str) -> bool:
    units = [[unit for _, unit in _measures(sentence)] for sentence in (first, second)]
    if not units[0] or units[0] != units[1]:
        return False
    one, two = (set(syllables(_FIGURE.sub(" ", sentence))) for sentence in (first, second))
    return len(one & two) >= _SAME_WORDS * len(one | two)


def _measures(sentence: str) -> list[_Measure]:
    return [(found["figure"], found["unit"]) for found in _FIGURE.finditer(sentence)]


def _number(figure: str) -> str:
    return figure.lstrip("0")
