"""The answer by a language model, any that LangChain's `init_chat_model` reaches.

The model sees only passages that were retrieved, and must quote them; what it says is a draft like any
other, and is shown only as far as its quotes prove it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from langchain.chat_models import init_chat_model
from langchain_core.exceptions import OutputParserException
from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import PydanticOutputParser, StrOutputParser
from langchain_core.prompts import PromptTemplate
from pydantic import BaseModel

from answer.draft import Draft
from answer.evidence import Evidence
from answer.result import Citation, Claim, cite
from index import Hit

_PROMPT = PromptTemplate.from_file(Path(__file__).parent.parent / "prompts" / "tra_loi.txt", encoding="utf-8")
_PASSAGES = 6
_TIMEOUT_S = 60
_MAX_TOKENS = 1500
_LONGEST_REPLY = 12_000
"""Characters; LangChain's JSON parser takes time in the square of a reply that is none."""


class ModelProblem(Exception):
    """The model named cannot be used here; the message is Vietnamese and says what to do."""


class _Quote(BaseModel):
    passage: int
    words: str


class _Claim(BaseModel):
    text: str
    quotes: list[_Quote]


class _Reply(BaseModel):
    claims: list[_Claim]


def open_model(name: str) -> BaseChatModel:
    """Return a chat model by `provider:model`, as `openai:gpt-4o-mini` or `ollama:qwen3`.

    Raises:
        ModelProblem: its LangChain package or its key is missing, or there is no such provider.

    """
    try:
        model = init_chat_model(
            name, temperature=0, timeout=_TIMEOUT_S, max_retries=0, max_tokens=_MAX_TOKENS
        )
    except Exception as error:  # each provider raises its own kinds
        raise ModelProblem(
            f"Không dùng được mô hình ngôn ngữ “{name}”: {error} "
            "Hãy kiểm tra tên (dạng nhà-cung-cấp:mô-hình), gói langchain của nhà cung cấp và khóa truy cập."
        ) from error
    if not isinstance(model, BaseChatModel):
        raise ModelProblem(f"“{name}” không phải tên một mô hình. Cần dạng nhà-cung-cấp:mô-hình.")
    return model


def model_draft(evidence: Evidence, model: BaseChatModel) -> Draft:
    """Let the model answer from the passages found.

    Raises:
        Exception: whatever the provider raises, or OutputParserException for a reply that is not the
            JSON asked for; the caller falls back to the verbatim answer.

    """
    hits = evidence.hits[:_PASSAGES]
    passages = "\n".join(
        f'<doan so="{n}">{hit.passage.context}\n{hit.passage.text}</doan>' for n, hit in enumerate(hits, 1)
    )
    said = (_PROMPT | model | StrOutputParser()).invoke({"passages": passages, "question": evidence.question})
    if len(said) > _LONGEST_REPLY:
        raise OutputParserException("the reply is too long to be the JSON asked for")
    reply = PydanticOutputParser(pydantic_object=_Reply).parse(said)
    claims: list[Claim] = []
    citations: list[Citation] = []
    for claim in reply.claims:
        found = list(_citations(claim.quotes, hits, len(citations)))
        citations += found
        claims.append(Claim(" ".join(claim.text.split()), tuple(citation.n for citation in found)))
    return Draft(tuple(claims), tuple(citations))


def _citations(quotes: list[_Quote], hits: tuple[Hit, ...], before: int) -> Iterator[Citation]:
    """Yield a citation for each quote that stands in its passage, whatever its white space."""
    n = before
    for quote in quotes:
        words = r"\s+".join(re.escape(word) for word in quote.words.split())
        if not words or not 1 <= quote.passage <= len(hits):
            continue
        hit = hits[quote.passage - 1]
        start, end = hit.passage.span
        found = re.compile(words).search(hit.document.text, start, end)
        if found:
            n += 1
            yield cite(hit.document, hit.document.provision(hit.passage.eid), found.span(), n)
