"""Word documents (.docx, ECMA-376) as Word prints them: automatic numbers, capitals, no hidden text."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from ingest.errors import BrokenFile, TooLarge
from ingest.formats.counters import printed, whole
from ingest.formats.finish import capitals, finish, note_mark
from ingest.formats.table import Row, table_lines
from ingest.formats.word_numbering import Numbering
from ingest.formats.word_styles import Styles, W, is_on, properties, value
from ingest.source import Source

_MAIN = "officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the same elements in files that are saved as "Strict Open XML"."""

_MEBIBYTE = 2**20
_LARGEST_PART = 64 * _MEBIBYTE
"""Bytes of XML; an act of 150 pages has one or two million."""

_WIDEST = 64
"""Columns that one cell may span; Word itself has 63."""

_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What `zipfile` raises at an archive that is cut, altered or locked."""

_SIGNS = {
    f"{W}{name}": sign
    for name, sign in {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}.items()
}
"""Elements that print one sign."""

_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0A8": "☐", "F06F": "☐", "F0FE": "☑", "F0FD": "☒", "F0E0": "→"}
"""Signs of the fonts Symbol and Wingdings that forms use; others are ornaments."""

_UNSEEN = {
    f"{W}{name}"
    for name in ("pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "rt", "rubyPr")
}
_REMOVED = (f"{W}del", f"{W}moveFrom")
_ADDED = (f"{W}ins", f"{W}moveTo")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_TRACKED = "Tệp còn sửa đổi chưa chấp nhận: phần chèn được giữ, phần xóa bị bỏ; hãy chốt bản cuối trong Word."
_EMBEDDED = "Tệp có đối tượng nhúng không đọc được: hãy mở từng đối tượng và lưu thành tệp riêng."


def read_docx(raw: bytes, path: Path) -> Source:
    """Read a `.docx` file.

    Raises:
        BrokenFile: it is no Word document, is cut short, or declares entities.
        TooLarge: a part unfolds to more than 64 MiB.
        EmptyFile: it has no text.

    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _BAD_ARCHIVE as error:
        raise BrokenFile(path, reason="tệp nén không mở được") from error
    try:
        with archive:
            return _Reader(_Package(archive, path)).read()
    except (etree.XMLSyntaxError, RecursionError) as error:
        raise BrokenFile(path, reason="nội dung XML sai") from error


class _Package:
    """The parts of a document by what they are to it."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self.path = path
        self._archive = archive
        main = self._targets("", "").get(_MAIN, "word/document.xml")
        self._names = {**self._targets(*posixpath.split(main)), _MAIN: main}

    def part(self, kind: str) -> _Element | None:
        """Return the root of a part ("styles", "footnotes"), None where there is none."""
        name = self._names.get(kind)
        return None if name is None else self._parse(name)

    def main(self) -> _Element:
        root = self.part(_MAIN)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise BrokenFile(self.path, reason="thiếu phần nội dung của Word")
        return body

    def _targets(self, folder: str, name: str) -> dict[str, str]:
        """Return what a part refers to, by the last word of the relation's type."""
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        relations = [] if root is None else root.iterchildren("{*}Relationship")
        return {
            relation.get("Type", "").rpartition("/")[2]: posixpath.normpath(
                posixpath.join("/", folder, relation.get("Target", ""))
            ).lstrip("/")
            for relation in relations
            if relation.get("TargetMode") != "External"
        }

    def _parse(self, name: str) -> _Element | None:
        if name not in self._archive.namelist():
            return None
        try:
            with self._archive.open(name) as part:
                xml = part.read(_LARGEST_PART + 1)
        except _BAD_ARCHIVE as error:
            raise BrokenFile(self.path, reason=f"phần “{name}” trong tệp nén bị hỏng") from error
        if len(xml) > _LARGEST_PART:
            raise TooLarge(self.path, what=f"phần “{name}”", limit=f"{_LARGEST_PART // _MEBIBYTE} MB")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(xml.replace(_STRICT, W[1:-1].encode()), parser)
        if root.getroottree().docinfo.doctype:
            raise BrokenFile(self.path, reason=f"phần “{name}” khai báo thực thể")
        return root


