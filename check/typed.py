"""A text as people type it, put as drafters print it: "k.2 Đ.5 NQ179" as "khoản 2 Điều 5 Nghị quyết 179"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest import Span
from ingest.kinds import CITED_KINDS, KINDS

_SPACES = re.compile(r"[^\S\n]{2,}|[\u00a0\u202f]")
"""Takes two spaces and the spaces that do not break; not a line end."""

_NUMBER = re.compile(r"(?<![\w/])\d+ ?(?:/ ?\d{4} ?)?/ ?[A-ZĐ][\w&]*(?: ?[-–—‑] ?[A-ZĐ]\w*)+")
"""Takes "179 /NQ–HĐND"; not "3/4"."""

_DATE = re.compile(r"(?<=ngày )\d{1,2}(?P<sign> ?[-.–/] ?)\d{1,2}(?P=sign)\d{4}(?!\d)")
"""Takes "08-12-2023", "8.12.2023" after "ngày "; not "8-12"."""

_STEP = (
    r"(?:(?:[Đđ]iều|[Đđ]\.?) ?\d+[a-zđ]?|(?:[Kk]hoản|[Kk]\.?) ?\d+[a-zđ]?"
    r"|(?:[Đđ]iểm|[Đđ]\.?) ?[a-zđ])(?![\w/])"
)
_STEPS = re.compile(
    rf"(?<![\w./-]){_STEP}(?:[,;]? ?{_STEP})+"
    r"|(?<![\w./-])(?:[ĐđKk]\. ?\d+|Đ\d+(?= ?(?:NQ|NĐ|Luật|Nghị)))(?!\w)"
)
"""Takes "k2 Đ5", "Đ.5", "Điều 5 k.2 đ.a"; not "K5" alone, "QĐ.5"."""

_ONE_STEP = re.compile(r"(?P<name>[Kk](?:hoản)?|[Đđ](?:iều|iểm)?)\.? ?(?P<label>\d+[a-zđ]?|[a-zđ])(?!\w)")
"""Takes "k.2" of a run of steps."""

_KINDS = "|".join(sorted((kind.upper() for kind in CITED_KINDS), key=len, reverse=True))
_CAPITALS = re.compile(rf"(?<!\w)(?:ĐIỀU|KHOẢN|ĐIỂM|(?:{_KINDS}) SỐ:?|{_KINDS})(?= [\dA-ZĐ])")
"""Takes "ĐIỀU" of "ĐIỀU 5", "NGHỊ QUYẾT SỐ" of "NGHỊ QUYẾT SỐ 179"."""

_SYMBOL = re.compile(
    rf"(?<![\w/-])(?P<symbol>{'|'.join(sorted(KINDS, key=len, reverse=True))})[.:]? ?(?=(?:số:? )?\d+\D)"
)
"""Takes "NQ" of "NQ179", "NQ số 179"; not of "179/NQ-HĐND"."""

_Edit = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as drafters print it; `origins` are the offsets of its letters in the text as typed."""

    text: str
    origins: tuple[int, ...]

    def origin(self, span: Span) -> Span:
        """Return where a span of `text`, not empty, stands in the text as typed."""
        return self.origins[span[0]], self.origins[span[1] - 1] + 1


def as_printed(text: str) -> Typed:
    """Return a text with the short forms and signs of typing put as drafters print them."""
    typed = Typed(text, tuple(range(len(text))))
    for edits in (_signs, _words):
        typed = _edited(typed, edits)
    return typed


def _edited(typed: Typed, edits: Callable[[str], Iterator[_Edit]]) -> Typed:
    pieces: list[str] = []
    origins: list[int] = []
    position = 0
    for (start, end), new in sorted(edits(typed.text)):
        if start < position:
            continue
        pieces += (typed.text[position:start], new)
        origins += typed.origins[position:start]
        origins += (typed.origins[min(start + at, end - 1)] for at in range(len(new) - 1))
        origins.append(typed.origins[end - 1])
        position = end
    return Typed("".join((*pieces, typed.text[position:])), (*origins, *typed.origins[position:]))


def _signs(text: str) -> Iterator[_Edit]:
    for space in _SPACES.finditer(text):
        yield space.span(), " "


def _words(text: str) -> Iterator[_Edit]:
    for number in _NUMBER.finditer(text):
        yield number.span(), re.sub(r"[–—‑]", "-", "".join(number[0].split()))
    for day in _DATE.finditer(text):
        yield day.span(), day[0].replace(day["sign"], "/")
    for run in _STEPS.finditer(text):
        for step in _ONE_STEP.finditer(text, *run.span()):
            yield step.span(), f"{_step_name(step)} {step['label']}"
    for capitals in _CAPITALS.finditer(text):
        yield capitals.span(), capitals[0].capitalize()
    for symbol in _SYMBOL.finditer(text):
        yield symbol.span(), f"{KINDS[symbol['symbol']]} "


def _step_name(step: re.Match[str]) -> str:
    if step["name"][0] in "Kk":
        return "khoản"
    return "Điều" if step["label"][0].isdigit() else "điểm"
