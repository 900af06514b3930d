"""Retrieval scored on an article corpus and on the gold questions, as the commands give it."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.articles import BadBenchmark, read_articles, read_queries
from eval.engine_bench import engine_figures
from eval.questions import read_gold, score_gold
from eval.report import Wanted, ranking_html
from eval.retrieval import score_retrieval
from eval.typing import typed_as
from index import HybridRetriever
from index.encoder import SentenceEncoder

LINES: list[dict[str, Any]] = [
    {"id": "a#1", "title": "Kinh phí", "text": "Ngân sách bảo đảm.", "doc_number": "1/NĐ", "chapter": "I"},
    {"id": "a#2", "title": "Hiệu lực", "text": "Có hiệu lực từ ngày ký.", "doc_number": "1/NĐ"},
    {"id": "b#1", "text": "Hương ước\nHương ước do thôn bàn và quyết định.", "law": "Luật Dân chủ"},
]
QUERIES = [
    {"id": "1", "text": "kinh phi lay tu dau", "relevant": ["a#1"]},
    {"id": "2", "text": "Hương ước là gì?", "relevant": ["b#1", "không có"]},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    noted = {**LINES[0], "source_note": "(Điều 1 Nghị định số 1/NĐ Về dân chủ ngày 01/01/2024 của CP)"}
    path = tmp_path / "corpus.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(line, ensure_ascii=False)}\n" for line in (noted, *LINES[1:]))
    return path


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(map(json.dumps, QUERIES)), encoding="utf-8")
    return path


def test_an_article_is_read_with_its_title_and_its_act(corpus: Path) -> None:
    first, second, third = (article.entry for article in read_articles(corpus))
    assert (first.title, first.context) == ("Kinh phí", "Nghị định số 1/NĐ Về dân chủ\nI")
    assert second.context == first.context.removesuffix("\nI"), "the act's name is that of its other article"
    assert (third.title, third.context) == ("Hương ước", "Luật Dân chủ")


@pytest.mark.parametrize(
    ("line", "said"), [("{", "dòng 1: không phải"), ('{"id": 1}', "dòng 1: thiếu trường text")]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(BadBenchmark, match=said):
        read_articles(tmp_path / "a.jsonl")


def test_the_measures(corpus: Path, queries: Path, retriever: HybridRetriever) -> None:
    report = score_retrieval(read_articles(corpus), read_queries(queries), retriever.encoder)
    assert report.metrics["MRR@10"] == 1
    assert report.metrics["R@10"] == pytest.approx(0.75), "what the corpus lacks is not found"
    assert set(report.metrics) == {"MRR@10", "R@1", "R@5", "R@10", "R@20", "R@100", "nDCG@10"}
    assert [query["ranked"][0] for query in report.per_query] == ["a#1", "b#1"]


def test_the_command_gives_the_contracts_json_and_a_page(corpus: Path, queries: Path, tmp_path: Path) -> None:
    command = ["eval", "retrieval", "--corpus", str(corpus), "--queries", str(queries), "--json"]
    command += ["--html", str(tmp_path / "page.html")]
    done = subprocess.run(
        [sys.executable, "-c", "from cli import main; main()", *command], capture_output=True, check=True
    )
    report = json.loads(done.stdout)
    assert set(report) == {"metrics", "index_s", "query_ms", "peak_rss_mb", "per_query"}
    assert set(report["query_ms"]) == {"p50", "p95"}
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Tìm đủ trong 10 hạng" in page
    assert "2 câu hỏi, 0 câu mà đầu danh sách" in page


def test_gold_questions_are_found_however_they_are_typed(retriever: HybridRetriever) -> None:
    questions = read_gold(Path("eval/gold/seeds-dev.jsonl"), retriever.documents)
    clean = score_gold(retriever, questions).metrics
    assert clean["hit@1"] >= 0.8
    assert clean["hit@5"] >= 0.97
    assert clean["recall@10"] >= 0.9
    for typing in ("unaccented", "half-accented", "telex", "slip"):
        copies = score_gold(retriever, questions, typed_as(typing, seed=0))
        assert clean["hit@5"] - copies.metrics["hit@5"] <= 0.02, typing


def test_a_page_shows_what_was_ranked_instead() -> None:
    wanted = [Wanted("1", "Ai <b>?", ("Điều 1",)), Wanted("2", "Gì?", ("Điều 2",))]
    found = [
        {"id": "1", "hit@1": 0, "hit@5": 1, "ranked": ["Điều 9", "Điều 1"]},
        {"id": "2", "hit@1": 1, "hit@5": 1, "ranked": ["Khoản 1 Điều 2"]},
    ]
    page = ranking_html("Xếp <hạng>", wanted, found)
    assert "Xếp &lt;hạng&gt;" in page
    assert "1 câu mà đầu danh sách" in page
    assert "1: Ai &lt;b&gt;?" in page
    assert "<li>Điều 9</li>" in page
    assert "2: Gì?" not in page


def test_the_benchmark_names_its_ratios(corpus: Path, queries: Path, encoder: SentenceEncoder) -> None:
    figures = engine_figures(read_articles(corpus) * 60, read_queries(queries), encoder, lambda *_: None)
    for ratio in ("index / (segment + encode)", "open / open a tenth", "hybrid / (bm25s + faiss)"):
        assert figures[ratio] > 0


@pytest.fixture
def encoder(retriever: HybridRetriever) -> SentenceEncoder:
    return retriever.encoder
