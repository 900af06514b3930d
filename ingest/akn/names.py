"""Names that the writer and the reader share: namespaces, elements, attributes."""

from ingest.document import Unit

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = "{urn:danchu:document}"
"""Namespaces in the notation of ElementTree; what Akoma Ntoso has no place for stands in the second."""

LABEL = f"{OWN}label"
"""The label as cited, where the print may be wrong: `đ` of a second "d)"."""

THEN = f"{OWN}then"
"""The white space between this piece and the next, where it is not what `usual_gap` says."""

REPLACED = f"{OWN}replaced"
"""JSON pairs `[offset, character]`: the characters that XML forbids, U+FFFD in the text."""

DIGEST = f"{OWN}textSha256"
"""SHA-256 of the canonical text in UTF-8: tells whether another program changed the words."""

ELEMENTS: dict[Unit, str] = {
    "phan": "part",
    "chuong": "chapter",
    "muc": "section",
    "tieu_muc": "subsection",
    "dieu": "article",
    "khoan": "paragraph",
    "diem": "point",
    "gach": "indent",
    "phu_luc": "hcontainer",
}
"""Units of the body → hierarchical elements. The header is preface and preamble, the closing part
conclusions, an annex an attachment; a form inside an annex is a container of the standard's open kind."""


def usual_gap(tag: str) -> str:
    """Return the white space that follows a piece: a space after a number, else a line's end."""
    return " " if tag == f"{AKN}num" else "\n"
