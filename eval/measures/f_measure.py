"""F: one figure of precision and recall.

F_β = (1 + β²)·P·R / (β²·P + R): recall weighs β times as much as precision (van Rijsbergen, "Information
Retrieval", 1979, ch. 7, with E = 1 - F).
"""


def f_measure(precision: float | None, recall: float | None, beta: float) -> float | None:
    """Return F_β, 0 to 1; 0 where nothing was given though something is gold; None if nothing is gold."""
    if recall is None:
        return None
    if not precision or not recall:
        return 0.0
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)
