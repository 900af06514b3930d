"""Markdown as it is printed: its marks taken off, line by line, its words and numbers as written.

A Markdown parser is not used: it numbers lists anew and takes the points under a clause for code.
"""

import html
import re
from pathlib import Path

from ingest.formats.finish import finish
from ingest.formats.table import row_line
from ingest.formats.text import decode
from ingest.source import Source

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
"""Takes the lines from a first "---" to the next; must not take a "---" further down."""

_COMMENT = re.compile(r"<!--(?:(?!<!--|-->).)*-->", re.DOTALL)
"""Takes "<!-- ghi chú -->"; must not take a comment that is never closed."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
"""Takes "<br/>"; must not take "<b>"."""

_NOTHING = re.compile(r"[ ]{0,3}(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|=+|```.*|~~~.*)$")
"""Takes a rule "---", a heading's underline, a code fence; must not take "- - Xã"."""

_TABLE_RULE = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
"""Takes "|---|:-:|"; must not take "| - | Xã |"."""

_OPENING = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:\#{1,6}[ \t]+)?")
"""Takes a line's indent, "> " and "## "; must not take "#5"."""

_ANCHOR = re.compile(r"\{#[^{}\n]*\}[ \t]*$")
"""Takes "{#chuong-i}" at a heading's end; must not take "{1}"."""

_ASTERISK = re.compile(r"^\*[ \t]+(?=\S)")
"""Takes the bullet of "* Xã"; must not take "*Xã*"."""

_BAR = re.compile(r"(?<!\\)\|")
"""Takes the bar between two cells; must not take "\\|"."""

_INLINE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])                                # "1\."; not "\n"
  | !\[[^\[\]\n]*\]\([^()\n]*\)                                      # an image
  | \[(?P<linked>[^\[\]\n]+)\]\([^()\n]*\)                         # "[Điều 1](#d1)"; not "[1]"
  | \*{1,3}(?=\S)|(?<=\S)\*{1,3}                                   # "**Điều 1.**"; not "5 * 3"
  | (?<!\w)_{1,3}(?=[^\W_])|(?<=[^\s_])_{1,3}(?!\w)                 # "_Xã_"; not "a_b", "____"
  | ~~|`+
    """,
    re.VERBOSE,
)


def read_markdown(raw: bytes, path: Path) -> Source:
    """Read a `.md` file.

    Raises:
        BinaryFile: as `decode` does.
        EmptyFile: there is no text but marks.

    """
    text = _COMMENT.sub("", _FRONT_MATTER.sub("", decode(raw, path)))
    lines = _BREAK.sub("\n", text).split("\n")
    return finish("\n".join(_printed(line) for line in lines if not _is_mark(line)), path)


def _is_mark(line: str) -> bool:
    return bool(_NOTHING.match(line) or _TABLE_RULE.match(line.strip()))


def _printed(line: str) -> str:
    """Return a line without its marks."""
    line = _ANCHOR.sub("", _OPENING.sub("", line, count=1)).strip()
    if line.startswith("|") and line.endswith("|") and len(line) > 1:
        line = row_line([cell.strip() for cell in _BAR.split(line[1:-1])])
    return html.unescape(_inline(_ASTERISK.sub("• ", line))).strip()


def _inline(line: str) -> str:
    return _INLINE.sub(lambda mark: mark["escaped"] or _inline(mark["linked"] or ""), line)
