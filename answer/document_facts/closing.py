"""What the closing part and the articles print of a document: signer, effect, recipients, replaced acts."""

import re
from collections.abc import Iterator

from answer.document_facts.header import draft_lines, issued_on_lines
from answer.document_facts.spans import (
    Shown,
    closing_of,
    header_of,
    line_around,
    spans_of,
    within_provision,
    words_at,
)
from ingest import Document
from ingest.dates import DATE
from ingest.kinds import KIND_NAMES

_EFFECT = re.compile(
    rf"(?:^|[.;]\s+)(?:(?:Điều \d+|\d+)\.\s|[-–]\s|[a-zđ]\)\s)?"
    rf"(?P<words>(?:{'|'.join(KIND_NAMES)}) này [^.;\n]*?có hiệu lực(?: thi hành)? (?:kể )?từ [^;\n]*)",
    re.MULTILINE,
)
"""Takes "1. Nghị quyết này có hiệu lực kể từ ngày …"; not "Điều 15 của Luật này có hiệu lực từ"."""

_EFFECT_NOTED = re.compile(r"có hiệu lực thi hành kể từ ngày [\d/]+")
"""Takes the note of a codified act, "(… có hiệu lực thi hành kể từ ngày 01/07/2023)"; not "kể từ ngày ký"."""

_ADOPTED = re.compile(r"[^\n]* này (?:đã )?được [^\n]*thông qua[^\n]*")
"""Takes "Nghị quyết này đã được … thông qua ngày …"; not "được thông qua tại"."""

_ADDRESSEE = re.compile(r"^Kính gửi\s*:[^\n]*", re.MULTILINE)
"""Takes "Kính gửi: Ủy ban nhân dân tỉnh."; not "gửi"."""

_SUBMITTED = re.compile(r"^[^\n]* (?:kính )?trình [^\n]*(?:xem xét|quyết định|phê duyệt)[^\n]*", re.MULTILINE)
"""Takes "Vậy, Sở Nội vụ trình Ủy ban nhân dân tỉnh xem xét, quyết định./."; not "trong quá trình"."""

_RECIPIENTS = re.compile(r"^N[ơo]i nhận\s*:?\n?(?P<list>(?:[-–][^\n]*(?:\n|$))+)", re.MULTILINE)
"""Takes "Nơi nhận:" with the dashes under it; not "nơi nhận hồ sơ"."""

_ATTACHED = re.compile(r"\([^()\n]*kèm theo[^()\n]*\)|[^.;\n]*[Bb]an hành kèm theo[^.;\n]*")
"""Takes "(Có dự thảo Nghị quyết kèm theo)"; not "kèm cặp"."""

_SESSION = re.compile(r"^KH(?:ÓA|OÁ) [^\n]*K(?:Ỳ|Ì) HỌP[^\n]*", re.MULTILINE)
"""Takes "KHOÁ X, KỲ HỌP THỨ 32 (CHUYÊN ĐỀ)"; not "khóa X"."""


def signer_lines(document: Document) -> Iterator[Shown]:
    """Yield the signature with the titles above it, the name first."""
    signer = document.signer
    if signer is None:
        return
    block = re.compile(
        r"\s+".join(map(re.escape, signer.title.split()))
        + r"\s+(?:\(?đã ký\)?\s+)?"
        + re.escape(signer.name),
        re.IGNORECASE,
    )
    for span in spans_of(block, document, closing_of(document)):
        name = words_at(document, span)[-len(signer.name) :]
        yield Shown((span,), f"{name}, {signer.title}")
        return


def effective_on_lines(document: Document) -> Iterator[Shown]:
    """Yield the sentence of effect, and where it refers to the day of adoption or signature, that too."""
    for part in (closing_of(document), (0, len(document.text)), header_of(document)):
        pattern = _EFFECT_NOTED if part == header_of(document) else _EFFECT
        span = next(spans_of(pattern, document, part), None)
        if span:
            break
    else:
        yield from draft_lines(document)
        return
    yield Shown((span,))
    words = words_at(document, span)
    if not DATE.search(words) and "thông qua" in words:
        yield from (Shown((one,)) for one in spans_of(_ADOPTED, document, closing_of(document)))
    elif not DATE.search(words):
        yield from issued_on_lines(document)


def recipients_lines(document: Document) -> Iterator[Shown]:
    """Yield the addressee, where the act is put before it again, and the list under "Nơi nhận"."""
    yield from (Shown((span,)) for span in spans_of(_ADDRESSEE, document, header_of(document)))
    yield from (Shown((span,)) for span in spans_of(_SUBMITTED, document, closing_of(document)))
    for found in _RECIPIENTS.finditer(document.text, *closing_of(document)):
        listed = found["list"].strip()
        start = found.start("list")
        names = (line.lstrip("-– ").rstrip(";. ") for line in listed.split("\n"))
        yield Shown(((start, start + len(listed)),), "; ".join(names))


def attached_lines(document: Document) -> Iterator[Shown]:
    """Yield where the act says what is attached to it."""
    yield from (Shown((span,)) for span in spans_of(_ATTACHED, document, (0, len(document.text))))


def replaced_lines(document: Document) -> Iterator[Shown]:
    """Yield the lines in which the act replaces or repeals whole acts."""
    lines = dict.fromkeys(
        within_provision(document, line_around(document, reference.span[0]))
        for reference in document.references
        if reference.relation in ("thay thế", "bãi bỏ") and reference.number and not reference.path
    )
    yield from (Shown((span,)) for span in lines)


def session_lines(document: Document) -> Iterator[Shown]:
    """Yield the sentence of adoption, and the line of the session."""
    yield from (Shown((span,)) for span in spans_of(_ADOPTED, document, closing_of(document)))
    yield from (Shown((span,)) for span in spans_of(_SESSION, document, header_of(document)))
