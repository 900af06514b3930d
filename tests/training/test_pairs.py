"""Pairs from a small codification made here: which questions are asked, and of what."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from training.pairs import (
    ALQAC_ARTICLES,
    ALQAC_QUESTIONS,
    ARTICLES,
    RELATED,
    Pair,
    derive_pairs,
    in_runs,
    read_everyday,
)


def article(number: int, title: str, text: str, subject: str = "1.1") -> dict[str, str]:
    return {
        "id": f"1/2020/qh14#{number}",
        "doc_number": "1/2020/QH14",
        "doc_type": "Luật",
        "title": title,
        "text": text,
        "demuc_code": subject,
        "source_note": f"(Điều {number} Luật số 1/2020/QH14 Luật Lao động ngày 16/06/2020 của Quốc hội)",
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write the four files that are trained on."""
    lines = [
        "1. Người sử dụng lao động phải trả tiền lương đúng hạn cho người lao động.",
        "2. Người lao động có quyền yêu cầu người sử dụng lao động giải thích.",
    ]
    articles = [article(1, "Trả lương", "\n".join(lines)), article(2, "Nghỉ hằng năm.", "Nghỉ 12 ngày.")]
    for name, text in {
        ARTICLES: "".join(json.dumps(one) + "\n" for one in articles),
        RELATED: "1/2020/qh14#1\t1/2020/qh14#2\n1/2020/qh14#1\tunknown#1\n",
        ALQAC_ARTICLES: json.dumps({"id": "a|1", "law": "Luật Nhà ở", "text": "Điều 1. Nhà ở\nMọi người."}),
        ALQAC_QUESTIONS: json.dumps({"text": "Ai có quyền có chỗ ở?", "relevant": ["a|1", "gone"]}),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        content = text.encode()
        path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return tmp_path


def test_every_source_gives_its_pairs(data: Path) -> None:
    pairs = derive_pairs(data, Random(0))
    assert any("Nghỉ hằng năm" in pair.question and "Nghỉ 12 ngày." in pair.passage for pair in pairs)
    assert Pair("Ai có quyền có chỗ ở?", "Luật Nhà ở\nĐiều 1. Nhà ở\nMọi người.", "alqac") in pairs
    (related,) = (pair for pair in pairs if pair.question.endswith("Luật  Luật Lao động"))
    assert ("Trả lương" in related.question) != ("Trả lương" in related.passage)


def test_a_line_asks_for_the_rest_of_its_article(data: Path) -> None:
    pairs = derive_pairs(data, Random(0))
    line = next(pair for pair in pairs if pair.question.startswith("Người") and "\n" in pair.passage)
    assert line.question not in line.passage
    assert len(line.passage.split("\n")) == 3


def test_official_terms_are_asked_for_in_everyday_words(data: Path) -> None:
    pairs = derive_pairs(data, Random(0))
    assert any("ông chủ" in pair.question and "Người sử dụng lao động" in pair.passage for pair in pairs)
    assert Pair("ông chủ", "người sử dụng lao động", "everyday") in pairs


def test_the_same_seed_gives_the_same_pairs(data: Path) -> None:
    assert derive_pairs(data, Random(1)) == derive_pairs(data, Random(1))
    assert derive_pairs(data, Random(1)) != derive_pairs(data, Random(2))


def test_runs_are_of_one_subject() -> None:
    pairs = [Pair(str(at), "", "ab"[at % 2]) for at in range(16)]
    ordered = in_runs(pairs, Random(0), run=4)
    assert sorted(ordered, key=lambda pair: int(pair.question)) == pairs
    assert all(len({pair.subject for pair in ordered[at : at + 4]}) == 1 for at in range(0, 16, 4))


@pytest.mark.parametrize(
    ("official", "everyday"),
    [
        ("thôn", "xóm"),
        ("tổ dân phố", "xóm"),
        ("hồ sơ", "giấy tờ"),
        ("người sử dụng lao động", "ông chủ"),
        ("tham gia ý kiến", "góp ý"),
    ],
)
def test_the_table_of_everyday_words(official: str, everyday: str) -> None:
    assert everyday in read_everyday()[official]
