"""Answering gold questions with this system."""

from collections.abc import Callable, Sequence

from langchain_core.language_models import BaseChatModel

from answer import Answer, answer
from eval.questions import GoldQuestion
from index import HybridRetriever


def answered(
    questions: Sequence[GoldQuestion],
    retriever: HybridRetriever,
    llm: BaseChatModel | None = None,
    progress: Callable[[str, float], None] = lambda _message, _share: None,
) -> list[Answer]:
    """Answer each question, with its id."""
    answers = []
    for done, question in enumerate(questions):
        progress(f"Câu {done + 1}/{len(questions)}", done / len(questions))
        answers.append(
            answer(question.text, retriever, question_id=question.id, llm=llm, history=question.history)
        )
    return answers
