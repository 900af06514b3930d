"""Questions for training: right by the words that they quote, wrong options by no text at all."""

import sys
import warnings
from collections import Counter
from dataclasses import replace
from io import BytesIO, StringIO
from random import Random
from types import ModuleType
from typing import Any

import docx
import pytest
from docx.shared import Pt
from openpyxl import load_workbook

from answer.proof.verify import citation_faults
from index import Filters, HybridRetriever
from materials.quiz import (
    QuizQuestion,
    contest_paper,
    one_of_a_clause,
    paper_docx,
    question_bank,
    to_docx,
    to_gift,
    to_xlsx,
)
from materials.quiz.distractors import Distractors
from materials.quiz.fact import GAP
from materials.quiz.scope import Scope
from materials.quiz.values import values_of

TEXTS = {
    "05-2025-nq-hdnd-soc-trang": 20,
    "179-nq-hdnd-quang-ninh-2023": 20,
    "192-nq-hdnd-dien-bien-2024": 40,
    "kh-ubnd-hon-quan-2024": 40,
    "ttr-snv-bac-ninh-2024": 20,
}
"""Each text of the corpus, with how many questions it gives at least."""


@pytest.fixture(scope="module")
def bank(retriever: HybridRetriever) -> list[QuizQuestion]:
    return question_bank(None, retriever, seed=7)


@pytest.mark.parametrize(("document", "least"), TEXTS.items())
def test_each_text_gives_questions_of_every_kind(
    retriever: HybridRetriever, document: str, least: int
) -> None:
    own = question_bank(None, retriever, Filters(documents=(document,)))
    assert len(own) >= least
    assert {question.kind for question in own} == {"single", "true_false", "fill_in"}
    assert {question.citation.document.id for question in own} == {document}
    assert not any("tháng năm" in question.answer for question in own), "a day left blank is not asked"


def test_every_question_is_proved_by_its_quote(bank: list[QuizQuestion], retriever: HybridRetriever) -> None:
    for question in bank:
        assert not citation_faults(question.citation, retriever.documents), question.stem
        assert " ".join(question.citation.quote.split()) in question.explanation
        if question.kind != "true_false" and question.answer not in question.citation.quote:
            assert f"“{question.answer}”" in question.explanation or "nằm trong" in question.explanation


def test_a_wrong_option_put_in_the_gap_stands_in_no_text(
    bank: list[QuizQuestion], retriever: HybridRetriever
) -> None:
    whole = " ".join(" ".join(document.text.split()) for document in retriever.documents.values())
    gaps = [question for question in bank if question.kind == "single" and GAP in question.stem]
    assert len(gaps) > 40
    for question in gaps:
        said = question.stem.split("“", 1)[1].rsplit("”", 1)[0].removesuffix(", …")
        told = {option: said.replace(GAP, option) in whole for option in question.options}
        assert told == {option: option == question.answer for option in question.options}, question.stem


def test_a_bank_does_not_repeat_itself_or_give_itself_away(bank: list[QuizQuestion]) -> None:
    assert len({(question.stem, question.answer) for question in bank}) == len(bank)
    for question in bank:
        assert len({option.lower() for option in question.options}) == len(question.options)
        if question.kind == "single":
            assert len(question.options) == 4
            assert question.answer in question.options
    places = Counter(question.key for question in bank if question.kind == "single")
    assert max(places.values()) < 2 * min(places[letter] for letter in "ABCD")


ASKED = [
    # the words of the stem, its right answer
    ("“Đến năm 2030 có trên ……… thôn, bản, tổ dân phố ban hành hương ước", "95%"),
    ("“trên ……… doanh nghiệp tổ chức hội nghị người lao động”", "80%"),
    ("lập dự toán ngân sách hàng năm, gửi ………", "Phòng Tài chính – Kế hoạch huyện"),
]


@pytest.mark.parametrize(("words", "answer"), ASKED)
def test_what_is_asked_is_answered_by_the_text(bank: list[QuizQuestion], words: str, answer: str) -> None:
    assert {question.answer for question in bank if words in question.stem} == {answer}


