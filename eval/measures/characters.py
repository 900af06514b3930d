"""Characters: how much of what is quoted is gold, and how much of the gold is quoted.

Precision is the share of the characters quoted that stand in gold provisions, recall the share of the gold
provisions' characters that are quoted; spans that overlap are merged first, so that no character counts twice
(Pipitone & Alami, "LegalBench-RAG", 2024, arXiv:2408.10343).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from eval.answers import Place
from ingest import Span


def precision(quoted: Iterable[Place], gold: Iterable[Place]) -> float | None:
    """Return the share of the characters quoted that are gold; None if none is quoted."""
    return _share_within(merged(quoted), merged(gold))


def recall(quoted: Iterable[Place], gold: Iterable[Place]) -> float | None:
    """Return the share of the gold characters that are quoted; None if none is gold."""
    return _share_within(merged(gold), merged(quoted))


def merged(places: Iterable[Place]) -> dict[str, list[Span]]:
    """Return each document's ranges in order, none overlapping; what ends before it starts is none."""
    by_document: dict[str, list[Span]] = defaultdict(list)
    for document, (start, end) in sorted(places):
        spans = by_document[document]
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif start < end:
            spans.append((start, end))
    return by_document


def _share_within(ours: Mapping[str, list[Span]], others: Mapping[str, list[Span]]) -> float | None:
    total = sum(end - start for spans in ours.values() for start, end in spans)
    common = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for document, spans in ours.items()
        for start, end in spans
        for other_start, other_end in others.get(document, ())
    )
    return common / total if total else None
