"""A document's page: all of its words, escaped, with the quoted ones marked."""

import re
from html import unescape
from pathlib import Path

import pytest

from ingest import read_document
from view.document_html import document_html
from view.links import Link
from view.remarks import Remark


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


def test_tools_add_no_word_to_the_text(corpus: Path) -> None:
    document = read_document(corpus / "179-nq-hdnd-quang-ninh-2023.txt")
    page = document_html(document, tools=True)
    main = page[page.index("</h1>") : page.index("</main>")]
    assert "".join(unescape(re.sub(r"<[^>]+>", "", main)).split()) == "".join(document.text.split())
    assert page.count('class="copy"') == len(document.provisions)
    assert 'href="van_ban?doc=179-nq-hdnd-quang-ninh-2023&amp;at=art_1__para_3"' in page
    assert 'aria-label="Sao chép liên kết tới khoản 3 Điều 1"' in page


def test_citations_are_links_within_and_across_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Số: 1/NQ-HĐND\nĐiều 1. A\nTheo Điều 2 và Luật\nkhác.\nĐiều 2. B\n", encoding="utf-8")
    document = read_document(path)
    first, second = document.text.index("Điều 2 và"), document.text.index("Luật")
    links = [
        Link((first, first + 6), "van_ban?doc=a&at=art_2", '"x"'),
        Link((second, second + 10), None, "?"),
    ]
    page = document_html(document, [(first + 5, first + 9)], links=links)
    link = '<a href="van_ban?doc=a&amp;at=art_2" target="_blank" title="&quot;x&quot;">'
    assert f"{link}Điều </a><mark>{link}2</a> và</mark>" in page
    assert '<span class="absent" title="?">Luật khác.</span>' in page


def test_remarks_stand_under_their_provision(corpus: Path) -> None:
    document = read_document(corpus / "05-2025-nq-hdnd-soc-trang.txt")
    remarks = {"art_3": [Remark("amended", "Bị bãi bỏ <bởi>", "van_ban?doc=b"), Remark("cited", "C", "#")]}
    page = document_html(document, remarks=remarks)
    under = page[page.index('<section id="art_3"') :]
    assert 'class="amended"><p><a href="van_ban?doc=b" target="_blank">Bị bãi bỏ &lt;bởi&gt;</a>' in under
    assert "<summary>Được dẫn bởi 1 nơi</summary>" in under


def test_a_long_text_is_cut_into_chunks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    articles = [f"Điều {n}. Việc {n}\n1. {'lời ' * 500}" for n in range(1, 31)]
    path.write_text("\n".join(["Số: 1/NQ-HĐND", *articles]), encoding="utf-8")
    page = document_html(read_document(path))
    assert re.findall(r'<section id="(\w+)" class="\w+ chunk"', page)[1:] == [
        f"art_{n}" for n in range(1, 31)
    ]
