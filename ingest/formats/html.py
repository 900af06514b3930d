"""Web pages, and what Word saves as one, as a browser prints them; nothing in them is run or fetched."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from lxml import etree
from lxml.etree import _Element

from ingest.errors import BrokenFile, EmptyFile
from ingest.formats.counters import printed, whole
from ingest.formats.finish import capitals, finish, note_mark
from ingest.formats.table import Row, table_lines
from ingest.formats.text import decode
from ingest.source import Source

_UNSEEN = {
    "head", "script", "style", "template", "noscript", "xml", "object", "iframe", "svg", "select", "button",
    "textarea", "datalist", "rp", "rt", "del",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
"""Takes a style that hides: "display: none"; must not take "display:block"."""

_BORDER = re.compile(r"border(?:-\w+)?\s*:[^;:]*\b(?:solid|double|dashed|dotted)\b", re.IGNORECASE)
"""Takes a style with a line: "border:solid windowtext 1.0pt"; must not take "border:none"."""

_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase|\.vn\w*h\b", re.IGNORECASE)
"""Takes a style or font whose letters are capitals: ".VnTimeH"; must not take ".VnTime"."""

_SMALL = re.compile(r"text-transform\s*:\s*none|font-family\s*:|^\s*\.vn", re.IGNORECASE)
"""Takes a style or font that ends such a one inside it; must not take "color:red"."""

_TO_NOTE = re.compile(r"#_?((?:ftn|edn)\d+)$")
"""Takes the link from a mark to its note, "#_ftn1"; must not take "#_ftnref1"."""

_FROM_NOTE = re.compile(r"#_?(ftn|edn)ref(\d+)$")
"""Takes the link from a note back to its mark, "#_ftnref1"; must not take "#_ftn1"."""

_NOTE_BOX = re.compile(r"(?:ftn|edn)\d+$")
"""Takes the name of a note's block in Word's pages, "ftn1"; must not take "footer"."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
"""Takes what HTML prints as one space, a line's end too; must not take a no-break space."""

_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WIDEST = 64
"""Columns or rows that one cell may span; more is a broken page."""


