"""The verifier finds what is broken: one true answer, broken in each way that it must not pass."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from answer import Answer, Citation, Claim, answer
from answer.proof.verify import claim_faults, faults
from index import HybridRetriever
from ingest import Step


@pytest.fixture(scope="module")
def true_answer(retriever: HybridRetriever) -> Answer:
    return answer("Kinh phí ở Quảng Ninh và Điện Biên lấy từ đâu?", retriever)


def first(given: Answer, **changes: object) -> Answer:
    return replace(given, citations=(replace(given.citations[0], **changes), *given.citations[1:]))  # type: ignore[arg-type]


BREAKS: dict[str, Callable[[Answer], Answer]] = {
    "not verbatim": lambda a: first(a, quote=a.citations[0].quote.replace("ngân sách", "quỹ")),
    "shifted span": lambda a: first(a, span=(a.citations[0].span[0] + 1, a.citations[0].span[1] + 1)),
    "no such provision": lambda a: first(a, eid="art_99"),
    "another provision": lambda a: first(a, eid="art_3", path=(Step("dieu", "3"),)),
    "wrong path": lambda a: first(a, path=(Step("dieu", "7"),)),
    "unknown document": lambda a: first(a, document=replace(a.citations[0].document, id="luat-la")),
    "no citation": lambda a: replace(a, claims=(replace(a.claims[0], citations=()), *a.claims[1:])),
    "citation that is not there": lambda a: replace(
        a, claims=(replace(a.claims[0], citations=(9,)), *a.claims[1:])
    ),
    "mark that is not there": lambda a: replace(a, answer=f"{a.answer} [9]"),
    "mark left out": lambda a: replace(a, answer=a.answer.replace("[2]", "")),
    "no claim": lambda a: replace(a, claims=()),
    "abstention that cites": lambda a: replace(a, status="abstained"),
}


def test_a_true_answer_has_no_fault(true_answer: Answer, retriever: HybridRetriever) -> None:
    assert faults(true_answer, retriever.documents) == []


@pytest.mark.parametrize("broken", BREAKS)
def test_each_break_is_found(true_answer: Answer, retriever: HybridRetriever, broken: str) -> None:
    assert faults(BREAKS[broken](true_answer), retriever.documents)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("Trên 80% doanh nghiệp tổ chức hội nghị người lao động.", True),
        ("80% doanh nghiệp ở Điện Biên tổ chức hội nghị.", True),
        ("Trên 90% doanh nghiệp tổ chức hội nghị người lao động.", False),
        ("Từ năm 2026, trên 80% doanh nghiệp tổ chức hội nghị.", False),
        ("Theo Ủy ban Thường vụ, trên 80% doanh nghiệp tổ chức hội nghị.", False),
        ("Doanh nghiệp không phải tổ chức hội nghị người lao động.", False),
        ("Doanh nghiệp phải tổ chức hội nghị người lao động.", False),
    ],
)
def test_figures_names_and_duties_must_stand_in_the_quotes(
    retriever: HybridRetriever, said: str, holds: bool
) -> None:
    given = answer(
        "Điện Biên phấn đấu bao nhiêu phần trăm doanh nghiệp tổ chức hội nghị người lao động?", retriever
    )
    quotes: tuple[Citation, ...] = given.citations
    assert (claim_faults(Claim(said, (1,)), quotes) == []) is holds


def test_a_prohibition_must_not_lose_its_negation(
    true_answer: Answer,
) -> None:
    quote = replace(true_answer.citations[0], quote="Cán bộ không được cản trở việc thực hiện dân chủ.")
    assert claim_faults(Claim("Cán bộ cản trở việc thực hiện dân chủ.", (1,)), [quote])
    assert not claim_faults(Claim("Không được cản trở việc thực hiện dân chủ.", (1,)), [quote])
