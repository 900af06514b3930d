"""A provision while it is read: its number, its lines, and its place in the tree."""

from dataclasses import dataclass, field

from ingest.citation import citation_label
from ingest.document import Step
from ingest.marker import Marker


@dataclass(slots=True)
class Node:
    """A provision being read: its marker, own lines `[start, end)`, and place in the tree."""

    marker: Marker
    start: int
    end: int
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)
    eid: str = ""
    subtree_end: int = 0

    @property
    def path(self) -> tuple[Step, ...]:
        """The steps from the outermost provision to this one."""
        step = Step(self.marker.unit, self.marker.label)
        return (*self.parent.path, step) if self.parent else (step,)

    @property
    def name(self) -> str:
        """The provision as it is cited: "điểm a khoản 3 Điều 1"."""
        return citation_label(self.path)

    @property
    def attachment(self) -> "Node | None":
        """The attached act that the provision stands in, or None."""
        above = self.parent
        while above is not None and above.marker.unit != "phu_luc":
            above = above.parent
        return above


def tree(nodes: list[Node]) -> Node:
    """Give each node its parent and children, and the end of its subtree; return the root above them."""
    root = Node(Marker("phan_dau", "", -1, 0), 0, 0)
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
