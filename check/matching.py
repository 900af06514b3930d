"""Where a quotation stands in the corpus, verbatim or nearly so, and how its words differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from check.report import Difference
from check.words import Searched, Words
from ingest import Span

_RUN = 3
"""Words in a row by which a near match is found."""

_MOST = 200
"""Places of one run that are looked at: phrases that stand everywhere tell nothing."""

_NEAR = 0.6
"""Share of a quotation's words, in order, that a passage must have to be the one meant."""

_SLACK = 40
"""Words more or fewer that a passage may have before and after where a quotation is expected."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of a document, by the span of its text; no differences: the quotation is verbatim."""

    document: str
    span: Span
    differences: tuple[Difference, ...] = ()


class Matcher:
    """Finds quotations in documents."""

    def __init__(self, documents: Mapping[str, Searched]) -> None:
        self._documents = documents
        self._runs: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
        for name, searched in documents.items():
            words = searched.words.words
            for at in range(len(words) - _RUN + 1):
                self._runs[words[at : at + _RUN]].append((name, at))

    def verbatim(self, parts: Sequence[Words], document: str, within: Span | None = None) -> Match | None:
        """Return where the parts of a quotation stand in a document one after the other, word for word."""
        searched = self._documents[document]
        first = parts[0].words
        for start, end in searched.occurrences(first, within):
            last = end
            for part in parts[1:]:
                later = (searched.words.spans[last - 1][1], within[1] if within else _end(searched))
                found = next(searched.occurrences(part.words, later), None)
                if found is None:
                    break
                last = found[1]
            else:
                return Match(document, _span(searched, start, last))
        return None

    def anywhere(self, parts: Sequence[Words]) -> Match | None:
        """Return the first place in the corpus where a quotation stands word for word."""
        return next((found for name in self._documents if (found := self.verbatim(parts, name))), None)

    def nearest(self, quoted: Words, place: tuple[str, Span | None] | None = None) -> Match | None:
        """Return the passage most like a quotation, None if none is much like it.

        Args:
            quoted: the quotation's words.
            place: the document, and the span of it, to look in; None: the whole corpus.

        """
        ranges = {name: (0, len(one.words)) for name, one in self._documents.items()}
        if place:
            name, span = place
            ranges = {name: self._documents[name].between(span) if span else ranges[name]}
        votes: Counter[tuple[str, int]] = Counter()
        for at in range(len(quoted) - _RUN + 1):
            for name, found in self._runs.get(quoted.words[at : at + _RUN], ())[:_MOST]:
                low, high = ranges.get(name, (0, 0))
                if low <= found < high:
                    diagonal = (found - at) // _SLACK
                    votes.update([(name, diagonal), (name, diagonal + 1)])  # a passage may lie across two
        if not votes:
            return None
        (name, diagonal), _ = max(votes.items(), key=lambda one: one[1])
        return self._compared(quoted, name, (diagonal - 1) * _SLACK, ranges[name])

    def _compared(self, quoted: Words, document: str, at: int, within: tuple[int, int]) -> Match | None:
        """Return the passage of a range of words, beginning about `at`, as far as it is like a quotation."""
        start = max(within[0], at - _SLACK)
        end = min(within[1], at + 3 * _SLACK + len(quoted) + len(quoted) // 2)
        source = self._documents[document].words.part(start, end)
        matcher = SequenceMatcher(None, source.words, quoted.words, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if sum(block.size for block in blocks) < _NEAR * len(quoted):
            return None
        first, last = blocks[0], blocks[-1]
        beyond = last.a + len(quoted) - last.b
        source = source.part(max(0, first.a - first.b), beyond)
        span = (source.spans[0][0], source.spans[-1][1])
        return Match(document, span, tuple(_differences(quoted, source)))


def _end(searched: Searched) -> int:
    return searched.words.spans[-1][1]


def _span(searched: Searched, start: int, end: int) -> Span:
    return searched.words.spans[start][0], searched.words.spans[end - 1][1]


def _differences(quoted: Words, source: Words) -> Iterator[Difference]:
    """Yield the words that are not the same, as compared."""
    matcher = SequenceMatcher(None, quoted.words, source.words, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield Difference(" ".join(quoted.words[a:b]), " ".join(source.words[c:d]))
