"""The acts that a question is about and the corpus does not hold: by number, or a law by its title."""

import re
import unicodedata
from collections.abc import Iterator

from index import HybridRetriever
from index.tokens import search_syllables
from ingest.accents import fold
from ingest.kinds import KIND_NAMES
from ingest.references import cited_acts, number_key


def acts_not_held(question: str, retriever: HybridRetriever) -> Iterator[str]:
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
    yield from _laws_not_held(question, folded, retriever)


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


def _laws_not_held(question: str, folded: str, retriever: HybridRetriever) -> Iterator[str]:
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
