"""How likely what answers a question says each term of it, from questions and the articles that answer them.

    python -m training.necessity --data ../shared/benchmarks --out answer/necessity.tsv

The term necessity of Zhao & Callan ("Term Necessity Prediction", CIKM 2010): "phụ cấp" is said by whatever
answers a question about it, "muốn" by half, "thế nào" by nothing. Article titles stand for questions beside
real ones.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index.tokens import search_syllables

MODEL = Path(__file__).parent.parent / "index" / "model"

_LONGEST = 4
"""Syllables of the longest phrase."""

_REAL = 5
"""What a real question counts against an article's title."""

_LEAST = 6
"""Terms asked for less often are left to the prior."""

_EVERY = 3
"""Every third article's title is read: more change no figure by more than .01."""


def pairs(data: Path) -> Iterator[tuple[str, str, int]]:
    """Yield a question, the text of the first article that answers it, and what the pair counts."""
    alqac = {one["id"]: one["text"] for one in _lines(data / "alqac/corpus.jsonl")}
    for query in _lines(data / "alqac/synthetic_questions.jsonl"):
        if query["relevant"][0] in alqac:
            yield query["text"], alqac[query["relevant"][0]], _REAL
    with gzip.open(data / "phapdien/corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            if number % _EVERY == 0 and article.get("title"):
                yield article["title"], article["text"], 1


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _phrases() -> frozenset[str]:
    """Return the phrases of the shipped encoder's vocabulary, of 2 to 4 syllables without accents."""
    model = json.loads((MODEL / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    pieces = (piece.replace("\u2581", " ").strip() for piece, _ in model["vocab"])
    return frozenset(piece for piece in pieces if piece.count(" ") in range(1, _LONGEST))


def _terms(words: list[str], phrases: frozenset[str]) -> set[str]:
    """Return the syllables and the known phrases of a text."""
    runs = (" ".join(words[at : at + size]) for size in range(2, _LONGEST + 1) for at in range(len(words)))
    return {*words, *(run for run in runs if run in phrases)}


def necessities(data: Path) -> dict[str, tuple[int, int]]:
    """Return for each term how much it was asked, and how much of that the answer said it."""
    asked: Counter[str] = Counter()
    said: Counter[str] = Counter()
    phrases = _phrases()
    for question, text, count in pairs(data):
        there = f" {' '.join(search_syllables(text))} "
        for term in _terms(search_syllables(question), phrases):
            asked[term] += count
            said[term] += count * (f" {term} " in there)
    return {term: (asked[term], said[term]) for term in sorted(asked) if asked[term] >= _LEAST}


def main() -> None:
    """Write the table: term, times asked, times said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    table = necessities(options.data)
    options.out.write_text("".join(f"{term}\t{n}\t{said}\n" for term, (n, said) in table.items()), "utf-8")


if __name__ == "__main__":
    main()
