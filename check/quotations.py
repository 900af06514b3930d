"""The quotations of a text: “…”, "…", «…» and block quotations, with the references beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from check.cited import Cited
from check.draft import Draft
from ingest import Span
from ingest.quotation import Quotations

_GUILLEMETS = re.compile(r"«(?:[^«»\n]|\n(?!\n)){1,4000}»")
"""Takes "«dân biết»", over a line's end too; not over a blank line."""

_CUT = re.compile(r"\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|…|\.{3,})\s*")
"""Takes "[…]", "(...)", "…", where a quotation leaves words out; not "."."""

_REACH = 250
"""Characters before a quotation, or after it, in which the reference beside it stands."""

_NEW_SENTENCE = re.compile(r"[.!?;]\s|\n[^\S\n]*\n")
"""Takes what ends the sentence of a reference before a quotation: ". ", a blank line; not ", "."""

_LEADS_IN = re.compile(r":[\s>]*$")
"""Takes the colon that announces a quotation, over line ends too; not one before other words."""

_BRACKETED = re.compile(
    r"[.,;]?[\s>]*[(\[—–-]\s*(?:(?:theo|trích|xem|nguồn|căn cứ|tại|quy định|dẫn|từ|của)[:\s]+)*",
    re.IGNORECASE,
)
"""Takes " (theo ", ". — ", " (trích từ " between a quotation and its reference; not ", theo "."""

_SAID_AFTER = re.compile(
    r",? (?:(?:theo|trích|là|được|quy|định|nêu|ghi|tại|ở|trong|của|đúng|như|nội|dung) ?)+"
)
"""Takes " theo quy định tại " and ", được nêu ở " after a quotation; not " và "."""


def quotation_spans(draft: Draft) -> list[Span]:
    """Return the outermost quotations of a text in print order, with their marks."""
    marked = Quotations(draft.text).spans
    angled = (found.span() for found in _GUILLEMETS.finditer(draft.text))
    kept: list[Span] = []
    for span in sorted([*draft.blocks(), *marked, *angled], key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def parts_of(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of a quotation's words between the places where it leaves words out."""
    start, end = span if text[span[0]] in " \t>" else (span[0] + 1, span[1] - 1)
    for cut in _CUT.finditer(text, start, end):
        if start < cut.start():
            yield start, cut.start()
        start = cut.end()
    if start < end:
        yield start, end


def beside(text: str, span: Span, cited: Sequence[Cited]) -> tuple[Cited, ...]:
    """Return the references of a quotation: in brackets after it, before it, or said after it."""
    at = bisect_left(cited, span[0], key=lambda one: one.span[0])
    before = cited[at - 1] if at else None
    after = cited[at] if at < len(cited) else None
    if after and _BRACKETED.fullmatch(text, span[1], after.span[0]):
        return _list_of(after, cited, at)
    if before and _leads_to(text[max(before.span[1], span[0] - _REACH - 1) : span[0]]):
        return _list_of(before, cited, at - 1)
    if after and after.span[0] - span[1] < _REACH and _SAID_AFTER.fullmatch(text, span[1], after.span[0]):
        return _list_of(after, cited, at)
    return ()


def _leads_to(gap: str) -> bool:
    if len(gap) > _REACH or _NEW_SENTENCE.search(gap.rstrip(" \n>")):
        return False
    return "\n" not in gap or bool(_LEADS_IN.search(gap)) or not gap.strip(" \n>")


def _list_of(one: Cited, cited: Sequence[Cited], at: int) -> tuple[Cited, ...]:
    """Return the references of one list: "khoản 1 và khoản 2 Điều 3"."""
    first = last = at
    while first and cited[first - 1].group == one.group:
        first -= 1
    while last + 1 < len(cited) and cited[last + 1].group == one.group:
        last += 1
    return tuple(cited[first : last + 1])
