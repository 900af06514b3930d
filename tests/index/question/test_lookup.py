"""The provision that a question names, however it is typed; nothing where it names none."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from index.question.lookup import NamedProvision, provisions_named
from index.question.spelling import respelt
from ingest import Document
from ingest.citation import UNIT_NAMES

HON_QUAN = "kh-ubnd-hon-quan-2024"
BAC_NINH = "ttr-snv-bac-ninh-2024"
DIEN_BIEN = "192-nq-hdnd-dien-bien-2024"
QUANG_NINH = "179-nq-hdnd-quang-ninh-2023"
SOC_TRANG = "05-2025-nq-hdnd-soc-trang"


def named_in(question: str, documents: Sequence[Document]) -> tuple[NamedProvision, ...]:
    facts = [replace(document, text="", provisions=(), references=()) for document in documents]
    return provisions_named(question, facts, {document.id: document for document in documents})


@pytest.mark.parametrize(
    ("question", "document", "eid"),
    [
        ("Điểm c khoản 1 mục III Kế hoạch của huyện Hớn Quản?", HON_QUAN, "sec_III__para_1__point_c"),
        ("mục III khoản 1 điểm c kế hoạch Hớn Quản", HON_QUAN, "sec_III__para_1__point_c"),
        ("khoan 5 muc 3 ke hoach hon quan", HON_QUAN, "sec_III__para_5"),
        ("mục II.1.b KH Hớn Quản", HON_QUAN, "sec_II__para_1__point_b"),
        ("kh hq iii.9.l", HON_QUAN, "sec_III__para_9__point_l"),
        ("NQ 192 đ1 k2 đ.c", DIEN_BIEN, "art_1__para_2__point_c"),
        ("nq 192 đ 1 k 2 đ c", DIEN_BIEN, "art_1__para_2__point_c"),
        ("đ1k2đ.c NQ 192", DIEN_BIEN, "art_1__para_2__point_c"),
        ("khoản 4 Điều 2 192/NQ-HĐND", DIEN_BIEN, "art_2__para_4"),
        ("Điều 2, khoản 4 của ĐB", DIEN_BIEN, "art_2__para_4"),
        ("Điểm k mục 9 phần III KH huyện Hớn Quản nd gì?", HON_QUAN, "sec_III__para_9__point_k"),
        ("muc 2.3 phan III to trinh bac ninh viet gi", BAC_NINH, "sec_III__para_2__subsec_2-3"),
        ("điểm k khoảng 9 mục III kế hoạch Hớn Quản", HON_QUAN, "sec_III__para_9__point_k"),
        ("III.2.4 tờ trình Bắc Ninh", BAC_NINH, "sec_III__para_2__subsec_2-4"),
        ("2.4 của dự thảo", BAC_NINH, "sec_III__para_2__subsec_2-4"),
        ("TTr BN m.III k3 tm 3.6 đ.a", BAC_NINH, "sec_III__para_3__subsec_3-6__point_a"),
        ("3.5.a TTr SNV BN ghi gì?", BAC_NINH, "sec_III__para_3__subsec_3-5__point_a"),
        ("khoản 3 điều 1 nghị quyết quảng ninh", QUANG_NINH, "art_1__para_3"),
        ("diem a khoan 2 dieu 1 nq 179", QUANG_NINH, "art_1__para_2__point_a"),
        ("Đ1.3.g NQ 179/NQ-HĐND", QUANG_NINH, "art_1__para_3__point_g"),
        ("K2 Đ1 NQ05 Sóc Trăng", SOC_TRANG, "art_1__para_2"),
        ("khoản hai điều bốn của Sóc Trăng", SOC_TRANG, "art_4__para_2"),
        ("điểm đ khoản 3 Điều 2 NQ 05/2025/NQ-HĐND", SOC_TRANG, "art_2__para_3__point_đ"),
    ],
)
def test_a_named_provision_is_found(
    documents: list[Document], question: str, document: str, eid: str
) -> None:
    found = named_in(question, documents)
    assert [(one.document, one.eid) for one in found] == [(document, eid)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "điểm a, b khoản 2 Điều 1 NQ 192",
            [(DIEN_BIEN, "art_1__para_2__point_a"), (DIEN_BIEN, "art_1__para_2__point_b")],
        ),
        (
            "Sóc Trăng điều 1 khoản 2 điểm a và b",
            [(SOC_TRANG, "art_1__para_2__point_a"), (SOC_TRANG, "art_1__para_2__point_b")],
        ),
        (
            "diem d khoan 3 dieu 2 nq 5",
            [(SOC_TRANG, "art_2__para_3__point_d"), (SOC_TRANG, "art_2__para_3__point_đ")],
        ),
        ("so sánh điều 2 NQ 179 và điều 3 NQ 192", [(QUANG_NINH, "art_2"), (DIEN_BIEN, "art_3")]),
        ("NQ 179 điều 2 khác gì NQ 192 điều 3", [(QUANG_NINH, "art_2"), (DIEN_BIEN, "art_3")]),
        ("điều 4", [(SOC_TRANG, "art_4")]),
        ("điều 3", [(SOC_TRANG, "art_3"), (QUANG_NINH, "art_3"), (DIEN_BIEN, "art_3")]),
    ],
)
def test_several_and_unnamed_documents(
    documents: list[Document], question: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.document, one.eid) for one in named_in(question, documents)] == found


def test_a_provision_that_the_act_has_not_is_told_from_an_act_that_the_corpus_has_not(
    documents: list[Document],
) -> None:
    (missing,) = named_in("khoản 6 điều 1 NQ 179", documents)
    assert isinstance(missing, NamedProvision)
    assert (missing.document, missing.eid) == (QUANG_NINH, None)
    assert [(step.unit, step.label) for step in missing.path] == [("dieu", "1"), ("khoan", "6")]
    for absent in (
        "Điều 2 Luật Đất đai",
        "Điều 2 Luật 10/2022/QH15",
        "điều 1 nghị quyết 200 của Quảng Ninh",
        "điều 1 nghị quyết của Lào Cai",
        "điều 1 nghị quyết 179 của Sóc Trăng",
    ):
        assert named_in(absent, documents) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Điều kiện và khoản kinh phí, mục tiêu của Quảng Ninh?",
        "thời điểm 1 tháng, tài khoản 2 của Sóc Trăng",
        "mức 3 triệu ở Điện Biên",
        "muc 3 trieu o dien bien",
        "đạt 3.5% ở Bắc Ninh",
        "chi 200.000 đ 1 hộ, 500đ 1 lần ở Quảng Ninh",
        "đồng chí (đ/c) nào, địa điểm y tế nào ở Hớn Quản, điểm y tế ở đâu",
        "khoản nào điều nào của luật",
        "k2 là gì",
        "những điều hai bên thỏa thuận ở Quảng Ninh",
        "ngày 8/12/2023, 1.7.2025 và 30.4 ở Quảng Ninh",
        "nhiệm vụ của UBND huyện Hớn Quản",
        "",
    ],
)
def test_ordinary_words_name_no_provision(documents: list[Document], question: str) -> None:
    assert named_in(question, documents) == ()


@pytest.mark.parametrize(
    "words", ["dân chủ k2 ", "điểm a, b, c, ", "III.2.4 ", "1.1.1.", "nq 179 qn ", "((\x00"]
)
def test_an_endless_question_ends(documents: list[Document], words: str) -> None:
    start = perf_counter()
    named_in(words * (10_000 // len(words)), documents)
    assert perf_counter() - start < 5


GOLD = Path(__file__).parents[3] / "eval" / "gold" / "seeds-dev.jsonl"


def test_every_lookup_of_the_development_questions_is_found(
    documents: list[Document], known: Callable[[str], int]
) -> None:
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    lookups = [line for line in lines if line["type"] == "lookup"]
    for line in lookups:
        first = named_in(respelt(line["question"], known), documents)[0]
        path = [f"{UNIT_NAMES[step.unit]} {step.label}".casefold() for step in first.path]
        gold = line["gold"][0]
        right = [step.casefold() for step in gold["path"]]
        assert (first.document, path) == (gold["document"], right[: len(path)])
    assert len(lookups) > 20
