"""How well `danchu check` tells broken citations from true ones, by kind of error."""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from check import Finding, Library, check
from eval.layout import as_report, as_text
from eval.references import TOLD, ReferencePair, reference_pairs
from eval.seeded import Pair, seeded_pairs
from ingest import Document

OF_EACH = 80
"""Pairs of each kind of error."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of a kind of error: broken citations, those said to be wrong, and true twins not said to be right."""

    broken: int
    caught: int
    false_alarms: int

    @property
    def recall(self) -> float:
        """Share of the broken citations that are said to be wrong."""
        return self.caught / self.broken if self.broken else 1.0

    @property
    def precision(self) -> float:
        """Share of what is said to be wrong that is."""
        said = self.caught + self.false_alarms
        return self.caught / said if said else 1.0

    def to_json(self) -> dict[str, Any]:
        """Return counts and rates as JSON-ready data."""
        counts = {"broken": self.broken, "caught": self.caught, "false_alarms": self.false_alarms}
        return {**counts, "recall": round(self.recall, 4), "precision": round(self.precision, 4)}


@dataclass(frozen=True, slots=True)
class CheckScores:
    """The score of each kind of error, of all together, and what was judged wrongly."""

    by_error: dict[str, Score]
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]

    @property
    def overall(self) -> Score:
        """All kinds together."""
        scores = self.by_error.values()
        return Score(
            sum(one.broken for one in scores),
            sum(one.caught for one in scores),
            sum(one.false_alarms for one in scores),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the scores as JSON-ready data."""
        return {
            "overall": self.overall.to_json(),
            "by_error": {error: score.to_json() for error, score in self.by_error.items()},
            "missed": list(self.missed),
            "false_alarms": list(self.false_alarms),
        }


def score_check(
    documents: Mapping[str, Document],
    seed: int = 0,
    of_each: int = OF_EACH,
    progress: Callable[[str, float], None] = lambda _message, _share: None,
) -> CheckScores:
    """Check a text of quotations and a report of references, true and broken in mixed order, and count.

    A broken one is caught if something in it is said to be wrong, a wrong fact if it is told which; a true
    one is a false alarm unless everything in it is said to be right, or of an act that the corpus only cites.
    """
    read, library = list(documents.values()), Library(documents)
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    quoted = _mixed(seeded_pairs(read, seed, of_each), chance)
    referred = _mixed(reference_pairs(read, seed, of_each), chance)
    seen = []
    for written, (draft, starts) in (
        (quoted, as_text([text for _, text, _ in quoted])),
        (referred, as_report([text for _, text, _ in referred], chance)),
    ):
        held: dict[int, list[Finding]] = defaultdict(list)
        for finding in check(draft, library, progress).findings:
            held[bisect_right(starts, finding.span[0]) - 1].append(finding)
        seen += [(*one, held.get(at, [])) for at, one in enumerate(written)]
    return _counted(seen)


def _mixed(pairs: Sequence[Pair | ReferencePair], chance: random.Random) -> list[tuple[str, str, bool]]:
    """Return (error, text, whether it is broken) of both of each pair, in chance's order."""
    written: list[tuple[str, str, bool]] = [
        (one.error, text, text is one.broken) for one in pairs for text in (one.true, one.broken)
    ]
    chance.shuffle(written)
    return written


def _counted(seen: Iterable[tuple[str, str, bool, list[Finding]]]) -> CheckScores:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    missed, alarms = [], []
    for error, text, broken, findings in seen:
        count = counts[error]
        if broken:
            told = TOLD.get(error)
            caught = any(finding.is_wrong and told in (None, finding.detail) for finding in findings)
            count[0] += 1
            count[1] += caught
            missed += [] if caught else [f"{error}: {text}"]
        elif not (findings and all(map(_is_right, findings))):
            count[2] += 1
            alarms.append(f"{error}: {text}")
    by_error = {error: Score(*count) for error, count in sorted(counts.items())}
    return CheckScores(by_error, tuple(missed), tuple(alarms))


def _is_right(finding: Finding) -> bool:
    return finding.verdict in ("exists", "amended") or finding.detail == "not_held"
