"""A question of a conversation as it is read: the places and the act it names, and what is left of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer.follow_up.marks import KINDS, SO_WHAT, THAT_ACT, THAT_MATTER, WORD, opening, pointing
from index.question.abbreviations import spell_out
from index.question.initials import initials_spelt_out
from index.question.places import places_in
from ingest import Document
from ingest.accents import fold
from ingest.places import ALIASES
from ingest.references.acts import TITLES

_TITLES = "|".join(
    rf"{fold(kind)} (?:{'|'.join(re.escape(fold(title)) for title in sorted(titles, key=len, reverse=True))})"
    for kind, titles in TITLES.items()
)
_NUMBERED = r"(?: so)? \d+[a-z]?(?:[/-][\w/-]+)?"
_ONLY_NUMBERED = (
    "quyet dinh|bao cao|huong dan|ket luan|thong bao|lenh|chuong trinh|quy che|de an|luat|bo luat"
)
_ACT = re.compile(
    rf"(?<!\w)(?<!phap )(?<!phong )(?<!so )(?<!– )(?<!- )(?<!tai chinh )"
    rf"(?:{_TITLES}|(?:ban )?(?:du thao )?(?:(?:{_ONLY_NUMBERED}|{KINDS}){_NUMBERED}"
    rf"|(?!(?:{_ONLY_NUMBERED}|van ban)(?!\w))(?:{KINDS})))(?!\w)"
    rf"|(?<!\S)\d+(?:/\d+)?/[a-z][\w-]+"
)
"""Takes "nghi quyet so 179/nq-hdnd", "ke hoach", "luat can cuoc", folded; not "bao cao", "phong ke hoach"."""

_NUMBER = re.compile(rf"{_NUMBERED}$")
_ANY_OF_KIND = re.compile(r" (?:nao|gi)(?!\w)")
_KIND = re.compile(rf"(?:ban )?(?:du thao )?({KINDS})(?!\w)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: places, as the corpus names them, and an act as typed."""

    places: tuple[str, ...] = ()
    act: str = ""

    @property
    def words(self) -> str:
        """The act and its places: "nghị quyết 179 của Quảng Ninh", "của Quảng Ninh"."""
        return " ".join(word for word in (self.act, self.of_places) if word)

    @property
    def of_places(self) -> str:
        """The places after what is theirs: "của Quảng Ninh và Điện Biên"; empty if there are none."""
        return f"của {' và '.join(self.places)}" if self.places else ""

    @property
    def opening(self) -> str:
        """What a question of the subject may begin with: "Theo nghị quyết 179, ", "Ở Quảng Ninh, "."""
        if self.act:
            return f"Theo {self.words}, "
        return f"Ở {' và '.join(self.places)}, " if self.places else ""

    @property
    def is_certain(self) -> bool:
        """Tell whether the act is named by its number or title."""
        plain = fold(self.act)
        return bool(self.act) and (not _KIND.fullmatch(plain) or _NUMBER.search(plain) is not None)

    @property
    def kind(self) -> str:
        """The act's kind, folded; empty if it is named by number alone, or not at all."""
        found = _KIND.match(fold(self.act))
        return found[1] if found else ""

    def filled(self, earlier: "Subject") -> "Subject":
        """Return the subject with what it lacks taken from the one before it."""
        if self.places or self.is_certain:
            return self
        if self.act and self.kind != earlier.kind:
            return replace(self, places=earlier.places)
        return earlier


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its short forms spelt out, `text`; `names` are all that its places go by, folded.

    `start` and `end` are those of what is asked, between words such as "thế còn" and "thì sao".
    """

    text: str
    subject: Subject
    names: tuple[str, ...]
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The text folded."""
        return fold(self.text)

    @property
    def body(self) -> str:
        """What is asked, without the words that open and close it."""
        return self.text[self.start : self.end].strip(" ,?.!")

    @property
    def words(self) -> list[str]:
        """The words of what is asked, folded, without the names of places."""
        return WORD.findall(without(fold(self.body), self.names))


def read(question: str, documents: Sequence[Document]) -> Turn:
    """Read a question as typed, with or without accents."""
    text = spell_out(initials_spelt_out(question, documents)).strip()
    named = places_in(text, documents)
    places = (*named.known, *named.unknown)
    closing = SO_WHAT.search(fold(text))
    start = opening(text)
    end = closing.start() if closing else len(text)
    return Turn(text, Subject(places, _act(text)), _names(places, documents), min(start, end), end)


def _act(text: str) -> str:
    plain = fold(text)
    that = pointing(THAT_ACT, text)
    for found in _ACT.finditer(plain):
        if not _ANY_OF_KIND.match(plain, found.end()) and not (that and that.start() == found.start()):
            return text[slice(*found.span())]
    return ""


def _names(places: Sequence[str], documents: Sequence[Document]) -> tuple[str, ...]:
    """Return all that places are called by, the longest first: aliases, and the province of a district."""
    above = [d.place.parent for d in documents if d.place and d.place.name in places and d.place.parent]
    aliases = [alias for place in places for alias in ALIASES.get(place, ())]
    names = [*(place.removeprefix("TP. ") for place in places), *aliases, *above]
    return tuple(sorted(map(fold, names), key=len, reverse=True))


def without(plain: str, names: Iterable[str]) -> str:
    """Return folded text without these names and what points back to a matter."""
    for name in names:
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", plain)
    return THAT_MATTER.sub(" ", plain)


def unnumbered(act: str) -> str:
    """Return an act without its number: "Nghị quyết 179" → "Nghị quyết"; as it is if it is a number alone."""
    found = _NUMBER.search(fold(act))
    return act[: found.start()] if found and found.start() else act
