"""Where a predicate begins in a clause, and where the next one does that is joined to it.

Vietnamese does not inflect: "tổ chức" is an organisation and to organise, "giám sát" a task and to watch.
What stands before and after a word tells which it is.
"""

import re
from collections.abc import Iterator

from ingest import Span
from materials.times import WHEN
from materials.wording import any_of, opens_with

_VERB = re.compile(
    rf"(?P<name>(?i:{any_of('names')}))|(?P<passive>\bđược\s+(?!giao|phân công|cử))|{any_of('verbs')}"
)
"""Takes a verb; as `name` a name that holds one; as `passive` "được bồi dưỡng", not "được giao nhiệm vụ"."""

_NO_ORGAN = re.compile(r"(?:,|\b(?:các|và|hoặc|của|cơ quan|mọi|từng|một|những|cho))\s+$", re.IGNORECASE)
"""Takes what stands before the noun "tổ chức"; must not take what stands before the verb."""

_IN_BODIES = re.compile(rf"{any_of('actors')}(?:,|\s+và)\s+$", re.IGNORECASE)
"""Takes the end of "đơn vị, địa phương và ", where "tổ chức" is one more body; not "triển khai và "."""

_ORGAN = re.compile(
    r"\s*(?:[,;]|$|(?:và|có|chính trị|xã hội|đoàn thể|công đoàn|cá nhân|thành viên|kinh tế|khác|liên quan"
    r"|mình|đảng)\b)",
    re.IGNORECASE,
)
"""Takes what stands after the noun "tổ chức"; must not take "hội nghị"."""

_NOMINAL = re.compile(rf"{any_of('nominal')}\s+$", re.IGNORECASE)
"""Takes "việc " at the end of what stands before a verb: "việc thực hiện" is no predicate."""

_MANNER = rf"(?:(?:{any_of('manner')}|(?x:{WHEN.pattern}))[,\s]+)*"

_JOINED = re.compile(
    rf"(?P<by>,\s+đồng thời|\s+đồng thời|,|\s+và(?:\s+phải)?)\s+(?P<manner>{_MANNER})"
    rf"(?!{any_of('names')})(?P<verb>{any_of('verbs')}(?:\s+(?:tốt|nghiêm)\b)?)",
    re.IGNORECASE,
)
"""Takes ", đồng thời phân công", " và thường xuyên kiểm tra"; must not take ", nghiệp vụ"."""

_VERBS = re.compile(rf"(?:[,\s]|\bvà\b|\bhoặc\b|{any_of('manner', 'verbs')})*", re.IGNORECASE)
"""Takes verbs with the same object, "sửa đổi, bổ sung và hoàn thiện"; must not take the object."""

_LIST = re.compile(rf"(?:(?:,|\s+và|\s+hoặc)\s+{_MANNER}{any_of('verbs')})*", re.IGNORECASE)
"""Takes the further verbs of a list after its first, ", kiểm tra và đôn đốc"; must not take " việc"."""

_SERIAL = re.compile(rf"(?:\s+{any_of('verbs')})*", re.IGNORECASE)
"""Takes the verbs right after another, " triển khai thực hiện"; must not take one after a comma."""

_ENDS_IN_VERB = re.compile(rf"{any_of('verbs')}$")
"""Takes the end of "kế hoạch tuyên truyền"; must not take that of "Ban Chỉ đạo", a name."""

_MORE = re.compile(r"đẩy mạnh|tăng cường|mở rộng", re.IGNORECASE)
"""Takes what after a comma opens a predicate however deep the object before it; not "ban hành"."""

_ENDS_IN_WORK = re.compile(rf"\bcông tác\s+{any_of('verbs')}$")
"""Takes the end of "làm tốt công tác phát hiện", whose work the next verb goes on naming."""

_ENDS_IN_ACTOR = re.compile(rf"{any_of('actors')}$", re.IGNORECASE)
"""Takes the end of "của cá nhân", after which " và tổ chức" names organisations."""

_PURPOSE = re.compile(r"\b(?:để|nhằm)\b")
"""Takes what a predicate's purpose begins with; what is joined to a purpose is no duty."""

_PASSIVE_TAIL = re.compile(r"\s+và\s+được\s+.*$", re.DOTALL)
"""Takes " và được rà soát theo quy định", which binds someone else."""

