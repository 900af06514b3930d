"""What a model says, piece by piece, within bounds of time and length; what went wrong, in Vietnamese."""

from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.runnables import Runnable, RunnableSequence

from answer.llm.reply import Reply

TIME_S = 60
"""Seconds that a model has for all of its reply."""

LONGEST = 12_000
"""Characters of a reply that are read; the reading stops there."""

_REFUSES_THE_FORM = {400, 405, 415, 422, 500, 501}
"""HTTP statuses of servers that do not know structured output, or streaming."""


class ModelFailed(Exception):
    """The model did not answer; the message is Vietnamese, says why, and what to do."""


def pieces_said(model: BaseChatModel, messages: Sequence[BaseMessage]) -> Iterator[str]:
    """Yield the text of a model's reply as it comes, structured where the model can, else plain.

    The model is heard in a thread of its own, so that a server that says nothing, or only that it is alive,
    cannot hold the answer up; the thread ends with the next thing it hears.

    Raises:
        ModelFailed: the server cannot be reached, refuses, breaks off, or is slower or longer than allowed.

    """
    heard: SimpleQueue[str | ModelFailed | None] = SimpleQueue()
    enough = Event()
    Thread(target=_hear, args=(model, list(messages), heard, enough), daemon=True).start()
    deadline, length = monotonic() + TIME_S, 0
    try:
        while (piece := _next(heard, deadline)) is not None:
            length += len(piece)
            if length > LONGEST:
                raise ModelFailed(
                    "Mô hình ngôn ngữ nói quá dài, phần mềm đã ngừng đọc. "
                    "Hãy hỏi lại, hoặc dùng mô hình khác."
                )
            yield piece
    finally:
        enough.set()


def _next(heard: "SimpleQueue[str | ModelFailed | None]", deadline: float) -> str | None:
    try:
        piece = heard.get(timeout=max(deadline - monotonic(), 0.0))
    except Empty:
        raise ModelFailed(_too_slow()) from None
    if isinstance(piece, ModelFailed):
        raise piece
    return piece


def _hear(
    model: BaseChatModel,
    messages: list[BaseMessage],
    heard: "SimpleQueue[str | ModelFailed | None]",
    enough: Event,
) -> None:
    """Put what a model says into a queue, then None; or the failure that ended it.

    A way of asking that the server refuses before it says anything is given up for the next.
    """
    ways = _ways(model)
    for n, way in enumerate(ways, start=1):
        said = False
        try:
            for chunk in way.stream(messages):
                if enough.is_set():
                    return
                if text := _text(chunk):
                    said = True
                    heard.put(text)
        except Exception as error:  # noqa: BLE001 (each provider raises its own kinds)
            if said or n == len(ways) or not _is_of_the_form(error):
                heard.put(ModelFailed(_what_happened(error, begun=said)))
                return
        else:
            heard.put(None)
            return


def _ways(model: BaseChatModel) -> list[Runnable[Any, Any]]:
    """Return how a model may be asked, the best first: structured, plain, plain in one piece.

    Structured output is asked for as LangChain has it for each provider (a JSON schema, or a tool), and the
    model's own messages are read, before LangChain's parser: they come as they are written, while parsed ones
    cannot tell a whole claim from a part. (`include_raw` gives them too, but through a pool of threads that a
    silent server keeps the program from leaving.)
    """
    plain = [model, model.model_copy(update={"disable_streaming": True})]
    try:
        structured = model.with_structured_output(Reply.model_json_schema())
    except Exception:  # noqa: BLE001 (a provider without it may raise what it likes)
        return [*plain]
    return [structured.first, *plain] if isinstance(structured, RunnableSequence) else [*plain]


def _text(chunk: object) -> str:
    """Return the words of a piece: its text, or those it hands to the tool that structured output is."""
    if not isinstance(chunk, AIMessageChunk):
        return str(getattr(chunk, "text", ""))
    return str(chunk.text) + "".join(call["args"] or "" for call in chunk.tool_call_chunks)


def _is_of_the_form(error: Exception) -> bool:
    """Tell whether an error may be about how the model was asked: a status, or a stream that is none."""
    status = _status(error)
    return status in _REFUSES_THE_FORM if status else not _is_of(error, "Timeout", "Connect", "Protocol")


def _is_of(error: BaseException, *kinds: str) -> bool:
    """Tell whether an error is of a kind by its classes' names: each provider has its own classes."""
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    return any(kind in names for kind in kinds)


def _status(error: BaseException) -> int | None:
    found = getattr(error, "status_code", None) or getattr(
        getattr(error, "response", None), "status_code", None
    )
    return found if isinstance(found, int) else None


def _too_slow() -> str:
    return (
        f"Mô hình ngôn ngữ không trả lời xong trong {TIME_S:g} giây. "
        "Hãy hỏi lại sau, hoặc dùng mô hình nhanh hơn."
    )


_BY_STATUS = {
    401: "Máy chủ mô hình ngôn ngữ không nhận khóa truy cập (HTTP 401). Hãy kiểm tra khóa.",
    403: "Máy chủ mô hình ngôn ngữ không cho phép (HTTP 403). Hãy kiểm tra khóa và quyền dùng mô hình.",
    404: "Máy chủ mô hình ngôn ngữ không có mô hình này (HTTP 404). Hãy kiểm tra tên mô hình và địa chỉ.",
    429: "Máy chủ mô hình ngôn ngữ báo quá nhiều yêu cầu (HTTP 429). Hãy đợi ít phút, hoặc kiểm tra hạn mức.",
}


def _what_happened(error: BaseException, *, begun: bool) -> str:
    status = _status(error)
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status:
        return f"Máy chủ mô hình ngôn ngữ báo lỗi (HTTP {status}). Hãy hỏi lại sau, hoặc xem nhật ký máy chủ."
    if _is_of(error, "Timeout"):
        return _too_slow()
    if _is_of(error, "Connect") and not begun:
        return (
            "Không kết nối được máy chủ mô hình ngôn ngữ. Hãy kiểm tra máy chủ đã bật, địa chỉ "
            "(với OpenAI là OPENAI_BASE_URL) và mạng."
        )
    return (
        "Máy chủ mô hình ngôn ngữ ngừng giữa chừng hoặc gửi dữ liệu hỏng "
        f"({type(error).__name__}). Hãy hỏi lại sau."
    )