NEVER = [
    # the words of a stem that none may have, and why
    ("đại biểu ………", "a part of a name"),
    ("………, cấp xã", "one of two levels told at once"),
    ("100% ………", "a share of one body"),
    ("Xét Tờ trình số", "a paper that rules nothing"),
    ("QĐ- TTg", "a number that a space parts"),
    (": Hàng năm, xây dựng kế hoạch hoạt động", "too little to tell"),
    ("tham mưu ……… có các biện pháp, hình thức phổ biến, giáo dục pháp luật", "told by its own words"),
]


@pytest.mark.parametrize(("words", "why"), NEVER)
def test_what_is_no_good_question_is_not_asked(bank: list[QuizQuestion], words: str, why: str) -> None:
    assert not [question.stem for question in bank if words in question.stem], why


def test_one_of_several_told_at_once_is_no_wrong_answer(bank: list[QuizQuestion]) -> None:
    for question in bank:
        if "Ủy ban nhân dân các cấp" in (question.answer, *question.options):
            assert "Ủy ban nhân dân tỉnh" not in question.options, question.stem
        if question.answer.startswith("Các phòng ban chuyên môn"):
            assert not any(one.startswith(("Phòng", "Đài")) for one in question.options), question.stem


def test_a_share_is_asked_among_shares_on_its_side_of_the_others(retriever: HybridRetriever) -> None:
    document = retriever.documents["192-nq-hdnd-dien-bien-2024"]
    drawn = Distractors(Scope([document]), [document], Random(1))
    goals = document.provision("art_1__para_2__point_a")
    annual, final = (fact for fact in values_of(document, [goals]) if fact.kind == "figure")
    assert (annual.answer, final.answer) == ("10%", "70%")
    assert all(int(share.rstrip("%")) < 70 for share in drawn.of(annual))
    assert all(10 < int(share.rstrip("%")) < 100 for share in drawn.of(final))


def test_the_tasks_of_a_body_are_told_from_those_of_others(retriever: HybridRetriever) -> None:
    own = question_bank("Phòng Tư pháp làm gì", retriever, Filters(documents=("kh-ubnd-hon-quan-2024",)))
    others = [one for one in own if one.stem.endswith("KHÔNG được giao cho Phòng Tư pháp?")]
    assert others
    for question in others:
        assert not question.citation.eid.startswith("sec_III__para_2")
        assert "nằm trong" in question.explanation


def test_a_printed_paper_does_not_answer_itself(bank: list[QuizQuestion]) -> None:
    asked = one_of_a_clause(bank)
    assert len({question.fact for question in bank}) == len(asked) < len(bank)
    assert asked[0] == bank[0]


def test_a_topic_is_asked_about_from_its_evidence(retriever: HybridRetriever) -> None:
    own = question_bank("Mục tiêu thực hiện dân chủ ở cơ sở của tỉnh Điện Biên", retriever)
    assert len(own) >= 20
    assert {question.citation.eid.split("__point")[0] for question in own} == {"art_1__para_2"}


def test_a_topic_is_not_asked_about_by_its_legal_bases_where_it_has_rules(retriever: HybridRetriever) -> None:
    own = question_bank("Mục tiêu thực hiện dân chủ ở cơ sở của tỉnh Điện Biên", retriever)
    only = Filters(documents=("192-nq-hdnd-dien-bien-2024",))
    whole = question_bank(None, retriever, only)
    beside = question_bank(
        "Mục tiêu thực hiện dân chủ ở cơ sở của tỉnh Điện Biên",
        retriever,
        beside=[question.citation for question in whole],
    )
    assert {question.citation.eid for question in own} < {question.citation.eid for question in beside}
    assert "Căn cứ Luật" in "".join(question.stem for question in whole)
    assert "Căn cứ Luật" not in "".join(question.stem for question in beside)


