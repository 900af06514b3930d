"""Words of a text as spans, by underthesea, with what it would break protected from it.

Each of these is one word: the number of an act ("10/2022/QH15"), a date, a number with its "%", an
address, an abbreviation ("UBND", "TT.", "v.v."), the label of a point with its parenthesis ("a)"). A
reference is words of its own, unit and label apart: "điểm | a | khoản | 2 | Điều | 5". Other marks are in
no word.

underthesea knows nothing of text without accents: its words are its syllables. It knows "uỷ ban" and
"hoà giải", not "ủy ban" and "hòa giải": it is given the spelling it knows.
"""

import re
import unicodedata
from collections.abc import Iterator

from underthesea import word_tokenize

from ingest.accents import LOWER, UPPER, fold
from ingest.composed import composed
from ingest.document import Span
from ingest.marker import POINT_LETTERS
from ingest.shortened import BEFORE_A_NAME

_RUN = re.compile(r"\S+")
"""Takes what stands between blanks, "(10/2022/QH15)."; must not take a blank."""

_CORE = re.compile(r"[^\W_](?:\S*[^\W_])?%?")
"""Takes a run without the marks around it, "10/2022/QH15", "100%"; must not take "(" or "-"."""

_SYLLABLE = re.compile(r"[^\W_]+")
"""Takes a syllable or a number; must not take "-"."""

_ADDRESS = re.compile(r"(?:https?://|www\.).+|[\w.+-]+@[\w.-]+")
"""Takes "https://vbpl.vn/a?b=1", "sotp@soctrang.gov.vn"; must not take "vbpl"."""

_NUMBER = re.compile(r"(?=\D*\d)[^\W_]+(?:[-/.,:&][^\W_]+)*%?")
"""Takes "59/2023/NĐ-CP", "3.500.000", "01/7/2025", "7a", "100%"; must not take "NĐ-CP"."""

_SEAM = re.compile(r"\d[.,:][^\W\d]")
"""Takes the seam of two words without a blank, "2025.Các"; must not take "3.500"."""

_CAPITALS = re.compile(rf"[{UPPER}]{{2,}}[{LOWER}]?(?:[-/&][{UPPER}]+[{LOWER}]?)*")
"""Takes "UBND", "TTr-NV", "VH-TT&DL", and "QUYẾT" too; must not take "Ủy"."""

