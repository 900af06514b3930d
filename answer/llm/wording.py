"""An answer's claims, worded by a language model or verbatim, each given out as soon as it is proved."""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel

from answer.draft import Draft
from answer.evidence import Evidence
from answer.llm.listening import ModelFailed, pieces_said
from answer.llm.model import model_name, prompt
from answer.llm.quoting import cited_words
from answer.llm.reply import NoReply, UnfinishedReply, claims_said
from answer.proof.support import unsupported
from answer.result import Citation, Claim
from ingest import Document
from ingest.citation import capitalized

_PASSAGES = 6
"""Passages that a model is shown."""

_MARK = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]|\*\*|__")
"""Takes " [7]", "[1, 2]", "**"; not "(1)"."""

_SOURCE = re.compile(
    r"\A(?:Theo|Tại|Căn cứ) (?:điểm|khoản|[Đđ]iều|mục|Nghị quyết|Kế hoạch|Tờ trình|Luật|Nghị định)\b"
    r"[^,]{0,150},\s+"
)
"""Takes "Theo khoản 1 Điều 3 Nghị quyết số 05, "; not "Theo phân cấp ngân sách, "."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that is proved, with its citations; their numbers are those of the answer."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A proved draft, what the reader must know about how it was worded, and the model that worded it."""

    draft: Draft = field(default_factory=Draft)
    warnings: tuple[str, ...] = ()
    llm: str | None = None


class _Statements:
    """The claims of one answer as they are given out, their citations numbered in that order."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.citations: list[Citation] = []

    def state(self, text: str, cited: Sequence[Citation]) -> Iterator[Stated]:
        """Take in a claim and give it out, unless it was said before; its citations are numbered anew."""
        numbers = tuple(dict.fromkeys(map(self._number, cited)))
        claim = Claim(text, numbers)
        if claim not in self.claims:
            self.claims.append(claim)
            yield Stated(claim, tuple(self.citations[n - 1] for n in numbers))

    def _number(self, citation: Citation) -> int:
        known = (one.n for one in self.citations if _place(one) == _place(citation))
        n = next(known, len(self.citations) + 1)
        if n > len(self.citations):
            self.citations.append(replace(citation, n=n))
        return n

    def verbatim(self, draft: Draft) -> Iterator[Stated]:
        """Give out the claims of a verbatim draft whose words were not cited yet."""
        before = tuple(self.citations)
        by_number = {citation.n: citation for citation in draft.citations}
        for claim in draft.claims:
            cited = [by_number[n] for n in claim.citations]
            if not all(any(_covers(one, citation) for one in before) for citation in cited):
                yield from self.state(claim.text, cited)

    def draft(self) -> Draft:
        """Return all that was given out."""
        return Draft(tuple(self.claims), tuple(self.citations))


def _place(citation: Citation) -> tuple[str, str, tuple[int, int]]:
    return citation.document.id, citation.eid, citation.span


def _covers(citation: Citation, other: Citation) -> bool:
    (start, end), (first, last) = citation.span, other.span
    return citation.document.id == other.document.id and start <= first and last <= end


def worded(
    evidence: Evidence, verbatim: Draft, documents: Mapping[str, Document], llm: BaseChatModel | None
) -> Generator[Stated, None, Worded]:
    """Yield the claims of an answer as soon as each is whole and proved, and return them all.

    What a model says is given out as far as its quotes prove it. Where it fails, the verbatim claims follow
    those that it had finished, and a warning says what happened.

    Args:
        evidence: what was found for the question.
        verbatim: the proved draft made without a model.
        documents: the documents by id.
        llm: the model to word the answer, if any.

    """
    stated = _Statements()
    if llm is None:
        yield from stated.verbatim(verbatim)
        return Worded(stated.draft())
    refused = _Refused()
    try:
        hits = evidence.hits[:_PASSAGES]
        for said in claims_said(pieces_said(llm, prompt(evidence.question, hits))):
            cited = cited_words(said.quotes, hits, documents) if said else []
            yield from _proved(said.text if said else "", cited, stated, refused)
        problem = "" if stated.claims or refused.dropped else _NOTHING_FOUND
    except (ModelFailed, NoReply, UnfinishedReply) as error:
        problem = _why(error)
    name = model_name(llm) if stated.claims else None
    if problem or not stated.claims:
        problem = f"{problem or _NOTHING_PROVED} {_REST if stated.claims else _ALL}"
        yield from stated.verbatim(verbatim)
    return Worded(stated.draft(), (*refused.warnings(), *([problem] if problem else [])), name)


_ALL = "Câu trả lời này là trích nguyên văn."
_REST = "Các ý sau cùng là trích nguyên văn."
_NOTHING_PROVED = "Mô hình ngôn ngữ không đưa ra ý nào chứng minh được. Hãy đọc đoạn được tô sáng."
_NOTHING_FOUND = "Mô hình ngôn ngữ cho rằng các đoạn tìm được không trả lời câu hỏi. Hãy đọc kỹ từng đoạn."


def _why(error: Exception) -> str:
    """Say in Vietnamese why there is no reply, or no whole one."""
    if isinstance(error, ModelFailed):
        return str(error)
    if isinstance(error, UnfinishedReply):
        return "Mô hình ngôn ngữ ngừng trước khi nói hết. Hãy hỏi lại."
    if not str(error).strip():
        return "Mô hình ngôn ngữ trả lời rỗng. Hãy hỏi lại, hoặc dùng mô hình khác."
    return "Mô hình ngôn ngữ từ chối, hoặc không trả lời theo mẫu. Hãy hỏi lại, hoặc dùng mô hình khác."


@dataclass(slots=True)
class _Refused:
    """How many of a model's claims were dropped, and how many gave way to the sentences that they quote."""

    dropped: int = 0
    replaced: int = 0

    def warnings(self) -> tuple[str, ...]:
        """Return what the reader must know of it."""
        dropped = (
            f"Đã bỏ {self.dropped} ý do mô hình ngôn ngữ soạn vì trích dẫn của nó không có trong văn bản."
        )
        replaced = (
            f"Đã thay {self.replaced} ý do mô hình ngôn ngữ soạn bằng nguyên văn vì nó nói khác trích dẫn."
        )
        return (*([dropped] if self.dropped else []), *([replaced] if self.replaced else []))


def _proved(text: str, cited: Sequence[Citation], stated: _Statements, refused: _Refused) -> Iterator[Stated]:
    """Give out a model's claim if its quotes bear it out, else the sentences quoted, else nothing."""
    claim = Claim(_plain(text), tuple(citation.n for citation in cited))
    if not cited:
        refused.dropped += 1
    elif unsupported(claim, cited):
        refused.replaced += 1
        for citation in cited:
            yield from stated.state(citation.quote, [citation])
    else:
        yield from stated.state(claim.text, cited)


def _plain(text: str) -> str:
    """Return a claim without its own marks, emphasis and source: the answer names the source itself."""
    text = _SOURCE.sub("", " ".join(_MARK.sub("", text).split()).removeprefix("- "))
    return capitalized(text)
