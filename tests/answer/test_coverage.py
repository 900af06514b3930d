"""How much of what a question says a text says."""

import pytest

from answer.coverage import Said, coverage, terms_asked


def words(question: str, *names: str) -> list[str]:
    return [term.phrase.plain for term in terms_asked(question, names)]


@pytest.mark.parametrize(
    ("question", "names", "terms"),
    [
        ("Mức phụ cấp hằng tháng là bao nhiêu?", ("bao nhiêu",), ["muc phu cap", "hang thang"]),
        ("Sóc Trăng có quy định gì về hương ước?", ("Sóc Trăng",), ["quy dinh", "huong uoc"]),
        ("Nghị quyết số 05/2025/NQ-HĐND nói gì về đề nghị", (), ["de nghi"]),
        ("thế nào là ai", (), []),
    ],
)
def test_terms_leave_out_what_joins_and_what_names(
    question: str, names: tuple[str, ...], terms: list[str]
) -> None:
    assert words(question, *names) == terms or set(words(question, *names)) <= {
        part for term in terms for part in (term, *term.split())
    } | {"phu cap", "muc"}


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("phụ cấp", "mức phụ cấp hằng tháng", True),
        ("phu cap", "mức phụ cấp hằng tháng", True),
        ("phụ cấp", "phù cập", False),
        ("nguyên tăc", "các nguyên tắc bảo đảm", True),
        ("mưa", "mua sắm tài sản", False),
        ("xóm", "thôn, bản, tổ dân phố", True),
        ("giấy to", "giấy tờ tùy thân", True),
    ],
)
def test_a_term_is_said_with_the_accents_it_was_typed_with(question: str, text: str, said: bool) -> None:
    assert (coverage(terms_asked(question), Said.by(text)).missing == 0) is said


def test_the_share_is_by_weight() -> None:
    terms = terms_asked("phụ cấp của trưởng thôn")
    some = coverage(terms, Said.by("trưởng thôn do nhân dân bầu"))
    assert 0 < some.share < 1
    assert some.missing == pytest.approx(sum(term.weight for term in terms) * (1 - some.share))
    assert coverage((), Said.by("gì")).share == 0
