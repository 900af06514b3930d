"""A kit's folder: all of its files, or none."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from index import HybridRetriever
from materials.comparison_word import comparison_docx
from materials.kit.duty_table import duty_docx
from materials.kit.errors import FolderTaken
from materials.kit.handout import handout
from materials.kit.lesson import Audience, Lesson, lesson
from materials.kit.lesson_plan import lesson_plan
from materials.kit.pdf import as_pdf
from materials.kit.review_sheet import review_sheet
from materials.kit.slides import slides
from materials.kit.sources import Sources
from materials.quiz import QuizQuestion, to_docx, to_gift, to_xlsx
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


def _paper(bank: Sequence[QuizQuestion]) -> bytes:
    """Print the questions but the false statements, which a checker of the kit must call wrong."""
    return to_docx([one for one in bank if one.kind != "true_false"])


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
    Part("de-kiem-tra.docx", "Đề kiểm tra và đáp án (Word)", _questions(_paper)),
    Part("phieu-kiem-tra.docx", "Phiếu kiểm tra từng trích dẫn (Word)", lambda of: review_sheet(of.lesson)),
)
PDF = Part("tai-lieu-phat-tay.pdf", "Tài liệu phát tay (PDF)", lambda of: as_pdf(handout(of.lesson)))
"""Slow, and only where LibreOffice is installed."""

ALL_PARTS = (*PARTS, PDF)


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit as written: its folder, its files in the order made, and what they teach."""

    folder: Path
    files: tuple[str, ...]
    lesson: Lesson


def build_kit(  # noqa: PLR0913 (what a kit is made from, where, and how)
    topic: str,
    audience: Audience,
    place: str | None,
    retriever: HybridRetriever,
    out: Path,
    *,
    force: bool = False,
    parts: Sequence[Part] = ALL_PARTS,
    progress: Callable[[str, float], None] = lambda _message, _share: None,
) -> Kit:
    """Write the training kit of a topic into a folder; every statement is a checked, cited quotation.

    Args:
        topic: as "giám sát đầu tư của cộng đồng", at most `LONGEST_TOPIC` characters.
        audience: one of `audiences()`.
        place: a place whose texts alone are used; None for all.
        retriever: an open index.
        out: the folder to make; one that exists must be empty, or `force` given and nothing else in it.
        force: whether to replace an earlier kit.
        parts: the files to make.
        progress: called with what is made and the share done, 0 to 1.

    Raises:
        KitProblem: the topic is none, no text answers it, or the folder is taken; the folder is unchanged.
        OSError: the folder cannot be written.

    """
    _check_free(out, force=force)
    progress("Hỏi kho văn bản", 0.0)
    sources = Sources(lesson(topic, audience, place, retriever), retriever)
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        written = []
        for done, part in enumerate(parts, start=1):
            progress(f"Soạn: {part.name}", done / (len(parts) + 1))
            if (made := part.write(sources)) is not None:
                (scratch / part.file).write_bytes(made)
                written.append(part.file)
        scratch.chmod(0o755)
        _swap(scratch, out)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    progress("Xong", 1.0)
    return Kit(out, tuple(written), sources.lesson)


def _check_free(out: Path, *, force: bool) -> None:
    """Raise FolderTaken unless a kit may be written there: a person's own files are never replaced."""
    if not out.exists():
        return
    held = [out.name] if not out.is_dir() else sorted(one.name for one in out.iterdir())
    foreign = next((name for name in held if name not in {part.file for part in ALL_PARTS}), None)
    if foreign or (held and not force):
        raise FolderTaken(out, foreign=foreign if force else None)


def _swap(made: Path, out: Path) -> None:
    """Put a folder in the place of another, which is put back if that fails."""
    old = made.with_name(f"{made.name}-old")
    if out.exists():
        out.rename(old)
    try:
        made.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
