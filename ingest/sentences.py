"""Sentences of a provision as spans, by underthesea, with what it would break protected from it.

underthesea ends a sentence at every ".", "?" or "!" but those of a list of shortened words learnt from
newspapers. Each stop is therefore judged here first, by the words around it, and underthesea sees a
stand-in where the stop surely ends nothing, "!" where it surely ends a sentence, else the stop itself.

What a sentence is follows how provisions are cited:

- the end of a line ends it; canonical texts have one paragraph a line;
- ";" and ":" inside a line do not: what they part is read together;
- the printed number that opens it ("Điều 5.", "1.", "a)") belongs to it;
- nothing is cut inside parentheses, nor inside a quotation that stands in a sentence; a quotation that
  opens a sentence is cut as running text;
- closing marks after a stop, and the "./." of an act, belong to the sentence they close.
"""

import re
from collections.abc import Iterator

from underthesea import sent_tokenize

from ingest.accents import LOWER, UPPER
from ingest.composed import composed
from ingest.document import Span
from ingest.shortened import BEFORE_A_NAME

_NUMBERED = r"Điều|Khoản|Chương|Mục|Tiểu\ mục|Phần|Phụ\ lục|Bước|Câu|Bảng|Hình|Biểu|Mẫu"

_OPENING = re.compile(
    rf"""
    \W*                                                 # "- “", "... "
    (?:(?: (?:{_NUMBERED}|{_NUMBERED.upper()})\         # "Điều 7a.", "Câu hỏi 12."; not "Theo Điều 5."
           (?:(?:thứ|THỨ|hỏi|số)\ )?\w{{1,5}}
         | \d{{1,3}}(?:\.\d{{1,2}})*                    # "1.", "2.1.3."; not "2024."
         | [IVXLC]+ | [{LOWER}{UPPER}]                  # "XIV.", "a.", "Đ."; not "TT."
       )\.\s*)*
    """,
    re.VERBOSE,
)
"""Takes the marks and printed numbers that open a line, "Điều 2. 1. "; their stops end nothing."""

_ENCLOSED = re.compile(
    r"""
    \((?:[^()]++|\([^()]*\))*+\)                          # "(Điều 5. Quy chế)"; not "a)"
  | \[[^\[\]]*+\]                                       # "[...]"; not "[1"
  | “(?:[^“”]++|“[^“”]*”)*+” | «[^«»]*+» | "[^"]*+"       # "“Dân biết. Dân bàn.”"; not "“công khai"
    """,
    re.VERBOSE,
)
"""Takes what parentheses or quotation marks enclose, with them, nested once."""

_STOP = re.compile(r"""[.?!…][.?!…)\]”’»"']*""")
"""Takes a stop with the marks that close after it, ".”", "...", "?!"; must not take "," or "”,"."""

_LETTER = re.compile(r"[^\W_]")
"""Takes a letter or a digit; must not take "_" or "-"."""

_CLASS = re.compile(
    r"điểm|chương|mục|phần|lục|khoá|khóa|nhóm|loại|hạng|mức|án|mẫu|bảng|tổ|khu|lô|lớp|đợt|quý",
    re.IGNORECASE,
)
"""Takes the last syllable of a noun whose member a letter names: "án" in "phương án B"; not "ông"."""

_INITIALS = re.compile(rf"(?:[{UPPER}]\.)*[{UPPER}]")
"""Takes "A" and "V.I", as in "V.I. Lênin"; must not take "VT"."""

_ITEM = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}})*|[IVX]+|[{LOWER}]")
"""Takes the number of an item inside a line, "2" in "gồm: 2. Dự thảo"; must not take "2024"."""

_FIRST_ITEM = frozenset({"1", "1.1", "a", "I"})
"""Numbers of a first item: in "gồm: 1. Tờ trình" a number, in "Số lượng: 5. Thời gian" a count."""

_AND_SO_ON = frozenset({"v.v", "vv"})

_NO_END = "\u2024"
"""ONE DOT LEADER stands for a stop that ends nothing: one character, so that offsets stay."""

_END = "!"
"""Stands for a stop that ends a sentence: underthesea holds no word before "!" to be shortened."""

_HIDDEN = str.maketrans(dict.fromkeys(".?!…", _NO_END))

