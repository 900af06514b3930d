"""What an official must know beside an answer: drafts, amended provisions, renamed places, contradictions."""

from answer.cautions.caution import cautions

__all__ = ["cautions"]
