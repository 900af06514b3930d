"""What the corpus says of one quotation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from check.cited import Cited
from check.library import Library
from check.matching import Match, Matcher
from check.quotations import beside, parts_of
from check.reference import judged_reference
from check.report import Detail, Finding
from check.words import Words, words_of
from ingest import Span
from ingest.citation import document_label, provision_label

_FEWEST_BESIDE, _FEWEST_ALONE, _FEWEST_UNKNOWN = 4, 5, 8
"""Words from which a quotation is judged: beside a reference, without one, and where nothing is like it;
fewer are a term or a name."""

_BLOCK_MARK = re.compile(r"^[ \t]*>+", re.MULTILINE)
"""Takes the ">" that begins a line of a block quotation; not "a > b"."""

_Place = tuple[str, Span | None]


class QuotationJudge:
    """Judges the quotations of a text, whose references are known."""

    def __init__(self, text: str, library: Library, cited: Sequence[Cited]) -> None:
        self._text = text
        self._words = _BLOCK_MARK.sub(lambda mark: " " * len(mark[0]), text)
        self._library = library
        self._cited = cited
        self._matcher = Matcher(library.searched)

    def judged(self, span: Span) -> Finding | None:
        """Return a quotation with its verdict; None for a term or a name."""
        parts = [words_of(self._words, part).without_edges() for part in parts_of(self._text, span)]
        parts = [part for part in parts if len(part)]
        count = sum(word.isalnum() for part in parts for word in part.words)
        references = beside(self._text, span, self._cited)
        if count < (_FEWEST_BESIDE if references else _FEWEST_ALONE):
            return None
        blank = Finding("quotation", span, self._text[slice(*span)], "exists", None, "")
        if references:
            return self._beside(blank, parts, references)
        return self._alone(blank, parts)

    def _beside(self, blank: Finding, parts: Sequence[Words], references: Sequence[Cited]) -> Finding | None:
        judged = [judged_reference(one, self._text, self._library) for one in references]
        places = list(self._places(references, judged))
        for name, within in places:
            found = self._matcher.verbatim(parts, name, within)
            if found:
                return self._stands(blank, found)
        if not places and all(one.verdict == "ambiguous" for one in judged):
            return self._alone(blank, parts)
        if not places and all(one.detail == "not_held" for one in judged):
            return self._unknown(blank, "not_held", "Kho chưa có văn bản được dẫn, nên chưa đối chiếu được.")
        return self._wrongly_placed(blank, parts, places)

    def _wrongly_placed(self, blank: Finding, parts: Sequence[Words], places: Sequence[_Place]) -> Finding:
        """Return a quotation that does not stand where the text says, with where and how it does."""
        elsewhere = self._matcher.anywhere(parts)
        if elsewhere:
            return self._elsewhere(blank, elsewhere)
        near = [found for place in places if (found := self._nearest(parts, place))]
        if near:
            return self._altered(blank, min(near, key=lambda found: len(found.differences)))
        found = self._nearest(parts)
        if found:
            return replace(self._altered(blank, found), detail="elsewhere")
        message = "Không thấy đoạn này trong văn bản được dẫn, cũng không thấy trong kho. Hãy kiểm tra lại."
        return replace(blank, verdict="quotation_altered", detail="not_in_corpus", message=message)

    def _alone(self, blank: Finding, parts: Sequence[Words]) -> Finding | None:
        verbatim = self._matcher.anywhere(parts)
        if verbatim:
            return self._stands(blank, verbatim)
        near = self._nearest(parts)
        if near:
            return self._altered(blank, near)
        if sum(map(len, parts)) < _FEWEST_UNKNOWN:
            return None
        return self._unknown(
            blank, "not_in_corpus", "Không thấy đoạn này trong kho; lời trích không nêu nguồn."
        )

    def _places(self, references: Sequence[Cited], judged: Sequence[Finding]) -> Iterator[_Place]:
        """Yield where a quotation may stand: in each provision cited, or in an act cited as a whole."""
        for reference, one in zip(references, judged, strict=True):
            if one.document is None or one.verdict == "no_such_provision":
                continue
            if not reference.path:
                yield one.document, None
            for provision in self._library.provisions(one.document, reference.path) if reference.path else ():
                yield one.document, provision.span

    def _nearest(self, parts: Sequence[Words], place: _Place | None = None) -> Match | None:
        joined = Words(
            tuple(word for part in parts for word in part.words),
            tuple(span for part in parts for span in part.spans),
        )
        found = self._matcher.nearest(joined, place)
        return found if found and found.differences else None

    def _stands(self, blank: Finding, found: Match) -> Finding:
        placed = self._placed(blank, found)
        amended = placed.eid is not None and self._library.is_amended(found.document, placed.eid)
        return replace(
            placed,
            verdict="amended" if amended else "exists",
            message=f"Đúng nguyên văn {placed.label}" + (", nay đã được sửa đổi." if amended else "."),
            warnings=self._library.warnings(found.document, placed.eid),
        )

    def _elsewhere(self, blank: Finding, found: Match) -> Finding:
        placed = self._placed(blank, found)
        message = f"Đoạn này không ở điều khoản được dẫn mà ở {placed.label}. Hãy sửa lại nguồn."
        return replace(placed, verdict="quotation_altered", detail="elsewhere", message=message)

    def _altered(self, blank: Finding, found: Match) -> Finding:
        placed = self._placed(blank, found)
        changes = "; ".join(
            f"“{one.draft or '(không có)'}” – nguyên văn: “{one.source or '(không có)'}”"
            for one in found.differences
        )
        return replace(
            placed,
            verdict="quotation_altered",
            detail="different_words",
            message=f"Khác {placed.label}: {changes}.",
            differences=found.differences,
        )

    def _unknown(self, blank: Finding, detail: Detail, message: str) -> Finding:
        return replace(blank, verdict="unknown_document", detail=detail, message=message)

    def _placed(self, blank: Finding, found: Match) -> Finding:
        """Return a finding that leads to the innermost provision that holds a passage."""
        document = self._library.documents[found.document]
        provision = self._library.holding(found.document, found.span)
        return replace(
            blank,
            document=document.id,
            eid=provision.eid if provision else None,
            path=provision.path if provision else (),
            label=provision_label(provision.path, document) if provision else document_label(document),
            source=document.text[slice(*found.span)],
        )
