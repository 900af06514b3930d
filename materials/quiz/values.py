"""The values that a clause states: figures, years, dates, numbers of acts, how often, who, and terms."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import Document, Provision
from ingest.accents import fold
from materials.quiz.clauses import clauses_of
from materials.quiz.fact import Fact, FactKind
from materials.quiz.giveaway import told_by_clause, told_by_number, told_by_words

_FOLDER = Path(__file__).parent
_DATA = tomllib.loads((_FOLDER / "bodies.toml").read_text(encoding="utf-8"))

FREQUENCIES: tuple[str, ...] = tuple(_DATA["frequencies"])
EVERYWHERE: tuple[str, ...] = tuple(_DATA["everywhere"])
TERMS: tuple[tuple[str, ...], ...] = tuple(
    map(tuple, tomllib.loads((_FOLDER / "terms.toml").read_text(encoding="utf-8"))["groups"])
)


def _any_of(words: Sequence[str]) -> str:
    """Return a pattern that takes one of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_LEVEL = r"(?: (?:các cấp|cấp (?:tỉnh|huyện|xã)|tỉnh|huyện|các xã, thị trấn|các xã))?"

_PART = r"(?<![-/\w])(?<!đại biểu )(?<!ác Ban )(?<!ác Ban của )"

BODY = re.compile(rf"{_PART}(?>(?:{_any_of(_DATA['names'])}){_LEVEL})(?![-\w]|, cấp )")
"""Takes "UBND các xã, thị trấn", "Ban Thanh tra nhân dân"; not "HĐND" in "NQ-HĐND", and not what is told with
more: "đại biểu Hội đồng nhân dân", "UBND cấp huyện, cấp xã"."""

AT_LEVEL = re.compile(rf"{_LEVEL}$")

_DAY = r"\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{1,2}/\d{4}"

VALUES: dict[FactKind, re.Pattern[str]] = {
    # takes "95%", "95 %"; not "95 người"
    "figure": re.compile(r"(?<![\w.,])\d{1,3}(?:,\d+)?\s?%"),
    # takes "2030" in "đến năm 2030"; not in "ngày 11 tháng 7 năm 2030"
    "year": re.compile(r"(?<=[Đđ]ến năm )\d{4}\b"),
    # takes "14 tháng 8 năm 2023" after "ngày"; not "4 tháng"
    "date": re.compile(rf"(?<=ngày )(?:{_DAY})(?![/\d])"),
    # takes "59/2023/NĐ-CP" after "số"; not "05/02/2024", nor "346/QĐ-" of a number that a space parts
    "act": re.compile(r"(?<=số )\d+/(?:\d{4}/)?[A-ZĐ]\w*(?:-\w+)*(?![-\w/])"),
    # takes "Hằng năm", "định kỳ hàng tháng", "06 tháng một lần", "từ 03 – 05 năm"; not "năm"
    "frequency": re.compile(
        r"\b[Hh](?:ằng|àng) (?:tháng|quý|năm)\b|\b\d+ tháng một lần\b|\btừ \d+ – \d+ năm\b"
    ),
    "body": BODY,
    # takes "Ngân sách Nhà nước"; not "hội nghị"
    "term": re.compile(
        rf"(?<![-/\w])(?:{_any_of([term for group in TERMS for term in group])})(?!\w)", re.IGNORECASE
    ),
}

_LEGAL_BASE = re.compile(r"(?:Căn cứ|Thực hiện) (?:Luật|Nghị định|Nghị quyết|Quyết định)\b")
"""Takes "Căn cứ Luật …", a rule that binds, which a header may be asked about; not "Xét Tờ trình số …"."""

_WORD = re.compile(r"\w+")

_SINCE = re.compile(r"\b(?:từ|trước|đến) ngày $")
"""Takes what stands before a day that rules anything; not the "ngày " after the number of an act."""

_LEAST_BESIDE = 8
"""Words beside a value without which a clause says too little to tell it."""


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
    is_base = provision.unit == "phan_dau"
    for kind, pattern in VALUES.items():
        for found in pattern.finditer(words):
            before, after = words[: found.start()], words[found.end() :]
            rest = f"{before} … {after}"
            if len(_WORD.findall(rest)) < _LEAST_BESIDE or found[0].lower() in rest.lower():
                continue
            if kind in _OF_BASES and not is_base and not _SINCE.search(before):
                continue
            if kind == "term" and (is_base or told_by_words(found[0], others_of(found[0]), rest)):
                continue
            if kind == "body" and (is_base or _is_told(found[0], before, after)):
                continue
            span = (clause[0] + found.start(), clause[0] + found.end())
            yield Fact(kind, document, provision, clause, found[0], span)


def _is_told(body: str, before: str, after: str) -> bool:
    """Tell whether a body's clause tells its name, or a share before it that it is none of a kind of one."""
    rest = f"{before} … {after}"
    return before.endswith("% ") or told_by_clause(AT_LEVEL.sub("", body), rest) or told_by_number(body, rest)


def others_of(term: str) -> list[str]:
    """Return the other terms of the first group of a term."""
    group = next(one for one in TERMS if fold(term) in map(fold, one))
    return [one for one in group if fold(one) != fold(term)]


_OF_BASES = ("act", "date")
"""What is asked of legal bases; elsewhere, only the days that rule something."""


def is_of(body: str, said: str) -> bool:
    """Tell whether words that tell of several bodies at once tell of one: "phòng ban" of "Phòng Nội vụ"."""
    return any(
        fold(collective) in fold(said) and any(fold(body).startswith(fold(name)) for name in names)
        for collective, names in _DATA["collectives"].items()
    )