_REACH = 40
"""Characters before a stop that are looked at: three words and the blanks around them."""


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of a text as spans into it, in order, white space between them left out.

    Every letter and digit lies in exactly one; a line without any is in none.
    """
    whole, back = composed(text)
    spans: list[Span] = []
    offset = 0
    for line in whole.split("\n"):
        spans += ((back(offset + start), back(offset + end)) for start, end in _in_line(line))
        offset += len(line) + 1
    return spans


def _in_line(line: str) -> Iterator[Span]:
    judged = _judged(line)
    pending: Span | None = None
    position = 0
    several = _STOP.search(judged, 0, len(judged) - 1)  # most lines have one stop, their last character
    for sentence in sent_tokenize(judged) if several else [judged.strip()]:
        start = judged.index(sentence, position)
        position = start + len(sentence)
        if _LETTER.search(sentence):
            if pending:
                yield pending
            pending = start, position
        elif pending:  # a closing "/." belongs to the sentence before it
            pending = pending[0], position
    if pending:
        yield pending


def _judged(line: str) -> str:
    """Return a line of the same length with a stand-in for each stop about which there is no doubt."""
    opening = _OPENING.match(line)
    number_end = opening.end() if opening else 0
    line = line[:number_end].translate(_HIDDEN) + line[number_end:]
    return _STOP.sub(_judge, _ENCLOSED.sub(_hide_enclosed, line))


def _hide_enclosed(found: re.Match[str]) -> str:
    """Hide the stops inside parentheses or a quotation, but the last one before it closes."""
    enclosed = found[0]
    before = found.string[max(0, found.start() - 2) : found.start()].rstrip()
    if enclosed[0] in '“«"' and (not before or before[-1] in ".?!…" + _NO_END):
        return enclosed
    kept = 2 if _LETTER.search(enclosed) else 0
    return enclosed[: len(enclosed) - kept].translate(_HIDDEN) + enclosed[len(enclosed) - kept :]


def _judge(found: re.Match[str]) -> str:
    """Return a stop, or a stand-in for it where underthesea need not judge."""
    stop, line, (start, end) = found[0], found.string, found.span()
    before = line[max(0, start - _REACH) : start]
    after = line[end : end + _REACH]
    following = after.lstrip()[:1]
    ends: bool | None = None
    if after and not after[0].isspace():
        ends = _ends_without_space(before, after[:2])
    elif stop[-1] not in ".?!" or "…" in stop:
        ends = not following.islower()
    elif stop == "." and following and not before[-1:].isspace():
        ends = _ends_after(before.split()[-3:], following)
    if ends is None:
        return stop
    return _NO_END * (len(stop) - 1) + (_END if ends else _NO_END)


def _ends_without_space(before: str, after: str) -> bool:
    """Tell whether a stop that the next word touches ends a sentence: "cơ sở.Các"; not "gov.vn", "TP.HCM"."""
    if not after[0].isupper() or after[1:].isupper():
        return False
    *_, word = "", *before.split()
    return before[-1:].isspace() or word.isdigit() or (word.isalpha() and word[-2:].islower())


def _ends_after(words: list[str], following: str) -> bool | None:
    """Tell whether "." ends a sentence between words and a letter; None if that is underthesea's to say."""
    earlier, previous, word = (["", "", "", *words])[-3:]
    word = word.lstrip('(“"«[')
    if word in _AND_SO_ON:
        return not following.islower()
    if len(word) == 1 and _CLASS.fullmatch(previous):
        return True
    if _INITIALS.fullmatch(word) and _are_names(earlier, previous):
        return following.isupper()
    if BEFORE_A_NAME.fullmatch(word) or _INITIALS.fullmatch(word):
        return False
    if _ITEM.fullmatch(word) and _may_precede_item(previous, word):
        return False
    single = len(word) == 1 and following.isupper()
    return True if single or word[-1:].isdigit() else None


def _are_names(*words: str) -> bool:
    """Tell whether words are written as names are; a letter after two of them ends a name: "Lê Thị E."."""
    return all(word.isalpha() and word.istitle() for word in words)


def _may_precede_item(previous: str, number: str) -> bool:
    """Tell whether a number after this word numbers an item: after a sentence; the first one after ":"."""
    if previous.endswith(":"):
        return number in _FIRST_ITEM
    return previous.endswith((".", ";", "!", "?", "…")) and not BEFORE_A_NAME.fullmatch(previous[:-1])
