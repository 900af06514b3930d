"""Answering a file of questions: one JSON object a line in, one a line out, in the same order."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from answer.answering import answer, refused
from answer.question import BadQuestion
from answer.result import Answer
from index import Filters, HybridRetriever


def answer_batch(
    questions: Path,
    answers: Path,
    retriever: HybridRetriever,
    filters: Filters,
    *,
    progress: Callable[[str, float], None],
    llm: BaseChatModel | None = None,
) -> list[str]:
    """Answer every line of a file and write the answers beside, all or nothing.

    A line that cannot be answered gets an abstention with reason "bad_question" in its place.

    Returns:
        One Vietnamese message for each such line, with its number, or for a file that cannot be read or
        written.

    """
    try:
        text = questions.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [f"{questions}: không đọc được ({error}). Cần tệp JSONL mã UTF-8."]
    if answers.is_dir():
        return [f"{answers}: là một thư mục. Hãy cho tên tệp ghi câu trả lời."]
    unfinished = answers.with_name(f"{answers.name}.part")
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    failures: list[str] = []
    try:
        with unfinished.open("w", encoding="utf-8") as out:
            for done, (number, line) in enumerate(lines, start=1):
                progress(f"Câu {done}/{len(lines)}", done / len(lines))
                given, failure = _answer_line(line, retriever, filters, llm)
                if failure:
                    failures.append(f"{questions}, dòng {number}: {failure}")
                out.write(f"{json.dumps(given.to_json(), ensure_ascii=False)}\n")
        unfinished.replace(answers)
    except OSError as error:
        return [*failures, f"{answers}: không ghi được ({error.strerror}). Hãy kiểm tra thư mục."]
    return failures


def _answer_line(
    line: str, retriever: HybridRetriever, filters: Filters, llm: BaseChatModel | None
) -> tuple[Answer, str | None]:
    question_id, question, history = _parsed(line)
    if question is None or history is None:
        reason = 'không đúng dạng {"id": "…", "question": "…"}, có thể thêm "history": ["…"].'
        return refused(question_id, question or "", reason, retriever), reason
    try:
        return answer(question, retriever, filters, question_id, llm, history), None
    except BadQuestion as error:
        shown = question.encode("utf-8", "replace").decode("utf-8")
        return refused(question_id, shown, str(error), retriever), str(error)


def _parsed(line: str) -> tuple[str | int | None, str | None, list[str] | None]:
    """Return a line's id, question and earlier questions; None for what it has not in the right form."""
    try:
        entry: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None, None, None
    if not isinstance(entry, dict):
        return None, None, None
    question_id, question = entry.get("id"), entry.get("question")
    history = entry.get("history", [])
    listed = isinstance(history, list) and all(isinstance(earlier, str) for earlier in history)
    return (
        question_id if isinstance(question_id, str | int) else None,
        question if isinstance(question, str) else None,
        history if listed else None,
    )
