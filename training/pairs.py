"""Training pairs: a question, and a text that answers it, both derived from official legal text.

Four sources: an article's title asks for the article; one of its lines asks for the rest of it; an article
asks for another that the codification calls related; machine-written questions ask for their articles.
Some are asked again in everyday words (`everyday.toml`). No question of a person is used here.
"""

import gzip
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from random import Random

ARTICLES = "phapdien/corpus.jsonl.gz"
RELATED = "phapdien/related_pairs.tsv.gz"
ALQAC_ARTICLES = "alqac/corpus.jsonl"
ALQAC_QUESTIONS = "alqac/synthetic_questions.jsonl"
SOURCES = (ARTICLES, RELATED, ALQAC_ARTICLES, ALQAC_QUESTIONS)
"""The files that are trained on, under the benchmarks' folder."""

Record = dict[str, str]

EVERYDAY = Path(__file__).with_name("everyday.toml")
_FORMS = (
    "{}",
    "{}",
    "{} được quy định như thế nào?",
    "Quy định về {}",
    "{} là gì?",
    "Ai có trách nhiệm {}?",
    "{} thế nào?",
)
_LEAST_LINE = 40
_MOST_LINE = 300
_MOST_ACT_NAME = 200
_MOST_TEXT = 1600
_MOST_PER_TERM = 200
_TIMES_ALONE = 8
_RUN = 64

_ACT_IN_NOTE = re.compile(r"\(Điều \S+ (.*?) ngày ")
"""Takes "(Điều 1 Luật số 57/2020/QH14 Luật Thanh niên ngày 16/06/2020"; must not take "(Luật Thanh niên)"."""

_KIND = re.compile(r"^(Luật|Nghị định|Thông tư|Quyết định)\s+")
"""Takes "Luật " in "Luật Thanh niên"; must not take "luật sư"."""

_LABEL = re.compile(r"^(\d+\.|[a-zđ]\))\s*")
"""Takes "1. " and "đ) "; must not take "2023"."""


@dataclass(frozen=True)
class Pair:
    """A question and a text that answers it; `subject` groups the pairs of one field of law."""

    question: str
    passage: str
    subject: str


def read_records(path: Path) -> list[Record]:
    """Read a file of JSON lines, gzipped or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.decode("utf-8").splitlines()]


def codified(data: Path) -> list[Record]:
    """Return the codification's articles, each with its act's name under `act`."""
    articles = read_records(data / ARTICLES)
    names: dict[str, str] = {}
    for article in articles:
        if found := _ACT_IN_NOTE.search(article["source_note"]):
            name = found[1].replace(article["doc_number"], "").replace(" số ", " ")
            names.setdefault(article["doc_number"], name)
    return [{**article, "act": names.get(article["doc_number"], article["doc_type"])} for article in articles]


def passage_of(act: str, title: str, text: str) -> str:
    """Return an article as it is encoded: act, title, text; long ones are cut."""
    return f"{act}\n{title}\n{text}"[:_MOST_TEXT]


def derive_pairs(data: Path, random: Random) -> list[Pair]:
    """Derive all pairs, in runs of one subject, so that a batch holds answers that are hard to tell apart.

    Args:
        data: the benchmarks' folder, with the files of `SOURCES`.
        random: decides the forms, the lines and the order.

    """
    articles = codified(data)
    pairs = [
        *_titles(articles, random),
        *_lines(articles, random),
        *_related(articles, data / RELATED, random),
        *_written(data),
    ]
    pairs += _in_everyday_words(pairs, read_everyday(), random)
    return in_runs(pairs, random)


def in_runs(pairs: Sequence[Pair], random: Random, run: int = _RUN) -> list[Pair]:
    """Shuffle pairs so that each `run` of them is of one subject."""
    shuffled = random.sample(pairs, len(pairs))
    shuffled.sort(key=lambda pair: pair.subject)
    runs = [shuffled[at : at + run] for at in range(0, len(shuffled), run)]
    random.shuffle(runs)
    return [pair for one in runs for pair in one]


def read_everyday(path: Path = EVERYDAY) -> dict[str, list[str]]:
    """Read the table from official terms to everyday words."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _titles(articles: Iterable[Record], random: Random) -> Iterator[Pair]:
    """Ask for each article by its title, which half of the passages do not repeat."""
    for article in articles:
        title = article["title"].strip().rstrip(".")
        if title:
            question = random.choice(_FORMS).format(title)
            if random.getrandbits(1):
                act = _KIND.sub("", article["act"])[:_MOST_ACT_NAME]
                question = f"{question.rstrip('?')} {random.choice(('theo ', 'của ', ''))}{act}"
            shown = title if random.getrandbits(1) else ""
            yield Pair(question, passage_of(article["act"], shown, article["text"]), article["demuc_code"])


def _lines(articles: Iterable[Record], random: Random) -> Iterator[Pair]:
    """Ask for each article of several lines by one of them, which is taken out."""
    for article in articles:
        lines = [line for line in article["text"].split("\n") if len(line) > _LEAST_LINE]
        if len(lines) > 1:
            asked = lines.pop(random.randrange(len(lines)))
            passage = passage_of(article["act"], article["title"], "\n".join(lines))
            yield Pair(_LABEL.sub("", asked)[:_MOST_LINE], passage, article["demuc_code"])


def _related(articles: Iterable[Record], path: Path, random: Random) -> Iterator[Pair]:
    """Ask for an article by the title of one that the codification relates to it."""
    known = {article["id"]: article for article in articles}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            ends = line.rstrip("\n").split("\t")
            if known.keys() >= set(ends):
                random.shuffle(ends)
                one, other = (known[end] for end in ends)
                passage = passage_of(other["act"], other["title"], other["text"])
                yield Pair(f"{one['title']} {one['act']}", passage, other["demuc_code"])


def _written(data: Path) -> Iterator[Pair]:
    """Take the machine-written questions and the articles that they were written from."""
    articles = {article["id"]: article for article in read_records(data / ALQAC_ARTICLES)}
    for question in read_records(data / ALQAC_QUESTIONS):
        for wanted in question["relevant"]:
            if article := articles.get(wanted):
                passage = f"{article['law']}\n{article['text'][:_MOST_TEXT]}"
                yield Pair(question["text"], passage, "alqac")


def _in_everyday_words(
    pairs: Sequence[Pair], everyday: dict[str, list[str]], random: Random
) -> Iterator[Pair]:
    """Ask some of the questions again in everyday words, and ask for each term by its words alone."""
    words = {term.lower(): choices for term, choices in everyday.items()}
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    said = re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)
    asked = Counter[str]()
    for pair in random.sample(pairs, len(pairs)):
        found = said.search(pair.question)
        if found and asked[term := found[0].lower()] < _MOST_PER_TERM:
            asked[term] += 1
            question = said.sub(lambda match: random.choice(words[match[0].lower()]), pair.question)
            yield replace(pair, question=question)
    for term, choices in words.items():
        for word in choices:
            yield from repeat(Pair(word, term, "everyday"), _TIMES_ALONE)
