"""Whether two runs over the same questions differ by more than chance.

Fisher's randomisation test, paired: if the runs did not differ, each question's two values could as well have
been swapped. p is the share of random swaps whose difference of means is at least as far from zero as that
found, counting the one found (Smucker, Allan & Carterette, "A Comparison of Statistical Significance Tests
for Information Retrieval Evaluation", CIKM 2007; the count by Davison & Hinkley, "Bootstrap Methods and their
Application", 1997, ch. 4).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from eval.intervals import as_table

_SWAPS = 10_000
_SEED = 20_070_611
_EQUAL = 1e-9
"""Differences nearer than this are the same: sums in another order."""


def p_values(
    before: Sequence[Mapping[str, float]], after: Sequence[Mapping[str, float]], names: Sequence[str]
) -> dict[str, float]:
    """Return the two-sided p of each measure's change, 0 to 1.

    Args:
        before: the first run's measures, question by question.
        after: the second's, of the same questions in the same order. A measure may be missing from either
            side of a question (no citation, no precision): it is swapped with what the other side has.
        names: the measures, each had by some question in both runs.

    """
    old, new = as_table(before, names), as_table(after, names)
    p = _as_far(_mean(new) - _mean(old), _swapped(_signs(len(before)), old, new))
    return dict(zip(names, p.tolist(), strict=True))


def p_of_ece(old: np.ndarray, new: np.ndarray) -> float:
    """Return the two-sided p of the change of expected calibration error, 0 to 1.

    Args:
        old: `eval.measures.calibration.gaps` of the first run, shape (questions, bins).
        new: of the second, of the same questions in the same order.

    """
    total, difference = (old + new).sum(axis=0), _signs(len(old)) @ (new - old)
    by_chance = np.abs(total + difference).sum(axis=1) - np.abs(total - difference).sum(axis=1)
    found = np.abs(new.sum(axis=0)).sum() - np.abs(old.sum(axis=0)).sum()
    return float(_as_far(found, by_chance / 2))


def _signs(questions: int) -> np.ndarray:
    """Return which questions each swap turns round, -1 or 1, shape (swaps, questions)."""
    return np.random.default_rng(_SEED).choice((-1.0, 1.0), (_SWAPS, questions))


def _as_far(found: np.ndarray, by_chance: np.ndarray) -> np.ndarray:
    """Return the share of the swaps, the one found among them, that are at least as far from zero as it."""
    as_far = (np.abs(by_chance) >= np.abs(found) - _EQUAL).sum(axis=0)
    return np.asarray(((as_far + 1) / (_SWAPS + 1)).round(4))


def _swapped(signs: np.ndarray, old: np.ndarray, new: np.ndarray) -> np.ndarray:
    """Return the differences of means after each row of swaps, shape (swaps, names).

    With s = ±1 a question, the new run's sum is half of Σ(new + old) + Σ s·(new - old), the old run's half of
    the same with a minus; and so are their counts.
    """
    (old_value, old_count), (new_value, new_count) = (
        (np.nan_to_num(table), (~np.isnan(table)).astype(float)) for table in (old, new)
    )
    total, difference = (old_value + new_value).sum(axis=0), signs @ (new_value - old_value)
    number, extra = (old_count + new_count).sum(axis=0), signs @ (new_count - old_count)
    with np.errstate(invalid="ignore", divide="ignore"):  # all of a measure may fall to one side
        moved = (total + difference) / (number + extra) - (total - difference) / (number - extra)
    return np.asarray(np.nan_to_num(moved))


def _mean(table: np.ndarray) -> np.ndarray:
    return np.asarray(np.nanmean(table, axis=0))
