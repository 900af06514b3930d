"""What a citing act does with the cited one, told from the words before and after the citation.

The words are those of the Law on Promulgation of Legal Normative Documents and of Decree 30/2020/NĐ-CP.
"""

import re

from ingest.document import Relation

_HEADER_VERBS: tuple[tuple[re.Pattern[str], Relation], ...] = (
    # takes "Căn cứ các", "Xét", "Xét đề nghị của Phòng Nội vụ tại"; not "Căn cứ tình hình thực hiện"
    (
        re.compile(
            r"(?:Căn cứ|Xét|Theo)(?: đề nghị của [^;]* tại)?(?: (?:các|vào|quy định tại|quy định của))*"
        ),
        "căn cứ",
    ),
    # takes "Thực hiện", "Triển khai thực hiện"; not "Thực hiện nghiêm"
    (re.compile(r"(?:Thực hiện|Triển khai|Thi hành)(?: (?:các|thực hiện|thi hành))*"), "triển khai"),
)
_HEADER_LINE = re.compile(r"(?:Căn cứ|Xét|Theo|Thực hiện|Triển khai|Thi hành)(?= )")
"""Takes the verb that a line of legal bases begins with; not "Kính gửi"."""

LIST_GAP = re.compile(
    r"(?:[,;]| và| hoặc| đến)(?: và)? (?:(?:tại|của|các|từ|quy định tại|điều|khoản|điểm) )*", re.IGNORECASE
)
"""Takes what stands between two citations that go together: ", ", " và các "; not " vào sau "."""

_CLAUSE = re.compile(
    r"(?:(?:Điều \d+\w?\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-–+])\s?)?"
    r"(?P<verb>[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế|[Bb]ãi bỏ|[Hh](?:ủy|uỷ) bỏ|[Bb]ỏ)(?!\w)"
)
"""Takes the verb that an amending clause begins with, "1. Sửa đổi, bổ sung khoản 2"; not "Việc sửa đổi"."""

_ACTIONS: dict[str, Relation] = {"sửa đổi": "sửa đổi", "bổ sung": "bổ sung", "thay thế": "thay thế"}
"""Verb → relation; every other verb of a clause takes away."""

_CLAUSE_OBJECT = re.compile(
    r"(?:[ ,;]|(?:một số|các|nội dung|quy định|tên|cụm từ|từ|bằng|thành|tại|của|và|điểm|khoản|[Đđ]iều|[Mm]ục"
    r"|[Cc]hương|[Pp]hụ lục|gạch đầu dòng|đoạn|câu|dòng|mở đầu|đầu|cuối|thứ (?:nhất|hai|ba|tư|\d+)"
    r"|toàn bộ|một phần|phần|vào|ngay|sau|trước|sửa đổi|bổ sung|thay thế|bãi bỏ|dấu|chữ|số|\d+[a-zđ]?|[a-zđ]"
    r"|[IVXLC]+)(?!\w))*"
)
"""Takes what stands between an amending clause's verb and what it amends: " cụm từ  bằng cụm từ  tại "; not
" kinh phí theo ", " … như sau: ".
"""

_POSITION = re.compile(r" (?:sau|trước) $")
"""Takes "Bổ sung Điều 5a vào sau " before the provision that only says where; not "vào khoản 2 "."""

_FURTHER_VERB = re.compile(r", (?:thay thế|bãi bỏ)(?!\w)")
"""Takes the further verbs of "Bổ sung, thay thế, bãi bỏ một số từ"; not ", bổ sung khoản 2"."""

_WORDS_ONLY = re.compile(r" (?:một số )?(?:các )?(?:cụm )?từ(?!\w)")
"""Takes " cụm từ" in "Bỏ cụm từ “…” tại khoản 2", which changes the khoản; not " khoản 2"."""

_OWN_VERB = re.compile(
    r"(?P<subject>.*?)(?P<verb>quy định chi tiết|hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ)"
    r"(?P<object>(?:[ ,][^.;\n]*)?)",
    re.IGNORECASE,
)
"""Takes "Nghị định này quy định chi tiết một số điều của "; not "Nghị định này áp dụng cho "."""

_DIRECTLY = re.compile(
    r"(?:, bổ sung)?(?: (?:toàn bộ|một phần|một số|các|điều|nội dung|quy định|của|tại|cho|và))* ",
    re.IGNORECASE,
)
"""Takes what may stand between "thay thế" and the act replaced: " toàn bộ "; not " bằng ", " theo "."""

