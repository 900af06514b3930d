"""Answers and citations as plain text, to be copied into a report or a letter."""

from answer import Answer, Citation
from answer.result import by_document
from ingest.citation import citation_label, document_label


def citation_text(citation: Citation) -> str:
    """Return a citation's quote with the provision that it stands in, on one line."""
    return f"“{' '.join(citation.quote.split())}” ({citation.label})"


def answer_text(answer: Answer) -> str:
    """Return an answer's claims, warnings and citations as lines of plain text."""
    lines = [] if answer.claims else [answer.answer]
    for document, pairs in by_document(answer.claims, answer.citations):
        lines.append(f"{document_label(document)}:")
        for claim, citation in pairs:
            marks = "".join(f"[{n}]" for n in claim.citations)
            lines.append(f"- {citation_label(citation.path, capital=True)}: {claim.text} {marks}")
    lines += [f"Lưu ý: {warning}" for warning in answer.warnings]
    lines += [f"[{citation.n}] {citation_text(citation)}" for citation in answer.citations]
    return "\n".join(lines)
