"""Duties and targets are chosen by place, actor and words; tables link each to its provision."""

from dataclasses import replace

import pytest

from index import HybridRetriever
from materials import Duty, Target, duties_of, targets_of
from view.duty_rows import actors_of, chosen, duties_html, place_of, targets_html
from view.target_chart import share_rows, target_chart


@pytest.fixture(scope="module")
def duties(retriever: HybridRetriever) -> list[Duty]:
    documents = retriever.documents
    return [duty for name in documents for duty in duties_of(documents[name])]


@pytest.fixture(scope="module")
def targets(retriever: HybridRetriever) -> list[Target]:
    documents = retriever.documents
    return [target for name in documents for target in targets_of(documents[name])]


def test_every_limit_holds(duties: list[Duty]) -> None:
    assert "Phòng Tư pháp" in actors_of(duties)
    rows = chosen(duties, ("Hớn Quản",), ("Phòng Tư pháp",), "huong dan")
    assert rows
    assert {(place_of(row), row.actor) for row in rows} == {("Hớn Quản", "Phòng Tư pháp")}
    assert chosen(duties, ("Sóc Trăng",), ("Phòng Tư pháp",)) == []
    assert chosen(duties) == duties


def test_targets_are_found_by_words_without_accents(targets: list[Target]) -> None:
    rows = chosen(targets, words="doanh nghiep HOI NGHI")
    assert rows
    assert all("doanh nghiệp" in row.citation.quote for row in rows)


def test_rows_link_to_the_reader_and_hold_no_markup(duties: list[Duty], targets: list[Target]) -> None:
    duty = replace(duties[0], actor="<img src=x>")
    html = duties_html([duty])
    assert f'href="van_ban?doc={duty.citation.document.id}&amp;at={duty.citation.eid}"' in html
    assert "&lt;img src=x&gt;" in html
    assert "<img" not in html
    assert targets_html(targets).count('role="row"') == len(targets) + 1


@pytest.mark.parametrize(
    ("figure", "unit", "share"),
    [("trên 70", "%", 70), ("99,5", "%", 99.5), ("02", "mô hình", None), ("toàn bộ", "%", None)],
)
def test_shares_alone_are_plotted(targets: list[Target], figure: str, unit: str, share: float | None) -> None:
    rows = share_rows([replace(targets[0], figure=figure, unit=unit)])
    assert [row["share"] for row in rows] == ([] if share is None else [share])


def test_each_target_has_a_bar_of_its_own(targets: list[Target]) -> None:
    rows = share_rows([*targets, *targets])
    assert len({row["label"] for row in rows}) == len(rows)
    assert len(target_chart(rows).to_dict()["layer"]) == 2