_SPELLED = re.compile(r"(?:ngh?|[cgknpt]h|tr|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""Takes a syllable that can be spoken, folded: "quyet"; must not take "ubnd"."""

_AND_SO_ON = re.compile(r"v\.v|vv")
"""Takes "v.v" of "v.v."; must not take "v"."""

_LABEL = re.compile(rf"(?:[{POINT_LETTERS}]|\d{{1,2}})\)")
"""Takes "a)", "12)"; must not take "(a)"."""

_UNIT = re.compile(r"điểm|khoản|điều|mục|chương|phần|số", re.IGNORECASE)
"""Takes the word before a label or a number, "khoản" in "khoản 2"; must not take "các"."""

_MEMBER = re.compile(rf"[IVXLC]+|[{POINT_LETTERS.replace('y', '')}]")
"""Takes "III" in "Mục III", "a" in "điểm a"; must not take "y", as "địa điểm y tế" is more often written."""

_BETWEEN = frozenset({"và", "hoặc", "đến"})

_STAND_IN = "0"
"""Fills the place of a protected thing: underthesea takes a run of digits for one token."""

_TONE_FIRST = re.compile(r"([ÒÓỎÕỌòóỏõọ][AEae]|[ÙÚỦŨỤùúủũụ][Yy])(?![^\W\d_])")
"""Takes "ủy" and "òa" at the end of a syllable, "hòa"; must not take "uỷ", "hoàn"."""

_PIECE = re.compile(r"\S(?:[^\n]{0,1999}(?!\S)|\S{0,199})")
"""Takes a line, or as much of it as underthesea is given at once, as its time grows faster than a run without
blanks; must not take a line's end."""


def word_spans(text: str) -> list[Span]:
    """Return the words of a text as spans into it, in order; every letter and digit lies in exactly one."""
    whole, back = composed(text)
    protected = list(_protected(whole))
    inside = {place for span in protected for place in range(*span)}
    masked = _masked(whole, protected)
    accented = fold(masked) != masked.lower()
    words = _segmented(masked, inside) if accented else _syllables(masked, 0, inside)
    return [(back(start), back(end)) for start, end in sorted([*protected, *words])]


def _protected(text: str) -> Iterator[Span]:
    """Yield what underthesea must not break or join, in order."""
    unit: Span | None = None
    listing = False
    for run in _RUN.finditer(text):
        core = _CORE.search(run[0])
        if core is None:
            continue
        word = core[0]
        span = run.start() + core.start(), run.start() + core.end() + _closing(run[0], core)
        listed = listing and _MEMBER.fullmatch(word) is not None
        if listed or len(word) < span[1] - span[0] or _is_whole(word):
            if unit:
                yield unit
            yield span
        unit = span if _UNIT.fullmatch(word) else None
        listing = unit is not None or listed or (listing and word in _BETWEEN)


def _closing(run: str, core: re.Match[str]) -> int:
    """Return how many marks after a core belong to it: the ")" of "a)", the "." of "TT." and "v.v."."""
    word, mark = core[0], run[core.end() : core.end() + 1]
    if mark == ".":
        return int(bool(BEFORE_A_NAME.fullmatch(word) or _AND_SO_ON.fullmatch(word)))
    return int(mark == ")" and bool(_LABEL.fullmatch(run[: core.end() + 1])))


def _is_whole(word: str) -> bool:
    """Tell whether a run is one word as it stands: an address, a number, an abbreviation."""
    if _ADDRESS.fullmatch(word):
        return True
    if _NUMBER.fullmatch(word):
        return _SEAM.search(word) is None
    if not _CAPITALS.fullmatch(word):
        return False
    return not all(_SPELLED.fullmatch(part) for part in _SYLLABLE.findall(fold(word)))


def _masked(text: str, protected: list[Span]) -> str:
    """Return a text of the same length with stand-ins for what is protected."""
    pieces: list[str] = []
    position = 0
    for start, end in protected:
        pieces += (text[position:start], _STAND_IN * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


def _syllables(text: str, offset: int, protected: set[int]) -> Iterator[Span]:
    """Yield the syllables of a text that starts at an offset, but for those at protected places."""
    for found in _SYLLABLE.finditer(text):
        if offset + found.start() not in protected:
            yield offset + found.start(), offset + found.end()


def _segmented(masked: str, protected: set[int]) -> Iterator[Span]:
    """Yield the words that underthesea finds, but for those at protected places."""
    for piece in _PIECE.finditer(masked):
        respelled = _TONE_FIRST.sub(_tone_last, piece[0])
        words = word_tokenize(respelled, use_token_normalize=False)
        if "".join(words).replace(" ", "") == "".join(respelled.split()):
            yield from _placed(words, masked, piece.start(), protected)
        else:  # it writes some foreign letters in another way
            yield from _syllables(piece[0], piece.start(), protected)


def _tone_last(found: re.Match[str]) -> str:
    """Move the tone to the second vowel: "ủy" → "uỷ"; the length stays."""
    first = unicodedata.normalize("NFD", found[0][0])
    return first[0] + unicodedata.normalize("NFC", found[0][1] + first[1])


def _placed(words: list[str], text: str, position: int, protected: set[int]) -> Iterator[Span]:
    """Yield where words stand from a position on; marks and what is protected end a word."""
    for word in words:
        parts: list[Span] = []
        for token in word.split(" "):
            while text[position].isspace():
                position += 1
            start, position = position, position + len(token)
            core = _CORE.search(text, start, position)
            if core and core.start() not in protected:
                parts.append(core.span())
            elif parts:
                yield parts[0][0], parts[-1][1]
                parts.clear()
        if parts:
            yield parts[0][0], parts[-1][1]
