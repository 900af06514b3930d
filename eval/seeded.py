"""Citations and quotations of the corpus as reports write them, each once true and once broken in one way."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from ingest import Document, Provision, Step
from ingest.citation import capitalized, citation_label, document_label
from ingest.kinds import KINDS
from ingest.places import PROVINCE_NOW

Error = Literal[
    "article", "clause", "point", "number", "year", "issuer", "figure", "modality", "word", "cut", "moved"
]
ERRORS: tuple[Error, ...] = get_args(Error)

_TEMPLATES = (
    "Theo {label} {act}: “{quote}”.",
    "{Label} {act} quy định: “{quote}”.",
    "Nhiều địa phương đã thực hiện tốt: “{quote}” ({label} {act}).",
    "{Act} nêu rõ tại {label}: “{quote}”.",
    'Sau một năm thực hiện {act}, cơ sở có chuyển biến. Tại {label}, văn bản yêu cầu "{quote}".',
    "Căn cứ {label} của {act}, «{quote}», đơn vị đã xây dựng kế hoạch.",
    "{Label} {act} nêu:\n\n> {quote}\n",
    "> {quote}\n\n(Trích {label} {act})",
    "- Nội dung “{quote}” được quy định tại {label} {act}.",
    "{Act} được triển khai đến mọi thôn. {Label} {kind} này ghi: “{quote}”",
)
_UNITS: dict[str, str] = {"article": "dieu", "clause": "khoan", "point": "diem"}
_MODAL = re.compile(r"(?<!\w)(?:không|phải|được|chưa|có thể|cần|bắt buộc)(?!\w)")
"""Takes "không", "phải" as words; not inside another."""

_FIGURE = re.compile(r"(?<![\w/.,])\d+(?![\w/]|[.,]\d)")
"""Takes "10" in "10%"; not "59" in "59/2023/NĐ-CP"."""

_FEWEST, _MOST = 12, 70
"""Words of a quotation."""

_TRIES = 400


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its quotation, and how it is written."""

    document: Document
    path: tuple[Step, ...]
    quote: str
    act: str
    template: str

    def text(self) -> str:
        """Return it as a report writes it."""
        label = citation_label(self.path)
        return self.template.format(
            label=label,
            Label=capitalized(label),
            act=self.act,
            Act=capitalized(self.act),
            kind=self.document.kind,
            quote=self.quote,
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A true citation and the same broken in one way."""

    error: Error
    true: str
    broken: str


def seeded_pairs(documents: Sequence[Document], seed: int, of_each: int) -> list[Pair]:
    """Return pairs of citations, the same for the same seed.

    Args:
        documents: the corpus.
        seed: what chance begins with.
        of_each: pairs of each kind of error.

    """
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    sources = [
        (document, provision, quote)
        for document in documents
        for provision in _citable(document)
        for quote in _quotes(provision)
    ]
    return [pair for error in ERRORS for pair in _pairs(error, sources, chance, of_each)]


_SourceQuote = tuple[Document, Provision, str]


def _pairs(
    error: Error, sources: Sequence[_SourceQuote], chance: random.Random, count: int
) -> Iterator[Pair]:
    found = 0
    for _ in range(_TRIES * count):
        document, provision, quote = chance.choice(sources)
        act = chance.choice(list(_act_names(document, full=error == "number")))
        true = Cited(document, provision.path, quote, act, chance.choice(_TEMPLATES))
        broken = _BREAKS[error](true, sources, chance)
        if broken and _is_broken(broken, true):
            yield Pair(error, true.text(), broken.text())
            found += 1
            if found == count:
                return


def _citable(document: Document) -> list[Provision]:
    """Return the provisions that their label names alone."""
    labels = Counter(citation_label(provision.path) for provision in document.provisions)
    return [
        provision
        for provision in document.provisions
        if provision.unit in ("dieu", "khoan", "diem", "muc", "tieu_muc")
        and labels[citation_label(provision.path)] == 1
    ]


def _quotes(provision: Provision) -> Iterator[str]:
    for sentence in re.split(r"(?<=[;.])\s|\n", provision.text):
        if _FEWEST <= len(sentence.split()) <= _MOST and not re.search(r'["“”«»…]', sentence):
            yield sentence.strip()


def _act_names(document: Document, *, full: bool) -> Iterator[str]:
    name = document_label(document)
    yield name
    if full or not document.number:
        return
    issuer = name[name.index(" của ") :]
    short = next(symbol for symbol, kind in KINDS.items() if kind == document.kind)
    yield f"{document.kind} số {document.number}{issuer}"
    yield f"{short} {document.number}{issuer}"
    yield f"{document.kind} {document.number} ngày {_day(document)}"
    yield document.number


def _day(document: Document) -> str:
    return "/".join(reversed((document.issued_on or "").split("-")))


def _is_broken(broken: Cited, true: Cited) -> bool:
    """Tell whether a citation no longer is true: its act, or what its provision holds."""
    if broken.act != true.act:
        return True
    cited = [
        provision
        for provision in true.document.provisions
        if citation_label(provision.path) == citation_label(broken.path)
    ]
    quote = " ".join(broken.quote.split())
    return all(quote not in _words_of(true.document, provision) for provision in cited)


def _words_of(document: Document, provision: Provision) -> str:
    return " ".join(document.text[slice(*provision.span)].split())


_Break = Callable[[Cited, Sequence[_SourceQuote], random.Random], Cited | None]


def _of_unit(error: Error) -> _Break:
    def broken(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
        at = [n for n, step in enumerate(true.path) if step.unit == _UNITS[error]]
        if not at:
            return None
        step = true.path[at[-1]]
        labels = list("abcdđeghik") if error == "point" else [str(n) for n in range(1, 13)]
        label = chance.choice([one for one in labels if one != step.label])
        return replace(true, path=(*true.path[: at[-1]], Step(step.unit, label), *true.path[at[-1] + 1 :]))

    return broken


def _number(true: Cited, sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    number = true.document.number
    if not number:
        return None
    others = {document.number for document, _, _ in sources if document.number} - {number}
    head = re.match(r"\d+", number)
    random_one = number.replace(head[0], str(int(head[0]) + chance.randint(1, 60)), 1) if head else number
    return replace(true, act=true.act.replace(number, chance.choice([*sorted(others), random_one])))


def _year(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    year = (true.document.issued_on or "")[:4]
    dated = re.search(rf"(?:ngày \S+|năm ){year}", true.act)
    if not year or not dated:
        return None
    other = dated[0].replace(year, str(int(year) + chance.choice([-3, -2, -1, 1])))
    return replace(true, act=true.act.replace(dated[0], other))


def _issuer(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    place = true.document.place
    if place is None or place.name not in true.act:
        return None
    if "HĐND tỉnh" in true.act and chance.random() < 1 / 3:
        return replace(true, act=true.act.replace("HĐND tỉnh", "UBND tỉnh"))
    other = chance.choice([name for name in sorted(PROVINCE_NOW) if name not in (place.name, place.now)])
    return replace(true, act=true.act.replace(place.name, other))


def _figure(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    figures = list(_FIGURE.finditer(true.quote))
    if not figures:
        return None
    one = chance.choice(figures)
    other = str(int(one[0]) + chance.choice([1, 2, 5, 10, 20])).zfill(len(one[0]))
    return replace(true, quote=true.quote[: one.start()] + other + true.quote[one.end() :])


def _modality(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    words = true.quote.split()
    held = [one for one in _MODAL.finditer(true.quote) if one.start() > 0 and one.end() < len(true.quote) - 1]
    if held and chance.random() < 1 / 2:
        one = chance.choice(held)
        return replace(true, quote=true.quote[: one.start()].rstrip() + true.quote[one.end() :])
    at = chance.randrange(2, len(words) - 2)
    added = chance.choice(["không", "phải", "có thể", "không được"])
    return replace(true, quote=" ".join([*words[:at], added, *words[at:]]))


def _word(true: Cited, sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    words = true.quote.split()
    at = chance.randrange(1, len(words) - 1)
    other = chance.choice(chance.choice(sources)[2].split()).strip(".,;:")
    words[at] = other if words[at] != other and other else f"{words[at]}s"
    return replace(true, quote=" ".join(words))


def _cut(true: Cited, _sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    words = true.quote.split()
    length = chance.randint(1, 6)
    at = chance.randrange(2, len(words) - length - 1)
    return replace(true, quote=" ".join([*words[:at], *words[at + length :]]))


def _moved(true: Cited, sources: Sequence[_SourceQuote], chance: random.Random) -> Cited | None:
    return replace(true, quote=chance.choice(sources)[2])


_BREAKS: dict[Error, _Break] = {
    "article": _of_unit("article"),
    "clause": _of_unit("clause"),
    "point": _of_unit("point"),
    "number": _number,
    "year": _year,
    "issuer": _issuer,
    "figure": _figure,
    "modality": _modality,
    "word": _word,
    "cut": _cut,
    "moved": _moved,
}
