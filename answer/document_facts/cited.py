"""Facts of an act that the corpus has not but cites: "Quyết định 346/QĐ-TTg là về việc gì"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from answer.document_facts.asked import Asked, Field, fields_in, fields_of_act
from answer.document_facts.header import base_words
from answer.document_facts.named import as_read, without_names, without_phrases
from answer.document_facts.spans import Shown, header_of, holding, words_at
from index import Filters, HybridRetriever
from index.question.abbreviations import spell_out
from index.tokens import syllables
from ingest import Document, Reference, Span
from ingest.accents import fold
from ingest.kinds import CITED_KINDS
from ingest.references import number_key

_LOOKED_AT = 60
"""Passages found whose documents are looked through for the citation."""

_KINDS = "|".join(sorted(map(fold, CITED_KINDS), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<!\S)(?:(?:(?P<kind>{_KINDS}) )?(?:so )?(?P<whole>\d+[a-z]?/[a-z0-9/-]*[a-z][a-z0-9/-]*)"
    rf"|(?P<of_cut>{_KINDS}) (?:so )?(?P<cut>\d+(?:/\d{{4}})?))(?!\S)"
)
"""Takes "346/qd-ttg", "nghi dinh 61", "nghi quyet so 31/2023", folded; not "192"."""

_KIND = re.compile(rf"(?<!\S)(?P<kind>{_KINDS})(?P<asked> (?:so )?(?:nao|gi))?(?!\S)")
"""Takes "nghi dinh", "nghi dinh nao", folded."""

_YEAR = r"(?:19|20)\d\d"

_LEAST = 2
"""So many words of what an act is about must be said where neither number nor title names it."""


@dataclass(frozen=True, slots=True)
class _Citation:
    """Where a document cites an act, and the words said of it: `of_it` tells that they begin with it."""

    document: Document
    reference: Reference
    span: Span
    of_it: bool

    @property
    def words(self) -> str:
        """Return the words said, folded."""
        return fold(words_at(self.document, self.span))


def cited_fact(
    question: str, retriever: HybridRetriever, filters: Filters
) -> list[tuple[Document, Shown]] | None:
    """Return what the texts print of an act that they only cite, from each text that prints it.

    Returns None if the question asks for something else, or no document found cites the act; empty if
    those that cite it do not say what is asked.
    """
    folded = as_read(question)
    named = _NUMBER.search(folded)
    if named is None and not _KIND.search(folded):
        return None
    based = _among_bases(question, folded, named, retriever, filters) if named else None
    if based is not None:
        return based
    folded = _CITING.sub("", folded)
    documents = _documents(question, retriever, filters)
    citations = [one for document in documents for one in _citations(document)]
    found: list[_Citation] = []
    fields: dict[Field, None] = {}
    for one in citations:
        asked = _asked_of(one, folded, named)
        if asked:
            found.append(one)
            fields |= dict.fromkeys(asked.fields)
    said = [one for one in found if any(_says(one, field) for field in fields)]
    return _shown(said) if found else None


def _among_bases(
    question: str, folded: str, named: re.Match[str], retriever: HybridRetriever, filters: Filters
) -> list[tuple[Document, Shown]] | None:
    """Return where the legal bases of documents named print an act, if it is asked whether they do."""
    hints = retriever.hints_in(question)
    facts = [one for one in retriever.facts.values() if one.id in hints.documents and filters.admit(one)]
    documents = [retriever.documents[one.id] for one in facts] if hints.sure else []
    left = without_names(folded[: named.start()] + folded[named.end() :], documents)
    asked = fields_in(left, frozenset().union(*map(base_words, documents)))
    if not documents or asked is None or asked.fields != ("bases",):
        return None
    return _shown(
        [
            one
            for document in documents
            for one in _citations(document)
            if _has_number(one.reference, named) and one.span[1] <= header_of(document)[1]
        ]
    )


_CITING = re.compile(
    r" (?:(?:ma|duoc)(?: \w+){1,8}? )?(?:dan ra|vien dan|dan chieu|trich dan"
    r"|(?:nhac|neu|dan) (?:den|toi))(?!\S)"
)
"""Takes " ma huyen hon quan dan ra", which says of an act only where it is cited, folded."""


def is_told_by_another(question: str) -> bool:
    """Tell whether a question asks of an act as another cites it."""
    return bool(_CITING.search(as_read(question)))


def _documents(question: str, retriever: HybridRetriever, filters: Filters) -> list[Document]:
    """Return the documents that may cite what is asked: those that the question names, or those found."""
    hints = retriever.hints_in(question)
    found = dict.fromkeys(hit.document.id for hit in retriever.search(question, _LOOKED_AT, filters))
    ids = [name for name in found if name in hints.documents] if hints.sure else []
    return [retriever.documents[name] for name in retriever.facts if name in (ids or found)]


def _shown(said: list[_Citation]) -> list[tuple[Document, Shown]]:
    """Return the citations as one claim a document, of each provision the first."""
    spans: dict[str, dict[Span, Span]] = {}
    documents = {one.document.id: one.document for one in said}
    for one in said:
        held = spans.setdefault(one.document.id, {})
        held.setdefault(holding(one.document, one.span).span, one.span)
    return [(documents[name], Shown(tuple(held.values()))) for name, held in spans.items()]


def _citations(document: Document) -> Iterator[_Citation]:
    """Yield a document's citations of whole acts, with what is said of each."""
    whole = [one for one in document.references if not one.path and (one.number or one.title)]
    for at, reference in enumerate(whole):
        start, end = _sentence(document.text, reference.span)
        edges = [
            (other.span[0] - len(mark), other.span[0])
            for place, other in enumerate(whole)
            if place != at
            for mark in (", ", " và ")
            if document.text.endswith(mark, 0, other.span[0])
        ]
        start = max([start, *(after for _, after in edges if start < after <= reference.span[0])])
        if any(
            document.text.endswith(mark, start, reference.span[0]) and start < reference.span[0]
            for mark in (", ", " và ")
        ):
            start = reference.span[0]
        end = min([end, *(before for before, _ in edges if reference.span[1] <= before)])
        leads = not any(start <= other.span[0] < reference.span[0] for other in whole)
        yield _Citation(document, reference, (start if leads else reference.span[0], end), leads)


