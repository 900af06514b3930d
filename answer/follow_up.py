"""A question that leans on the one before, made whole: "còn Điện Biên thì sao?", "thế ai ký?".

A question that stands by itself stays as it is.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.document_facts import asks_for_a_fact
from index.question.abbreviations import spell_out
from index.question.places import initials_spelt_out, places_in
from ingest import Document
from ingest.accents import fold
from ingest.kinds import KIND_NAMES
from ingest.places import ALIASES

_WORD = re.compile(r"\w+(?:[/.-]\w+)*%?|%")
_OPENER = re.compile(r"\W*(?:(?:the|vay)(?: con)?(?! nao| gioi)|con|roi|ua|a)(?: thi)?(?: |$)")
"""Takes "the con ", "vay " before what is asked, folded; not "the nao", "the gioi"."""

_SO_WHAT = re.compile(
    r"(?:(?:^| )thi)?(?:^| )(?:sao|the nao|nhu the nao|ra sao)(?: (?:vay|a|nhi|the|ha))*\W*$"
)
"""Takes " thi sao" at the end, folded; not " vi sao" at the beginning."""

_ASKING = frozenset(
    "a ai an bao boi co cua con cung da dau de den do duoc gi gio ha hay hoac khi khong la lam lan lau "  # noqa: SIM905
    "luc may moi nam "
    "nao ngay nguoi nhieu nhi nhu nua o phai phan ra sao tai tam tham the thang thi tram trong truoc tu "
    "va vao vay "
    "ve vi viec voi % ben tinh huyen thanh pho so".split()
)
"""Words, folded, that ask or join; a question of these alone has no topic of its own."""

_BESIDE_A_PLACE = frozenset("ben cua da duoc huyen o pho tai thanh tinh va voi thi the vay nhi a".split())  # noqa: SIM905
"""Words, folded, that only stand beside a place's name."""

_THAT = re.compile(
    r"(?<!\w)(?:(?:cai|viec|dieu|chuyen|noi dung|van de|muc|chi tieu|quy dinh) (?:do|nay|ay|kia|tren)"
    r"|no)(?!\w)"
)
"""Takes "cai do", "viec nay", "no", folded; not "no luc" said of anything else."""

_KINDS = "|".join(sorted(map(fold, (*KIND_NAMES, "văn bản")), key=len, reverse=True))
_THAT_ACT = re.compile(
    rf"(?<!\w)(?:(?:o|tai|cua) )?(?:(?:{_KINDS}|tinh|huyen|dia phuong|noi|cho|o) (?:do|nay|ay|kia"
    rf"|noi tren|tren))(?!\w)"
)
"""Takes "nghi quyet do", "cua tinh nay", "o do", folded; not "nghi quyet nao"."""

_ACT = re.compile(
    rf"(?<!\w)(?:du thao )?(?:{_KINDS})(?: so)?(?: \d+[a-z]?(?:[/-][\w/-]+)?)?(?!\w)"
    rf"|(?<!\S)\d+(?:/\d+)?/[a-z][\w-]+"
)
"""Takes "nghi quyet so 179/nq-hdnd", "ke hoach", folded; not "quy dinh"."""

_NUMBER = re.compile(r"(?: so)? \d+[a-z]?(?:[/-][\w/-]+)?$")
_STEP = re.compile(
    r"(?<!\w)(?P<unit>diem|khoan|dieu|tieu muc|muc|chuong|phan|phu luc) (?P<label>[ivx]+|\d[\w.]*"
    r"|[a-z])(?!\w)"
)
"""Takes "khoan 2", "diem b", "muc iii", folded; not "dieu kien"."""

_RANKS = {"diem": 0, "khoan": 1, "tieu muc": 2, "dieu": 3, "muc": 3, "chuong": 4, "phan": 5, "phu luc": 6}
_ASKING_PHRASES = (
    "bao nhiêu phần trăm|bao nhiêu %|bao nhiêu lần|bao nhiêu|mấy phần trăm|mấy %|mấy lần|mấy|khi nào|bao giờ"
    "|như thế nào|thế nào|ra sao|từ đâu|ở đâu|vào đâu|là ai|ai|là gì|gì|nào|không|vậy|nhỉ"
)
_ASKS = re.compile(rf"(?<!\w)(?:{_ASKING_PHRASES}|{fold(_ASKING_PHRASES)})(?!\w)", re.IGNORECASE)
"""Takes the words that ask, "bao nhiêu phần trăm", "o dau"; not "máy móc", "phấn đấu"."""

_JOINS = re.compile(r"(?:,| va| voi| hay)(?: (?:cua|o|tai))? ?$")
"""Takes " va o " before a further place, folded; not " vao "."""

_LONGEST = 6
"""Words after "thế", "còn" that a question leaning on another has at most."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a question is about: places, as named in the corpus or typed, and an act as typed."""

    places: tuple[str, ...]
    act: str

    @property
    def words(self) -> str:
        """The subject as it is added to a question: " nghị quyết 179 của Quảng Ninh"."""
        of = f"của {' và '.join(self.places)}" if self.places else ""
        return " ".join(word for word in (self.act, of) if word)


def completed(question: str, history: Sequence[str], documents: Sequence[Document]) -> str:
    """Return a question with what it leaves to the questions before it; one that stands by itself as it is.

    Args:
        question: as typed, with or without accents.
        history: the earlier questions of the conversation as typed, oldest first.
        documents: the corpus; their facts are enough.

    """
    before = ""
    for earlier in history:
        before = _whole(unicodedata.normalize("NFC", earlier).strip(), before, documents) or before
    return _whole(question, before, documents)


