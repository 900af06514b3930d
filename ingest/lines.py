"""The lines of a text, as spans."""

from collections.abc import Iterator

from ingest.document import Span


def line_spans(text: str) -> Iterator[Span]:
    """Yield the span of each line, its line end left out."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
