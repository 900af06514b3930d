"""What Word's styles say of a run or a paragraph that does not say it itself."""

from functools import cached_property

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""WordprocessingML's namespace, ECMA-376 part 1."""

_STYLE = f"{W}rStyle"
_OF_RUN = f"{W}rPr/*"

Properties = dict[str, _Element]
"""What a run says of itself, by tag."""


def value(element: _Element | None, name: str = "val") -> str | None:
    """Return an attribute of an element; None where either is missing."""
    return None if element is None else element.get(W + name)


def is_on(element: _Element | None) -> bool:
    """Tell whether a toggle such as `<w:vanish/>` is set."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def properties(run: _Element) -> Properties:
    """Return what a run says of itself; each once (ECMA-376 part 1, 17.3.2)."""
    return {own.tag: own for own in run.iterfind(_OF_RUN)}


class Styles:
    """The styles of one document; `root` is its `styles.xml`, None where it has none."""

    def __init__(self, root: _Element | None) -> None:
        self._root = root
        self._styles = {value(style, "styleId"): style for style in self._all("style")}
        self._defaults = next(iter(self._all(f"docDefaults/{W}rPrDefault/{W}rPr")), None)
        self._found: dict[tuple[str | None, str], _Element | None] = {}

    @cached_property
    def default(self) -> str | None:
        """Return the id of the style of paragraphs that name none."""
        return next(
            (
                value(style, "styleId")
                for style in self._all("style")
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")
            ),
            None,
        )

    def find(self, style: str | None, path: str) -> _Element | None:
        """Return the element at a path ("rPr/vanish") in a style, or in the one that it is based on."""
        key = (style, path)
        if key not in self._found:
            self._found[key] = self._search(style, path)
        return self._found[key]

    def of_run(self, own: Properties, paragraph_style: str | None, name: str) -> _Element | None:
        """Return a property of a run: its own, its style's, its paragraph's style's, or the document's."""
        found = own.get(W + name)
        return self._inherited(value(own.get(_STYLE)), paragraph_style, name) if found is None else found

    def _inherited(self, style: str | None, paragraph_style: str | None, name: str) -> _Element | None:
        for name_of_style in (style, paragraph_style):
            found = self.find(name_of_style, f"rPr/{name}")
            if found is not None:
                return found
        return None if self._defaults is None else self._defaults.find(W + name)

    def _search(self, style: str | None, path: str) -> _Element | None:
        seen: set[str | None] = {None}
        while style not in seen and style in self._styles:
            seen.add(style)
            found = self._styles[style].find("/".join(W + step for step in path.split("/")))
            if found is not None:
                return found
            style = value(self._styles[style].find(f"{W}basedOn"))
        return None

    def _all(self, path: str) -> list[_Element]:
        return [] if self._root is None else self._root.findall(W + path)