class _Reader:
    """One reading of a document: what has been counted, noted and found on the way."""

    def __init__(self, package: _Package) -> None:
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._settings = package.part("settings")
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[str] = []
        self._begun = ""
        self._warnings: dict[str, None] = {}
        self._leaves: dict[str, Callable[[_Element], str]] = {
            f"{W}t": lambda leaf: " ".join((leaf.text or "").splitlines()),
            _MATH_TEXT: lambda leaf: leaf.text or "",
            f"{W}sym": lambda leaf: _SYMBOLS.get((value(leaf, "char") or "").upper(), ""),
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{W}txbxContent": self._box,
        }
        self._note_parts = {
            "footnote": _by_id(package.part("footnotes")),
            "endnote": _by_id(package.part("endnotes")),
        }
        self._note_counts = {"footnote": 0, "endnote": 0}

    def read(self) -> Source:
        lines = [line.strip() for line in (*self._lines(self._package.main()), self._begun)]
        text = "\n".join(line for line in lines if line)
        return finish(text, self._package.path, self._notes, tuple(self._warnings))

    def _lines(self, container: _Element) -> Iterator[str]:
        """Yield the lines of a body, a cell, a note or a text box."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from table_lines(list(self._rows(child)), bordered=self._bordered(child))
            elif not self._skipped(child):
                yield from self._lines(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[str]:
        """Yield a paragraph's lines; one whose end was deleted goes on with the next paragraph."""
        style = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._styles.default
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        words = self._inline(paragraph, style)
        ends = mark is None or all(mark.find(f"{W}{name}") is None for name in ("del", "moveFrom"))
        hidden = mark is not None and is_on(mark.find(f"{W}vanish"))
        if words.strip() or (ends and not hidden):
            words = self._numbering.number(paragraph, style) + words
        self._begun += words
        boxes, self._boxes = self._boxes, []
        if ends:
            words, self._begun = self._begun, ""
            yield from words.split("\n")
        yield from boxes

    def _inline(self, node: _Element, style: str | None) -> str:
        """Return the words in a paragraph, a link, a field; a run's as its properties print them."""
        pieces = []
        for child in node:
            leaf = self._leaves.get(child.tag)
            if leaf is not None:
                pieces.append(leaf(child))
            elif child.tag in _SIGNS:
                pieces.append(_SIGNS[child.tag])
            elif child.tag == f"{W}r":
                pieces.append(self._run(child, style))
            elif not self._skipped(child):
                pieces.append(self._inline(child, style))
        return "".join(pieces)

    def _run(self, run: _Element, style: str | None) -> str:
        own = properties(run)
        if is_on(self._styles.of_run(own, style, "vanish")):
            return ""
        custom = run.find(f"*[@{W}customMarkFollows]")
        if custom is not None:
            return self._note(custom, "".join(leaf.text or "" for leaf in run.iterfind(f"{W}t")))
        words = self._inline(run, style)
        font = value(self._styles.of_run(own, style, "rFonts"), "ascii") or ""
        in_capitals = font.lower().startswith(".vn") and font.lower().endswith("h")
        return capitals(words) if in_capitals or is_on(self._styles.of_run(own, style, "caps")) else words

    def _skipped(self, node: _Element) -> bool:
        """Tell whether nothing in an element is printed; tell the reader of what must be checked."""
        if node.tag in _REMOVED or node.tag in _ADDED:
            self._warnings[_TRACKED] = None
        if node.tag == f"{W}object":
            self._warnings[_EMBEDDED] = None
        return not isinstance(node.tag, str) or node.tag in (*_REMOVED, _FALLBACK) or node.tag in _UNSEEN

    def _note(self, reference: _Element, label: str = "") -> str:
        """Take in the note that a mark refers to; its label is the mark as printed, counted if not given."""
        kind = etree.QName(reference).localname.removesuffix("Reference")
        note = self._note_parts[kind].get(value(reference, "id") or "")
        if note is None:
            return ""
        if not label:
            self._note_counts[kind] += 1
            label = printed(self._note_counts[kind], self._note_style(kind))
        index = len(self._notes)
        self._notes.append((label, ""))
        self._notes[index] = (label, " ".join(line.strip() for line in self._lines(note)).strip())
        return note_mark(index)

    def _note_style(self, kind: str) -> str:
        default = "decimal" if kind == "footnote" else "lowerRoman"
        if self._settings is None:
            return default
        return value(self._settings.find(f"{W}{kind}Pr/{W}numFmt")) or default

    def _box(self, box: _Element) -> str:
        """Keep the lines of a text box until the paragraph that it hangs on has ended."""
        begun, self._begun = self._begun, ""
        self._boxes += list(self._lines(box))
        self._begun = begun
        return ""

    def _rows(self, table: _Element) -> Iterator[Row]:
        for row in table.iterfind(f".//{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is table:
                yield [lines for cell in self._cells(row) for lines in cell]

    def _cells(self, row: _Element) -> Iterator[Row]:
        """Yield each cell's lines, and an empty cell for every further column that it spans."""
        for cell in row.iterfind(f".//{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is row:
                span = whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
                lines = [line.strip() for line in self._lines(cell)]
                empty: Row = [[] for _ in range(min(span, _WIDEST) - 1)]
                yield [[line for line in lines if line], *empty]

    def _bordered(self, table: _Element) -> bool:
        borders = table.find(f"{W}tblPr/{W}tblBorders")
        if borders is None:
            style = value(table.find(f"{W}tblPr/{W}tblStyle"))
            borders = self._styles.find(style, "tblPr/tblBorders")
        of_cells = table.findall(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders/*")
        lines = [*of_cells, *([] if borders is None else borders)]
        return any(value(line) not in ("nil", "none") for line in lines)


def _by_id(root: _Element | None) -> dict[str | None, _Element]:
    return {} if root is None else {value(note, "id"): note for note in root}
