"""A document's page: all of its words, escaped, with the quoted ones marked."""

import re
from html import unescape
from pathlib import Path

import pytest

from ingest import read_document
from view.document_html import document_html


def visible(page: str) -> str:
    body = page[page.index("<body>") : page.index("<script>")]
    return unescape(re.sub(r"<[^>]+>", "", body.replace("</h1>", "\n")))


@pytest.mark.parametrize("name", ["05-2025-nq-hdnd-soc-trang", "ttr-snv-bac-ninh-2024"])
def test_every_word_is_there_once(corpus: Path, name: str) -> None:
    document = read_document(corpus / f"{name}.txt")
    shown = visible(document_html(document)).partition("\n")[2]
    assert "".join(shown.split()) == "".join(document.text.split())


def test_quotes_are_marked_where_they_stand(corpus: Path) -> None:
    document = read_document(corpus / "05-2025-nq-hdnd-soc-trang.txt")
    article = document.provision("art_3")
    across = (article.text_span[0] - 5, article.text_span[0] + 8)
    page = document_html(document, [across, article.text_span], "art_3")
    marked = unescape("".join(re.findall(r"<mark>(.*?)</mark>", page)))
    assert marked == document.text[across[0] : article.text_span[1]].replace("\n", "")
    assert '<section id="art_3" class="dieu cited" aria-label="Điều 3">' in page


def test_a_document_cannot_bring_its_own_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('Số: 1/NQ-HĐND\nĐiều 1. <script>alert("x")</script> & <b>\nHết.\n', encoding="utf-8")
    page = document_html(read_document(path), [(0, 40)])
    assert page.count("<script>") == 1
    assert "alert(&quot;" in page
