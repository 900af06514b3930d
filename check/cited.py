"""The references of a text: each provision or act named, with the act and path that it means."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from check.acts import NamedAct, named_acts
from check.typed import as_printed
from ingest import Span
from ingest.marker import find_marker
from ingest.references.acts import KIND_ANY_CASE
from ingest.references.place import Path, outside
from ingest.references.scan import HEAD, TO_ACT, flowing
from ingest.references.steps import THIS, Item, chains_at, paths, rank, step

_INWARDS = re.compile(r",? ?")
"""Takes what stands between "Điều 3" and "khoản 2" where they are said from the outside in; not " và "."""

_TOGETHER = re.compile(r"(?:,|;)?(?: (?:và|hoặc|với|cùng))? (?:với )?")
"""Takes what stands between two acts named in one breath: " và ", ", "; not ". "."""

_GOES_ON = re.compile(rf", |{TO_ACT.pattern}(?:[Dd]ự thảo )?(?:{KIND_ANY_CASE})(?!\w)")
"""Takes what follows a reference that begins a line, ", khoản", " Nghị quyết"; not ". Phạm vi"."""

_OPENING = 6
"""Characters of a mark of heading or quotation before a line's first word."""

_NUMBERED_THROUGHOUT = ("phan", "phu_luc", "chuong", "dieu")


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference of a text.

    `act` is None where it is not sure which one is meant. `group` is the same for the references of one list.
    """

    span: Span
    act: NamedAct | None
    path: Path
    through: Path
    group: int


@dataclass(slots=True)
class _Printed:
    """One reference as printed."""

    span: Span
    act: NamedAct | None
    items: tuple[Item, ...]
    group: int


@dataclass(slots=True)
class _Before:
    """What earlier references leave: the last act, of each kind too; whether it ends a list; the path."""

    by_kind: dict[str, NamedAct] = field(default_factory=dict)
    last: NamedAct | None = None
    listed: bool = False
    path: Path = ()
    of: NamedAct | None = None


def cited_in(text: str) -> list[Cited]:
    """Return the references of a text in print order.

    "Nghị quyết này" and a provision without an act mean the act named last, unless two were named in one
    breath; "khoản 2" without an article means the one of the reference before. "Báo cáo này" where none was
    named is the text itself, and no reference.
    """
    typed = as_printed(text)
    flow = flowing(typed.text)
    acts = list(named_acts(flow))
    printed = _with_shared_acts(list(_printed(flow, acts)), flow)
    before = _Before()
    cited = [_resolved(one, before, flow) for one in printed]
    return [replace(one, span=typed.origin(one.span)) for one in cited if one.act or one.path]


def _printed(flow: str, acts: Sequence[NamedAct]) -> Iterator[_Printed]:
    """Yield the references as printed: provisions with the act right after them, acts alone."""
    starts = [act.span[0] for act in acts]
    at = end = group = 0
    for head in HEAD.finditer(flow):
        if head.start() < end or _is_heading(flow, head):
            continue
        while at < len(acts) and starts[at] < head.start():
            if starts[at] >= end:
                yield _Printed(acts[at].span, acts[at], (), group := group + 1)
                end = acts[at].span[1]
            at += 1
        chains = chains_at(flow, head.start()) if head.start() >= end else []
        if not chains or not chains[-1][-1].label:
            continue
        group += 1
        act = _act_after(flow, chains[-1][-1].span[1], acts, starts)
        for chain, items in zip(chains, paths(chains), strict=True):
            last = act.span[1] if act and chain is chains[-1] else chain[-1].span[1]
            yield _Printed((chain[0].span[0], last), act, items, group)
            end = last
    for act in acts[at:]:
        if act.span[0] >= end:
            yield _Printed(act.span, act, (), group := group + 1)


def _act_after(flow: str, end: int, acts: Sequence[NamedAct], starts: Sequence[int]) -> NamedAct | None:
    """Return the act that provisions which end here are of: "Điều 3 [của Nghị quyết …]"."""
    into = TO_ACT.match(flow, end)
    if into is None:
        return None
    at = bisect_left(starts, into.end())
    return acts[at] if at < len(acts) and starts[at] == into.end() else None


def _is_heading(flow: str, head: re.Match[str]) -> bool:
    """Tell whether a word begins the text's own heading: "Điều 5. Phạm vi"."""
    line = flow.rfind("\n", 0, head.start()) + 1
    if head.start() - line > _OPENING or flow[line : head.start()].strip(' “"#>'):
        return False
    chains = chains_at(flow, head.start())
    if chains and _GOES_ON.match(flow, chains[-1][-1].span[1]):
        return False
    stop = flow.find("\n", line)
    marker = find_marker(flow[head.start() : stop if stop >= 0 else None], inside_article=False)
    return marker is not None and marker.unit not in ("khoan", "diem", "gach")


def _with_shared_acts(printed: list[_Printed], flow: str) -> list[_Printed]:
    """Give the act of "khoản 2 Nghị quyết …" also to the "Điều 3" said right before it, and one group."""
    for one, after in reversed(list(pairwise(printed))):
        if not (one.items and after.items) or one.act or not after.act:
            continue
        deeper = rank(after.items[0].unit) > rank(one.items[-1].unit)
        if deeper and _INWARDS.fullmatch(flow, one.span[1], after.span[0]):
            one.act = after.act
    return printed


def _resolved(one: _Printed, before: _Before, flow: str) -> Cited:
    act, explicit = _act_meant(one, before, flow)
    path = _path(one, before, act) if one.items else ()
    last = one.items[-1] if one.items else None
    through = (*path[:-1], replace(path[-1], label=last.through)) if last and last.through and path else ()
    if path or explicit:
        before.path, before.of = path, act
    return Cited(one.span, act, path, through, one.group)


def _act_meant(one: _Printed, before: _Before, flow: str) -> tuple[NamedAct | None, bool]:
    """Return the act that a reference means, None if that is not sure; and whether it names one itself."""
    if one.act and not one.act.is_relative:
        if one.act != before.last:
            before.listed = not one.items and _are_together(before.last, one.act, flow)
            before.last = before.by_kind[one.act.kind] = one.act
        return one.act, True
    if before.listed:
        return None, False
    return (before.by_kind.get(one.act.kind) if one.act else before.last), False


def _are_together(first: NamedAct | None, second: NamedAct, flow: str) -> bool:
    """Tell whether two acts of a kind are named in one breath, so that "Nghị quyết này" may be either."""
    if first is None or first.kind != second.kind or first.span[1] > second.span[0]:
        return False
    return bool(_TOGETHER.fullmatch(flow, first.span[1], second.span[0]))


def _path(one: _Printed, before: _Before, act: NamedAct | None) -> Path:
    """Return the path that a reference means; what it leaves out is of the one before in the same act."""
    first, *rest = map(step, one.items)
    base = before.path if before.of == act else ()
    if first.label == THIS:
        around = [at for at, held in enumerate(base) if held.unit == first.unit]
        return (*base[: around[-1] + 1], *rest) if around else ()
    explicit = one.act is not None and not one.act.is_relative and before.of != act
    if explicit or first.unit in _NUMBERED_THROUGHOUT:
        return (first, *rest)
    return (*outside(base, first), first, *rest)
