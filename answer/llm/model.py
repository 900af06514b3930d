"""A language model, any that LangChain's `init_chat_model` reaches: opened, and asked about passages.

The model sees only passages that were retrieved, as data that no text in them can step out of.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from langchain_core.prompts import PromptTemplate

from answer.llm.listening import TIME_S
from index import Hit

_PROMPTS = Path(__file__).parents[2] / "prompts"
_RULES = (_PROMPTS / "tra_loi.txt").read_text(encoding="utf-8")
_DATA = PromptTemplate.from_file(_PROMPTS / "du_lieu.txt", encoding="utf-8")
_MAX_TOKENS = 3000


class ModelProblem(Exception):
    """The model named cannot be used here; the message is Vietnamese and says what to do."""


def open_model(name: str) -> BaseChatModel:
    """Return a chat model by `provider:model`, as `openai:gpt-4o-mini` or `ollama:qwen3`.

    Raises:
        ModelProblem: its LangChain package or its key is missing, or there is no such provider.

    """
    try:
        model = init_chat_model(name, temperature=0, timeout=TIME_S, max_retries=0, max_tokens=_MAX_TOKENS)
    except Exception as error:  # each provider raises its own kinds
        raise ModelProblem(
            f"Không dùng được mô hình ngôn ngữ “{name}”: {error} "
            "Hãy kiểm tra tên (dạng nhà-cung-cấp:mô-hình), gói langchain của nhà cung cấp và khóa truy cập."
        ) from error
    if not isinstance(model, BaseChatModel):
        raise ModelProblem(f"“{name}” không phải tên một mô hình. Cần dạng nhà-cung-cấp:mô-hình.")
    return model


def model_name(model: BaseChatModel) -> str:
    """Return the name that an answer gives the model by."""
    return str(getattr(model, "model_name", None) or getattr(model, "model", None) or type(model).__name__)


def prompt(question: str, hits: Sequence[Hit]) -> list[BaseMessage]:
    """Return the rules, and the passages numbered from 1 with the question, as one message each."""
    passages = "\n".join(
        f'<doan so="{n}">{_as_data(hit.passage.context)}\n{_as_data(hit.passage.text)}</doan>'
        for n, hit in enumerate(hits, start=1)
    )
    data = _DATA.format(passages=passages, question=_as_data(question))
    return [SystemMessage(_RULES), HumanMessage(data)]


def _as_data(text: str) -> str:
    """Write a text so that it cannot close the mark it stands in."""
    return escape(text, quote=False)
