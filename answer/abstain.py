"""When to say "không có căn cứ": no text of a place, an act, a provision; weak evidence; no such fact."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from answer.evidence import ANSWERS, Evidence
from answer.result import Reason
from index import HybridRetriever
from index.question.lookup import NamedProvision, provisions_named
from index.tokens import search_syllables
from ingest.accents import fold
from ingest.citation import citation_label, document_label
from ingest.kinds import KIND_NAMES
from ingest.references import cited_acts, number_key

OPENING = "Không có căn cứ trong kho văn bản để trả lời câu hỏi này."

_ABOUT = 0.3
"""Share of its terms that some passage must say for a question to be about what the texts are about."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer: a reason for programs, a sentence for readers."""

    reason: Reason
    text: str


NO_QUESTION = Abstention(
    "out_of_scope",
    "Đây là một yêu cầu đối với chương trình, không phải câu hỏi về văn bản. Hãy nhập câu hỏi cần tra cứu.",
)


def abstention(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return why the evidence does not carry an answer; None if it does."""
    return without_text(evidence, retriever) or _no_answer(evidence)


def without_text(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return the abstention for a place, an act or a provision that the corpus has no text of."""
    reasons = (_unknown_place, _unknown_act, _unknown_provision)
    return next((found for reason in reasons if (found := reason(evidence, retriever))), None)


def _unknown_place(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    places = evidence.asked.places
    if not places.unknown or places.known or evidence.hits:
        return None
    ours = sorted(
        {f"{d.place.level} {d.place.name}" for d in retriever.facts.values() if d.place}, key=_by_name
    )
    names = ", ".join(places.unknown)
    return Abstention(
        "unknown_place", f"{OPENING} Kho chưa có văn bản của {names}; hiện có: {', '.join(ours)}."
    )


def _by_name(place: str) -> str:
    return fold(place.partition(" ")[2])


def _unknown_act(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    acts = list(_acts_without_text(evidence.asked.question, retriever))
    return Abstention("unknown_document", f"{OPENING} Kho chưa có {', '.join(acts)}.") if acts else None


def _acts_without_text(question: str, retriever: HybridRetriever) -> Iterator[str]:
    """Yield the acts that a question is about and the corpus does not hold: by number, or a law by title."""
    ours = {number_key(document.number) for document in retriever.facts.values() if document.number}
    for act in cited_acts(question):
        if act.number and number_key(act.number) not in ours:
            yield f"{act.kind} số {act.number}"
    folded = fold(unicodedata.normalize("NFC", question))
    for cut in _CUT_NUMBER.finditer(folded):
        number = cut["number"].lstrip("0")
        held = any(key.lstrip("0").startswith((f"{number}/", f"{number}-")) for key in ours)
        if not held and not _OF_AN_ACT.search(folded):
            yield f"{_KINDS[cut['kind']]} số {cut['number']}"
    yield from _laws_without_text(question, folded, retriever)


_KINDS = {fold(kind): kind for kind in sorted(KIND_NAMES, key=len, reverse=True)}

_CUT_NUMBER = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(_KINDS)})"
    r"(?:(?: tham tra)? so | (?=\d+/\d{4})| (?=\d+ (?:cua|nam \d{4}|ngay \d)))"
    r"(?P<number>\d+(?:/\d{4})?)(?![\w/.,%-])"
)
"""Takes "nghi dinh 145/2020", "ke hoach 53 cua ubnd", folded; not "145/2020/nd-cp", "ke hoach 5 nam"."""

_OF_AN_ACT = re.compile(
    r"\b(?:so hieu|hieu luc|ngay (?:nao|may)|khi nao|bao gio|thong qua|ban hanh|trien khai (?:boi|theo)|ai ky"
    r"|ve viec gi|can cu|thuc hien theo)\b"
)
"""Takes what the texts that cite an act say of it, "ban hanh ngay nao", folded; not "quy dinh gi"."""


def _laws_without_text(question: str, folded: str, retriever: HybridRetriever) -> Iterator[str]:
    """Yield the laws whose articles a question asks for, but for those held, or quoted by a text held."""
    for found in _LAW_WITH_PLACE.finditer(folded):
        name = found["after"] or found["before"]
        start = found.start("after" if found["after"] else "before")
        title = set(name.split()) - _SMALL
        if title and not _holds_law(title, retriever) and not _is_quoted(folded, title, retriever):
            yield question[start : start + len(name)].strip()


