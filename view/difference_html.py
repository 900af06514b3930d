"""Two texts side by side, with the words that only one of them has marked."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from html import escape

_STYLE = """
<style>
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.2rem; line-height: 1.65;
         overflow-wrap: anywhere; }
.sides h4 { font-size: 1rem; margin: 0 0 .3rem; padding: 0; }
.sides .said { white-space: pre-line; margin: 0; }
.sides del, .sides ins { padding: .05em .1em; text-decoration: none; border-bottom: 2px solid; }
.sides del { background: #ffebe9; color: #82071e; border-bottom-style: dashed; }
.sides ins { background: #dafbe1; color: #0a4620; }
@media (max-width: 48rem) { .sides { grid-template-columns: 1fr; } }
</style>
"""

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
"""Takes "dân", ";", "  "."""


def difference_html(left: tuple[str, str], right: tuple[str, str]) -> str:
    """Return two texts beside each other, each a name and its words; all of it is escaped.

    Words that only the left has are in `<del>`, words that only the right has in `<ins>`.
    """
    first, second = _WORD.findall(left[1]), _WORD.findall(right[1])
    changes = _changes(first, second)
    before = _marked("del", ((first[a:b], tag) for tag, a, b, _, _ in changes))
    after = _marked("ins", ((second[c:d], tag) for tag, _, _, c, d in changes))
    return f'{_STYLE}<div class="sides">{_side(left[0], before)}{_side(right[0], after)}</div>'


def shared_share(left: str, right: str) -> float:
    """Return the share of the two texts' words that both have in the same order, 0 to 1."""
    first, second = left.split(), right.split()
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _changes(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Return the runs of words, alike or not, as difflib's opcodes; white space is alike everywhere."""
    before, after = ([" " if word.isspace() else word for word in words] for words in (first, second))
    return [(*code,) for code in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()]


def _marked(tag: str, runs: Iterable[tuple[Sequence[str], str]]) -> str:
    pieces = []
    for words, change in runs:
        said = escape("".join(words))
        pieces.append(said if change == "equal" or not said.strip() else f"<{tag}>{said}</{tag}>")
    return "".join(pieces)


def _side(name: str, words: str) -> str:
    return f'<section><h4>{escape(name)}</h4><p class="said">{words}</p></section>'
