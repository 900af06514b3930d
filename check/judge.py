"""A text's references and quotations, each with its verdict."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from check.cited import Cited, cited_in
from check.draft import Draft
from check.library import Library
from check.quotations import quotation_spans
from check.quoted import QuotationJudge
from check.reference import judged_reference
from check.report import Report
from ingest import Span

Progress = Callable[[str, float], None]


def check(draft: Draft, library: Library, progress: Progress = lambda _message, _share: None) -> Report:
    """Return every reference and quotation of a text with its verdict, in print order.

    References inside a quotation that the corpus has are the corpus's own, and not judged.

    Args:
        draft: the text.
        library: the corpus.
        progress: told what is done, and the share of it, from 0 to 1.

    """
    started = time.perf_counter()
    progress("Tìm điều khoản được dẫn", 0.0)
    spans = quotation_spans(draft)
    cited = cited_in(_without(draft.text, spans))
    judge = QuotationJudge(draft.text, library, cited)
    findings = [judged_reference(one, draft.text, library) for one in cited]
    for at, span in enumerate(spans):
        progress(f"Đối chiếu trích dẫn {at + 1}/{len(spans)}", at / len(spans))
        finding = judge.judged(span)
        if finding:
            findings.append(finding)
        if finding is None or finding.source is None:
            findings += (judged_reference(one, draft.text, library) for one in _inside(draft.text, span))
    progress("Xong", 1.0)
    findings.sort(key=lambda finding: finding.span)
    took = round((time.perf_counter() - started) * 1000, 1)
    return Report(draft.name, draft.text, tuple(findings), took)


def _without(text: str, spans: Sequence[Span]) -> str:
    """Return a text with the letters of its quotations blanked; offsets stay."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        blank = "\n".join(" " * len(line) for line in text[start:end].split("\n"))
        pieces += (text[position:start], blank)
        position = end
    return "".join((*pieces, text[position:]))


def _inside(text: str, span: Span) -> Iterator[Cited]:
    """Yield the references inside a quotation that name their act."""
    start, end = span
    for one in cited_in(text[start:end]):
        if one.act and not one.act.is_relative:
            yield replace(one, span=(one.span[0] + start, one.span[1] + start))
