"""The kinds of fact that a question asks for, each with the mark of a sentence that gives it (expected.toml).

The expected answer type of question answering (Prager, "Open-Domain Question-Answering", 2006, ch. 4): a
sentence without the mark does not answer, however much it shares with the question.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.tokens import search_syllables, typed_syllables
from ingest.accents import fold

_TABLE = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))

SUBJECT: tuple[str, ...] = tuple(_TABLE["subject"])
"""What all the texts are about, which tells no passage from another."""

POPULATIONS: tuple[str, ...] = tuple(_TABLE["populations"])
"""Units and people that a share may be asked of."""


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """A kind of fact: how readers call it, how it is asked for, and the mark of a sentence that gives it.

    The mark is looked for in small letters; where it is `plain` without accents, where `cased` as printed.
    """

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    plain: bool = False
    cased: bool = False

    def is_asked(self, question: str) -> bool:
        """Tell whether a question asks for this fact, whatever accents it was typed with."""
        return self.asked.search(_as_asked(question)) is not None

    def is_given(self, text: str) -> bool:
        """Tell whether a text bears this fact's mark."""
        return self.given.search(self._read(text)) is not None

    def figures_in(self, text: str) -> Iterator[str]:
        """Yield the figures of this fact that a text gives, with the word that limits each: "trên 95%"."""
        for found in self.given.finditer(self._read(text)):
            if found[0][0].isdigit():
                before = _LIMIT.search(text[: found.start()])
                yield text[before.start() if before else found.start() : found.end()].strip()

    def _read(self, text: str) -> str:
        if self.cased:
            return text
        return fold(text) if self.plain else text.lower()


_LIMIT = re.compile(
    r"(?:\b(?:trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng|đạt|từ)\s+)?(?:\d+\s?[-–]\s?)?[\d.,]*$",
    re.IGNORECASE,
)
"""Takes "trên 9" before "5%", "từ 03 – 0" before "5 năm"."""

_STOP = re.compile(r"[,;:.?!]\s")
"""Takes ", " in "số mấy, ngày nào"; not "." in "76.874"."""


def _as_asked(question: str) -> str:
    """Return a question without accents, " , " between its clauses, each "mấy" told apart."""
    clauses = _STOP.split(question.replace("%", " phần trăm "))
    return " , ".join(_told_apart(_words(clause)) for clause in clauses)


def _words(text: str) -> str:
    """Return the syllables without accents, ways of typing one word as one: "nhiêu", "định kì", "1 lần"."""
    words: list[str] = []
    for plain, typed in zip(search_syllables(text), typed_syllables(text), strict=True):
        if plain == "nhiu" or typed == "nhiêu":
            words += ["nhieu"] if words[-1:] == ["bao"] else ["bao", "nhieu"]
        else:
            words.append(_MACHINE if typed == "may\u0301" else plain)
    joined = re.sub(rf"\b{_MACHINE}(?= (?:{_UNIT})\b)", "may", " ".join(words))
    return _ONE_TIME.sub("mot", _PERIOD.sub("ky", _MACHINES.sub(_MACHINE, joined)))


_MACHINE = "maymoc"
"""Stands for "máy", which is a slip for "mấy" only before a unit: "máy năm"."""

_UNIT = "nam|thang|ngay|bua|hom|tuan|gio|tuoi|lan|ban|phan|trieu|ty|dong|nghin|ngan|tram|chuc|lau"

_MACHINES = re.compile(r"\bmay(?= (?:moc|tinh|in|chu)\b)")
"""Takes "may" in "may moc", "may tinh"; not in "may thang"."""

_ONE_TIME = re.compile(r"\b1(?= (?:lan|ban)\b)")
"""Takes "1" in "bao lau 1 lan"; not in "1 xa"."""

_PERIOD = re.compile(r"(?<=\bdinh )ki\b|(?<=\bnhiem )ki\b")
"""Takes "ki" in "nhiem ki", "dinh ki"; not in "ki thuat"."""


def _told_apart(clause: str) -> str:
    """Return a clause with each "mấy" that asks for no count as another word: of an order, or a plural."""
    ordered = _PAST.sub("nhung", _ORDER.sub("thumay", clause))
    return _PLURAL.sub("nhung", ordered) if _OTHER.search(ordered) else ordered


_ORDER = re.compile(
    r"(?<=\bngay )may\b(?! (?:lan|gio|tieng))|(?<=\bthang )may\b(?! (?:lan|ban|ngay|buoi|ky|cuoc|diem))"
    r"|(?<=\bnam )may\b(?! (?!vay|a\b|ha\b|the\b|thi\b|moi\b|nhi\b)\w)"
    r"|(?:(?<=\bthu )|(?<=\bso )|(?<=\bkhoa )|(?<=\bquy )|(?<=\bchuong )|(?<=\bdieu )|(?<=\bkhoan ))may\b"
)
"""Takes "may" in "ngay may", "ky hop thu may", "quy may"; not in "mot nam may lan", "co may nguoi"."""

