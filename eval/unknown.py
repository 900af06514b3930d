"""What answers name that is not there: another system may write its ids and paths otherwise."""

from collections.abc import Iterable, Iterator, Mapping

from eval.answers import GivenAnswer, GivenCitation
from eval.measures.exactness import exists
from eval.questions import GoldQuestion
from ingest import Document


def unknown(
    questions: Iterable[GoldQuestion], answers: Mapping[str, GivenAnswer], documents: Mapping[str, Document]
) -> Iterator[str]:
    """Yield a Vietnamese message for each answer to no question and each place cited that is not there."""
    asked = {question.id for question in questions}
    for name, answer in answers.items():
        if name not in asked:
            yield f"Câu trả lời {name}: bộ câu hỏi không có câu này; không tính."
            continue
        for number, citation in enumerate(answer.citations, start=1):
            if not exists(citation, documents):
                yield f"Câu {name}, trích dẫn {number}: {_missing(citation, documents)}; tính là sai."


def _missing(citation: GivenCitation, documents: Mapping[str, Document]) -> str:
    if citation.document not in documents:
        return f"chỉ mục không có văn bản {citation.document}"
    path = ", ".join(f"{step.unit} {step.label}" for step in citation.path)
    return f"văn bản {citation.document} không có {path or 'đường dẫn rỗng'}"
