"""tai-lieu-phat-tay.docx: one or two pages for the audience: rights, duties, publicity, whom to ask."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from docx.document import Document as Word

from ingest.citation import capitalized
from materials.kit.lesson import Lesson, Point
from materials.kit.pieces import pieces
from materials.official_document import heading, official_document, paragraph, title
from materials.word import to_bytes

_OF_A_RULE, _OF_ALL, _OF_A_BOX = 420, 4400, 3
"""Characters of one rule and of all, which fill two pages, and rules in a box."""


@dataclass(frozen=True, slots=True)
class Box:
    """One question of the handout, as audiences.toml has it."""

    title: str
    lead: str
    words: tuple[str, ...]
    unless: tuple[str, ...]


def handout(lesson: Lesson) -> bytes:
    """Return the handout; a box about which no rule was found says so."""
    document = official_document(f"Tài liệu phát tay: {lesson.topic}")
    about = capitalized(lesson.topic)
    title(document, about, f"Tài liệu phát tay cho {lesson.audience.name}")
    found = _boxed(lesson)
    left = _OF_ALL
    for box in _boxes():
        heading(document, box.title.format(you=lesson.audience.you), 2)
        left -= _box(document, box, found[box], left)
    heading(document, "Cần thêm thông tin", 2)
    paragraph(
        document,
        f"{lesson.audience.you} hãy giữ tờ này và nêu đúng điều, khoản khi hỏi người tổ chức tập huấn "
        "hoặc cơ quan đã ban hành văn bản được trích. Lời trong ngoặc kép là nguyên văn của văn bản.",
    )
    return to_bytes(document)


@cache
def _boxes() -> tuple[Box, ...]:
    listed = tomllib.loads(files("materials.kit").joinpath("audiences.toml").read_text("utf-8"))["boxes"]
    return tuple(
        Box(one["title"], one["lead"], tuple(one["words"]), tuple(one.get("unless", ()))) for one in listed
    )


def _box(document: Word, box: Box, points: Sequence[Point], left: int) -> int:
    """Print a box's rules as long as there is room; return the characters printed."""
    printed = 0
    for point in points:
        words = pieces(point.words, _OF_A_RULE)
        cut = f"{words[0]} …" if len(words) > 1 else words[0]
        if printed + len(cut) + len(point.citation.label) > left:
            break
        if not printed:
            paragraph(document, box.lead).paragraph_format.keep_with_next = True
        paragraph(document, f"“{cut}” ({point.citation.label})", lead="- ")
        printed += len(cut) + len(point.citation.label)
    if not printed:
        paragraph(document, "Các văn bản được trích trong bài không nêu riêng điều này cho chủ đề.")
    return printed


def _boxed(lesson: Lesson) -> dict[Box, list[Point]]:
    """Put each rule into the box most of whose words it says; those that name the audience come first."""
    found: dict[Box, list[Point]] = {box: [] for box in _boxes()}
    for point in lesson.points:
        said = {box: 0 if _hits(point.words, box.unless) else _hits(point.words, box.words) for box in found}
        best = max(said, key=lambda box: said[box])
        if said[best]:
            found[best].append(point)
    for points in found.values():
        points.sort(key=lambda point: -_hits(point.words, lesson.audience.words))
        del points[_OF_A_BOX:]
    return found


def _hits(words: str, wanted: Sequence[str]) -> int:
    lowered = words.lower()
    return sum(one in lowered for one in wanted)
