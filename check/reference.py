"""What the corpus says of one reference."""

from dataclasses import replace

from check.cited import Cited
from check.library import Library, Meant
from check.report import Finding
from ingest import Document
from ingest.citation import citation_label, document_label, provision_label

_NO_ACT = "Chưa rõ điều khoản này của văn bản nào. Hãy ghi số hiệu văn bản."
_NOT_SEEN = "Văn bản này không có trong kho, nên chưa kiểm tra được. Hãy đối chiếu với bản gốc."
_NOT_HELD = "Văn bản này được nhắc tới trong kho nhưng kho chưa có toàn văn. Hãy đối chiếu với bản gốc."


def judged_reference(one: Cited, text: str, library: Library) -> Finding:
    """Return a reference with its verdict.

    Args:
        one: the reference.
        text: the text that it stands in.
        library: the corpus.

    """
    blank = Finding("reference", one.span, text[slice(*one.span)], "ambiguous", None, _NO_ACT, path=one.path)
    if one.act is None:
        return blank
    meant = library.meant(one.act)
    if len(meant.documents) != 1:
        return _of_no_document(blank, meant)
    return _of_document(blank, one, meant.documents[0], library)


def _of_no_document(blank: Finding, meant: Meant) -> Finding:
    if meant.documents:
        names = "; ".join(map(document_label, meant.documents))
        return replace(blank, message=f"Có thể là: {names}. Hãy ghi rõ số hiệu, ngày và nơi ban hành.")
    unknown = replace(blank, verdict="unknown_document")
    if meant.conflict:
        return replace(unknown, detail=meant.conflict.what, message=f"{meant.conflict.said} Hãy sửa lại.")
    if meant.known:
        return replace(unknown, detail="not_held", message=f"{_NOT_HELD} {meant.note}".rstrip())
    return replace(unknown, detail="not_seen", message=_NOT_SEEN)


def _of_document(blank: Finding, one: Cited, document: Document, library: Library) -> Finding:
    name = document_label(document)
    found = replace(blank, document=document.id, label=name)
    for path in filter(None, (one.path, one.through)):
        fits = library.provisions(document.id, path)
        if not fits:
            message = f"{name} không có {citation_label(path)}. Hãy kiểm tra lại số điều, khoản, điểm."
            return replace(found, verdict="no_such_provision", message=message)
        if len(fits) > 1:
            labels = "; ".join(citation_label(fit.path) for fit in fits)
            return replace(found, message=f"{name} có nhiều chỗ như vậy: {labels}. Hãy ghi đủ điều, khoản.")
    fits = library.provisions(document.id, one.path) if one.path else ()
    eid = fits[0].eid if fits else None
    label = provision_label(fits[0].path, document) if fits else name
    warnings = library.warnings(document.id, eid)
    amended = eid is not None and library.is_amended(document.id, eid)
    return replace(
        found,
        verdict="amended" if amended else "exists",
        message="Có trong kho, nhưng đã được sửa đổi." if amended else "Có trong kho.",
        eid=eid,
        path=fits[0].path if fits else (),
        label=label,
        warnings=warnings,
    )
