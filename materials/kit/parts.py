"""The files of a kit, and how each is made."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from materials.comparison_word import comparison_docx
from materials.kit.duty_table import duty_docx
from materials.kit.errors import NoQuestions
from materials.kit.handout import handout
from materials.kit.lesson_plan import lesson_plan
from materials.kit.pdf import as_pdf
from materials.kit.review_sheet import review_sheet
from materials.kit.slides import slides
from materials.kit.sources import Sources
from materials.quiz import (
    FIRST_CODE,
    Paper,
    QuizQuestion,
    contest_paper,
    key_docx,
    one_of_a_clause,
    paper_docx,
    to_docx,
    to_gift,
    to_xlsx,
)
from materials.sheets import comparison_sheet, duty_sheet


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a kit: its name, what a person calls it, and how it is made.

    `write` returns the file's bytes, or None where the topic has nothing for it.
    """

    file: str
    name: str
    write: Callable[[Sources], bytes | None]


def _comparison(of: Sources) -> bytes | None:
    return comparison_sheet(of.lesson.topic, of.compared) if of.compared else None


def _comparison_docx(of: Sources) -> bytes | None:
    return comparison_docx(of.lesson.topic, of.compared) if of.compared else None


def _duties(of: Sources) -> bytes | None:
    return duty_sheet(of.duties, of.targets) if of.duties or of.targets else None


def _duties_docx(of: Sources) -> bytes | None:
    return duty_docx(of.lesson.topic, of.duties, of.targets) if of.duties or of.targets else None


def _questions(write: Callable[[Sequence[QuizQuestion]], bytes]) -> Callable[[Sources], bytes | None]:
    return lambda of: write(of.questions) if of.questions else None


def _questions_docx(of: Sources) -> bytes | None:
    return to_docx(one_of_a_clause(of.questions), of.lesson.topic) if of.questions else None


PARTS = (
    Part("ke-hoach-bai-giang.docx", "Kế hoạch bài giảng (Word)", lambda of: lesson_plan(of.lesson)),
    Part("slide.pptx", "Bài trình chiếu (PowerPoint)", lambda of: slides(of.lesson, of.targets)),
    Part("tai-lieu-phat-tay.docx", "Tài liệu phát tay (Word)", lambda of: handout(of.lesson)),
    Part("bang-so-sanh.xlsx", "Bảng so sánh giữa các địa phương (Excel)", _comparison),
    Part("bang-so-sanh.docx", "Bảng so sánh giữa các địa phương (Word)", _comparison_docx),
    Part("bang-nhiem-vu-chi-tieu.xlsx", "Bảng nhiệm vụ, chỉ tiêu (Excel)", _duties),
    Part("bang-nhiem-vu-chi-tieu.docx", "Bảng nhiệm vụ, chỉ tiêu (Word)", _duties_docx),
    Part("cau-hoi.xlsx", "Câu hỏi (Excel)", _questions(to_xlsx)),
    Part("cau-hoi.gift", "Câu hỏi (Moodle GIFT)", _questions(lambda bank: to_gift(bank).encode())),
    Part("de-kiem-tra.docx", "Đề kiểm tra và đáp án (Word)", _questions_docx),
    Part("phieu-kiem-tra.docx", "Phiếu kiểm tra từng trích dẫn (Word)", lambda of: review_sheet(of.lesson)),
)
PDF = Part("tai-lieu-phat-tay.pdf", "Tài liệu phát tay (PDF)", lambda of: as_pdf(handout(of.lesson)))
"""Slow, and only where LibreOffice is installed."""

ALL_PARTS = (*PARTS, PDF)

MOST_PAPERS = 50

_OF_A_CONTEST = re.compile(r"(?:de-thi|dap-an)-\d{3}\.docx")
"""Takes "de-thi-101.docx"; not "de-kiem-tra.docx"."""


def paper_parts(papers: int, seed: int) -> tuple[Part, ...]:
    """Return the papers of a contest and the key to each, the same for the same seed."""
    codes = range(FIRST_CODE, FIRST_CODE + papers)
    return tuple(
        Part(f"{file}-{code}.docx", f"{name}, mã đề {code} (Word)", _of_paper(write, code, seed))
        for code in codes
        for file, name, write in (("de-thi", "Đề thi", paper_docx), ("dap-an", "Đáp án", key_docx))
    )


def _of_paper(write: Callable[[Paper, str], bytes], code: int, seed: int) -> Callable[[Sources], bytes]:
    def written(of: Sources) -> bytes:
        if not of.questions:
            raise NoQuestions(of.lesson.topic)
        return write(contest_paper(of.questions, code, seed), of.lesson.topic)

    return written


def is_kit_file(name: str) -> bool:
    """Tell whether a file's name is one that kits give."""
    return name in {part.file for part in ALL_PARTS} or _OF_A_CONTEST.fullmatch(name) is not None
