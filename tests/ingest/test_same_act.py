"""The same act out of different files is the same tree, and the same words."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ingest import Document, read_document

DOCUMENTS = Path("../shared/documents")
PAIRS = [
    ("145_2020_ND-CP.docx", "nghi-dinh-so-145-2020-nd-cp-32732.pdf"),
    ("nghi-dinh-so-145-2020-nd-cp-32732.pdf", "nghi-dinh-so-145-2020-nd-cp-32732.txt"),
    ("nghi-dinh-so-185-2026-nd-cp-469629.pdf", "nghi-dinh-so-185-2026-nd-cp-469629.txt"),
    *(
        (f"gazette/{name}.pdf", f"gazette/{name}.txt")
        for name in (
            "nghi-dinh-so-12-2022-nd-cp-36716",
            "thong-tu-so-09-2023-tt-bldtbxh-40241",
            "thong-tu-so-95-2025-tt-btc-46745",
            "van-ban-hop-nhat-so-19-vbhn-vpqh-30971",
        )
    ),
]


def articles(document: Document) -> dict[str, list[str]]:
    """Return the words of each article with all it holds; the gazette may print the first articles alone."""
    return {
        provision.eid: document.text[slice(*provision.span)].split()
        for provision in document.provisions
        if provision.unit == "dieu"
    }


def eids(document: Document, among: set[str]) -> list[str]:
    return [p.eid for p in document.provisions if p.eid.split("__")[0] in among]


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="không có văn bản mẫu ở ../shared/documents")
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_same_act_from_two_formats(one: str, other: str) -> None:
    documents = [read_document(DOCUMENTS / name) for name in (one, other)]
    first, second = map(articles, documents)
    common = set(first) & set(second)
    assert len(common) >= 0.85 * max(len(first), len(second))
    assert eids(documents[0], common) == eids(documents[1], common)
    words = [word for eid in first if eid in common for word in first[eid]]
    others = [word for eid in first if eid in common for word in second[eid]]
    matched = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    assert 2 * sum(block.size for block in matched) >= 0.995 * (len(words) + len(others))
