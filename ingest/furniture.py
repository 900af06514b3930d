"""What a page carries that is no part of the act: running heads, page numbers, signature stamps, rules.

The official gazette (Công báo) prints "CÔNG BÁO/Số 294/Ngày 31-05-2026" over each page; Decree
30/2020/NĐ-CP, annex I, puts the page number alone on the first line of a page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Span
from ingest.edit import Edit
from ingest.marker import find_marker
from ingest.source import Source

_RUNNING_HEAD = re.compile(r"(?:\d+\s+)?CÔNG BÁO/Số\s.*/Ngày\s+\d{1,2}-\d{1,2}-\d{4}(?:\s+\d+)?")
"""Takes "CÔNG BÁO/Số 294/Ngày 31-05-2026", "120 CÔNG BÁO/Số …"; not "đăng Công báo số 294"."""

_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
"""Takes "120", "- 3 -"; not "120." or "12/2022"."""

_STAMP = re.compile(r"(?:Ký bởi|Người ký):\s.*")
"""Takes the first line of a digital signature, "Ký bởi: Cổng Thông tin điện tử"; not "Người ký văn bản"."""

_STAMP_FIELD = re.compile(r"(?:Email|Cơ quan|Thời gian ký|Ngày ký):\s.*")
"""Takes a following line of one, "Thời gian ký: 28.12.2020"; not "Cơ quan chủ trì"."""

_RULE = re.compile(r"[_\-=─━*]{3,}")
"""Takes "_______", "---"; not "- Như trên"."""

_CONTINUED = re.compile(r"\((?:Xem tiếp|Tiếp)\s+theo\s+Công báo\s+số\s.*\)", re.IGNORECASE)
"""Takes "(Xem tiếp theo Công báo số 1205 + 1206)"; not "(xem Phụ lục)"."""

_NUMBER_AT_EDGE = re.compile(r"^\W*\d+\W*\b|\s*\d+\W*$")
"""Takes the page's number in a running head, "12 Quy chế", "Trang 12"; not "Nghị định 12 về"."""

_ENOUGH_PAGES = 3
"""A line is a running head if it stands at the edge of so many pages, and of more than half of them."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is taken out, and what a person should know of it."""

    edits: tuple[Edit, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line with its words' span, or a page's end, which has no words."""

    words: str
    span: Span


def find_furniture(source: Source) -> Furniture:
    """Return the edits that take page furniture out of a source, in order."""
    lines = list(_lines(source))
    kinds = _kinds(lines)
    edits = tuple(Edit(*lines[at].span, "", kind) for at, kind in sorted(kinds.items()))
    cut = (line.words for at, line in enumerate(lines) if kinds.get(at) == "continued")
    return Furniture(edits, tuple(f"Bản in chưa trọn văn bản: {words}." for words in cut))


def _lines(source: Source) -> Iterator[_Line]:
    """Yield the lines that have words, and an empty one at each page's edge."""
    starts = iter((*source.pages, len(source.text) + 1))
    page = next(starts)
    at = 0
    for line in source.text.split("\n"):
        if at >= page or "\f" in line:
            yield _Line("", (at, at))
        while at >= page:
            page = next(starts)
        words = line.strip()
        if words:
            start = at + line.index(words)
            yield _Line(words, (start, start + len(words)))
        at += len(line) + 1


def _kinds(lines: Sequence[_Line]) -> dict[int, str]:
    kinds = dict(_fixed(lines))
    kinds |= dict.fromkeys(_repeated(lines, kinds), "running_head")
    edges = {at for at, line in enumerate(lines) if not line.words or kinds.get(at) == "running_head"}
    for at in sorted(edges):
        for near in (at - 1, at + 1):
            if 0 <= near < len(lines) and _PAGE_NUMBER.fullmatch(lines[near].words):
                kinds.setdefault(near, "page_number")
    return {at: kind for at, kind in kinds.items() if lines[at].words}


def _fixed(lines: Sequence[_Line]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are furniture by their words alone."""
    in_stamp = False
    for at, line in enumerate(lines):
        in_stamp = bool(_STAMP.fullmatch(line.words) or (in_stamp and _STAMP_FIELD.fullmatch(line.words)))
        if in_stamp:
            yield at, "signature_stamp"
        elif _RUNNING_HEAD.fullmatch(line.words):
            yield at, "running_head"
        elif _RULE.fullmatch(line.words):
            yield at, "rule"
        elif _CONTINUED.fullmatch(line.words):
            yield at, "continued"


def _repeated(lines: Sequence[_Line], known: dict[int, str]) -> Iterator[int]:
    """Yield the first and last lines of pages that most pages share but for the page's number."""
    edges = [at for at, line in enumerate(lines) if not line.words]
    near = [at for edge in edges for at in (edge - 1, edge + 1) if 0 <= at < len(lines) and at not in known]
    words = {at: lines[at].words for at in near if not find_marker(lines[at].words, inside_article=False)}
    shapes = {at: shape for at, printed in words.items() if (shape := _NUMBER_AT_EDGE.sub("", printed))}
    pages = Counter(shapes.values())
    enough = max(_ENOUGH_PAGES, len(edges) // 2 + 1)
    return (at for at, shape in shapes.items() if pages[shape] >= enough)
