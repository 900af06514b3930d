"""From the canonical text to the tree of provisions."""

from collections import Counter
from dataclasses import dataclass

from ingest.accents import slug
from ingest.closing import attachment, closing_starts
from ingest.document import Provision, Repair, Span, Unit
from ingest.lines import line_spans
from ingest.marker import ARTICLE_DEPTH, Marker, find_bare_article, find_marker
from ingest.node import Node, tree
from ingest.numbering import check_labels, faint_numbers, faint_repair
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


def read_structure(text: str) -> Structure:
    """Read the tree of provisions of a canonical text (one paragraph a line).

    Every line belongs to exactly one provision: to the one its number opens, else to the last opened.
    """
    shown = _read_print(text)
    nodes = _nodes(text, shown, {})
    root = tree(nodes)
    faint = dict(faint_numbers(text, root, nodes))
    if faint:
        nodes = _nodes(text, shown, faint)
        root = tree(nodes)
    repairs, breaks = check_labels(text, root, nodes)
    repairs += [faint_repair(text, start, marker) for start, marker in faint.items()]
    warnings = [*breaks, *_name_all(nodes)]
    if all(node.marker.unit in ("phan_dau", "phan_cuoi") for node in nodes):
        warnings.append("Không thấy điều, mục hay khoản nào: văn bản được giữ nguyên thành một khối.")
    titled_with_stop = _titles_end_with_stops(text, nodes)
    provisions = tuple(_provision(text, node, titled_with_stop=titled_with_stop) for node in nodes)
    return Structure(provisions, tuple(repairs), tuple(warnings))


def _nodes(text: str, shown: "_Print", faint: dict[int, Marker]) -> list[Node]:
    """Cut the text into provisions, flat; a line without a number belongs to the one before.

    `faint` are the numbers, by their line's start, that only the sequence shows to be numbers.
    """
    nodes = [Node(Marker("phan_dau", "", 0, 0), 0, 0)]
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
        nodes.append(Node(marker, start, end))
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


def _name_all(nodes: list[Node]) -> list[str]:
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
            warnings.append(f"{node.name} đứng hai lần trong văn bản.")
    return warnings


def _eid(node: Node) -> str:
    """Return the Akoma Ntoso eId; an article's leaves out the containers that do not number it."""
    name = _EID_NAMES[node.marker.unit]
    label = node.marker.label
    label = slug(label) if " " in label else label.replace(".", "-")
    own = f"{name}_{label}" if label else name
    parent = node.attachment if node.marker.unit == "dieu" else node.parent
    return f"{parent.eid}__{own}" if parent else own


def _provision(text: str, node: Node, *, titled_with_stop: bool) -> Provision:
    num_end = node.start + node.marker.length
    heading = _heading(text, node, titled_with_stop=titled_with_stop)
    body_start, body_end = _strip(text, heading[1] if heading else num_end, node.end)
    return Provision(
        eid=node.eid,
        path=node.path,
        num=text[node.start : num_end].strip(),
        heading=text[slice(*heading)] if heading else None,
        text=text[body_start:body_end],
        span=(node.start, node.subtree_end),
        text_span=(body_start, body_end),
        parent=node.parent.eid if node.parent else None,
    )


def _heading(text: str, node: Node, *, titled_with_stop: bool) -> Span | None:
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


def _titles_end_with_stops(text: str, nodes: list[Node]) -> bool:
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


def _own_lines(text: str, node: Node) -> list[Span]:
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
