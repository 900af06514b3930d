"""Numbers checked against their sequences: mended, found where their sign is lost, or reported."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Repair, Span, Unit
from ingest.labels import find_breaks
from ingest.lines import line_spans
from ingest.marker import Marker, find_faint_number
from ingest.node import Node


def check_labels(text: str, root: Node, nodes: list[Node]) -> tuple[list[Repair], list[str]]:
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
                before = f"đứng sau {siblings[broken.at - 1].name}" if broken.at else "mở đầu"
                warnings.append(f"{node.name} {before}: thứ tự nhãn bị ngắt.")
    return list(repairs.values()), warnings


def _mend(text: str, node: Node, label: str) -> Repair:
    """Give a node its right label; the repair shows the number as printed, and as it should be."""
    end = node.start + node.marker.length
    printed = text[node.start : end].rstrip()
    wrong = printed[0] if node.marker.unit == "diem" else node.marker.label
    right = label.join(printed.rsplit(wrong, 1))
    node.marker = replace(node.marker, label=label)
    return Repair("label", printed, right, (node.start, node.start + len(printed)))


def faint_numbers(text: str, root: Node, nodes: list[Node]) -> Iterator[tuple[int, Marker]]:
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


def faint_repair(text: str, start: int, marker: Marker) -> Repair:
    """Return the repair that gives such a number the sign that its print has lost."""
    end = start + marker.length
    printed, sign = text[start:end].rstrip(), ")" if marker.unit == "diem" else "."
    return Repair("number", printed, f"{printed}{sign}", (start, end))


def _sequences(root: Node, nodes: list[Node]) -> Iterator[list[Node]]:
    """Yield the nodes that are numbered together, in print order.

    Those are the children of one unit under one parent; but articles, and chapters that do not begin
    anew in each part, run through the whole act, and through each attached one.
    """
    running: dict[tuple[Unit, int], list[list[Node]]] = {}
    for parent in (root, *nodes):
        by_unit: dict[Unit, list[Node]] = {}
        for child in parent.children:
            unit = child.marker.unit
            if unit in ("dieu", "chuong"):
                sequences = running.setdefault((unit, id(child.attachment)), [[]])
                if unit == "chuong" and child.marker.label in ("I", "1"):
                    sequences.append([])
                sequences[-1].append(child)
            elif child.marker.label or child.marker.unit == "gach":
                by_unit.setdefault(unit, []).append(child)
        yield from by_unit.values()
    yield from (sequence for sequences in running.values() for sequence in sequences if sequence)
