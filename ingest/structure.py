"""From the canonical text to the tree of provisions."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.citation import citation_label
from ingest.document import Provision, Repair, Span, Step, Unit
from ingest.marker import ARTICLE_DEPTH, Marker, find_marker, next_label

_EID_NAMES: dict[Unit, str] = {
    "phan": "part",
    "chuong": "chp",
    "muc": "sec",
    "tieu_muc": "subsec",
    "dieu": "art",
    "khoan": "para",
    "diem": "point",
    "gach": "indent",
    "phu_luc": "att",
    "phan_dau": "preface",
    "phan_cuoi": "conclusions",
}
"""Element abbreviations of the Akoma Ntoso Naming Convention 1.0, section 5."""

_CLOSING = re.compile(
    r"""
    (?:Luật|Pháp\ lệnh|Nghị\ quyết)\ này\ (?:đã\ )?được\ .*\ thông\ qua  # not "Nghị quyết này có hiệu lực"
  | N[ơo]i\ nhận\b                                  # also as misread: "Noi nhận:"
  | \(Có\ .*\ kèm\ theo\)
  | Vậy,\ | Trên\ đây\ là[ ]
  | (?:Chủ\ tịch\ )?(?:UBND|Ủy\ ban\ nhân\ dân)\ [^,;.]*\ yêu\ cầu\ các\ # not "UBND huyện xây dựng"
  | (?:TM|KT|TL|TUQ)\.\ [A-ZĐỦ]                     # "KT. CHỦ TỊCH"; not "TT. HĐND"
  | (?:CHỦ\ TỊCH|PHÓ\ CHỦ\ TỊCH|BỘ\ TRƯỞNG|THỦ\ TƯỚNG|GIÁM\ ĐỐC)(?:\ |$)
    """,
    re.VERBOSE,
)
"""Takes the first line of the closing part: "Nơi nhận:"; see `_closing_starts` for which line that is."""

_ATTACHED = re.compile(r"(?:QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|KẾ HOẠCH|DANH MỤC|DANH SÁCH)(?:\s[^\n]*)?$")
"""Takes the title line of an attached act, "QUY CHẾ"; must not take "Quy chế này"."""

_QUOTE = re.compile("[“”]")
_SENTENCE_END = (".", ";", ":", ",", "…")
_FIRST_LABELS: dict[Unit, str] = {"khoan": "1", "diem": "a"}
_TITLED: tuple[Unit, ...] = ("phan", "phu_luc", "chuong", "muc", "tieu_muc")


@dataclass(frozen=True, slots=True)
class Structure:
    """The provisions in print order, the labels repaired, and what looks wrong in the print."""

    provisions: tuple[Provision, ...]
    repairs: tuple[Repair, ...]
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """A provision being read: its marker, own lines `[start, end)`, parent, and place in the tree."""

    marker: Marker
    start: int
    end: int
    parent: "_Node | None" = None
    last_child: "_Node | None" = None
    children: int = 0
    eid: str = ""
    subtree_end: int = 0


def read_structure(text: str) -> Structure:
    """Read the tree of provisions of a canonical text (one paragraph a line).

    Every line belongs to exactly one provision: to the one its number opens, else to the last opened.
    """
    nodes = _nodes(text)
    repairs: list[Repair] = []
    warnings: list[str] = []
    _grow(nodes, repairs, warnings)
    if all(node.marker.unit in ("phan_dau", "phan_cuoi") for node in nodes):
        warnings.append("Không thấy điều, mục hay khoản nào: văn bản được giữ nguyên thành một khối.")
    provisions = tuple(_provision(text, node) for node in nodes)
    return Structure(provisions, tuple(repairs), tuple(warnings))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _nodes(text: str) -> list[_Node]:
    """Cut the text into provisions, flat; a line without a number belongs to the one before."""
    nodes = [_Node(Marker("phan_dau", "", 0, 0), 0, 0)]
    closings = _closing_starts(text)
    inside_article = closing = False
    for start, end, quoted in _unquoted_lines(text):
        marker = None if quoted else find_marker(text[start:end], inside_article=inside_article)
        if start in closings:
            marker, closing = Marker("phan_cuoi", "", 0, 0), True
        elif closing:
            marker = _attachment(text[start:end], marker)
            closing = marker is None
        begun = len(nodes) > 1
        if marker is None or (not begun and marker.unit in ("gach", "diem")):
            nodes[-1].end = end
            continue
        if marker.depth <= ARTICLE_DEPTH:
            inside_article = marker.unit == "dieu"
        nodes.append(_Node(marker, start, end))
    return nodes if nodes[0].end else nodes[1:]


def _closing_starts(text: str) -> set[int]:
    """Return where the closing part of the act, and of each attachment, starts.

    That is the first closing line with no provision after it but in an attachment: "(Có danh sách kèm
    theo)" at the end of Điều 1 closes nothing.
    """
    starts: set[int] = set()
    first: int | None = None
    numbered = False
    for start, end in _lines(text):
        line = text[start:end]
        marker = find_marker(line, inside_article=False)
        if first is not None and _attachment(line, marker):
            starts.add(first)
            first = None
        elif numbered and first is None and _CLOSING.match(line):
            first = start
        elif marker and marker.unit != "gach":
            first, numbered = None, True
    return starts | ({first} if first is not None else set())


def _attachment(line: str, marker: Marker | None) -> Marker | None:
    """Return the root of an annex or of an act attached after the signature: "PHỤ LỤC", "QUY CHẾ".

    `marker` is the number that opens the line, if any.
    """
    if marker and marker.unit == "phu_luc":
        return marker
    return Marker("phu_luc", "", 0, 0) if _ATTACHED.match(line) else None


def _unquoted_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield each line, and whether it lies inside a quotation “…” that an earlier line opened.

    New articles that an amending act quotes are its clause's words, not its own articles. A quotation
    that is never closed is none.
    """
    closes_at = 0
    for start, end in _lines(text):
        yield start, end, start < closes_at
        if start >= closes_at and text.count("“", start, end) > text.count("”", start, end):
            closes_at = _closing_quote(text, end)


