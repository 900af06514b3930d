"""What a question leaves for the next: its topic without the words that ask, and what that is said of."""

import re

from answer.follow_up.turn import Turn, without
from ingest.accents import fold


def _either(phrases: str) -> str:
    """Return the regular expression of phrases, any of their syllables with or without accents."""
    return "|".join(
        " ".join(word if word == fold(word) else f"(?:{word}|{fold(word)})" for word in phrase.split())
        for phrase in phrases.split("|")
    )


_TIME = "ngày nào|ngày mấy|tháng nào|năm nào|năm bao nhiêu|lúc nào|khi nào|bao giờ|thời gian nào"
_ASKS = re.compile(
    rf"(?<!\w)(?:(?:(?:{_either('kể từ|từ|vào|đến|trước|trong')}) )?(?:{_either(_TIME)})"
    rf"|{_either('bao nhiêu phần trăm|bao nhiêu lần|mấy phần trăm|mấy lần|bao nhiêu %|mấy %|bao nhiêu|mấy')}"
    rf"|{_either('bao lâu|một lần|như thế nào|thế nào|ra sao|vì sao|tại sao|từ đâu|ở đâu|vào đâu|đâu')}"
    rf"|{_either('là ai|ai|là gì|gì|nào|không|vậy|nhỉ|hông|ko')})(?![\w%])",
    re.IGNORECASE,
)
"""Takes the words that ask, "bao nhiêu phần trăm", "o dau"; not "máy móc", "phấn đấu"."""

_ONLY_ASKS = re.compile(
    r"(?:^| )(?:thi |phai |duoc |se )*(?:(?:lay|huy dong|trich|ra)(?: (?:tu|o))* dau"
    r"|(?:lam|noi|neu|ghi|quy dinh)(?: ve)?(?: (?:nhung|cac))?(?: viec)? (?:gi|sao|(?:nhu )?the nao|ra sao)"
    r"|(?:do|boi) (?:ai|(?:co quan|don vi|cap|noi|cong ty|ben) nao)(?: .*)?"
    r"|la (?:gi|ai|bao nhieu)|(?:co )?(?:bi|duoc|phai|can) \w+(?: \w+)? khong|(?:hay )?(?:khong|chua))\W*$"
)
"""Takes " do ai giam sat", " lay tu dau" at the end, folded: nothing is left of it without "ai", "dau"."""

_PREDICATE = re.compile(
    r"(?:,? thi(?! hanh| dua| tuyen)|,? co(?! quan| so| cau)|,? phai|,? lay(?! y| phieu)|,? duoc|,? bi"
    r"|,? do(?= ai| co quan)|,? lam(?! chu| viec)|,? la|,? can(?! bo| cu)|,? bao lau"
    r"|,? phan dau|,? dat(?! dai)|,? chiu|,? giao"
    r"|,? hang nam|,? quy dinh(?= nhu| the| gi| ve)|,? (?:noi|neu|ghi)(?= gi| nhung| ve))(?!\w)"
)
"""Takes " co" of " co nhiem vu gi", folded: where what is said begins; not " co quan"."""

_FRAME = re.compile(r"(?:theo|o|tai|trong) [^,]*, ")
"""Takes "theo ke hoach cua hon quan, " at the beginning, folded."""

_BESIDE = r"(?:(?:cua|o|tai|ben) )?(?:(?:tinh|huyen|thanh pho|tp\.?) )?"
_LEVEL_LAST, _LEVEL_FIRST = re.compile(r" (?:tinh|huyen)$"), re.compile(r" (?:tinh|huyen) ")
"""Take "huyen" of "mat tran huyen" and of " huyen hon quan", folded, where it would stand twice."""

_LAST_WORDS = re.compile(r"\W*(?: (?:la|co|den|tu|thi|phai|duoc))*[\s,?.!]*$")


def topic(before: Turn) -> str:
    """Return what a question is about, without the words that ask."""
    text = before.text[before.start :].rstrip(" ?.!")
    tail = _ONLY_ASKS.search(fold(text))
    text = text[: tail.start()] if tail and tail.start() else text
    return " ".join(_LAST_WORDS.sub("", _ASKS.sub(" ", text)).replace("?", " ").replace(" ,", ",").split())


def said_of(before: Turn) -> str:
    """Return what a question asks something of: "Phòng Tư pháp" of "Phòng Tư pháp có nhiệm vụ gì?".

    Empty where that is but a place, or cannot be told.
    """
    start, end = _subject_span(before)
    text = before.text[start:end]
    names_only = not re.sub(
        r"(?<!\w)(?:tinh|huyen|o|tai|ben)(?!\w)", " ", without(fold(text), before.names)
    ).strip()
    return "" if names_only or _ASKS.search(text) else before.text[before.start : end].strip(" ,")


def _subject_span(before: Turn) -> tuple[int, int]:
    plain = before.plain
    frame = _FRAME.match(plain, before.start)
    start = frame.end() if frame else before.start
    found = _PREDICATE.search(plain, start)
    return start, found.start() if found else start


def asked_of(body: str, before: Turn) -> str | None:
    """Return a question asked of another body at the same place: "Phòng Nội vụ Hớn Quản có nhiệm vụ gì?"."""
    start, end = _subject_span(before)
    if start == end:
        return None
    text, plain = before.text, before.plain
    if said_of(before):
        place = next((found for name in before.names if (found := _named(name, plain, start, end))), None)
        beside = f" {text[place.start() : end].strip()}" if place else ""
        level = _LEVEL_LAST.search(fold(body)) if _LEVEL_FIRST.match(fold(beside)) else None
        other = body[: level.start()] if level else body
        return f"{text[before.start : start]}{other}{beside}{text[end:]}"
    asks = _ASKS.search(text, end)
    said = text[end : asks.end()] if asks else text[end:].rstrip(" ?.!")
    return f"{before.subject.opening}{body}{said}?"


def _named(name: str, plain: str, start: int, end: int) -> re.Match[str] | None:
    return re.compile(rf"(?<!\w){_BESIDE}{re.escape(name)}(?!\w)").search(plain, start, end)
