"""How far extracted duties and targets are those of a table made by hand.

A row found is a row of the gold table where it is of the same document and provision (or one provision lies
in the other) and tells the same: of a duty, the actor is the same or one name holds the other, and the F1 of
the words of verb and object is at least 0.6; of a target, figure and unit are the same and the F1 of the
words of population and action is at least 0.5. Rows are paired one to one, the likest first.

Precision is the share of rows found that are gold, recall the share of gold rows found; of the pairs, each
field's agreement is the share in which it is the same once folded, or F1 of its words at least 0.6.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest import Document
from ingest.accents import fold
from materials import Duty, Target, duties_of, targets_of

Row = dict[str, str]
"""The fields of one row by their column, `document` and `eid` among them."""

DUTY_FIELDS = ("actor", "verb", "what", "when", "condition")
TARGET_FIELDS = ("figure", "unit", "population", "what", "deadline")
SAME_WHAT, SAME_POPULATION = 0.6, 0.5

_SHORT_NAMES = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
}

_LEADING = re.compile(r"^(?:cac|moi|tat ca|toan bo)\s+")
"""Takes the plural that a name may open with, "các cơ quan"; must not take "cơ quan"."""


@dataclass(frozen=True, slots=True)
class TableScore:
    """How many rows were found and are gold, and of the pairs each field's share of agreement, 0 to 1."""

    precision: float
    recall: float
    found: int
    gold: int
    agreement: dict[str, float]
    missed: tuple[Row, ...]
    wrong: tuple[Row, ...]

    def to_json(self) -> dict[str, Any]:
        """Return its figures as JSON-ready data, without the rows."""
        return {name: value for name, value in asdict(self).items() if name not in {"missed", "wrong"}}


def duty_row(duty: Duty) -> Row:
    """Return a duty as a row of the table of duties."""
    return _row(duty, DUTY_FIELDS)


def target_row(target: Target) -> Row:
    """Return a target as a row of the table of targets."""
    return _row(target, TARGET_FIELDS)


def _row(one: Duty | Target, fields: Sequence[str]) -> Row:
    cited = {"document": one.citation.document.id, "eid": one.citation.eid}
    return cited | {field: getattr(one, field) for field in fields}


def score_tables(documents: Mapping[str, Document], gold: Path) -> dict[str, TableScore]:
    """Score what is read from documents against duties.tsv and targets.tsv of a directory.

    Raises ValueError if a table names a document that is not among them.
    """
    duties, targets = read_table(gold / "duties.tsv"), read_table(gold / "targets.tsv")
    told = _told_of([*duties, *targets], documents, gold)
    return {
        "duties": score_duties([duty_row(one) for each in told for one in duties_of(each)], duties),
        "targets": score_targets([target_row(one) for each in told for one in targets_of(each)], targets),
    }


def _told_of(rows: Iterable[Row], documents: Mapping[str, Document], gold: Path) -> list[Document]:
    names = sorted({row["document"] for row in rows})
    for name in names:
        if name not in documents:
            raise ValueError(f"{gold}: bảng nói tới văn bản “{name}” không có trong chỉ mục.")
    return [documents[name] for name in names]


def read_table(path: Path) -> list[Row]:
    """Return the rows of a TSV file whose first line names the columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def score_duties(found: Sequence[Row], gold: Sequence[Row]) -> TableScore:
    """Score rows of duties against the gold ones."""
    return _score(found, gold, _duty_likeness, DUTY_FIELDS)


def score_targets(found: Sequence[Row], gold: Sequence[Row]) -> TableScore:
    """Score rows of targets against the gold ones."""
    return _score(found, gold, _target_likeness, TARGET_FIELDS)


def _score(
    found: Sequence[Row], gold: Sequence[Row], likeness: Callable[[Row, Row], float], fields: Sequence[str]
) -> TableScore:
    pairs = _paired(found, gold, likeness)
    given, right = {one for one, _ in pairs}, {other for _, other in pairs}
    return TableScore(
        precision=_share(len(pairs), len(found)),
        recall=_share(len(pairs), len(gold)),
        found=len(found),
        gold=len(gold),
        agreement={
            field: _share(
                sum(_agree(found[one][field], gold[other][field]) for one, other in pairs), len(pairs)
            )
            for field in fields
        },
        missed=tuple(row for number, row in enumerate(gold) if number not in right),
        wrong=tuple(row for number, row in enumerate(found) if number not in given),
    )


def _paired(
    found: Sequence[Row], gold: Sequence[Row], likeness: Callable[[Row, Row], float]
) -> list[tuple[int, int]]:
    """Pair rows one to one, the likest first; rows of likeness 0 stay alone."""
    scores = [
        (likeness(one, other), -i, -j)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
        if _same_place(one, other)
    ]
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(found))), set(range(len(gold)))
    for score, i, j in sorted(scores, reverse=True):
        if score and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            pairs.append((-i, -j))
    return pairs


def _same_place(one: Row, other: Row) -> bool:
    inner, outer = sorted((one["eid"], other["eid"]), key=len, reverse=True)
    return one["document"] == other["document"] and (inner == outer or inner.startswith(f"{outer}__"))


def _duty_likeness(one: Row, other: Row) -> float:
    actors = _name(one["actor"]), _name(other["actor"])
    if bool(actors[0]) != bool(actors[1]) or not (actors[0] in actors[1] or actors[1] in actors[0]):
        return 0.0
    score = _f1(f"{one['verb']} {one['what']}", f"{other['verb']} {other['what']}")
    return score if score >= SAME_WHAT else 0.0


def _target_likeness(one: Row, other: Row) -> float:
    if any(_plain(one[field]) != _plain(other[field]) for field in ("figure", "unit")):
        return 0.0
    score = _f1(f"{one['population']} {one['what']}", f"{other['population']} {other['what']}")
    return score if score >= SAME_POPULATION else 0.0


def _agree(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) or _f1(one, other) >= SAME_WHAT


def _name(text: str) -> str:
    return _LEADING.sub("", _plain(text))


def _plain(text: str) -> str:
    words = re.findall(r"%|[^\W_]+", fold(text))
    return " ".join(_SHORT_NAMES.get(word, word.lstrip("0") or word) for word in words)


def _f1(one: str, other: str) -> float:
    """Return the F1 of two texts' words, 0 to 1, each word as often as it stands there."""
    ours, theirs = Counter(_plain(one).split()), Counter(_plain(other).split())
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
