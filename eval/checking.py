"""How well `danchu check` tells broken citations from true ones, by kind of error."""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from check import Draft, Finding, Library, check
from eval.seeded import Error, Pair, seeded_pairs
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

    by_error: dict[Error, Score]
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
    """Check one long text of true and broken citations in mixed order, and count.

    A broken one is caught if something in it is said to be wrong; a true one is a false alarm unless
    everything in it is said to be right.
    """
    pairs = seeded_pairs([documents[name] for name in documents], seed, of_each)
    written = [(pair, broken) for pair in pairs for broken in (False, True)]
    random.Random(seed).shuffle(written)  # noqa: S311 (nothing secret)
    texts = [pair.broken if broken else pair.true for pair, broken in written]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    report = check(Draft("seeded", "\n\n".join(texts)), Library(documents), progress)
    held: dict[int, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        held[bisect_right(starts, finding.span[0]) - 1].append(finding)
    return _counted(written, held)


def _counted(written: list[tuple[Pair, bool]], held: Mapping[int, list[Finding]]) -> CheckScores:
    counts: dict[Error, list[int]] = defaultdict(lambda: [0, 0, 0])
    missed, alarms = [], []
    for at, (pair, broken) in enumerate(written):
        findings = held.get(at, [])
        count = counts[pair.error]
        if broken:
            caught = any(finding.is_wrong for finding in findings)
            count[0] += 1
            count[1] += caught
            missed += [] if caught else [f"{pair.error}: {pair.broken}"]
        elif not (findings and all(finding.verdict in ("exists", "amended") for finding in findings)):
            count[2] += 1
            alarms.append(pair.true)
    by_error = {error: Score(*count) for error, count in sorted(counts.items())}
    return CheckScores(by_error, tuple(missed), tuple(alarms))