_THIS_ACT = re.compile(
    r"(?:(?:[-–+]|\d+\.|[a-zđ]\)) )?"
    r"(?:(?:Về|Về việc) |(?:.* )?[A-ZĐ]\w+(?: \w+)? này (?:.*và )?|.* ban hành [A-ZĐ]\w+(?: \w+)? )?"
)
"""Takes what stands before the verb of this act: nothing, "Nghị định này ", "Về việc "; not "được "."""

_EXPIRES = re.compile(r"[^.;\n]{0,400}?hết hiệu lực(?: thi hành)?(?: kể)? từ ")
"""Takes " hết hiệu lực thi hành kể từ ngày Nghị định này có hiệu lực"; not "khi Luật A hết hiệu lực;"."""

_EXPIRE_BELOW = re.compile(r"(?:hết hiệu lực|bãi bỏ)[^.\n]*:\s*$", re.IGNORECASE)
"""Takes "Các nghị định sau đây hết hiệu lực thi hành kể từ ngày …:"; not "Bãi bỏ Điều 5."."""

_NOTHING = re.compile(r"(?:[-–+]|[a-zđ]\)|\d+\.)? ?")
"""Takes the number of an item before its first word, "k) "; not "k) Trừ "."""

_CARRIES_OUT = re.compile(
    r"(?:nhằm|để) (?:triển khai|thực hiện|thi hành)(?:,? (?!quy định|theo|được|tại|nhiệm vụ)[^\W\d]+)* $"
)
"""Takes "nhằm triển khai thực hiện có hiệu quả "; not "để thực hiện nhiệm vụ quy định tại "."""


def header_relation(lead: str, line: str) -> Relation:
    """Tell the relation of an act cited in the header.

    Args:
        lead: the words before it, from its line's start or the last semicolon.
        line: the whole line.

    """
    verb = _HEADER_LINE.match(line)
    if verb is None:
        return _own_relation(lead) or "dẫn chiếu"
    words = lead if lead.startswith(verb[0]) else f"{verb[0]} {lead}"
    return next((name for verbs, name in _HEADER_VERBS if verbs.fullmatch(words.strip())), "dẫn chiếu")


def body_relation(lead: str, since: str, tail: str, parent_words: str) -> Relation:
    """Tell the relation of an act or provision cited in the body.

    Args:
        lead: the words before it, from the start of its sentence, quotations blanked.
        since: what of these follows another act cited in the sentence, which then is what acts.
        tail: the words after it, to the end of its sentence at least.
        parent_words: the words of the provision that holds its own: "Các văn bản sau đây bãi bỏ:".

    """
    clause = _CLAUSE.match(lead)
    if clause:
        return _clause_relation(clause, lead[clause.end() :])
    listed = since == lead or since.endswith((" và ", ", "))
    if listed and _EXPIRES.match(tail):
        return "bãi bỏ"
    if _NOTHING.fullmatch(lead) and _EXPIRE_BELOW.search(parent_words):
        return "bãi bỏ"
    if _CARRIES_OUT.search(since):
        return "triển khai"
    return _own_relation(since) or "dẫn chiếu"


def is_clause(words: str) -> bool:
    """Tell whether a provision's words begin with the verb of an amending clause."""
    return _CLAUSE.match(words) is not None


def _clause_relation(clause: re.Match[str], before: str) -> Relation:
    """Tell what an amending clause does, by its verb; before a provision that only says where, nothing."""
    if _POSITION.search(before) or not _CLAUSE_OBJECT.fullmatch(before):
        return "dẫn chiếu"
    verb = clause["verb"].lower()
    if _FURTHER_VERB.match(before):
        return "sửa đổi"
    if verb in _ACTIONS:
        return _ACTIONS[verb]
    return "sửa đổi" if _WORDS_ONLY.match(before) else "bãi bỏ"


def _own_relation(lead: str) -> Relation | None:
    """Tell what this act, as a sentence's subject or in its own title, does with the act that follows."""
    found = _OWN_VERB.fullmatch(lead)
    if found is None or not _THIS_ACT.fullmatch(found["subject"]):
        return None
    verb = found["verb"].lower()
    if verb not in {*_ACTIONS, "bãi bỏ"}:
        return "quy định chi tiết"
    if not _DIRECTLY.fullmatch(found["object"]):
        return None
    return _ACTIONS.get(verb, "bãi bỏ")
