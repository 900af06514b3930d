"""Each verdict, on lines as reports write them."""

from dataclasses import replace

import pytest

from check import Draft, Finding, Library, check
from check.html import report_html
from ingest import Document, Reference, Step
from ingest.document import Amendment, Target

DIEN_BIEN = "Nghị quyết số 192/NQ-HĐND ngày 11/7/2024 của HĐND tỉnh Điện Biên"
ALTERED = ("quotation_altered", "different_words")
TRUE = "Bảo đảm thực hiện dân chủ ở cơ sở phải thực chất, hiệu quả, thường xuyên và trở thành nền nếp"


def findings(text: str, library: Library) -> tuple[Finding, ...]:
    return check(Draft("thử", text), library).findings


@pytest.mark.parametrize(
    ("text", "verdict", "detail"),
    [
        (f"khoản 1 Điều 1 {DIEN_BIEN}", "exists", None),
        ("điểm b khoản 1 Điều 1 NQ 192/NQ-HĐND", "exists", None),
        ("Khoản 2, Điều 1 Nghị quyết 192 của tỉnh Điện Biên", "exists", None),
        ("Kế hoạch năm 2024 của UBND huyện Hớn Quản", "exists", None),
        (f"Điều 9 {DIEN_BIEN}", "no_such_provision", None),
        ("từ Điều 1 đến Điều 9 Nghị quyết số 192/NQ-HĐND", "no_such_provision", None),
        ("Điều 3 Luật Thực hiện dân chủ ở cơ sở", "unknown_document", "not_held"),
        ("Nghị định số 59/2023/NĐ-CP", "unknown_document", "not_held"),
        ("Nghị định số 59/2023/NĐ-CP ngày 14/8/2022", "unknown_document", "other_date"),
        ("Nghị quyết số 192/NQ-HĐND của HĐND tỉnh Quảng Ninh", "unknown_document", "other_place"),
        ("Nghị quyết số 179/NQ-HĐND ngày 08/12/2022", "unknown_document", "other_date"),
        ("Theo Điều 3 thì", "ambiguous", None),
    ],
)
def test_a_reference(text: str, verdict: str, detail: str | None, library: Library) -> None:
    (found,) = findings(text, library)
    assert (found.verdict, found.detail) == (verdict, detail)
    assert text[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    ("text", "verdict", "detail"),
    [
        (f"Theo khoản 1 Điều 1 {DIEN_BIEN}: “{TRUE}”.", "exists", None),
        (f"«{TRUE}» (điểm b khoản 1 Điều 1 {DIEN_BIEN})", "exists", None),
        (f"> {TRUE}\n\n— điểm b khoản 1 Điều 1 {DIEN_BIEN}", "exists", None),
        (f'"{TRUE.replace(", hiệu quả, ", " […] ")}" ({DIEN_BIEN})', "exists", None),
        (f"Theo khoản 1 Điều 1 {DIEN_BIEN}: “{TRUE.replace('phải', 'cần')}”.", *ALTERED),
        (f"Theo khoản 2 Điều 1 {DIEN_BIEN}: “{TRUE}”.", "quotation_altered", "elsewhere"),
        (f"Điều 3 Luật Thực hiện dân chủ ở cơ sở: “{TRUE}”", "unknown_document", "not_held"),
    ],
)  # fmt: skip
def test_a_quotation(text: str, verdict: str, detail: str | None, library: Library) -> None:
    (found,) = (one for one in findings(text, library) if one.kind == "quotation")
    assert (found.verdict, found.detail) == (verdict, detail)


def test_the_difference_is_told_word_by_word(library: Library) -> None:
    text = f"Khoản 1 Điều 1 {DIEN_BIEN}: “{TRUE.replace('phải', 'cần').replace('thường xuyên', 'luôn')}”"
    found = findings(text, library)[-1]
    assert [(one.draft, one.source) for one in found.differences] == [
        ("cần", "phải"),
        ("luôn", "thường xuyên"),
    ]


def test_a_reference_is_carried_over_only_where_that_is_sure(library: Library) -> None:
    sure = findings(f"Khoản 1 Điều 1 {DIEN_BIEN}. Điểm a khoản 2 Nghị quyết này. Khoản 99 Điều 1.", library)
    assert [one.verdict for one in sure] == ["exists", "exists", "no_such_provision"]
    assert sure[1].path[0].label == "1"
    unsure = findings("Nghị quyết số 179/NQ-HĐND và Nghị quyết số 192/NQ-HĐND. Điều 3 nêu.", library)
    assert unsure[-1].verdict == "ambiguous"


def test_an_amended_provision_is_said_to_be(documents: dict[str, Document]) -> None:
    amended, by = (documents[name] for name in ("192-nq-hdnd-dien-bien-2024", "179-nq-hdnd-quang-ninh-2023"))
    path = (Step("dieu", "1"), Step("khoan", "1"))
    eid = next(one.eid for one in amended.provisions if one.path[-2:] == path)
    reference = Reference(
        "Nghị quyết", "192/NQ-HĐND", None, None, None, "sửa đổi", "khoản 1 Điều 1", (0, 1), path,
        target=Target(amended.id, eid),
    )  # fmt: skip
    change = Amendment("sửa đổi", reference, None, "2025-01-01", by.provisions[1].eid, (0, 1))
    library = Library({**documents, by.id: replace(by, amendments=(change,))})
    (found,) = findings(f"khoản 1 Điều 1 {DIEN_BIEN}", library)
    assert found.verdict == "amended"
    assert any("đã được sửa đổi" in warning for warning in found.warnings)


def test_words_of_a_text_are_no_markup(library: Library) -> None:
    page = report_html(check(Draft("<b>", f"<script>x</script> Điều 9 {DIEN_BIEN}"), library))
    assert "<script>" not in page
    assert '<mark class="wrong">Điều 9' in page
