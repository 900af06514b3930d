"""Where a document prints each of its facts, and what a claim says of it: the value, or the line itself.

A line that the print leaves blank is shown as blank.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from answer.document_facts.asked import Field
from ingest import Document, Provision, Span
from ingest.accents import fold
from ingest.dates import DATE, iso_date


@dataclass(frozen=True, slots=True)
class Shown:
    """What a claim says, and the spans that prove it; without words of its own it is its first quote."""

    spans: tuple[Span, ...]
    text: str | None = None


_EFFECT = re.compile(r"[^.;\n]*?(?<!\w)này(?!\w)[^.;\n]*?có hiệu lực(?: thi hành)? (?:kể )?từ [^;\n]*")
"""Takes "Nghị quyết này có hiệu lực kể từ ngày …"; not "Luật Đất đai có hiệu lực từ"."""

_EFFECT_NOTED = re.compile(r"có hiệu lực thi hành kể từ ngày [\d/]+")
"""Takes the note of a codified act, "(… có hiệu lực thi hành kể từ ngày 01/07/2023)"; not "kể từ ngày ký"."""

_ADOPTED = re.compile(r"[^\n]* này (?:đã )?được [^\n]*thông qua[^\n]*")
"""Takes "Nghị quyết này đã được … thông qua ngày …"; not "được thông qua tại"."""

_NUMBER_LINE = re.compile(r"^(?:Luật số|Số)\s*:[^\n]*", re.MULTILINE)
"""Takes "Số: /KH-UBND"; not "số 59/2023/NĐ-CP"."""

_DRAFT_LINE = re.compile(r"^(?:DỰ THẢO|Dự thảo)(?![^\n]*[;.:])[^\n]*", re.MULTILINE)
"""Takes "Dự thảo TỜ TRÌNH"; not "Dự thảo Nghị quyết này gồm:"."""

_BASE_LINE = re.compile(r"^(?:Căn cứ|Xét|Theo|Thực hiện|Triển khai|Thi hành) [^\n]*", re.MULTILINE)
"""Takes "Căn cứ Luật Tổ chức chính quyền địa phương …;"; not "Kính gửi"."""

_SEGMENT = re.compile(r"[^;\n]+")
_ADDRESSEE = re.compile(r"^Kính gửi\s*:[^\n]*", re.MULTILINE)
"""Takes "Kính gửi: Ủy ban nhân dân tỉnh."; not "gửi"."""

_RECIPIENTS = re.compile(r"^N[ơo]i nhận\s*:?\n?(?P<list>(?:[-–][^\n]*(?:\n|$))+)", re.MULTILINE)
"""Takes "Nơi nhận:" with the dashes under it; not "nơi nhận hồ sơ"."""

_ATTACHED = re.compile(r"\([^()\n]*kèm theo[^()\n]*\)|[^.;\n]*[Bb]an hành kèm theo[^.;\n]*")
"""Takes "(Có dự thảo Nghị quyết kèm theo)"; not "kèm cặp"."""

_SESSION = re.compile(r"^KH(?:ÓA|OÁ) [^\n]*K(?:Ỳ|Ì) HỌP[^\n]*", re.MULTILINE)
"""Takes "KHOÁ X, KỲ HỌP THỨ 32 (CHUYÊN ĐỀ)"; not "khóa X"."""

_ROWS: dict[Field, str] = {
    "number": "Số hiệu",
    "issuer": "Cơ quan ban hành",
    "signer": "Người ký",
    "issued_on": "Ngày ban hành",
    "effective_on": "Ngày hiệu lực",
    "replaced": "Thay thế",
    "bases": "Căn cứ pháp lý",
}
"""The rows of a table of facts that some sites set above a text: "Ngày ban hành | 26/05/2026"."""


def shown(document: Document, field: Field, which: tuple[str, ...] = ()) -> list[Shown]:
    """Return what a document prints of a fact of its own; empty if it prints nothing of it.

    `which` are words, folded, of the one legal base that is asked about.
    """
    if field == "bases":
        found = list(_bases(document, which))
    else:
        found = list(_PRINTED[field](document))
    if not found and field in _ROWS:
        row = re.compile(rf"^{_ROWS[field]} \|[^\n]*", re.MULTILINE)
        found = [Shown((span,)) for span in _spans(row, document, _header(document))]
    return found


def _header(document: Document) -> Span:
    """Return the part before the first provision."""
    first = next(iter(document.provisions), None)
    return first.span if first and first.unit == "phan_dau" else (0, 0)


def _closing(document: Document) -> Span:
    """Return the adoption sentence, recipients and signature of the act itself."""
    closing = (p for p in document.provisions if p.unit == "phan_cuoi" and p.parent is None)
    return next((provision.span for provision in closing), (0, 0))


def _spans(pattern: re.Pattern[str], document: Document, within: Span) -> Iterator[Span]:
    """Yield where a pattern stands in a part of the text, without the white space around it."""
    for found in pattern.finditer(document.text, *within):
        words = found[0].strip()
        start = found.start() + found[0].index(words)
        yield start, start + len(words)


def _line_around(document: Document, at: int) -> Span:
    end = document.text.find("\n", at)
    return document.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(document.text)


def _words(document: Document, span: Span) -> str:
    return document.text[slice(*span)]


def _signer(document: Document) -> Iterator[Shown]:
    signer = document.signer
    if signer is None:
        return
    block = re.compile(
        r"\s+".join(map(re.escape, signer.title.split()))
        + r"\s+(?:\(?đã ký\)?\s+)?"
        + re.escape(signer.name),
        re.IGNORECASE,
    )
    for span in _spans(block, document, _closing(document)):
        name = _words(document, span)[-len(signer.name) :]
        yield Shown((span,), f"{name}, {signer.title}")
        return


def _issued_on(document: Document) -> Iterator[Shown]:
    """Yield the day of issue where header and closing print it; the dateline if it is blank."""
    header, closing = _header(document), _closing(document)
    days = [
        found
        for part in (header, closing)
        for found in DATE.finditer(document.text, *part)
        if document.issued_on and iso_date(found) == document.issued_on
    ]
    own = [day for day in days if day.start() < header[1]][:1] + [
        day for day in days if day.start() >= closing[0]
    ][:1]
    if not own:
        return
    lines = tuple(_line_around(document, day.start()) for day in own)
    blank = len(document.issued_on or "") < len("2024-01-31")
    said = f"Bản trong kho để trống ngày ban hành: “{_words(document, lines[0])}”"
    yield Shown(lines, said if blank else own[0][0][0].upper() + own[0][0][1:])


def _effective_on(document: Document) -> Iterator[Shown]:
    """Yield the sentence of effect, and where it refers to the day of adoption or signature, that too."""
    for part in (_closing(document), (0, len(document.text)), _header(document)):
        pattern = _EFFECT_NOTED if part == _header(document) else _EFFECT
        span = next(_spans(pattern, document, part), None)
        if span:
            break
    else:
        yield from _draft(document)
        return
    yield Shown((span,))
    words = _words(document, span)
    if not DATE.search(words) and "thông qua" in words:
        yield from (Shown((one,)) for one in _spans(_ADOPTED, document, _closing(document)))
    elif not DATE.search(words):
        yield from _issued_on(document)


def _number(document: Document) -> Iterator[Shown]:
    header = _header(document)
    if document.number is None:
        for span in _spans(_NUMBER_LINE, document, header):
            yield Shown((span,), f"Bản trong kho để trống số: “{_words(document, span)}”")
            return
        return
    printed = re.compile(r"\s*".join(map(re.escape, document.number)))
    found = printed.search(document.text, *header)
    if found:
        yield Shown((_line_around(document, found.start()),), found[0])


def _issuer(document: Document) -> Iterator[Shown]:
    """Yield the line that names the issuer, in capitals or as what "ban hành" is said of."""
    issuer, (start, end) = document.issuer, _header(document)
    if issuer is None:
        return
    place = document.place
    organ = fold(issuer.removesuffix(f" {place.level} {place.name}") if place else issuer)
    lines = [_line_around(document, at) for at in _line_starts(document, start, end)]
    capitals = (span for span in lines if _words(document, span).isupper())
    named = (span for span in capitals if organ in fold(_words(document, span)))
    issuing = _spans(
        re.compile(r"(?:UBND|Ủy ban nhân dân|HĐND)[^.;\n]* ban hành [^.;\n]*"), document, (start, end)
    )
    told = (span for span in lines if f"của {issuer}" in _words(document, span))
    for span in (*named, *issuing, *told):
        yield Shown((span,), issuer)
        return


def _line_starts(document: Document, start: int, end: int) -> list[int]:
    breaks = [found.end() for found in re.finditer(r"\n", document.text[start:end])]
    return [start, *(start + at for at in breaks if start + at < end)]


def _bases(document: Document, which: tuple[str, ...]) -> Iterator[Shown]:
    """Yield the lines of legal bases; of one asked about, the parts that say most of the words asked."""
    lines = list(_spans(_BASE_LINE, document, _header(document)))
    if not which:
        yield from (Shown((span,)) for span in lines)
        return
    parts = [part for line in lines for part in _spans(_SEGMENT, document, line)]
    shares = [len(set(which) & set(re.findall(r"\w+", fold(_words(document, part))))) for part in parts]
    most = max(shares, default=0)
    yield from (Shown((part,)) for part, share in zip(parts, shares, strict=True) if share == most > 0)


def _recipients(document: Document) -> Iterator[Shown]:
    yield from (Shown((span,)) for span in _spans(_ADDRESSEE, document, _header(document)))
    for found in _RECIPIENTS.finditer(document.text, *_closing(document)):
        listed = found["list"].strip()
        start = found.start("list")
        names = (line.lstrip("-– ").rstrip(";. ") for line in listed.split("\n"))
        yield Shown(((start, start + len(listed)),), "; ".join(names))


def _title(document: Document) -> Iterator[Shown]:
    words = r"\s+".join(map(re.escape, document.title.split()))
    if words:
        yield from [Shown((span,)) for span in _spans(re.compile(words), document, _header(document))][:1]


def _draft(document: Document) -> Iterator[Shown]:
    if document.status == "draft":
        yield from [Shown((span,)) for span in _spans(_DRAFT_LINE, document, _header(document))][:1]


def _status(document: Document) -> Iterator[Shown]:
    """Yield the line that says it is a draft; else the number and the day that an issued act has."""
    if document.status == "draft":
        yield from _draft(document)
    else:
        yield from (*_number(document), *_issued_on(document))


def _attached(document: Document) -> Iterator[Shown]:
    yield from (Shown((span,)) for span in _spans(_ATTACHED, document, (0, len(document.text))))


def _replaced(document: Document) -> Iterator[Shown]:
    """Yield the lines in which the act replaces or repeals whole acts."""
    lines = dict.fromkeys(
        _line_around(document, reference.span[0])
        for reference in document.references
        if reference.relation in ("thay thế", "bãi bỏ") and reference.number and not reference.path
    )
    yield from (Shown((span,)) for span in lines)


def _session(document: Document) -> Iterator[Shown]:
    yield from (Shown((span,)) for span in _spans(_ADOPTED, document, _closing(document)))
    yield from (Shown((span,)) for span in _spans(_SESSION, document, _header(document)))


_PRINTED: dict[Field, Callable[[Document], Iterator[Shown]]] = {
    "signer": _signer,
    "issued_on": _issued_on,
    "effective_on": _effective_on,
    "number": _number,
    "issuer": _issuer,
    "recipients": _recipients,
    "title": _title,
    "status": _status,
    "attached": _attached,
    "replaced": _replaced,
    "session": _session,
}


def base_words(document: Document) -> frozenset[str]:
    """Return the words, folded, of a document's lines of legal bases."""
    lines = _spans(_BASE_LINE, document, _header(document))
    return frozenset(word for line in lines for word in re.findall(r"\w+", fold(_words(document, line))))


def holding(document: Document, span: Span) -> Provision:
    """Return the innermost provision that holds a span."""
    around = [p for p in document.provisions if p.span[0] <= span[0] and span[1] <= p.span[1]]
    return min(around, key=lambda provision: provision.span[1] - provision.span[0])