_SCOPE = re.compile(rf"(?<!làm ){any_of('scopes')}(?!\s+(?:năm|quý|tháng)\b)", re.IGNORECASE)
"""Takes a word under which verbs are no predicates, up to the end of its phrase: "công tác", "để"."""


def verb_after_subject(text: str, start: int, end: int) -> Span | None:
    """Return the first verb that begins a predicate in `text[start:end]`; None of a passive, or of none."""
    inner = start
    for found in _VERB.finditer(text, start, end):
        before, after = text[start : found.start()], text[found.end() : end]
        if found["passive"]:
            return None
        organ = found[0] == "tổ chức"
        if organ and _IN_BODIES.search(before):
            continue
        serial = inner > start and text[inner : found.start()].isspace()
        if found["name"] or serial or _NOMINAL.search(before):
            inner = inner if found["name"] else found.end()
            continue
        if organ and (_NO_ORGAN.search(before) or _ORGAN.match(after)):
            continue
        return found.span()
    return None


def verb_at(text: str, start: int, end: int) -> Span | None:
    """Return the verb that a text opens with; None if it opens with another word."""
    found = opens_with("verbs").match(text, start, end)
    if not found or (found[0].lower() == "tổ chức" and _ORGAN.match(text, found.end(), end)):
        return None
    return found.span()


def predicates(text: str, verb: Span, end: int) -> Iterator[tuple[Span, Span]]:
    """Yield verb and object of each predicate from the first verb to `end`, joined ones apart.

    Verbs with one object are one predicate, their span is that of them all.
    """
    start, verb_end = verb
    verb_end = _listed(text, verb_end, end)
    for found in _JOINED.finditer(text, verb_end, end):
        if found.start() < verb_end or not _begins_predicate(text, verb_end, found, end):
            continue
        yield (start, verb_end), (verb_end, found.start())
        start, verb_end = found.start("verb"), _listed(text, found.end(), end)
    tail = _PASSIVE_TAIL.search(text, verb_end, end)
    yield (start, verb_end), (verb_end, tail.start() if tail else end)


def _listed(text: str, verb_end: int, end: int) -> int:
    found = _LIST.match(text, verb_end, end)
    return found.end() if found else verb_end


def _begins_predicate(text: str, verb_end: int, joined: re.Match[str], end: int) -> bool:
    """Tell whether a joined verb goes with the first one, and not with a word of its object."""
    between, by = text[verb_end : joined.start()], joined["by"].strip(" ,")
    if not _is_verb(text, joined, between, end):
        return False
    if by == "và phải":
        return True
    if by != "đồng thời" and (joined["manner"] or _VERBS.fullmatch(between)):
        return not (_VERBS.fullmatch(between) or (by == "và" and _ENDS_IN_WORK.search(between)))
    strong = opens_with("joined").match(joined["verb"])
    if strong and by == "và" and not _ENDS_IN_VERB.search(between):
        return not _PURPOSE.search(between)
    if by != "đồng thời" and _ENDS_IN_VERB.search(between) and not (strong and not by):
        return False
    more = not by and _MORE.match(joined["verb"]) is not None
    return more or (
        not _SCOPE.search(between) and (by == "đồng thời" or bool(strong) or _plain(text, verb_end, joined))
    )


def _is_verb(text: str, joined: re.Match[str], between: str, end: int) -> bool:
    """Tell whether a joined word is a verb with an object, and no organisation."""
    rest = text[joined.end() : end].strip(" ,")
    if joined["verb"].lower() == "tổ chức" and (_ORGAN.match(rest) or _ENDS_IN_ACTOR.search(between)):
        return False
    return bool(rest) and (bool(joined["manner"]) or not rest.startswith("và "))


def _plain(text: str, verb_end: int, joined: re.Match[str]) -> bool:
    """Tell whether no other verb stands in the object but right after the verb."""
    serial = _SERIAL.match(text, verb_end, joined.start())
    return verb_after_subject(text, serial.end() if serial else verb_end, joined.start()) is None


_PASSIVE = re.compile(r"\bđược\s+(?!giao|phân công|cử)", re.IGNORECASE)
"""Takes "được bồi dưỡng"; not "được giao nhiệm vụ", which says who someone is."""


def predicate_of(text: str) -> int | None:
    """Return where the predicate of a clause that opens with its subject begins; None if it has none."""
    verb = verb_after_subject(text, 0, len(text))
    passive = _PASSIVE.search(text)
    starts = [verb[0]] if verb else [passive.start()] if passive else []
    return min(starts, default=None)
