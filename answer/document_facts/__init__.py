"""Questions about a document itself: who signed it, when, its number, effect, bases, recipients."""

from answer.document_facts.about import LEFT_BLANK, asks_for_a_fact, fact_draft

__all__ = ["LEFT_BLANK", "asks_for_a_fact", "fact_draft"]