_BREAKS = ("; ", ";\n", "\n", ". ")
"""What parts one citation of a list from the next."""


def _sentence(text: str, span: Span) -> Span:
    """Return the part of a sentence or list that a citation stands in."""
    start = max((at + len(mark) for mark in _BREAKS if (at := text.rfind(mark, 0, span[0])) >= 0), default=0)
    ends = (at for mark in (*_BREAKS, ";") if (at := text.find(mark, span[1])) >= 0)
    end = min(ends, default=len(text))
    return start, end - text[:end].endswith(".")


def _asked_of(one: _Citation, question: str, named: re.Match[str] | None) -> Asked | None:
    """Return what a question asks of a cited act, if it asks for nothing else and names this act."""
    reference = one.reference
    if named:
        if not _has_number(reference, named):
            return None
        left = question[: named.start()] + question[named.end() :]
        return fields_of_act(left, _known(one, _sentence(one.document.text, reference.span)))
    kind = fold(reference.kind)
    found = next((found for found in _KIND.finditer(question) if found["kind"] == kind), None)
    if found is None:
        return None
    left = f"{question[: found.start()]}{'so nao' if found['asked'] else ''}{question[found.end() :]}"
    left = re.sub(rf" nam {reference.issued_on[:4] if reference.issued_on else _YEAR}(?!\S)", "", left)
    about = without_phrases(left, [fold(reference.issuer or kind)]).split()
    title = set(syllables(fold(reference.title or ""))) - set(kind.split())
    words = set(syllables(one.words)) if reference.number else title
    if not title - _LEFT_OUT <= set(about) or len(words & set(about) - _EVERYWHERE) < _LEAST:
        return None
    return fields_of_act(left, _known(one, one.span) if reference.number else {*title, "quoc", "hoi"})


_LEFT_OUT = frozenset({"thuc", "hien", "o", "va", "ve", "cua"})
"""Words, folded, that people leave out of a law's title: "luật dân chủ cơ sở"."""

_EVERYWHERE = frozenset("so ngay thang nam va ve cua chinh phu thu tuong o ban hanh quy dinh mot".split())  # noqa: SIM905
"""Words that say nothing of what an act is about."""


def _known(one: _Citation, span: Span) -> Collection[str]:
    """Return the words that may name an act: of its citation, and of where the text is."""
    place = one.document.place
    around = [spell_out(words_at(one.document, span)), *((place.name, place.parent or "") if place else ())]
    return set(syllables(fold(" ".join(around))))


def _has_number(reference: Reference, named: re.Match[str]) -> bool:
    if reference.number is None:
        return False
    kind = named["kind"] or named["of_cut"]
    key = number_key(reference.number)
    if named["whole"]:
        return key == named["whole"]
    return kind == fold(reference.kind) and key.startswith(f"{named['cut']}/")


_DAY = r"ngay [\d/]+(?: thang \d+ nam \d+)?"
_ADOPTED = re.compile(rf"{_DAY}[^.;]*?(?:thong qua|ban hanh) |(?:thong qua|ban hanh) {_DAY}")
"""Takes "ngay 10/11/2022 …, quoc hoi khoa xv da thong qua ", folded; not "co hieu luc tu ngay …"."""

_IN_FORCE = re.compile(rf"hieu luc(?: thi hanh)?(?: ke)? tu {_DAY}")
_SESSION = re.compile(r"(?<!\w)(?:khoa [ivx\d]|ky hop thu)")
_ABOUT = re.compile(r"(?<!\w)(?:ve|ban hanh|quy dinh|huong dan|sua doi) ")


def _says(one: _Citation, field: Field) -> bool:
    """Tell whether a citation prints a fact of the act cited."""
    reference = one.reference
    after = fold(one.document.text[reference.span[1] : one.span[1]]) + " "
    of_it = one.words if one.of_it else ""
    says: dict[Field, bool] = {
        "issued_on": len(reference.issued_on or "") == len("2024-01-31") or bool(_ADOPTED.search(of_it)),
        "effective_on": bool(_IN_FORCE.search(of_it)),
        "session": bool(_SESSION.search(of_it)),
        "number": reference.number is not None,
        "issuer": reference.issuer is not None or "quoc hoi khoa" in of_it,
        "title": reference.number is not None and bool(_ABOUT.search(after)),
    }
    return says.get(field, False)
