"""The sheet of one answer: question, answer, and each citation with its words, as Markdown."""

from answer import Answer


def answer_sheet(answer: Answer) -> str:
    """Return the sheet of an answer as Markdown, complete without the software that made it."""
    parts = [f"# {_one_line(answer.question)}", answer.answer]
    if answer.warnings:
        parts += ["## Lưu ý", "\n".join(f"- {warning}" for warning in answer.warnings)]
    if answer.citations:
        parts.append("## Căn cứ")
    for citation in answer.citations:
        parts.append(f"[{citation.n}] {citation.label}\n\n> {_one_line(citation.quote)}")
    return "\n\n".join(parts) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
