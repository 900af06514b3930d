"""From the canonical text to the tree of provisions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.accents import slug
from ingest.citation import citation_label
from ingest.closing import attachment, closing_starts
from ingest.document import Provision, Repair, Span, Step, Unit
from ingest.labels import find_breaks
from ingest.lines import line_spans
from ingest.marker import ARTICLE_DEPTH, Marker, find_bare_article, find_faint_number, find_marker
from ingest.quoted import quoted_lines

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

_LAST_OPENING_DEPTH = 10
_SENTENCE_END = (".", ";", ":", ",", "…")
_ENOUGH_TITLES, _STOPPED_SHARE = 5, 0.8
_TITLED: tuple[Unit, ...] = ("phan", "phu_luc", "chuong", "muc", "tieu_muc")


@dataclass(frozen=True, slots=True)
class Structure:
    """The provisions in print order, the labels repaired, and what looks wrong in the print."""

    provisions: tuple[Provision, ...]
    repairs: tuple[Repair, ...]
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """A provision being read: its marker, own lines `[start, end)`, and place in the tree."""

    marker: Marker
    start: int
    end: int
    parent: "_Node | None" = None
    children: "list[_Node]" = field(default_factory=list)
    eid: str = ""
    subtree_end: int = 0


def read_structure(text: str) -> Structure:
    """Read the tree of provisions of a canonical text (one paragraph a line).

    Every line belongs to exactly one provision: to the one its number opens, else to the last opened.
    """
    shown = _read_print(text)
    nodes = _nodes(text, shown, {})
    root = _tree(nodes)
    faint = dict(_faint_numbers(text, root, nodes))
    if faint:
        nodes = _nodes(text, shown, faint)
        root = _tree(nodes)
    repairs, breaks = _check_labels(text, root, nodes)
    repairs += [_faint_repair(text, start, marker) for start, marker in faint.items()]
    warnings = [*breaks, *_name_all(nodes)]
    if all(node.marker.unit in ("phan_dau", "phan_cuoi") for node in nodes):
        warnings.append("Không thấy điều, mục hay khoản nào: văn bản được giữ nguyên thành một khối.")
    titled_with_stop = _titles_end_with_stops(text, nodes)
    provisions = tuple(_provision(text, node, titled_with_stop=titled_with_stop) for node in nodes)
    return Structure(provisions, tuple(repairs), tuple(warnings))


def _nodes(text: str, shown: "_Print", faint: dict[int, Marker]) -> list[_Node]:
    """Cut the text into provisions, flat; a line without a number belongs to the one before.

    `faint` are the numbers, by their line's start, that only the sequence shows to be numbers.
    """
    nodes = [_Node(Marker("phan_dau", "", 0, 0), 0, 0)]
    inside_article = closing = False
    for start, end in line_spans(text):
        line = text[start:end]
        marker = None
        if start not in shown.quoted:
            marker = faint.get(start) or shown.find(line, inside_article=inside_article)
        if start in shown.closings:
            marker, closing = Marker("phan_cuoi", "", 0, 0), True
        elif closing:
            marker = attachment(line, marker)
            closing = marker is None
        if marker is None or (len(nodes) == 1 and not shown.opens(marker)):
            nodes[-1].end = end
            continue
        if marker.depth <= ARTICLE_DEPTH:
            inside_article = marker.unit == "dieu"
        nodes.append(_Node(marker, start, end))
    return nodes if nodes[0].end else nodes[1:]


@dataclass(frozen=True, slots=True)
class _Print:
    """What shows in an act's lines before it is cut, each line by its start.

    `closings` begin a closing part, `quoted` are another act's words. The act is numbered by articles or
    not, with each article's number alone on its line (`bare`) or not.
    """

    closings: frozenset[int]
    quoted: frozenset[int]
    by_articles: bool
    bare: bool

    def find(self, line: str, *, inside_article: bool) -> Marker | None:
        """Return the number that opens a line, or None."""
        bare = find_bare_article(line) if self.bare else None
        return bare or find_marker(line, inside_article=inside_article)

    def opens(self, marker: Marker) -> bool:
        """Tell whether a number may be the first of the act: a list in the header of a law is none."""
        return marker.depth <= (ARTICLE_DEPTH if self.by_articles else _LAST_OPENING_DEPTH)


def _read_print(text: str) -> _Print:
    """Read what an act's lines show; its numbering is that of the lines before its closing part."""
    closings = closing_starts(text)
    closing = min(closings, default=len(text))
    lines = [text[start:end] for start, end in line_spans(text[:closing])]
    dotted = any(
        (marker := find_marker(line, inside_article=False)) and marker.unit == "dieu" for line in lines
    )
    bare = not dotted and any(map(find_bare_article, lines))
    return _Print(frozenset(closings), frozenset(quoted_lines(text)), dotted or bare, bare)


