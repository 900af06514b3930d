"""ke-hoach-bai-giang.docx: the lesson plan, laid out as an official document."""

from docx.document import Document as Word

from ingest.citation import capitalized, document_label
from materials.kit.lesson import Lesson, Section
from materials.official_document import (
    heading,
    letterhead,
    official_document,
    paragraph,
    table,
    title,
)
from materials.word import to_bytes

_OPENING, _CLOSING = 5, 10
"""Minutes besides those of the sections."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def lesson_plan(lesson: Lesson) -> bytes:
    """Return the lesson plan: aims, times, rules with citations, questions, cases, closing check, sources."""
    document = official_document(f"Kế hoạch bài giảng: {lesson.topic}")
    letterhead(document, "CƠ QUAN, ĐƠN VỊ\n…………………………")
    title(document, "KẾ HOẠCH BÀI GIẢNG", f"Chủ đề: {lesson.topic}")
    parts = (_aims, _outline, _rules, _cases, _closing_check, _sources)
    for number, part in zip(_ROMAN, parts, strict=False):
        part(document, lesson, number)
    return to_bytes(document)


def _aims(document: Word, lesson: Lesson, number: str) -> None:
    heading(document, f"{number}. MỤC TIÊU, ĐỐI TƯỢNG")
    where = f"; phạm vi: {lesson.place}" if lesson.place else "; phạm vi: các văn bản trong kho"
    paragraph(document, f"{lesson.audience.name}{where}.", lead="Đối tượng: ")
    paragraph(document, "Sau buổi học, người học:", lead="Mục tiêu: ")
    for section in lesson.sections:
        paragraph(document, f"- {section.aspect.aim}")


def _outline(document: Word, lesson: Lesson, number: str) -> None:
    total = _OPENING + _CLOSING + sum(section.aspect.minutes for section in lesson.sections)
    heading(document, f"{number}. TIẾN TRÌNH ({total} PHÚT)")
    rows = [("Mở đầu: giới thiệu chủ đề, mục tiêu, tài liệu", "Thuyết trình", _OPENING)]
    rows += [
        (f"{at}. {section.aspect.title}", "Đọc quy định, giải thích, thảo luận", section.aspect.minutes)
        for at, section in enumerate(lesson.sections, start=1)
    ]
    rows += [("Tình huống, kiểm tra cuối bài", "Làm bài, chữa bài", _CLOSING)]
    spent, printed = 0, []
    for name, method, minutes in rows:
        printed.append((f"{spent} – {spent + minutes}", name, method, f"{minutes} phút"))
        spent += minutes
    table(document, ("Từ – đến phút", "Nội dung", "Cách làm", "Thời gian"), printed, (28, 66, 42, 24))


def _rules(document: Word, lesson: Lesson, number: str) -> None:
    heading(document, f"{number}. NỘI DUNG VÀ CÂU HỎI THẢO LUẬN").paragraph_format.space_before = 150_000
    for at, section in enumerate(lesson.sections, start=1):
        heading(document, f"{at}. {section.aspect.title} ({section.aspect.minutes} phút)", 2)
        for point in section.points:
            lead = f"[{point.citation.n}] {capitalized(point.citation.label)}: "
            paragraph(document, f"“{point.words}”", lead=lead)
        paragraph(document, section.aspect.discuss, lead="Câu hỏi thảo luận: ", italic=True)


def _cases(document: Word, lesson: Lesson, number: str) -> None:
    heading(document, f"{number}. TÌNH HUỐNG")
    for at, section in enumerate(lesson.sections, start=1):
        point = section.points[0]
        lead = paragraph(document, section.aspect.case, lead=f"Tình huống {at}. ")
        lead.paragraph_format.keep_with_next = True
        paragraph(document, f"{capitalized(point.citation.label)}: “{point.words}”", lead="Quy định: ")


def _closing_check(document: Word, lesson: Lesson, number: str) -> None:
    heading(document, f"{number}. KIỂM TRA CUỐI BÀI")
    for at, section in enumerate(lesson.sections, start=1):
        paragraph(document, f"{section.aspect.check} {_key(section)}", lead=f"Câu {at}. ")


def _key(section: Section) -> str:
    marks = ", ".join(f"[{point.citation.n}]" for point in section.points)
    return f"(Đáp án: đối chiếu {marks}.)"


def _sources(document: Word, lesson: Lesson, number: str) -> None:
    heading(document, f"{number}. VĂN BẢN LÀM CĂN CỨ")
    for label in dict.fromkeys(document_label(point.citation.document) for point in lesson.points):
        paragraph(document, f"- {label}.")
    if lesson.warnings:
        heading(document, "Lưu ý khi giảng", 2)
    for warning in lesson.warnings:
        paragraph(document, f"- {warning}")
