"""Word's automatic numbers as Word prints them: "Điều 3.", "1.2.", "a)", "-" (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.formats.counters import printed, whole
from ingest.formats.word_styles import Styles, W, is_on, value

_PLACE = re.compile(r"%([1-9])")
"""Takes a level's place in "Điều %1.", "%1.%2."; must not take "100%"."""

_DASHES = "-–—+*"
_BULLET = "•"
"""Stands for every bullet but dashes and signs: most are pictures in a symbol font."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list prints its number."""

    style: str
    text: str
    start: int
    restart: int | None
    legal: bool
    gap: str


class Numbering:
    """The lists of one document and how far each has been counted; `root` is its `numbering.xml`."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        found = [] if root is None else root.iterchildren()
        parts = {(part.tag, _id(part)): part for part in found if _id(part)}
        self._lists = {key: part for (tag, key), part in parts.items() if tag == f"{W}num"}
        self._kinds = {key: part for (tag, key), part in parts.items() if tag == f"{W}abstractNum"}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: _Element, style: str | None) -> str:
        """Count a paragraph and return its printed number with the gap behind it, "" if it has none."""
        key, depth = self._place(paragraph, style)
        of_list = self._lists.get(key or "")
        if key is None or of_list is None:
            return ""
        kind = self._kind(of_list)
        levels = {at: self._level(of_list, kind, at) for at in range(depth + 1)}
        level = levels[depth]
        counts = self._counts.setdefault(_id(kind) or key, {})
        override = of_list.find(f"{W}lvlOverride[@{W}ilvl='{depth}']/{W}startOverride")
        if override is not None and (key, depth) not in self._begun:
            counts[depth] = whole(value(override), 1)
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((key, depth))
        for deeper in [at for at in counts if at > depth]:
            restart = self._level(of_list, kind, deeper).restart
            if restart is None or depth < restart:
                del counts[deeper]
        return self._printed(levels, depth, counts)

    def _place(self, paragraph: _Element, style: str | None) -> tuple[str | None, int]:
        """Return the list of a paragraph, by itself or by its style, and its level there from 0."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        key = value(own.find(f"{W}numId")) if own is not None else None
        level = value(own.find(f"{W}ilvl")) if own is not None else None
        if key is None:
            key = value(self._styles.find(style, "pPr/numPr/numId"))
            level = level or self._linked_level(key, style)
            level = level or value(self._styles.find(style, "pPr/numPr/ilvl"))
        return key, min(whole(level, 0), 8)

    def _linked_level(self, key: str | None, style: str | None) -> str | None:
        """Return the level that a list gives to a style."""
        of_list = self._lists.get(key or "")
        kind = None if of_list is None else self._kind(of_list)
        levels = [] if kind is None else kind.findall(f"{W}lvl")
        linked = (level for level in levels if style and value(level.find(f"{W}pStyle")) == style)
        return value(next(linked, None), "ilvl")

    def _kind(self, of_list: _Element) -> _Element | None:
        """Return what defines a list's levels, itself or by a list style."""
        kind = self._kinds.get(value(of_list.find(f"{W}abstractNumId")) or "")
        link = None if kind is None else value(kind.find(f"{W}numStyleLink"))
        if link is None:
            return kind
        styled = self._lists.get(value(self._styles.find(link, "pPr/numPr/numId")) or "")
        return kind if styled is None else self._kinds.get(value(styled.find(f"{W}abstractNumId")) or "")

    def _level(self, of_list: _Element, kind: _Element | None, depth: int) -> _Level:
        found = of_list.find(f"{W}lvlOverride[@{W}ilvl='{depth}']/{W}lvl")
        if found is None and kind is not None:
            found = kind.find(f"{W}lvl[@{W}ilvl='{depth}']")
        if found is None:
            return _Level("none", "", 1, None, legal=False, gap="")
        restart = value(found.find(f"{W}lvlRestart"))
        return _Level(
            style=value(found.find(f"{W}numFmt")) or "decimal",
            text=value(found.find(f"{W}lvlText")) or "",
            start=whole(value(found.find(f"{W}start")), 0),
            restart=None if restart is None else whole(restart, 0),
            legal=is_on(found.find(f"{W}isLgl")),
            gap="" if value(found.find(f"{W}suff")) == "nothing" else " ",
        )

    def _printed(self, levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
        level = levels[depth]
        text = level.text
        if level.style == "bullet" and text.strip():
            text = text if text in _DASHES else _BULLET
        elif level.style == "none":
            text = _PLACE.sub("", text)

        def count(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            if at > depth:
                return ""
            style = "decimal" if level.legal else levels[at].style
            return printed(counts.setdefault(at, levels[at].start), style)

        text = _PLACE.sub(count, text).strip()
        return text + level.gap if text else ""


def _id(part: _Element | None) -> str | None:
    return value(part, "numId") or value(part, "abstractNumId")
