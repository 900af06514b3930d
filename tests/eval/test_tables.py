"""The measure of tables of duties and targets, on the rows of the gold tables."""

from pathlib import Path

import pytest

from eval.measures.tables import Row, read_table, score_duties, score_targets

DUTIES = read_table(Path("eval/gold/duties.tsv"))
TARGETS = read_table(Path("eval/gold/targets.tsv"))


def test_gold_against_itself_is_perfect() -> None:
    for score in (score_duties(DUTIES, DUTIES), score_targets(TARGETS, TARGETS)):
        assert (score.precision, score.recall, score.missed, score.wrong) == (1, 1, (), ())
        assert set(score.agreement.values()) == {1}


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (DUTIES[:2], 1, 0.5),
        (DUTIES[:4] + DUTIES[:4], 0.5, 1),
        ([row | {"eid": "art_99"} for row in DUTIES[:4]], 0, 0),
        ([row | {"document": "khác"} for row in DUTIES[:4]], 0, 0),
        ([row | {"eid": row["eid"] + "__indent_1"} for row in DUTIES[:4]], 1, 1),
        ([row | {"actor": "Sở Nội vụ"} for row in DUTIES[:4]], 0, 0),
        ([row | {"what": "việc khác"} for row in DUTIES[:4]], 0, 0),
        ([], 0, 0),
    ],
)
def test_shares_move_with_the_rows_found(found: list[Row], precision: float, recall: float) -> None:
    score = score_duties(found, DUTIES[:4])
    assert (score.precision, score.recall) == (precision, recall)


@pytest.mark.parametrize("field", ["when", "condition"])
def test_a_field_that_differs_lowers_only_its_agreement(field: str) -> None:
    score = score_duties([row | {field: "chín mươi chín"} for row in DUTIES[:4]], DUTIES[:4])
    assert score.precision == score.recall == 1
    assert {name for name, share in score.agreement.items() if share < 1} == {field}


def test_another_figure_is_another_target() -> None:
    first, *others = TARGETS
    score = score_targets([first | {"figure": "12"}, *others], TARGETS)
    assert score.missed == (first,)
    assert [row["figure"] for row in score.wrong] == ["12"]
