"""The citations of a text as they are printed, before it is known where they stand and lead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Span
from ingest.marker import find_marker
from ingest.references.acts import KIND_ANY_CASE, Act, act_at, acts_after
from ingest.references.steps import UNIT_NAMES, Item, chains_at, paths

HEAD = re.compile(rf"(?<!\w)(?:tên [Đđ]iều|{UNIT_NAMES}|{KIND_ANY_CASE}|LUẬT|BỘ LUẬT|PHÁP LỆNH)(?!\w)")
"""Takes the word that a citation may begin with: "khoản", "Nghị định"; not "tài" of "tài khoản"."""

TO_ACT = re.compile(
    r",? (?:(?:của|trong|tại|thuộc) )?"
    r"(?:(?:(?:Quy chế|Quy định|Điều lệ|Nội quy|Đề án|Kế hoạch|Danh mục|Phụ lục)(?: [^,;.\n]{0,150}?)? )?"
    r"(?:được )?(?:ban hành )?kèm theo )?"
)
"""Takes what stands between a provision and its act: " của ", " Quy chế ban hành kèm theo "; not " và "."""

_SAME_ACT = re.compile(
    r" (?:của )?(?P<kind>Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quy chế)(?! này)(?= |[,.;)])"
)
"""Takes " Luật" in "khoản 2 Điều 85 Luật quy định", the law named before; not " Luật này"."""

_SELF_NAMING = re.compile(r"ban hành Luật sửa đổi")
"""Takes the law's naming of itself before the laws it amends: "Quốc hội ban hành Luật sửa đổi, bổ sung"."""


_SENTENCE_ENDS = (".", ":", ";", "!", "?", "…", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as printed: its items, outermost first, its act if it names one, and its span."""

    items: tuple[Item, ...]
    act: Act | None
    span: Span


def flowing(text: str) -> str:
    """Return the text with a space for each line break inside a sentence: "khoản 2⏎Điều 34 của Luật này".

    A sentence goes on where no punctuation comes before the break, and after it a small letter, a digit or
    a word that a citation begins with, unless that is a provision's number. Offsets stay.
    """
    pieces: list[str] = []
    before = ""
    for line in text.split("\n"):
        ended = not before or before.endswith(_SENTENCE_ENDS) or before.isupper()
        goes_on = before.endswith("-") or line[:1].islower() or line[:1].isdigit() or HEAD.match(line)
        cut = not ended and goes_on and not find_marker(line, inside_article=False)
        pieces += (" " if cut else "\n", line)
        before = line
    return "".join(pieces[1:])


def citations_at(text: str, start: int, named: Act | None) -> Iterator[Citation]:
    """Yield what is cited from a word on: listed provisions with the act that they share, or acts.

    Args:
        text: the canonical text.
        start: where a match of `HEAD` begins.
        named: the act named before in the paragraph, which a bare "Luật" after a provision means.

    """
    chains = chains_at(text, start)
    if not chains:
        yield from _acts(text, start)
        return
    act, end = _act_of_provisions(text, chains[-1][-1].span[1], named)
    if act is None and not chains[-1][-1].label:
        return
    for chain, items in zip(chains, paths(chains), strict=True):
        last = chain is chains[-1]
        yield Citation(items, act, (chain[0].span[0], end if last else chain[-1].span[1]))


def _acts(text: str, start: int) -> Iterator[Citation]:
    cited = None if _SELF_NAMING.match(text, start - len("ban hành ")) else act_at(text, start)
    if cited:
        for one in (cited, *acts_after(text, cited)):
            yield Citation((), one.act, one.span)


def _act_of_provisions(text: str, end: int, named: Act | None) -> tuple[Act | None, int]:
    """Return the act named after provisions, and where its citation ends; None if none is."""
    into = TO_ACT.match(text, end)
    cited = act_at(text, into.end()) if into else None
    if cited:
        return cited.act, cited.span[1]
    same = _SAME_ACT.match(text, end)
    if same and named and named.kind == same["kind"]:
        return named, same.end()
    return None, end