def _whole(question: str, before: str, documents: Sequence[Document]) -> str:
    """Return a question made whole by the one before it, itself whole or empty."""
    if not before:
        return question
    typed = initials_spelt_out(question, documents)
    plain = fold(typed)
    subject = _subject(before, documents)
    own = _subject(typed, documents)
    left = _without(plain, [*map(fold, _names(own.places, documents))])
    if own.places and not own.act:
        return _at_another_place(question, left, before, own, documents)
    if _NUMBER.search(fold(own.act)) or own.places:
        return question
    if _STEP.search(plain):
        return _another_provision(typed, left, before, subject) or question
    return _about_the_same(typed, plain, before, subject) or question


def _subject(question: str, documents: Sequence[Document]) -> _Subject:
    spelt_out = spell_out(initials_spelt_out(question, documents))
    named = places_in(spelt_out, documents)
    act = _ACT.search(fold(spelt_out))
    is_act = act is not None and not _THAT_ACT.match(fold(spelt_out), act.start())
    return _Subject((*named.known, *named.unknown), spelt_out[slice(*act.span())] if act and is_act else "")


def _names(places: Sequence[str], documents: Sequence[Document]) -> list[str]:
    """Return all that places are called by: aliases, and the province of a district."""
    above = [d.place.parent for d in documents if d.place and d.place.name in places and d.place.parent]
    aliases = [alias for place in places for alias in ALIASES.get(place, ())]
    return [*(place.removeprefix("TP. ") for place in places), *aliases, *above]


def _without(plain: str, names: Sequence[str]) -> list[str]:
    """Return the words of folded text that neither name a place nor open or close a follow-up."""
    for name in names:
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", plain)
    words = " ".join(_WORD.findall(plain))
    return _OPENER.sub("", _SO_WHAT.sub("", words), count=1).split()


def _at_another_place(
    question: str, left: Sequence[str], before: str, own: _Subject, documents: Sequence[Document]
) -> str:
    """Return the question before, asked of another place, if this one says little more than the place."""
    if not set(left) <= _ASKING or asks_for_a_fact(" ".join(left)):
        return question
    moved = _moved(before, own.places, documents)
    asks = set(left) - _BESIDE_A_PLACE
    return f"{_topic(moved)} {question}" if asks else moved


def _moved(question: str, places: Sequence[str], documents: Sequence[Document]) -> str:
    """Return a question with its places, and the numbers of their acts, replaced by other places."""
    question = initials_spelt_out(question, documents)
    old = sorted(_names(_subject(question, documents).places, documents), key=len, reverse=True)
    act = _ACT.search(fold(question))
    number = _NUMBER.search(fold(act[0])) if act else None
    if act and number and number.start() > 0:
        question = question[: act.start() + number.start()] + question[act.end() :]
    new = " và ".join(places)
    if not old:
        return f"{question.rstrip(' ?.')} ở {new}?"
    name = "|".join(map(re.escape, map(fold, old)))
    place = re.compile(rf"(?<!\w)(?:(?:tinh|huyen|thanh pho|tp\.?) )?(?:{name})(?!\w)")
    first, *others = place.finditer(fold(question))
    for found in reversed(others):
        joined = _JOINS.search(fold(question), 0, found.start())
        question = question[: joined.start() if joined else found.start()] + question[found.end() :]
    return question[: first.start()] + new + question[first.end() :]


def _topic(question: str) -> str:
    """Return what a question is about, without the words that ask."""
    return " ".join(_ASKS.sub(" ", question).replace("?", " ").split())


def _another_provision(typed: str, left: Sequence[str], before: str, subject: _Subject) -> str | None:
    """Return the look-up of another provision of the act before: "còn khoản 2?"."""
    steps = list(_STEP.finditer(fold(typed)))
    named = {word for step in steps for word in step[0].split()}
    if not set(left) - named <= _ASKING | {"noi", "quy", "dinh"}:
        return None
    outermost = max(_RANKS[step["unit"]] for step in steps)
    outer = [
        before[slice(*step.span())]
        for step in _STEP.finditer(fold(before))
        if _RANKS[step["unit"]] > outermost
    ]
    asked = [typed[slice(*step.span())] for step in steps]
    return " ".join([*asked, *outer, subject.words]) if outer or subject.words else None


def _about_the_same(typed: str, plain: str, before: str, subject: _Subject) -> str | None:
    """Return a question that names no place with the place, act or topic of the one before it."""
    words = _without(plain, ())
    opened = _OPENER.match(plain)
    that_act = _THAT_ACT.search(plain)
    if that_act and subject.words:
        return f"{typed[: that_act.start()]}{subject.words}{typed[that_act.end() :]}"
    if asks_for_a_fact(" ".join(_WORD.findall(plain))):
        of = replace(subject, act=subject.act or "văn bản") if subject.words else subject
        return _added(typed, of)
    that = _THAT.search(plain)
    if that and set(_without(_THAT.sub(" ", plain), ())) <= _ASKING | {
        "chiu",
        "trach",
        "nhiem",
        "thuc",
        "hien",
    }:
        return f"{_topic(before)} {typed[: that.start()]}{typed[that.end() :].strip()}"
    if words and set(words) <= _ASKING:
        return f"{_topic(before)} {typed}"
    if opened and len(words) <= _LONGEST:
        return f"{_topic(before)} {typed}" if _ASKS.search(" ".join(words)) else _added(typed, subject)
    return None


def _added(typed: str, subject: _Subject) -> str | None:
    """Return "còn kinh phí thì sao" as asked of the act and place before: "kinh phí của Sóc Trăng"."""
    plain = fold(typed)
    opener, so_what = _OPENER.match(plain), _SO_WHAT.search(plain)
    start = opener.end() if opener and not plain.startswith("con hieu luc") else 0
    asked = typed[start : so_what.start() if so_what else len(typed)]
    return f"{asked.rstrip(' ?.')} {subject.words}" if subject.words else None
