"""How likely what an answer shows is right: a small map from what it rests on, fitted to the share that was.

Where relevance decided, a logistic regression on its log odds (Platt, "Probabilistic Outputs for Support
Vector Machines", 1999); where a rule did, the share that was right. `training.confidence` writes
confidence.toml; `eval.measures.calibration` says what is right.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from answer.abstain import NO_QUESTION
from answer.basis import Basis
from answer.evidence import Evidence
from answer.relevance import chance, log_odds

Way = Literal["fact", "named", "found", "refused", "weak"]
"""Answered by a document's fact, a provision named, passages found; refused by a rule, as found too weak."""

Weights = Mapping[str, Mapping[Literal["bias", "odds"], float]]
"""By way, the bias, and what the log odds weigh."""

_FITTED: Weights = tomllib.loads((Path(__file__).parent / "confidence.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Grounds:
    """How an answer or an abstention came about.

    `odds` are the log odds that a passage answers: of those quoted the least likely, of those too weak to be
    quoted the likeliest. They weigh nothing where a rule decided.
    """

    way: Way
    odds: float


def grounds(basis: Basis, *, answered: bool) -> Grounds:
    """Return how an answer came about, or an abstention."""
    evidence = basis.evidence
    if not answered:
        by_rule = basis.refusal == NO_QUESTION or (
            basis.refusal is not None and basis.refusal.reason not in {"no_evidence", "out_of_scope"}
        )
        return Grounds("refused" if by_rule else "weak", log_odds(evidence.best))
    if basis.facts is not None:
        return Grounds("fact", log_odds(1))
    named = all(hit.named for hit in evidence.chosen)
    return Grounds("named" if named else "found", log_odds(_least_likely(evidence)))


def _least_likely(evidence: Evidence) -> float:
    quoted = {(hit.document.id, hit.passage.eid) for hit in evidence.chosen}
    relevances = (
        one.relevance for one in evidence.judged if (one.hit.document.id, one.hit.passage.eid) in quoted
    )
    return min(relevances, default=evidence.best)


def confidence(of: Grounds, weights: Weights = _FITTED) -> float:
    """Return the chance, 0 to 1, that an answer or an abstention on these grounds is right."""
    return chance(weights[of.way]["bias"] + weights[of.way]["odds"] * of.odds)
