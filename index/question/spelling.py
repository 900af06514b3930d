"""Slips of the hand in a question, mended before it is searched: "thuwcj hieejn", "hằgn năm"."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from index.question.abbreviations import is_abbreviation
from index.question.dictionary import known_syllables
from index.tokens import tone_last, untoned
from ingest.accents import fold

_WORD = re.compile(r"(?<![\w/@.-])[^\W\d_]+(?:[`'^~?][^\W\d_]+)*(?![\w/@-]|\.\w)")
"""Takes "dân", "dda`n"; not "HĐND" in "NQ-HĐND", "d/c", "k2", "đ.c"."""

_ACCENTS_APART = str.maketrans({"`": "f", "'": "s", "?": "r", "~": "x"})
_CIRCUMFLEX = re.compile(r"([aeo])\^")
"""Takes "a^" of VIQR typing, which is "aa" of Telex."""

_TELEX_LETTERS = {
    "aa": "â",
    "aw": "ă",
    "ee": "ê",
    "oo": "ô",
    "ow": "ơ",
    "uow": "ươ",
    "uw": "ư",
    "w": "ư",
    "dd": "đ",
}
_TELEX_LETTER = re.compile("|".join(sorted(_TELEX_LETTERS, key=len, reverse=True)))
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TONES = frozenset(_TELEX_TONES.values())
_VOWEL = "[aăâeêioôơuưy]"
_CODA = "(?:ch|ng|nh|[cmnpt])"
_TYPED_TONE = re.compile(rf"(?P<head>.*{_VOWEL}{_CODA}?)(?P<tone>[sfrxj])(?P<tail>{_VOWEL}?{_CODA}?)")
"""Takes "bắts", "băst", "laji"; not "s" or "smart"."""

_NUCLEUS = re.compile(rf"(?:qu|gi(?={_VOWEL})|(?:(?!{_VOWEL}).)*)(?P<vowels>{_VOWEL}+)")
"""Takes the vowels that may bear a tone: "ươ" of "được", "a" of "gia" and "qua"."""

_LETTERS = "abcdeghiklmnopqrstuvxy"
_SHORTEST, _LONGEST = 3, 11
_LIKELIER = 4
"""How many times likelier a letter swapped or typed twice is than another slip."""

_FOREIGN = 10
"""Keystrokes that some passages hold as a foreign word are decoded where that is so many times rarer."""

Known = Callable[[str], int]
"""How many passages hold a syllable or a pair of syllables, without accents: "dan", "dan chu"."""


class _Slip(NamedTuple):
    """A syllable that may have been meant, and how much likelier this slip is than another."""

    meant: str
    weight: int


def respelt(question: str, known: Known) -> str:
    """Return the question with its slips mended where the passages leave no doubt of what was meant.

    Telex and VIQR keystrokes left as typed become letters. A syllable that no passage and no dictionary
    has, one slip away from one that stands beside the same neighbours, becomes that one, unaccented; its
    accents as typed must be those of a word: "khôg" is "không", not "khoa".
    Numbers, identifiers, abbreviations, known and foreign words stay.

    Args:
        question: as typed.
        known: see `Known`.

    """
    text = unicodedata.normalize("NFC", question)
    found = list(_WORD.finditer(text))
    words = [_decoded(word[0], known) for word in found]
    for _ in range(2):  # a neighbour mended may mend its neighbour
        for at, word in enumerate(words):
            if _may_be_a_slip(word, known):
                words[at] = _mended(words, at, known)
    pieces, end = [], 0
    for span, word in zip((one.span() for one in found), words, strict=True):
        pieces += [text[end : span[0]], word]
        end = span[1]
    return "".join([*pieces, text[end:]])


def _may_be_a_slip(word: str, known: Known) -> bool:
    """Tell whether a word is none that is known, nor short enough for a foreign one: "app", "GSĐ"."""
    folded = fold(word)
    if (
        is_abbreviation(word)
        or any(map(str.isupper, word[1:]))
        or not _SHORTEST + (word.lower() == folded) <= len(word) <= _LONGEST
    ):
        return False
    return not known(folded) and tone_last(word.lower()) not in known_syllables()


def _decoded(word: str, known: Known) -> str:
    """Return a word whose Telex keystrokes were left as typed, as it was meant; else the word."""
    if not _SHORTEST <= len(word) <= _LONGEST or word.isupper():
        return word.replace("DD", "Đ")  # as in "HDDND"; no abbreviation has a double D
    folded, decoded = fold(word), telex(word)
    if fold(decoded) == folded:
        return word
    taken = known(folded) + (folded in known_syllables())
    if known(fold(decoded)) <= _FOREIGN * taken:
        return word
    return decoded.capitalize() if word[0].isupper() else decoded


def telex(word: str) -> str:
    """Return what Telex or VIQR keystrokes mean, in small letters: "thuwcj" → "thực", "dda`n" → "đàn".

    The tone may be typed after its vowel or at the end.
    """
    marks = unicodedata.normalize("NFD", word.lower())
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    keys = _CIRCUMFLEX.sub(r"\1\1", toneless).translate(_ACCENTS_APART)
    letters = _TELEX_LETTER.sub(lambda found: _TELEX_LETTERS[found[0]], keys)
    tone = next((mark for mark in marks if mark in _TONES), "")
    typed = _TYPED_TONE.fullmatch(letters)
    if typed:
        letters, tone = typed["head"] + typed["tail"], _TELEX_TONES[typed["tone"]]
    return _toned(letters, tone)


def _toned(letters: str, tone: str) -> str:
    """Put a tone on the vowel that bears it: a marked one, the last before a consonant, or the first."""
    nucleus = _NUCLEUS.match(letters)
    if nucleus is None:
        return letters
    start, end = nucleus.span("vowels")
    marked = [at for at in range(start, end) if fold(letters[at]) != letters[at]]
    unmarked = end - 1 if end < len(letters) else max(start, end - 2)
    at = marked[-1] if marked else unmarked
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _mended(words: list[str], at: int, known: Known) -> str:
    """Return the likeliest syllable one slip away, or the word.

    It stands beside a neighbour elsewhere, has a letter swapped or typed twice, or is the only one for
    what no syllable is, or the only one that leaves out no letter of it.
    """
    before = fold(words[at - 1]) if at else ""
    after = fold(words[at + 1]) if at + 1 < len(words) else ""
    typed = fold(words[at])
    meant = _meant(words[at].lower(), known)
    whole = [syllable for syllable in meant if not Counter(typed) - Counter(syllable)]

    def alone(syllable: str) -> bool:
        return typed not in known_syllables() and [syllable] in (list(meant), whole)

    def likely(syllable: str) -> tuple[int, int]:
        beside = known(f"{before} {syllable}") + known(f"{syllable} {after}")
        return beside * meant[syllable], known(syllable) * (meant[syllable] == _LIKELIER or alone(syllable))

    best = max(meant, key=likely, default=None)
    return best if best and any(likely(best)) else words[at]


def _meant(word: str, known: Known) -> dict[str, int]:
    """Return the known syllables one slip away that can bear the accents typed, each with its weight.

    Where none can bear the tone too, which a slip may have put on another letter, its marked letters do.
    """
    slips = {slip.meant: slip.weight for slip in _slips(fold(word)) if known(slip.meant)}
    tones, letters = _accents(word)
    bearing = {
        meant: weight
        for meant, weight in slips.items()
        if not letters or any(letters <= form.letters for form in _forms().get(meant, ()))
    }
    toned = {
        meant: weight
        for meant, weight in bearing.items()
        if not tones
        or any(tones <= form.tones and letters <= form.letters for form in _forms().get(meant, ()))
    }
    return toned or bearing


class _Accents(NamedTuple):
    """The tones of a syllable, and its letters that have a mark."""

    tones: frozenset[str]
    letters: frozenset[str]


@cache
def _accents(word: str) -> _Accents:
    """Return the accents of a syllable: of "đường" the grave, "đ", "ư" and "ơ"."""
    marks = unicodedata.normalize("NFD", word)
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    letters = frozenset(letter for letter in toneless if fold(letter) != letter)
    return _Accents(frozenset(mark for mark in marks if mark in _TONES), letters)


@cache
def _forms() -> dict[str, frozenset[_Accents]]:
    """Return the accents that the dictionary knows a syllable with: "khong" as in "không" and "khống"."""
    forms: dict[str, set[_Accents]] = {}
    for word in known_syllables():
        forms.setdefault(untoned(word), set()).add(_accents(word))
    return {plain: frozenset(accents) for plain, accents in forms.items()}


def _slips(typed: str) -> Iterator[_Slip]:
    """Yield what may have been meant by a syllable with one letter missing, too many, swapped or wrong."""
    for at in range(len(typed) + 1):
        head, tail = typed[:at], typed[at:]
        if tail:
            twice = head[-1:] == tail[0]
            yield _Slip(head + tail[1:], _LIKELIER if twice else 1)
        if len(tail) > 1:
            yield _Slip(head + tail[1] + tail[0] + tail[2:], _LIKELIER)
        for letter in _LETTERS:
            yield _Slip(head + letter + tail, 1)
            if tail:
                yield _Slip(head + letter + tail[1:], 1)