def _tree(nodes: list[_Node]) -> _Node:
    """Give each node its parent and children, and the end of its subtree; return the root above them."""
    root = _Node(Marker("phan_dau", "", -1, 0), 0, 0)
    path = [root]
    for node in nodes:
        while path[-1].marker.depth >= node.marker.depth:
            path.pop()
        node.parent = path[-1] if path[-1] is not root else None
        path[-1].children.append(node)
        for above in (*path, node):
            above.subtree_end = node.end
        if node.marker.unit not in ("phan_dau", "phan_cuoi"):
            path.append(node)
    return root


def _check_labels(text: str, root: _Node, nodes: list[_Node]) -> tuple[list[Repair], list[str]]:
    """Give every node its right label; return what was mended, and what looks wrong in the print."""
    repairs = {
        node.start: _mend(text, node, node.marker.label)
        for node in nodes
        if node.marker.unit == "diem" and node.marker.label != text[node.start]
    }
    warnings: list[str] = []
    for siblings in _sequences(root, nodes):
        if siblings[0].marker.unit == "gach":
            for ordinal, node in enumerate(siblings, start=1):
                node.marker = replace(node.marker, label=str(ordinal))
            continue
        for broken in find_breaks(siblings[0].marker.unit, [node.marker.label for node in siblings]):
            node = siblings[broken.at]
            if broken.mended:
                repairs[node.start] = _mend(text, node, broken.mended)
            else:
                before = f"đứng sau {_name(siblings[broken.at - 1])}" if broken.at else "mở đầu"
                warnings.append(f"{_name(node)} {before}: thứ tự nhãn bị ngắt.")
    return list(repairs.values()), warnings


def _sequences(root: _Node, nodes: list[_Node]) -> Iterator[list[_Node]]:
    """Yield the nodes that are numbered together, in print order.

    Those are the children of one unit under one parent; but articles, and chapters that do not begin
    anew in each part, run through the whole act, and through each attached one.
    """
    running: dict[tuple[Unit, int], list[list[_Node]]] = {}
    for parent in (root, *nodes):
        by_unit: dict[Unit, list[_Node]] = {}
        for child in parent.children:
            unit = child.marker.unit
            if unit in ("dieu", "chuong"):
                sequences = running.setdefault((unit, id(_attachment_of(child))), [[]])
                if unit == "chuong" and child.marker.label in ("I", "1"):
                    sequences.append([])
                sequences[-1].append(child)
            elif child.marker.label or child.marker.unit == "gach":
                by_unit.setdefault(unit, []).append(child)
        yield from by_unit.values()
    yield from (sequence for sequences in running.values() for sequence in sequences if sequence)


def _attachment_of(node: _Node) -> _Node | None:
    above = node.parent
    while above is not None and above.marker.unit != "phu_luc":
        above = above.parent
    return above


def _faint_numbers(text: str, root: _Node, nodes: list[_Node]) -> Iterator[tuple[int, Marker]]:
    """Yield the one line, where a sequence leaves out one label, that begins with that label all the same."""
    for siblings in _sequences(root, nodes):
        unit = siblings[0].marker.unit
        for broken in find_breaks(unit, [node.marker.label for node in siblings]):
            node = siblings[broken.at]
            before = siblings[broken.at - 1] if broken.at else node.parent
            if broken.skips_one and before:
                faint = _faint_lines(text, (before.start, node.start), unit, broken.expected)
                yield from faint if len(faint) == 1 else ()


