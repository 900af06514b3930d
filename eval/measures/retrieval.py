"""Retrieval: how high the gold provisions stand among the passages found for an answer.

Success@k tells whether a gold provision is within the first k ranks, recall@k is the share of the gold
provisions that are (of 20: a question has more than ten), MRR@10 one over the rank of the first of them
(Voorhees, TREC-8, 1999), nDCG@10 their gain discounted by log2 of the rank, over that of the best
order (Järvelin & Kekäläinen, ACM TOIS 20(4), 2002); ir_measures computes them (MacAvaney et al., ECIR 2022).

A passage counts as a gold provision that it is, lies in or holds. One that holds several takes a rank for
each; one that only lies in a provision found already takes none.
"""

from collections.abc import Iterator, Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.answers import Place

MEASURES = {
    "success@1": Success @ 1,
    "success@5": Success @ 5,
    "recall@20": R @ 20,
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}


def scores(
    found: Mapping[str, tuple[Sequence[Place], Sequence[Place]]],
) -> dict[str, dict[str, float]]:
    """Return the measures, by question.

    Args:
        found: by a question's id, the places of its passages, best first, and the places of its gold
            provisions, at least one.

    """
    right = [
        ir_measures.Qrel(question, str(number), 1)
        for question, (_, gold) in found.items()
        for number in range(len(gold))
    ]
    ranked = [
        ir_measures.ScoredDoc(question, name, -rank)
        for question, (passages, gold) in found.items()
        for rank, name in enumerate(_ranked(passages, gold))
    ]
    names = {measure: name for name, measure in MEASURES.items()}
    by_question = {question: dict.fromkeys(MEASURES, 0.0) for question in found}
    for value in ir_measures.iter_calc(names, right, ranked):
        by_question[value.query_id][names[value.measure]] = value.value
    return by_question


def _ranked(passages: Sequence[Place], gold: Sequence[Place]) -> Iterator[str]:
    """Yield what stands at each rank: a gold provision's number, or a name of its own."""
    seen: set[int] = set()
    for rank, passage in enumerate(passages):
        held = [number for number, place in enumerate(gold) if _matches(passage, place)]
        yield from (str(number) for number in held if number not in seen)
        seen.update(held)
        if not held:
            yield f"passage {rank}"


def _matches(passage: Place, place: Place) -> bool:
    document, (start, end) = place
    found, (first, last) = passage
    inside, around = start <= first and last <= end, first <= start and end <= last
    return found == document and (inside or around)
