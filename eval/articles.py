"""Retrieval benchmarks: corpora of articles and questions with their right articles, as JSON lines."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.entry import Entry

_CONTEXT = ("law", "demuc", "chapter")
"""Fields of a line that say where an article stands."""

_NOTE = re.compile(r"\(Điều \S+ (?P<name>.*?) ngày \d")
"""Takes the act's name in a codification's note, "(Điều 1 Luật số 57/2020/QH14 Luật Thanh niên ngày 1";
not a note that gives only the number."""

_LONGEST_TITLE = 200
"""Characters of a first line that is taken for an article's title, where no field gives it."""


class BadBenchmark(ValueError):
    """A line of a benchmark file that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a benchmark corpus."""

    id: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the ids of the articles that answer it."""

    id: str
    text: str
    relevant: tuple[str, ...]


def read_articles(path: Path) -> list[Article]:
    """Read a corpus: `{"id", "text"}`, and "title", "law", "chapter" and the like where there are.

    Raises:
        BadBenchmark: a line is no JSON object or lacks a field.

    """
    lines = list(_lines(path, ("id", "text")))
    names = _act_names(lines)
    return [Article(str(line["id"]), _entry(line, names)) for line in lines]


def read_queries(path: Path) -> list[Query]:
    """Read questions: `{"id" or "_id", "text", "relevant": [ids]}`; BadBenchmark as `read_articles`."""
    return [
        Query(str(line.get("id", line.get("_id", at))), line["text"], tuple(map(str, line["relevant"])))
        for at, line in enumerate(_lines(path, ("text", "relevant")))
    ]


def _lines(path: Path, fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                missing = [field for field in fields if field not in record]
            except (ValueError, TypeError) as error:
                raise BadBenchmark(
                    f"{path}, dòng {number}: không phải một đối tượng JSON ({error})."
                ) from error
            if missing:
                raise BadBenchmark(f"{path}, dòng {number}: thiếu trường {', '.join(missing)}.")
            yield record


def _entry(line: Mapping[str, Any], act_names: Mapping[str, str]) -> Entry:
    title, text = line.get("title"), line["text"]
    if title is None:
        first, _, rest = text.partition("\n")
        title, text = (first, rest) if rest and len(first) <= _LONGEST_TITLE else ("", text)
    number = line.get("doc_number", "")
    around = (act_names.get(number, number), *(line.get(field) for field in _CONTEXT))
    return Entry(title, "\n".join(filter(None, around)), text)


def _act_names(lines: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the acts' names by number, from the one article whose note gives it in full."""
    names: dict[str, str] = {}
    for line in lines:
        noted = _NOTE.match(line.get("source_note", ""))
        if noted and "doc_number" in line:
            names.setdefault(line["doc_number"], noted["name"])
    return names