_NO_TITLE = (
    r"(?:so \d|(?:co(?! so\b)|nay|nam|ghi|quy dinh|noi|nghiem cam|liet ke|neu|khoan|dieu|gom|yeu cau|thi)\b)"
)
_TITLE = rf"(?:bo )?luat(?: (?!{_NO_TITLE})[^\W\d]+(?![\w/]))+"
"""Takes "luat dan chu co so" before " ghi gi", folded; not "luat nay", "luat 10/2022/qh15"."""

_LAW_WITH_PLACE = re.compile(
    rf"(?<!\w)(?:dieu \d+[a-z]?(?: (?:cua|trong|thuoc|tai|o))? (?P<after>{_TITLE})"
    rf"|(?<!phap )(?P<before>{_TITLE})[^.?!]{{0,40}}?(?:,| )(?:dieu \d+|(?:bao nhieu|may) (?:chuong|dieu)\b))"
)
"""Takes "dieu 85 luat dan chu co so", "luat … gom bao nhieu chuong", folded; not "luat tiep cong dan ghi"."""

_SMALL = frozenset("bo luat thuc hien o va ve cua".split())  # noqa: SIM905
"""Syllables, folded, that people leave out of a law's title."""


def _holds_law(title: set[str], retriever: HybridRetriever) -> bool:
    laws = (document for document in retriever.facts.values() if document.kind in ("Luật", "Bộ luật"))
    return any(title <= set(search_syllables(document.title or "")) for document in laws)


def _is_quoted(folded: str, title: set[str], retriever: HybridRetriever) -> bool:
    """Tell whether a text held cites the very provision of the law that a question names."""
    wanted = set(_PLACE.findall(folded))
    for document in map(retriever.documents.__getitem__, retriever.facts):
        for reference in document.references:
            path = {(step.unit, step.label) for step in reference.path}
            if wanted and wanted <= path and title <= set(search_syllables(reference.title or "")):
                return True
    return False


_PLACE = re.compile(r"(?<!\w)(dieu|khoan|diem) (\d+|[a-z](?!\w))")
"""Takes "dieu 85", "khoan 3", "diem a", folded; not "dieu kien"."""


def _unknown_provision(evidence: Evidence, retriever: HybridRetriever) -> Abstention | None:
    """Return the abstention for a provision that an act named does not have."""
    if any(hit.named for hit in evidence.hits):
        return None
    named = provisions_named(evidence.asked.question, list(retriever.facts.values()), retriever.documents)
    if not named or any(one.eid for one in named):
        return None
    return Abstention(
        "unknown_provision", f"{OPENING} {'; '.join(_lacking(one, retriever) for one in named)}."
    )


def _lacking(named: NamedProvision, retriever: HybridRetriever) -> str:
    document = retriever.facts[named.document]
    return f"{document_label(document)} không có {citation_label(named.path)}"


def _no_answer(evidence: Evidence) -> Abstention | None:
    if not evidence.hits:
        return Abstention("no_evidence", f"{OPENING} Không có văn bản nào phù hợp điều kiện lọc.")
    if evidence.chosen:
        return None
    if evidence.best >= ANSWERS and evidence.asked.expected:
        asked = ", ".join(fact.name for fact in evidence.asked.expected)
        return Abstention("no_evidence", f"{OPENING} Các quy định liên quan trong kho không nêu {asked}.")
    if _is_elsewhere(evidence):
        return Abstention(
            "out_of_scope", f"{OPENING} Nội dung hỏi không thuộc phạm vi các văn bản trong kho."
        )
    nearest = evidence.hits[0]
    provision = nearest.document.provision(nearest.passage.eid)
    label = f"{citation_label(provision.path)} {document_label(nearest.document)}"
    return Abstention(
        "no_evidence", f"{OPENING} Quy định gần nhất là {label}, nhưng không nêu điều được hỏi."
    )


def _is_elsewhere(evidence: Evidence) -> bool:
    """Tell whether a question is about something else: the texts say little of it, or half is strange."""
    return max(one.share for one in evidence.judged) < _ABOUT or evidence.asked.is_strange
