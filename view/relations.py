"""Which acts a document rests on and which rest on it: as a list, and as a diagram in DOT."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap

from ingest import Document, Reference
from ingest.accents import fold
from ingest.citation import document_label
from ingest.document import Relation
from ingest.references import number_key
from view.remarks import Citing

CITES: dict[Relation, str] = {
    "căn cứ": "Căn cứ",
    "quy định chi tiết": "Quy định chi tiết",
    "triển khai": "Triển khai",
    "sửa đổi": "Sửa đổi",
    "bổ sung": "Bổ sung",
    "thay thế": "Thay thế",
    "bãi bỏ": "Bãi bỏ",
    "dẫn chiếu": "Dẫn chiếu",
}
CITED: dict[Relation, str] = {
    "căn cứ": "Là căn cứ của",
    "quy định chi tiết": "Được quy định chi tiết tại",
    "triển khai": "Được triển khai bởi",
    "sửa đổi": "Được sửa đổi bởi",
    "bổ sung": "Được bổ sung bởi",
    "thay thế": "Được thay thế bởi",
    "bãi bỏ": "Bị bãi bỏ bởi",
    "dẫn chiếu": "Được dẫn chiếu tại",
}
"""What a list of acts is headed with, the closest relation first; an act stands under its closest."""

_ORDER = list(CITES)
_SHOWN = 7
"""Acts on each side of the diagram; the list has them all."""


@dataclass(frozen=True, slots=True)
class Related:
    """An act related to a document: its id where it is in the corpus, and how it is named."""

    relation: Relation
    name: str
    document: str | None


def cites(document: Document, documents: Mapping[str, Document]) -> list[Related]:
    """Return the acts that a document cites, each once, the closest relation first."""
    return _closest(
        (_key(reference), Related(reference.relation, _name(reference, documents), _leads(reference)))
        for reference in document.references
        if (reference.number or reference.title) and _leads(reference) != document.id
    )


def cited(document: Document, citings: Iterable[Citing], documents: Mapping[str, Document]) -> list[Related]:
    """Return the acts that cite a document, each once, the closest relation first."""
    return _closest(
        (each.document, Related(each.relation, document_label(documents[each.document]), each.document))
        for each in citings
        if each.document != document.id
    )


def _closest(found: Iterable[tuple[str, Related]]) -> list[Related]:
    acts: dict[str, Related] = {}
    for key, related in found:
        known = acts.setdefault(key, related)
        if _ORDER.index(related.relation) < _ORDER.index(known.relation):
            acts[key] = related
    return sorted(acts.values(), key=lambda related: _ORDER.index(related.relation))


def _leads(reference: Reference) -> str | None:
    return reference.target.document if reference.target else None


def _key(reference: Reference) -> str:
    number = number_key(reference.number) if reference.number else None
    return _leads(reference) or number or fold(reference.title or "")


def _name(reference: Reference, documents: Mapping[str, Document]) -> str:
    target = _leads(reference)
    if target:
        return document_label(documents[target])
    named = reference.title or reference.kind  # a title begins with its kind: "Luật Tiếp công dân"
    return f"{named} số {reference.number}" if reference.number else named


def diagram(document: Document, above: Iterable[Related], below: Iterable[Related]) -> str | None:
    """Return a diagram in DOT, what the document rests on to its left, what rests on it to its right.

    None without either: a mere mention is no tie. An arrow leads from the act that cites to the cited one;
    an act that is not in the corpus has a dashed border.
    """
    bases = [related for related in above if related.relation != "dẫn chiếu"]
    uses = [related for related in below if related.relation != "dẫn chiếu"]
    if not bases and not uses:
        return None
    lines = [f'here [label={_quoted(document_label(document))}, fillcolor="#ffe9cf", penwidth=2]']
    lines += _side(bases, "b", "{node} -> here")
    lines += _side(uses, "u", "here -> {node}")
    return (
        'digraph { rankdir=LR; ranksep=.35; nodesep=.12; bgcolor="transparent"\n'
        'node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#8a4500", fontsize=13,'
        ' fontname="Helvetica", margin="0.12,0.06"]\n'
        'edge [dir=back, color="#8c959f", fontsize=11, fontname="Helvetica", fontcolor="#57606a"]\n'
        f"{chr(10).join(lines)}\n}}"
    )


def _side(acts: list[Related], prefix: str, edge: str) -> Iterator[str]:
    for number, related in enumerate(acts[:_SHOWN]):
        node = f"{prefix}{number}"
        style = "" if related.document else ', style="rounded,dashed"'
        yield f"{node} [label={_quoted(related.name)}{style}]"
        yield f"{edge.format(node=node)} [label={_quoted(related.relation)}]"
    if len(acts) > _SHOWN:
        words = _quoted(f"và {len(acts) - _SHOWN} văn bản khác")
        yield f"{prefix}more [label={words}, shape=plaintext, style=solid]"
        yield f"{edge.format(node=f'{prefix}more')} [style=dashed]"


def _quoted(words: str) -> str:
    """Write words as a DOT string of short lines: a document's words are never read as HTML or escapes."""
    lines = "\\n".join(
        line.replace("\\", "\\\\").replace('"', '\\"') for line in wrap(words, 26, break_on_hyphens=False)
    )
    return f'"{lines}"'
