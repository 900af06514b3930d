"""What proves a claim: a provision that stands in the corpus, words that stand in it, and no more said."""

from answer.proof.verify import faults

__all__ = ["faults"]
