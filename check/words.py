"""A text as words to compare: NFC, without white space, one style of quotation marks and dashes."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import Span

_WORD = re.compile(r"\w+|[^\w\s]")
"""Takes "dân", "2024", ";"; not white space."""

_SAME_SIGNS = str.maketrans(dict.fromkeys("“”«»„‟", '"') | dict.fromkeys("–—‑", "-"))
_EDGES = frozenset('.,;:"…-')
"""Signs at a quotation's ends that are the quoting sentence's as often as the source's."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words with their spans in the text that they were read from."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        """Count the words, signs among them."""
        return len(self.words)

    def part(self, start: int, end: int) -> "Words":
        """Return the words from one place up to another."""
        return Words(self.words[start:end], self.spans[start:end])

    def without_edges(self) -> "Words":
        """Return the words without the signs at either end."""
        start, end = 0, len(self.words)
        while start < end and self.words[start] in _EDGES:
            start += 1
        while end > start and self.words[end - 1] in _EDGES:
            end -= 1
        return self.part(start, end)


def words_of(text: str, span: Span | None = None) -> Words:
    """Return the words of a text, or of a span of it."""
    start, end = span or (0, len(text))
    found = list(_WORD.finditer(text, start, end))
    return Words(tuple(_compared(one[0]) for one in found), tuple(one.span() for one in found))


def _compared(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SAME_SIGNS)


class Searched:
    """Words in which others are looked for."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._line = f" {' '.join(words.words)} "
        self._places = [start for start, _ in words.spans]
        self._starts: list[int] = []
        at = 0
        for word in words.words:
            self._starts.append(at)
            at += len(word) + 1

    def occurrences(self, wanted: Sequence[str], within: Span | None = None) -> Iterator[tuple[int, int]]:
        """Yield where words stand one after the other, as ranges of words; the first may be capital or not.

        Args:
            wanted: words as compared, at least one.
            within: the span of the text that they must stand in.

        """
        first, last = self.between(within) if within else (0, len(self.words))
        low = self._starts[first] if first < len(self._starts) else len(self._line)
        high = self._starts[last] + 1 if last < len(self._starts) else len(self._line)
        for words in _either_case(wanted):
            needle = f" {' '.join(words)} "
            at = self._line.find(needle, low, high)
            while at >= 0:
                word = bisect_left(self._starts, at)
                yield word, word + len(words)
                at = self._line.find(needle, at + 1, high)

    def between(self, span: Span) -> tuple[int, int]:
        """Return the range of the words that lie in a span of the text."""
        return bisect_left(self._places, span[0]), bisect_right(self._places, span[1] - 1)


def _either_case(words: Sequence[str]) -> Iterator[list[str]]:
    first, *rest = words
    yield [first, *rest]
    other = first[:1].swapcase() + first[1:]
    if other != first:
        yield [other, *rest]