def _faint_lines(text: str, region: Span, unit: Unit, label: str) -> list[tuple[int, Marker]]:
    lines = ((region[0] + start, region[0] + end) for start, end in line_spans(text[slice(*region)]))
    found = ((start, find_faint_number(text[start:end], unit, label)) for start, end in lines)
    return [(start, marker) for start, marker in found if marker]


def _faint_repair(text: str, start: int, marker: Marker) -> Repair:
    end = start + marker.length
    printed, sign = text[start:end].rstrip(), ")" if marker.unit == "diem" else "."
    return Repair("number", printed, f"{printed}{sign}", (start, end))


def _mend(text: str, node: _Node, label: str) -> Repair:
    """Give a node its right label; the repair shows the number as printed, and as it should be."""
    end = node.start + node.marker.length
    printed = text[node.start : end].rstrip()
    wrong = printed[0] if node.marker.unit == "diem" else node.marker.label
    right = label.join(printed.rsplit(wrong, 1))
    node.marker = replace(node.marker, label=label)
    return Repair("label", printed, right, (node.start, node.start + len(printed)))


def _name_all(nodes: list[_Node]) -> list[str]:
    """Give each node its eid, unique in the act; return a warning for each that stands twice."""
    warnings: list[str] = []
    twins: Counter[str] = Counter()
    used: set[str] = set()
    for node in nodes:
        named = node.eid = _eid(node)
        while node.eid in used:
            twins[named] += 1
            node.eid = f"{named}-{twins[named] + 1}"
        used.add(node.eid)
        if node.eid != named:
            warnings.append(f"{_name(node)} đứng hai lần trong văn bản.")
    return warnings


def _name(node: _Node) -> str:
    return citation_label(_path(node))


def _eid(node: _Node) -> str:
    """Return the Akoma Ntoso eId; an article's leaves out the containers that do not number it."""
    name = _EID_NAMES[node.marker.unit]
    label = node.marker.label
    label = slug(label) if " " in label else label.replace(".", "-")
    own = f"{name}_{label}" if label else name
    parent = _attachment_of(node) if node.marker.unit == "dieu" else node.parent
    return f"{parent.eid}__{own}" if parent else own


def _path(node: _Node) -> tuple[Step, ...]:
    step = Step(node.marker.unit, node.marker.label)
    return (*_path(node.parent), step) if node.parent else (step,)


def _provision(text: str, node: _Node, *, titled_with_stop: bool) -> Provision:
    num_end = node.start + node.marker.length
    heading = _heading(text, node, titled_with_stop=titled_with_stop)
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


def _heading(text: str, node: _Node, *, titled_with_stop: bool) -> Span | None:
    """Return the title on or under the number's line; a sentence, or all there is, is no title."""
    if node.marker.unit in ("gach", "phan_dau", "phan_cuoi"):
        return None
    lines = _own_lines(text, node)
    start, end = lines[0]
    if start == end:
        return _title_below(text, lines[1:]) if node.marker.unit in _TITLED else None
    followed = bool(node.children) or len(lines) > 1
    ended = text[start:end].endswith(_SENTENCE_END)
    stopped = titled_with_stop and node.marker.unit == "dieu" and _is_stopped_title(text[start:end])
    return (start, end) if followed and (not ended or stopped) else None


def _titles_end_with_stops(text: str, nodes: list[_Node]) -> bool:
    """Tell whether an act ends its articles' titles with a full stop, as laws of the 1980s do."""
    titles = [
        text[slice(*_own_lines(text, node)[0])]
        for node in nodes
        if node.marker.unit == "dieu" and (node.children or len(_own_lines(text, node)) > 1)
    ]
    stopped = sum(map(_is_stopped_title, titles))
    return len(titles) >= _ENOUGH_TITLES and stopped >= _STOPPED_SHARE * len(titles)


def _is_stopped_title(line: str) -> bool:
    return line.endswith(".") and ". " not in line


def _own_lines(text: str, node: _Node) -> list[Span]:
    """Return the spans of the node's own lines without their white space, its number left out."""
    start = node.start + node.marker.length
    return [_strip(text, start + first, start + last) for first, last in line_spans(text[start : node.end])]


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
