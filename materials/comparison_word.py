"""A comparison of places as a Word file: a table across the page, and what to mind about it."""

from collections.abc import Sequence

from ingest.citation import citation_label, document_label
from materials.comparison import NO_GROUND, PlaceRules, cautions_of
from materials.official_document import heading, official_document, table, title
from materials.printable import printable
from materials.word import to_bytes

_HEAD = ("Địa phương", "Quy định (nguyên văn)", "Căn cứ")
_WIDTHS = (30, 147, 70)
"""Millimetres, of A4 across."""


def comparison_docx(question: str, compared: Sequence[PlaceRules]) -> bytes:
    """Return the Word file of what places rule on a question."""
    document = official_document(f"So sánh: {printable(question)}", landscape=True)
    title(document, "SO SÁNH QUY ĐỊNH CỦA CÁC ĐỊA PHƯƠNG", printable(question))
    table(document, _HEAD, [row for one in compared for row in _rows(one)], _WIDTHS)
    cautions = list(cautions_of(compared))
    if cautions:
        heading(document, "Lưu ý", 2)
    for caution in cautions:
        document.add_paragraph(printable(caution), style="List Bullet")
    return to_bytes(document)


def _rows(one: PlaceRules) -> list[tuple[str, str, str]]:
    if not one.citations:
        return [(one.place, NO_GROUND, "")]
    return [
        (
            one.place,
            printable(citation.quote),
            f"{citation_label(citation.path, capital=True)}, {document_label(citation.document)}",
        )
        for citation in one.citations
    ]
