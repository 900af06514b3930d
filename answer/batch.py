"""Answering a file of questions: one JSON object a line in, one a line out, in the same order."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from answer.answering import answer
from answer.question import BadQuestion
from answer.result import Answer, Engine
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
        One Vietnamese message for each such line, with its number; or one, if there is no such file.

    """
    failures: list[str] = []
    try:
        lines = questions.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return [f"{questions}: không đọc được ({error}). Cần tệp JSONL mã UTF-8."]
    unfinished = answers.with_name(f"{answers.name}.part")
    with unfinished.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            progress(f"Câu {number}/{len(lines)}", number / len(lines))
            given, failure = _answer_line(line, retriever, filters, llm)
            if failure:
                failures.append(f"{questions}, dòng {number}: {failure}")
            out.write(f"{json.dumps(given.to_json(), ensure_ascii=False)}\n")
    unfinished.replace(answers)
    return failures


def _answer_line(
    line: str, retriever: HybridRetriever, filters: Filters, llm: BaseChatModel | None
) -> tuple[Answer, str | None]:
    question: object = ""
    question_id: str | int | None = None
    try:
        entry: Any = json.loads(line)
        question_id = entry["id"]
        question = entry["question"]
        if not isinstance(question, str):
            raise TypeError  # noqa: TRY301 (handled with the other malformed lines)
        return answer(question, retriever, filters, question_id, llm), None
    except BadQuestion as error:
        reason = str(error)
    except (ValueError, KeyError, TypeError):
        reason = 'không đúng dạng {"id": "…", "question": "…"}.'
    return _refused(question, question_id, reason, retriever), reason


def _refused(
    question: object, question_id: str | int | None, reason: str, retriever: HybridRetriever
) -> Answer:
    manifest = retriever.manifest
    engine = Engine(manifest.version, manifest.encoder, llm=None)
    shown = question if isinstance(question, str) else ""
    return Answer(question_id, shown, "abstained", "bad_question", reason, (), (), (), (), engine, 0.0)