def read_html(raw: bytes, path: Path) -> Source:
    """Read an `.html` or `.htm` file, whatever coding it declares.

    Raises:
        BinaryFile: the bytes are no text.
        BrokenFile: elements are nested more than 2,000 deep, where the parser gives up.
        EmptyFile: it prints no text.

    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(decode(raw, path).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise EmptyFile(path) from error
    if any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log):
        raise BrokenFile(path, reason="các phần tử lồng nhau quá sâu")
    if root is None:
        raise EmptyFile(path)
    return _Page().read(root, path)


@dataclass(slots=True)
class _Table:
    """A table being read: its rows, and how many rows below each column is still taken by a cell above."""

    bordered: bool
    rows: list[Row] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)

    def add(self, cell: _Element, lines: list[str]) -> None:
        """Put a cell into the last row, behind those that reach down into it."""
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        self.fill(row)
        for column in range(len(row), len(row) + _span(cell, "colspan")):
            self.taken[column] = _span(cell, "rowspan") - 1
            row.append([])
        row[-_span(cell, "colspan")] = lines

    def begin_row(self) -> None:
        """Begin a row; the one before ends with the cells that reach down into it."""
        if self.rows:
            self.fill(self.rows[-1])
        self.rows.append([])

    def fill(self, row: Row) -> None:
        """Put an empty cell wherever a cell above reaches down."""
        while self.taken.get(len(row), 0) > 0:
            self.taken[len(row)] -= 1
            row.append([])


class _Page:
    """One reading of a page, element by element: no depth of nesting is too deep for it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._outer: list[list[str]] = []
        self._buffer: list[str] = []
        self._tables: list[_Table] = []
        self._counts: list[tuple[str, int] | None] = []
        self._in_capitals = [False]
        self._preformatted = 0
        self._marks: list[tuple[str, str]] = []
        self._notes: dict[str, list[str]] = {}
        self._note: str | None = None
        self._note_box: str | None = None

    def read(self, root: _Element, path: Path) -> Source:
        steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped = None
        for event, node in steps:
            if event != "start":
                if event == "end" and node is not skipped:
                    self._end(node)
                self._say(node.tail)
            elif self._unseen(node) or self._mark(node):
                steps.skip_subtree()
                skipped = node
            else:
                self._start(node)
                self._say(node.text)
        self._flush()
        return self._source(path)

    def _unseen(self, node: _Element) -> bool:
        style = node.get("style", "")
        return node.tag in _UNSEEN or node.get("hidden") is not None or _HIDDEN.search(style) is not None

    def _start(self, node: _Element) -> None:
        if node.tag in _BLOCKS:
            self._flush()
        self._in_capitals.append(self._prints_capitals(node))
        if _NOTE_BOX.match(node.get("id", "")):
            self._note = self._note_box = node.get("id")
        step = self._STARTS.get(node.tag)
        if step:
            step(self, node)

    def _end(self, node: _Element) -> None:
        self._in_capitals.pop()
        step = self._ENDS.get(node.tag)
        if step:
            step(self, node)
        if node.tag in _BLOCKS:
            self._flush()
        if self._note_box and node.get("id") == self._note_box:
            self._note = self._note_box = None

    def _say(self, text: str | None) -> None:
        """Print text where the page has come to."""
        if not text:
            return
        lines = text.split("\n") if self._preformatted else [_SPACES.sub(" ", text)]
        for at, line in enumerate(lines):
            if at:
                self._flush()
            self._buffer.append(capitals(line) if self._in_capitals[-1] else line)

    def _flush(self) -> None:
        """End the line; a note's line goes to the note."""
        line = _SPACES.sub(" ", "".join(self._buffer)).strip()
        self._buffer.clear()
        if line and self._note:
            self._notes.setdefault(self._note, []).append(line)
            self._note = self._note_box
        elif line:
            self._lines.append(line)

    def _mark(self, node: _Element) -> bool:
        """Take a link to or from a note for what it is; tell whether it was one."""
        link = node.get("href", "") if node.tag == "a" else ""
        to_note, from_note = _TO_NOTE.match(link), _FROM_NOTE.match(link)
        if to_note:
            self._buffer.append(note_mark(len(self._marks)))
            self._marks.append((to_note[1], "".join(node.itertext()).strip(" []()\n\xa0")))
        elif from_note:
            self._note = from_note[1] + from_note[2]
        return bool(to_note or from_note)

    def _prints_capitals(self, node: _Element) -> bool:
        for said in (node.get("style", ""), node.get("face", "")):
            if _CAPITALS.search(said):
                return True
            if _SMALL.search(said):
                return False
        return self._in_capitals[-1]

    def _begin_table(self, node: _Element) -> None:
        self._flush()
        cells = (cell.get("style", "") for cell in node.iter("table", "td", "th"))
        unlined = "border:none" in node.get("style", "").replace(" ", "")
        plain = unlined or node.get("border", "0") in ("0", "")
        self._tables.append(_Table(bordered=not plain or any(map(_BORDER.search, cells))))

    def _end_table(self, _: _Element) -> None:
        table = self._tables.pop()
        if table.rows:
            table.fill(table.rows[-1])
        self._lines += table_lines(table.rows, bordered=table.bordered)

    def _begin_row(self, _: _Element) -> None:
        if self._tables:
            self._tables[-1].begin_row()

    def _begin_cell(self, _: _Element) -> None:
        self._flush()
        self._outer.append(self._lines)
        self._lines = []

    def _end_cell(self, node: _Element) -> None:
        self._flush()
        lines, self._lines = self._lines, self._outer.pop()
        if self._tables:
            self._tables[-1].add(node, lines)
        else:
            self._lines += lines

    def _begin_list(self, node: _Element) -> None:
        style = _LIST_STYLES.get(node.get("type", ""), "decimal")
        self._counts.append((style, whole(node.get("start"), 1)) if node.tag == "ol" else None)

    def _end_list(self, _: _Element) -> None:
        self._counts.pop()

    def _begin_item(self, node: _Element) -> None:
        """Print an item's number as a browser does, and none in a list that is not numbered."""
        if not self._counts or self._counts[-1] is None:
            return
        style, number = self._counts[-1]
        number = whole(node.get("value"), number)
        self._counts[-1] = (style, number + 1)
        self._buffer.append(f"{printed(number, style)}. ")

    def _begin_pre(self, _: _Element) -> None:
        self._preformatted += 1

    def _end_pre(self, _: _Element) -> None:
        self._flush()
        self._preformatted -= 1

    def _source(self, path: Path) -> Source:
        """Give each mark its note; a mark without one is printed, a note without one stands at the end."""
        text = "\n".join(self._lines)
        notes = []
        for index, (name, label) in enumerate(self._marks):
            if name in self._notes:
                notes.append((label, " ".join(self._notes.pop(name))))
            else:
                text = text.replace(note_mark(index), f"[{label}]")
                notes.append((label, ""))
        notes += [("", " ".join(lines)) for lines in self._notes.values()]
        return finish(text, path, notes)

    _STARTS: ClassVar[dict[str, Callable[["_Page", _Element], None]]] = {
        "table": _begin_table,
        "tr": _begin_row,
        "td": _begin_cell,
        "th": _begin_cell,
        "ol": _begin_list,
        "ul": _begin_list,
        "li": _begin_item,
        "pre": _begin_pre,
    }
    _ENDS: ClassVar[dict[str, Callable[["_Page", _Element], None]]] = {
        "table": _end_table,
        "td": _end_cell,
        "th": _end_cell,
        "ol": _end_list,
        "ul": _end_list,
        "pre": _end_pre,
    }


def _span(cell: _Element, name: str) -> int:
    return min(max(whole(cell.get(name), 1), 1), _WIDEST)
