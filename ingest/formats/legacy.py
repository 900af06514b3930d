"""Vietnamese letters of the 8-bit age, which appear as Latin-1 characters, made Unicode.

TCVN3 is the set VN3 of TCVN 5712:1993, used by the ABC fonts (.VnTime); it has small letters with tones
only, capitals are a matter of the font. VNI Windows writes a letter's marks as a character behind it.
windows-1258 is Microsoft's code page, with tones as combining marks.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

_VNI_ROWS = (
    ("a", "øûõùïâàåãáäêèúüéë", "àảãáạâầẩẫấậăằẳẵắặ"),
    ("e", "øûõùïâàåãáä", "èẻẽéẹêềểễếệ"),
    ("o", "øûõùïâàåãáä", "òỏõóọôồổỗốộ"),
    ("ô", "øûõùï", "ờởỡớợ"),
    ("u", "øûõùï", "ùủũúụ"),
    ("ö", "øûõùï", "ừửữứự"),
    ("y", "øûõù", "ỳỷỹý"),
    ("", "ñôöìíæóòî", "đơưìíỉĩịỵ"),
)
"""A letter, the marks that may stand behind it, and what letter and mark are together."""

_ONSET = "ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_OPEN = (
    "a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oa|oai|oay|oao|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|uây|uê|uêu|ui|uơ|uôi"
    "|uy|uya|uyu|ư|ưa|ưi|ưu|ươi|ươu|y|yêu"
)
_NUCLEUS = "a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ|y|yê"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?P<rime>{_OPEN}|(?:{_NUCLEUS})(?P<coda>ch|ng|nh|[cmnpt]))")
"""Takes a syllable without its tone, "quyêt"; must not take "muller"."""

_STOPS = ("c", "ch", "p", "t")
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300\u0301\u0303\u0309\u0323"
_TONES = (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT)
_TONE_MAY_END = ("oa", "oe", "uy", "uê", "uơ")

_WORD = re.compile("[A-Za-z\u00a1-\u1ef9]+")
"""Takes "QuyÕt", "®Þnh"; must not take a digit, a hyphen, a curly quote."""

_ASCII_LETTER = re.compile("[A-Za-z]")
_SMALL_ASCII = re.compile("[a-z]")
_HALF_CAPITAL = re.compile(r"\b(?=[^\W\d_]*?[A-Z][^\W\d_]*?[A-Z])[^\W\d_a-z]+\b")
"""Takes "CộNG", a word typed in capitals with TCVN3's small accented letters; must not take "Số", "Nghị"."""

_LEAST_WORDS = 2
_LEAST_SHARE = 0.6
"""Of the words that are no Vietnamese as they stand, so many must become Vietnamese by a conversion."""


@dataclass(frozen=True, slots=True)
class _Coding:
    name: str
    convert: Callable[[str], str]


def from_legacy(text: str) -> tuple[str, str | None]:
    """Return a text with its 8-bit letters made Unicode, and the name of their coding; None if it has none.

    The evidence is syllables: words that are no Vietnamese as they stand and are once converted. Lines of
    proper Unicode in a mixed text stay as they are.
    """
    printed = " ".join(set(text.split()))  # each once: there is less to search
    words = [word for word in set(_WORD.findall(printed)) if _suspicious(word)]
    wrong = [word for word in words if not is_syllable(word)]
    coding = max(_CODINGS, key=lambda coding: _fixed(wrong, coding))
    fixed = _fixed(wrong, coding)
    if fixed < _LEAST_WORDS or fixed < _LEAST_SHARE * len(wrong):
        return text, None
    gains = {word: is_syllable(coding.convert(word)) - is_syllable(word) for word in words}
    lines = text.split("\n")
    converted = zip(lines, _in_legacy(lines, gains), strict=True)
    return "\n".join(coding.convert(line) if legacy else line for line, legacy in converted), coding.name


def is_syllable(word: str) -> bool:
    """Tell whether a word is spelt as one Vietnamese syllable, in whatever case."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in parts if letter in _TONES]
    spelt = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONES))
    found = _SYLLABLE.fullmatch(spelt)
    if not found or len(tones) > 1:
        return False
    if found["coda"]:
        return found["coda"] not in _STOPS or tones in ([_ACUTE], [_DOT])
    return len(found["rime"]) == 1 or found["rime"] in _TONE_MAY_END or parts[-1] not in _TONES


def foreign_share(text: str) -> float:
    """Return the share of a text's words that have letters beyond ASCII and are no Vietnamese."""
    words = _WORD.findall(text)
    foreign = Counter(word for word in words if not word.isascii())
    return sum(n for word, n in foreign.items() if not is_syllable(word)) / max(len(words), 1)


def _suspicious(word: str) -> bool:
    """Tell whether a word mixes ASCII with letters or signs of Latin-1, and has no others."""
    return not word.isascii() and max(word) <= "ÿ" and _ASCII_LETTER.search(word) is not None


def _fixed(words: Iterable[str], coding: _Coding) -> int:
    return sum(is_syllable(coding.convert(word)) for word in words)


def _in_legacy(lines: list[str], gains: dict[str, int]) -> list[bool]:
    """Tell of each line whether it is legacy; one that says nothing is as the line above, or as the first."""
    decided: list[bool | None] = []
    for line in lines:
        words = _WORD.findall(line)
        score = sum(gains.get(word, -1 if max(word) > "ÿ" else 0) for word in words)
        decided.append(score > 0 if score else None)
    last = next((answer for answer in decided if answer is not None), True)
    filled = []
    for answer in decided:
        last = last if answer is None else answer
        filled.append(last)
    return filled


def _from_tcvn3(text: str) -> str:
    text = text.translate(_FROM_TCVN3)
    if _HALF_CAPITAL.search(text) and not _SMALL_ASCII.search(text):
        return text.upper()
    return _HALF_CAPITAL.sub(lambda word: word[0].upper(), text)


def _vni_table() -> dict[str, str]:
    table = {}
    for base, marks, letters in _VNI_ROWS:
        for mark, letter in zip(marks, letters, strict=True):
            table[base + mark] = letter
            if base:
                table[base.upper() + mark] = letter.upper()
            table[base.upper() + mark.upper()] = letter.upper()
    return table


def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(lambda letter: _VNI[letter[0]], text)


def _from_1258(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_FROM_1258))


_FROM_TCVN3 = str.maketrans(_TCVN3)
_VNI = _vni_table()
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
"""Takes "eá" before "e"; must not take "n"."""

_FROM_1258 = str.maketrans(
    {
        bytes([code]).decode("cp1252"): bytes([code]).decode("cp1258")
        for code in (0xC3, 0xCC, 0xD0, 0xD2, 0xD5, 0xDD, 0xDE, 0xE3, 0xEC, 0xF0, 0xF2, 0xF5, 0xFD, 0xFE)
    }
)
"""The codes on which windows-1258 and windows-1252 differ."""

_CODINGS = (
    _Coding("TCVN3 (ABC, .VnTime)", _from_tcvn3),
    _Coding("VNI Windows", _from_vni),
    _Coding("windows-1258", _from_1258),
)