def test_a_share_of_people_without_what_they_shall_do_is_no_statement(bank: list[QuizQuestion]) -> None:
    assert not any(
        question.citation.quote.endswith("thực thi pháp luật về thực hiện dân chủ ở cơ sở")
        for question in bank
    )


def test_a_topic_that_no_text_answers_has_no_questions(retriever: HybridRetriever) -> None:
    assert question_bank("Giá vé xem bóng đá ở Brazil", retriever) == []


def test_the_seed_decides(retriever: HybridRetriever) -> None:
    only = Filters(documents=("192-nq-hdnd-dien-bien-2024",))
    first, again, other = (question_bank(None, retriever, only, seed=seed) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_the_papers_of_a_contest_differ_and_none_answers_itself(bank: list[QuizQuestion]) -> None:
    papers = [contest_paper(bank, code, seed=5) for code in (101, 102, 103, 104)]
    assert papers == [contest_paper(bank, code, seed=5) for code in (101, 102, 103, 104)]
    assert len({paper.questions for paper in papers}) == 4
    for paper in papers:
        assert len({question.fact for question in paper.questions}) == len(paper.questions) == 20
    assert papers[0] != contest_paper(bank, 101, seed=6)


def test_a_small_bank_gives_a_paper_of_all_its_clauses(bank: list[QuizQuestion]) -> None:
    asked = contest_paper(bank[:3], 101).questions
    assert {question.fact for question in asked} == {question.fact for question in bank[:3]}


def test_the_workbook_has_filters_and_a_frozen_heading(bank: list[QuizQuestion]) -> None:
    sheet = load_workbook(BytesIO(to_xlsx(bank))).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{len(bank) + 1}"
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in rows] == [question.stem for question in bank]
    assert [row[7] for row in rows] == [question.key for question in bank]


def test_moodle_reads_the_questions_back(bank: list[QuizQuestion], monkeypatch: pytest.MonkeyPatch) -> None:
    # The Markdown that the parser pins imports this module of old setuptools, and uses it only to render.
    monkeypatch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pygiftparser import parser  # noqa: PLC0415

    options = ("=5%", "~6\\%", "#7%", "{8}:9")
    hard = replace(bank[0], kind="single", stem="Tỷ lệ {a=b} ~ 5# là: ?", options=options, answer="=5%")
    parsed = parser.parseFile(StringIO(to_gift([*bank, hard])))
    assert len(parsed) == len(bank) + 1
    assert all(question.valid for question in parsed)
    for question, read in zip([*bank, hard], parsed, strict=True):
        if question.kind == "true_false":
            assert read.answers.answer == (question.answer == "Đúng")
        else:
            right = [one.answer for one in read.answers.answers if one.fraction == 100]
            assert [_plain(one) for one in right] == [question.answer]
            assert len(read.answers.answers) == max(1, len(question.options))


def _plain(text: str) -> str:
    for mark in "~=#{}:\\":
        text = text.replace(f"\\{mark}", mark)
    return text.strip()


def test_the_paper_is_laid_out_as_official_ones_with_its_key_on_a_page_of_its_own(
    bank: list[QuizQuestion],
) -> None:
    paper: Any = docx.Document(BytesIO(to_docx(bank[:20], "hương ước")))
    section, font = paper.sections[0], paper.styles["Normal"].font
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (font.name, font.size) == ("Times New Roman", Pt(13))
    asked, key = "\n".join(line.text for line in paper.paragraphs).split("ĐÁP ÁN\nChủ đề: hương ước")
    assert 'w:br w:type="page"' in paper.element.xml
    for number, question in enumerate(bank[:20], 1):
        assert f"Câu {number}. {question.stem}" in asked
        assert f"Câu {number}: {question.key}. {question.explanation}" in key


def test_a_paper_of_a_contest_has_its_code_and_no_key(bank: list[QuizQuestion]) -> None:
    paper: Any = docx.Document(BytesIO(paper_docx(contest_paper(bank, 103), "hương ước")))
    said = "\n".join(line.text for line in paper.paragraphs)
    assert "Mã đề: 103" in said
    assert "ĐÁP ÁN" not in said
