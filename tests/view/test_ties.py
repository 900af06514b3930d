"""How documents are tied: citations as links, who cites a provision, what changed it, and the diagram."""

from itertools import pairwise
from pathlib import Path

import pytest

from ingest import Document, read_document
from ingest.references import resolve_references
from view.address import address
from view.links import ABSENT, links_of
from view.relations import cited, cites, diagram
from view.remarks import citings, remarks_of

HEAD = "CHÍNH PHỦ\nSố: {number}\nNGHỊ ĐỊNH\n{title}\n"
LAW = HEAD.format(number="1/2020/NĐ-CP", title="Về việc thứ nhất") + (
    "Điều 1. Phạm vi\n1. Công khai.\n2. Bàn bạc theo khoản 1 Điều này.\nĐiều 2. Hiệu lực\nTừ hôm nay.\n"
)
AMENDING = HEAD.format(
    number="2/2024/NĐ-CP", title="Sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP"
) + (
    "Căn cứ Nghị định số 1/2020/NĐ-CP;\nCăn cứ Nghị định số 9/1999/NĐ-CP;\n"
    "Điều 1. Sửa đổi khoản 1 Điều 1 Nghị định số 1/2020/NĐ-CP như sau:\n“1. Công khai hết.”.\n"
    "Điều 2. Thi hành\nThực hiện khoản 2 Điều 1 Nghị định số 1/2020/NĐ-CP.\n"
)


@pytest.fixture
def corpus_of_two(tmp_path: Path) -> dict[str, Document]:
    for name, text in (("a", LAW), ("b", AMENDING)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    read = [read_document(tmp_path / f"{name}.txt") for name in "ab"]
    return {document.id: document for document in resolve_references(read)}


def test_a_citation_leads_to_its_provision(corpus_of_two: dict[str, Document]) -> None:
    amending = corpus_of_two["2-2024-nd-cp"]
    links = {amending.text[slice(*link.span)]: link for link in links_of(amending, corpus_of_two)}
    link = links["khoản 2 Điều 1 Nghị định số 1/2020/NĐ-CP"]
    assert link.address == "van_ban?doc=1-2020-nd-cp&at=art_1__para_2"
    assert link.title == "Khoản 2 Điều 1 Nghị định số 1/2020/NĐ-CP của Chính phủ"
    assert links["Nghị định số 9/1999/NĐ-CP"].address is None
    assert links["Nghị định số 9/1999/NĐ-CP"].title == ABSENT


def test_links_do_not_overlap(corpus_of_two: dict[str, Document]) -> None:
    links = links_of(corpus_of_two["2-2024-nd-cp"], corpus_of_two)
    assert all(one.span[1] <= after.span[0] for one, after in pairwise(links))


def test_a_provision_says_who_cites_and_who_changes_it(corpus_of_two: dict[str, Document]) -> None:
    law = corpus_of_two["1-2020-nd-cp"]
    remarks = remarks_of(law, citings(corpus_of_two.values())[law.id], corpus_of_two)
    changed = [remark for remark in remarks["art_1__para_1"] if remark.kind == "amended"]
    assert [remark.words for remark in changed] == [
        "Được sửa đổi bởi Nghị định số 2/2024/NĐ-CP của Chính phủ"
    ]
    assert changed[0].address.startswith("van_ban?doc=2-2024-nd-cp&at=art_1")
    said = [remark.words for remark in remarks["art_1__para_1"] if remark.kind == "cited"]
    assert "Khoản 2 Điều 1 Nghị định số 1/2020/NĐ-CP của Chính phủ" in said
    assert [remark.words for remark in remarks["art_1__para_2"]] == [
        "Điều 2 Nghị định số 2/2024/NĐ-CP của Chính phủ"
    ]
    assert "art_2" not in remarks


def test_related_acts_stand_once_under_their_closest_relation(corpus_of_two: dict[str, Document]) -> None:
    law, amending = corpus_of_two["1-2020-nd-cp"], corpus_of_two["2-2024-nd-cp"]
    above = cites(amending, corpus_of_two)
    assert [(act.relation, act.name, act.document) for act in above] == [
        ("căn cứ", "Nghị định số 1/2020/NĐ-CP của Chính phủ", law.id),
        ("căn cứ", "Nghị định số 9/1999/NĐ-CP", None),
    ]
    below = cited(law, citings(corpus_of_two.values())[law.id], corpus_of_two)
    assert [(act.relation, act.document) for act in below] == [("căn cứ", amending.id)]
    assert cites(law, corpus_of_two) == []


def test_the_diagram_quotes_what_it_names(corpus_of_two: dict[str, Document]) -> None:
    amending = corpus_of_two["2-2024-nd-cp"]
    dot = diagram(amending, cites(amending, corpus_of_two), [])
    assert dot is not None
    assert 'b1 [label="Nghị định số 9/1999/NĐ-CP", style="rounded,dashed"]' in dot
    assert 'b0 -> here [label="căn cứ"]' in dot
    assert diagram(amending, [], []) is None


def test_an_address_is_safe_in_a_link() -> None:
    assert address('a&b="x"', "art_1") == "van_ban?doc=a%26b%3D%22x%22&at=art_1"
