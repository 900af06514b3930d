"""What the header prints of a document: number, day, issuer, title, legal bases, draft or not.

A line that the print leaves blank is shown as blank.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from answer.document_facts.spans import (
    Shown,
    closing_of,
    header_of,
    line_around,
    spans_of,
    words_at,
)
from ingest import Document
from ingest.accents import fold
from ingest.dates import DATE, iso_date

_NUMBER_LINE = re.compile(r"^(?:Luật số|Số)\s*:[^\n]*", re.MULTILINE)
"""Takes "Số: /KH-UBND"; not "số 59/2023/NĐ-CP"."""

_DRAFT_LINE = re.compile(r"^(?:DỰ THẢO|Dự thảo)(?![^\n]*[;.:])[^\n]*", re.MULTILINE)
"""Takes "Dự thảo TỜ TRÌNH"; not "Dự thảo Nghị quyết này gồm:"."""

_BASE_LINE = re.compile(r"^(?:Căn cứ|Xét|Theo|Thực hiện|Triển khai|Thi hành) [^\n]*", re.MULTILINE)
"""Takes "Căn cứ Luật Tổ chức chính quyền địa phương …;"; not "Kính gửi"."""

_SEGMENT = re.compile(r"[^;\n]+")


def number_lines(document: Document) -> Iterator[Shown]:
    """Yield the number, or the line that leaves it blank."""
    header = header_of(document)
    if document.number is None:
        for span in spans_of(_NUMBER_LINE, document, header):
            yield Shown((span,), f"Bản trong kho để trống số: “{words_at(document, span)}”")
            return
        return
    printed = re.compile(r"\s*".join(map(re.escape, document.number)))
    found = printed.search(document.text, *header)
    if found:
        yield Shown((line_around(document, found.start()),), found[0])


def issued_on_lines(document: Document) -> Iterator[Shown]:
    """Yield the day of issue where header and closing print it; the dateline if it is blank."""
    header, closing = header_of(document), closing_of(document)
    days = [
        found
        for part in (header, closing)
        for found in DATE.finditer(document.text, *part)
        if document.issued_on and iso_date(found) == document.issued_on
    ]
    above = [day for day in days if day.start() < header[1]]
    below = [day for day in days if day.start() >= header[1]]
    own = [*above[:1], *below[:1]]
    if not own:
        return
    lines = tuple(line_around(document, day.start()) for day in own)
    blank = len(document.issued_on or "") < len("2024-01-31")
    said = f"Bản trong kho để trống ngày ban hành: “{words_at(document, lines[0])}”"
    yield Shown(lines, said if blank else own[0][0][0].upper() + own[0][0][1:])


def issuer_lines(document: Document) -> Iterator[Shown]:
    """Yield the line that names the issuer, in capitals or as what "ban hành" is said of."""
    issuer, (start, end) = document.issuer, header_of(document)
    if issuer is None:
        return
    place = document.place
    organ = fold(issuer.removesuffix(f" {place.level} {place.name}") if place else issuer)
    lines = [line_around(document, at) for at in _line_starts(document, start, end)]
    capitals = (span for span in lines if words_at(document, span).isupper())
    named = (span for span in capitals if organ in fold(words_at(document, span)))
    issuing = spans_of(
        re.compile(r"(?:UBND|Ủy ban nhân dân|HĐND)[^.;\n]* ban hành [^.;\n]*"), document, (start, end)
    )
    told = (span for span in lines if f"của {issuer}" in words_at(document, span))
    by_symbol = (one.spans[0] for one in number_lines(document))  # "NĐ-CP" is the government's
    for span in (*named, *issuing, *told, *by_symbol):
        yield Shown((span,), issuer)
        return


def _line_starts(document: Document, start: int, end: int) -> list[int]:
    breaks = [found.end() for found in re.finditer(r"\n", document.text[start:end])]
    return [start, *(start + at for at in breaks if start + at < end)]


def title_lines(document: Document) -> Iterator[Shown]:
    """Yield the title."""
    words = r"\s+".join(map(re.escape, document.title.split()))
    if words:
        yield from [Shown((span,)) for span in spans_of(re.compile(words), document, header_of(document))][:1]


def draft_lines(document: Document) -> Iterator[Shown]:
    """Yield the line that says it is a draft."""
    if document.status == "draft":
        yield from [Shown((span,)) for span in spans_of(_DRAFT_LINE, document, header_of(document))][:1]


def status_lines(document: Document) -> Iterator[Shown]:
    """Yield the line that says it is a draft; else the number and the day that an issued act has."""
    if document.status == "draft":
        yield from draft_lines(document)
    else:
        yield from (*number_lines(document), *issued_on_lines(document))


def bases_lines(document: Document, which: tuple[str, ...]) -> Iterator[Shown]:
    """Yield the lines of legal bases; of one asked about, the parts that say most of the words asked."""
    lines = list(spans_of(_BASE_LINE, document, header_of(document)))
    if not which:
        yield from (Shown((span,)) for span in lines)
        return
    parts = [part for line in lines for part in spans_of(_SEGMENT, document, line)]
    shares = [_share(which, words_at(document, part)) for part in parts]
    most = max(shares, default=(0, 0))
    yield from (Shown((part,)) for part, share in zip(parts, shares, strict=True) if share == most > (0, 0))


def proposer_lines(document: Document) -> Iterator[Shown]:
    """Yield what a base says of the paper that proposed the act; of such a paper, its issuer."""
    if document.kind == "Tờ trình":
        yield from issuer_lines(document)
    else:
        yield from bases_lines(document, ("to", "trinh"))


def drafter_lines(document: Document) -> Iterator[Shown]:
    """Yield the issuer of a paper that proposes; other acts print nothing of who drafted them."""
    if document.kind == "Tờ trình":
        yield from issuer_lines(document)


def examiner_lines(document: Document) -> Iterator[Shown]:
    """Yield what a base says of the report of those who examined the draft."""
    for one in bases_lines(document, ("bao", "cao", "tham", "tra")):
        if "tham tra" in fold(words_at(document, one.spans[0])):
            yield one


def _share(which: tuple[str, ...], part: str) -> tuple[int, int]:
    """Return how many of the words asked a part says, and how many pairs of them side by side."""
    words = re.findall(r"\w+", fold(part))
    return len(set(which) & set(words)), len(set(pairwise(which)) & set(pairwise(words)))


def base_words(document: Document) -> frozenset[str]:
    """Return the words, folded, of a document's lines of legal bases."""
    return _words_of_bases(words_at(document, header_of(document)))


@lru_cache(maxsize=1_000)
def _words_of_bases(header: str) -> frozenset[str]:
    return frozenset(word for line in _BASE_LINE.findall(header) for word in re.findall(r"\w+", fold(line)))
