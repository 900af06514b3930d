"""What a document prints of each of its facts: the value, or the line itself."""

import re
from collections.abc import Callable, Iterator

from answer.document_facts import closing, header
from answer.document_facts.asked import Field
from answer.document_facts.spans import Shown, header_of, spans_of
from ingest import Document

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


_PRINTED: dict[Field, Callable[[Document], Iterator[Shown]]] = {
    "signer": closing.signer_lines,
    "issued_on": header.issued_on_lines,
    "effective_on": closing.effective_on_lines,
    "number": header.number_lines,
    "issuer": header.issuer_lines,
    "proposer": header.proposer_lines,
    "examiner": header.examiner_lines,
    "drafter": header.drafter_lines,
    "recipients": closing.recipients_lines,
    "title": header.title_lines,
    "status": header.status_lines,
    "attached": closing.attached_lines,
    "replaced": closing.replaced_lines,
    "session": closing.session_lines,
}


def shown(document: Document, field: Field, which: tuple[str, ...] = ()) -> list[Shown]:
    """Return what a document prints of a fact of its own; empty if it prints nothing of it.

    `which` are words, folded, of the one legal base that is asked about.
    """
    found = list(header.bases_lines(document, which) if field == "bases" else _PRINTED[field](document))
    if not found and field in _ROWS:
        row = re.compile(rf"^{_ROWS[field]} \|[^\n]*", re.MULTILINE)
        found = [Shown((span,)) for span in spans_of(row, document, header_of(document))]
    return found
