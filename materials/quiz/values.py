"""The values that a clause states: figures, years, dates, numbers of acts, how often, and who."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.question.abbreviations import spell_out
from ingest import Document, Provision
from materials.quiz.clauses import clauses_of
from materials.quiz.fact import Fact, FactKind

_DATA = tomllib.loads(Path(__file__).with_name("bodies.toml").read_text(encoding="utf-8"))

FREQUENCIES: tuple[str, ...] = tuple(_DATA["frequencies"])
BODIES: tuple[str, ...] = tuple(_DATA["names"])

_LEVEL = r"(?: (?:các cấp|cấp (?:tỉnh|huyện|xã)|tỉnh|huyện|các xã, thị trấn|các xã))?"

BODY = re.compile(rf"(?<![-/\w])(?:{'|'.join(map(re.escape, BODIES))}){_LEVEL}(?![-\w])")
"""Takes "UBND các xã, thị trấn", "Ban Thanh tra nhân dân"; not "HĐND" in "NQ-HĐND"."""

_DAY = r"\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{1,2}/\d{4}"

VALUES: dict[FactKind, re.Pattern[str]] = {
    # takes "95%", "95 %"; not "95 người"
    "figure": re.compile(r"(?<![\w.,])\d{1,3}(?:,\d+)?\s?%"),
    # takes "2030" in "đến năm 2030"; not in "ngày 11 tháng 7 năm 2030"
    "year": re.compile(r"(?<=[Đđ]ến năm )\d{4}\b"),
    # takes "14 tháng 8 năm 2023" after "ngày"; not "4 tháng"
    "date": re.compile(rf"(?<=ngày )(?:{_DAY})(?![/\d])"),
    # takes "59/2023/NĐ-CP" after "số"; not "05/02/2024"
    "act": re.compile(r"(?<=số )\d+/(?:\d{4}/)?[A-ZĐ][\w-]*(?![\w/])"),
    # takes "Hằng năm", "định kỳ hàng tháng", "06 tháng một lần"; not "năm"
    "frequency": re.compile(r"\b[Hh](?:ằng|àng) (?:tháng|quý|năm)\b|\b\d+ tháng một lần\b"),
    "body": BODY,
}

_LEGAL_BASE = re.compile(r"(?:Căn cứ|Thực hiện|Xét) ")
"""Takes "Căn cứ Luật …", "Thực hiện Kế hoạch số …", which a header may be asked about; not "Số:"."""


def values_of(document: Document, provisions: Sequence[Provision]) -> Iterator[Fact]:
    """Yield the values that provisions state; one printed twice in its clause gives itself away."""
    for provision in provisions:
        if provision.unit == "phan_cuoi":
            continue
        for clause in clauses_of(document, provision):
            words = document.text[slice(*clause)]
            if provision.unit == "phan_dau" and not _LEGAL_BASE.match(words):
                continue
            yield from _in_clause(document, provision, clause, words)


def _in_clause(
    document: Document, provision: Provision, clause: tuple[int, int], words: str
) -> Iterator[Fact]:
    for kind, pattern in VALUES.items():
        if kind == "body" and provision.unit == "phan_dau":
            continue
        for found in pattern.finditer(words):
            told = kind == "body" and _told_by_number(found[0], words)
            if words.lower().count(found[0].lower()) == 1 and not told:
                span = (clause[0] + found.start(), clause[0] + found.end())
                yield Fact(kind, document, provision, clause, found[0], span)


def _told_by_number(body: str, words: str) -> bool:
    """Tell whether the number of an act beside it names a body: "31/2023/NQ-HĐND … của Hội đồng nhân dân"."""
    names = (spell_out(letters) for letters in re.findall(r"(?<=-)(?:HĐND|UBND)\b", words))
    return any(spell_out(body).lower().startswith(name.lower()) for name in names)