_PAST = re.compile(rf"\bmay(?= (?:{_UNIT}) (?:nay|qua|truoc|gan day|vua roi)\b)")
"""Takes "may" in "may nam qua", "may thang nay"; not in "may nam mot lan"."""

_LIMITED = (
    *("co", "gom", "du", "duoc", "toi da", "toi thieu", "it nhat", "nhieu nhat", "tat ca", "tong cong"),
    *("tong so", "dung", "chia", "lam", "qua", "can", "bau", "cu", "trong", "moi", "con"),
)
"""Words, folded, before a "mấy" that asks for a count."""

_PLURAL = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _LIMITED)
    + rf"\bmay(?= (?!(?:{_UNIT}|diem|tiet|buoi|buoc|trang|ky)\b)\w)"
)
"""Takes "may" in "hoc may lop", "tri may nguoi"; not in "co may nguoi", "may nam", "toi da may nguoi"."""

_OTHER = re.compile(
    r"\b(?:gi|nao|sao|ai|chi|(?:o|tu|ve|len|toi|lay|tien) dau|dau ra|mo|rang)\b"
    r"|\b(?:khong|khg|ko|hong|hok|hem|chua)"
    r"(?: (?:vay|a|ha|he|bac|anh|chi|em|co|chu|ong|nhi|ta|the|hen|nhe|nha))*$"
)
"""Takes another question word, "lam gi", "hoc khong a"; not "may" alone, "khong" within."""


def _asked(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of phrases without accents; "…" is any words between."""
    parts = (r"\b.*?\b".join(_told_apart(_words(words)) for words in phrase.split("…")) for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


_EXPECTED = tuple(
    ExpectedAnswer(
        fact["name"], _asked(fact["asked"]), re.compile(fact["given"]), cased=fact.get("cased", False)
    )
    for fact in _TABLE["fact"]
)

COUNT = "con số được hỏi"
"""The name of the kind that asks how many of anything."""


def expected_answers(question: str) -> tuple[ExpectedAnswer, ...]:
    """Return the kinds of fact that a question asks for; a count where no other kind is the amount asked."""
    asked = _as_asked(question)
    found = tuple(fact for fact in _EXPECTED if fact.asked.search(asked))
    spans = [one.span() for fact in found for one in fact.asked.finditer(asked)]
    return (*found, *_counts(asked, spans))


def _counts(asked: str, taken: list[tuple[int, int]]) -> Iterator[ExpectedAnswer]:
    """Yield the count of each thing asked how many of, but for what is taken and what a list answers."""
    for found in _HOW_MANY.finditer(asked):
        free = all(end <= found.start() or found.end("how") <= start for start, end in taken)
        if free and not _LISTED.match(found["things"]):
            thing = found["things"].split()[0]
            share = "" if _RESULT.search(asked) else rf"|\d\s*%[^.;]{{0,30}}\b{thing}\b"
            given = rf"(?:{_NUMBER}) {thing}\b(?! \d| thang\b| nam \d)(?!,? (?:nam|ngay) \d){share}"
            yield ExpectedAnswer(COUNT, found.re, re.compile(given), plain=True)


_HOW_MANY = re.compile(
    r"\b(?P<how>bao nhieu|may) (?:(?:cai|chiec|vi|dua) )?"
    r"(?P<things>(?!(?:thi|la|de|moi|mot|cho|vay|the|a|ha|nhi|o|trong|va|hay|hoac|so|can|phai|duoc|nhe|do|ta)\b)"
    r"[^\W\d]\w*(?: \w+)?)"
)
"""Takes "bao nhieu bien che", "may dai dien"; not "la bao nhieu", "bao nhieu thi du"."""

_LISTED = re.compile(rf"(?:{'|'.join(' '.join(search_syllables(name)) for name in _TABLE['listed'])})\b")

_NUMBER = (
    r"(?<![\w/.,-])(?<!ngay )(?<!thang )(?<!nam )(?<!dieu )(?<!khoan )(?<!muc )(?<!so )(?<!thu )"
    r"(?:\d{1,3}|mot|hai|ba|bon|sau|bay|tam|chin|muoi)"
)
"""Takes "03" before "hom thu", "ba" before "nguoi"; not "2024" before "cua", "85" after "dieu"."""

_RESULT = re.compile(r"\b(?:da|hien|hien nay|thuc te|roi|toi gio|den nay|vua qua)\b")
"""Takes what asks for a result, "da co", "hien nay", which no target gives; not "den nam 2030"."""