def _closing_quote(text: str, start: int) -> int:
    depth = 1
    for found in _QUOTE.finditer(text, start):
        depth += 1 if found[0] == "“" else -1
        if depth == 0:
            return found.end()
    return start


def _grow(nodes: list[_Node], repairs: list[Repair], warnings: list[str]) -> None:
    """Give each node its parent, its right label, its eid and the end of its subtree."""
    open_nodes: list[_Node] = []
    roots = _Node(Marker("phan_dau", "", -1, 0), 0, 0)
    used: Counter[str] = Counter()
    for node in nodes:
        while open_nodes and open_nodes[-1].marker.depth >= node.marker.depth:
            open_nodes.pop()
        node.parent = open_nodes[-1] if open_nodes else None
        siblings = node.parent or roots
        siblings.children += 1
        _label(node, siblings, repairs, warnings)
        siblings.last_child = node
        node.eid = _eid(node)
        used[node.eid] += 1
        if used[node.eid] > 1:
            warnings.append(f"{_name(node)} đứng hai lần trong văn bản.")
            node.eid += f"-{used[node.eid]}"
        for opened in (*open_nodes, node):
            opened.subtree_end = node.end
        if node.marker.unit not in ("phan_dau", "phan_cuoi"):
            open_nodes.append(node)


def _label(node: _Node, siblings: _Node, repairs: list[Repair], warnings: list[str]) -> None:
    """Give the node its right label: its ordinal where none is printed, "đ" where a second "d)" is.

    Every other break in a sequence is reported, not mended.
    """
    marker, before = node.marker, siblings.last_child
    if not marker.label and marker.unit in ("gach", "phu_luc"):
        follows = before is not None and before.marker.unit == marker.unit
        label = (
            str(int(before.marker.label) + 1) if follows and before and before.marker.label.isdigit() else "1"
        )
        node.marker = replace(marker, label=label)
        return
    sibling = before if before and before.marker.unit == marker.unit else None
    expected = next_label(sibling.marker) if sibling else _FIRST_LABELS.get(marker.unit)
    if sibling and expected == "đ" and marker.label == "d":
        node.marker = replace(marker, label="đ")
        repairs.append(Repair("label", "d)", "đ)", (node.start, node.start + 2)))
    elif expected is not None and marker.label != expected and not _inserted(marker, sibling):
        after = f"đứng sau {_name(sibling)}" if sibling else "mở đầu"
        warnings.append(f"{_name(node)} {after}: thứ tự nhãn bị ngắt.")


def _inserted(marker: Marker, sibling: _Node | None) -> bool:
    """Tell whether a label is that of an inserted provision: "7a" after "7"."""
    return sibling is not None and re.fullmatch(rf"{sibling.marker.label}[a-zđ]", marker.label) is not None


def _name(node: _Node) -> str:
    return citation_label(_path(node))


def _eid(node: _Node) -> str:
    """Return the Akoma Ntoso eId; an article's leaves out the containers that do not number it."""
    name = _EID_NAMES[node.marker.unit]
    own = f"{name}_{node.marker.label.replace('.', '-')}" if node.marker.label else name
    parent = node.parent
    if node.marker.unit == "dieu":
        while parent is not None and parent.marker.unit != "phu_luc":
            parent = parent.parent
    return f"{parent.eid}__{own}" if parent else own


def _path(node: _Node) -> tuple[Step, ...]:
    step = Step(node.marker.unit, node.marker.label)
    return (*_path(node.parent), step) if node.parent else (step,)


def _provision(text: str, node: _Node) -> Provision:
    num_end = node.start + node.marker.length
    heading = _heading(text, node, num_end)
    body_start, body_end = _strip(text, heading[1] if heading else num_end, node.end)
    return Provision(
        eid=node.eid,
        path=_path(node),
        num=text[node.start : num_end].strip(),
        heading=text[slice(*heading)] if heading else None,
        text=text[body_start:body_end],
        span=(node.start, node.subtree_end),
        text_span=(body_start, body_end),
        parent=node.parent.eid if node.parent else None,
    )


def _heading(text: str, node: _Node, num_end: int) -> Span | None:
    """Return the title on or under the number's line; a sentence, or all there is, is no title."""
    if node.marker.unit in ("gach", "phan_dau", "phan_cuoi"):
        return None
    lines = [_strip(text, num_end + start, num_end + end) for start, end in _lines(text[num_end : node.end])]
    start, end = lines[0]
    if start == end:
        return _title_below(text, lines[1:]) if node.marker.unit in _TITLED else None
    followed = node.children > 0 or len(lines) > 1
    return (start, end) if followed and not text[start:end].endswith(_SENTENCE_END) else None


def _title_below(text: str, lines: list[Span]) -> Span | None:
    """Return the first line and the capital lines that go on with it."""
    if not lines:
        return None
    start, end = lines[0]
    for line in lines[1:]:
        if not text[slice(*line)].isupper():
            break
        end = line[1]
    return start, end


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
