"""Which facts of a document a question asks for, if it asks for nothing else.

A question is read to its end: what names the document is taken out, and each word left must belong to a
way of asking for a fact, or be one that only joins. "ai ký hương ước" asks about a hương ước, not about
the document, for that word is left over.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Field = Literal[
    "signer",
    "issued_on",
    "effective_on",
    "number",
    "issuer",
    "bases",
    "recipients",
    "title",
    "status",
    "attached",
    "replaced",
    "session",
]

_WHEN = (
    r"(?:(?:tu|vao|hoi|ke|trong) )*(?:(?:ngay |thang |nam )+(?:nao|may|bao nhieu|gi|bao gio)"
    r"|khi nao|bao gio|luc nao|hom nao|dao nao|thoi diem nao)"
)
_WHICH = r"(?:(?:nhung|cac) )?(?:(?:van ban|tai lieu|quy dinh|luat|phu luc|du thao|giay to) )?(?:nao|gi)"
_SIGNS = r"k[yi](?: (?:ten|duyet|ban hanh|phe duyet))?"
_ISSUES = r"(?:ban hanh|ra(?: doi)?|thong qua|soan(?: thao)?|xay dung)"
_ORGAN = r"(?:co quan|don vi|cap|noi|ben|to chuc) (?:nao|gi)"
_PERSON = r"(?:ai|(?:ong|ba|nguoi|dong chi|lanh dao|vi|sep|can bo|thang) (?:nao|gi))"

_EITHER = r"(?:(?:cai|van ban|ben|tinh|noi) )?nao"

_PHRASES: dict[Field, str] = {
    # takes "ai ký", "người ký", "ký với chức vụ gì", folded; not "định kỳ", "ký hợp đồng"
    "signer": (
        rf"(?:do )?{_PERSON}(?: (?:la nguoi|la|da|dung ten|dung ra|duoc))* {_SIGNS}"
        rf"|nguoi (?:dung ten )?{_SIGNS}"
        rf"|{_SIGNS} (?:boi )?(?:la )?{_PERSON}|chu k[yi] (?:la )?cua {_PERSON}|chuc (?:vu"
        rf"|danh)(?: cua)? nguoi {_SIGNS}"
        rf"|{_SIGNS} (?:(?:voi|theo|o|duoi) )*(?:chuc vu|chuc danh|chuc|tu cach|cuong vi) (?:la )?(?:gi|nao)"
        rf"|chuc (?:vu|danh) (?:la )?(?:gi|nao)"
    ),
    # takes "ban hành ngày nào", "tháng mấy ký", "ngày ký"; not "bao giờ phải báo cáo"
    "issued_on": (
        rf"(?:{_ISSUES}|{_SIGNS}) {_WHEN}|{_WHEN}(?: (?:thi|moi|duoc|da))* (?:{_ISSUES}|{_SIGNS})"
        rf"|ngay (?:thang )?(?:nam )?(?:ban hanh|k[yi]|thong qua)"
        rf"|(?:co |vao |de )*ngay (?:thang )?(?:nam )?(?:nao|may|bao nhieu)"
        rf"(?: (?:thang|nam) (?:nao|may|bao nhieu))*"
        rf"|(?:{_EITHER} )?(?:duoc )?(?:{_ISSUES}|{_SIGNS}) (?:truoc|sau|som|muon)(?: hon| nhat)?"
    ),
    # takes "có hiệu lực từ khi nào", "còn hiệu lực không"; not "hiệu quả"
    "effective_on": (
        rf"(?:co )?hieu luc (?:luon )?(?:sau ngay )?(?:ke )?tu ngay (?:duoc )?(?:thong qua|k[yi]|ban hanh)"
        rf"(?: (?:phai|dung|co))*(?: khong| ko)?|"
        rf"(?:thoi diem |ngay )?(?:bat dau )?(?:(?:co|con) )?hieu luc(?: thi hanh| phap ly)*(?: (?:ke|tu"
        rf"|tinh))*"
        rf"(?: {_WHEN}| chua| khong)?|{_WHEN}(?: (?:thi|moi|bat dau))* (?:co )?hieu luc(?: thi hanh)?"
        rf"|(?:bat dau )?(?:duoc )?ap dung {_WHEN}|con (?:duoc )?(?:ap dung|gia tri)(?: duoc)?(?: nua)? khong"
    ),
    # takes "số hiệu là gì", "số mấy", "số và ngày nào"; not "bao nhiêu nghị quyết"
    "number": (
        r"(?:co |mang )*so(?: va)?(?= ngay )|(?:mang |co )*so hieu(?: (?:van ban|la|nao|gi|bao nhieu|may))*"
        r"|(?:mang |co )*so (?:van ban )?(?:la )?(?:may|bao nhieu|nao|gi)"
    ),
    # takes "cơ quan nào ban hành", "do ai ban hành"; not "cơ quan nào chịu trách nhiệm"
    "issuer": (
        rf"(?:do |cua )?(?:{_ORGAN}|{_PERSON})(?: (?:da|la noi|la nguoi|duoc))* {_ISSUES}"
        rf"|{_ISSUES} boi (?:{_ORGAN}|ai)"
        rf"|co quan ban hanh|(?:la )?cua {_ORGAN}|(?:la )?cua ai(?! k[yi](?!\S))"
        rf"|do (?:so nao|{_ORGAN}) lam"
    ),
    # takes "căn cứ vào những văn bản nào", "trên cơ sở tờ trình"; not "cơ sở" of "dân chủ ở cơ sở"
    "bases": (
        r"(?:duoc |ban hanh |dua |dung |lam )*(?:can cu|tren co so|co so phap ly|dua (?:vao|tren|theo))"
        rf"(?: phap ly)?(?: (?:vao|tren|theo|de|ban hanh))*(?: {_WHICH}| dau)?"
        r"|(?:la )?xet(?: de nghi)?(?: (?:tai|cua))?|theo(?= (?:to|bao) )"
    ),
    # takes "gửi cho ai", "nơi nhận"; not "gửi báo cáo cho ai"
    "recipients": (
        r"(?:duoc )?(?:kinh )?gui(?: (?:cho|toi|den|di|ve|len))*(?: (?:nhung|cac))?"
        r" (?:ai|dau|(?:co quan|noi|don vi|cho|noi nhan) (?:nao|dau))|noi nhan(?: (?:la|nao|gom|gi|dau"
        r"|nhung))*"
        r"|kinh gui|(?:duoc )?(?:trinh|gui) (?:len )?(?:cho )?(?:ai|dau|co quan nao|cap nao)"
        r"(?: xem xet)?(?: (?:quyet )?dinh)?"
    ),
    # takes "tên đầy đủ", "về việc gì", "trích yếu"; not "tên người ký"
    "title": (
        r"(?:co )?ten (?:goi )?(?:day du|chinh thuc)(?: (?:la|cua no))*(?: gi)?"
        r"|(?:co )?ten (?:goi )?la gi|trich yeu"
        r"|(?:(?:la|noi|ban|quy dinh) )*ve (?:(?:viec|van de|noi dung|chuyen|cai) (?:gi|nao)|gi)"
    ),
    # takes "là dự thảo hay đã ban hành", "có phải dự thảo không"; not "dự thảo tờ trình"
    "status": (
        r"(?:(?:co|phai|la|con|moi|chi|van|dang|ban|chinh thuc) )*du thao (?:hay|hoac|thoi|phai khong"
        r"|khong|a|ha)"
        r"(?: (?:la|ban hanh|ban|van ban|da|duoc|chinh thuc|thuc su|roi|that|chua))*"
        r"|(?:da )?(?:la )?(?:ban )?chinh thuc (?:hay|hoac)(?: (?:moi|chi|van|con|la|ban))* du thao"
        r"|(?:da )?(?:duoc )?ban hanh (?:chinh thuc )?chua|da ban hanh hay (?:con |moi |chua |la )*du thao"
    ),
    # takes "kèm theo văn bản gì"; not "kèm cặp"
    "attached": rf"(?:(?:co|gui|ban hanh) )*(?:{_WHICH} )?kem(?: theo)?"
    rf"(?: (?:ban |van ban )*(?:du thao|phu luc)(?: nghi quyet| quyet dinh| {_WHICH})?| {_WHICH})?"
    r"(?: khong| ko)?",
    # takes "thay thế văn bản nào"; not "thay thế cán bộ"
    "replaced": rf"(?:thay the|bai bo|thay)(?: cho)? {_WHICH}",
    # takes "khóa mấy, kỳ họp thứ mấy"; not "khóa học"
    "session": r"khoa (?:thu )?(?:may|nao|bao nhieu)|k[yi] hop (?:thu )?(?:may|nao|bao nhieu)",
}
_FIELDS = {field: re.compile(rf"(?:{phrase})(?!\S)") for field, phrase in _PHRASES.items()}

_FIELDS_OF_CITED: dict[Field, re.Pattern[str]] = _FIELDS | {
    # takes "quyết định về gì" as "qđ" is spelt out; not "quy định gì"
    "title": re.compile(rf"(?:{_PHRASES['title']}|quyet dinh ve (?:viec )?gi)(?!\S)"),
}

_JOINING = frozenset(
    "a ah ai anh ay ban bao biet boi cac cai can chi cho chua co con cua cung da dang dau de do duoc em "  # noqa: SIM905
    "gi giup gium gom "
    "ha hay hien hoac hoi khac khong kia la lai luc minh moi muon nao nay nhau nhe nhi nhu nhung noi oi "
    "o ra rang roi "
    "sanh sao so tai the thi thong thu thuc toi tra trong va van vay ve ve viec voi vua xem xin roi ra "
    "tai cu ko vay ba hai lan luot nha nham".split()
)
"""Words, folded, that ask politely, compare or join."""

_JOINING_PHRASE = re.compile(r"(?:ban hanh|van ban|thong qua|thi hanh|so sanh|du thao|day du)(?!\S)")
"""Takes what may stand beside a fact asked for, "được thông qua"; not "thông"."""

FIELD_WORDS = frozenset({"ky", "ki", *re.findall(r"[a-z]{2,}", " ".join(_PHRASES.values()))})
"""Words of the ways of asking: a document's title does not take them out of a question."""

OF_DOCUMENTS_ONLY: frozenset[Field] = frozenset({"signer", "number", "effective_on", "recipients", "status"})
"""Facts that nothing but a document has: a place's name is enough to say of which."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts asked for, in the order of the question, and the words that say which legal base."""

    fields: tuple[Field, ...]
    which: tuple[str, ...] = ()
    own: int = 0
    """So many of the facts are asked before the words that say which base."""
    numbered: bool = False
    """Whether the number or the day of that base is asked for."""


_ACT = re.compile(r"(?<!\S)(?:to trinh|bao cao|nghi dinh|ke hoach|luat|quyet dinh|nghi quyet)(?!\S)")
"""Takes "to trinh" among the words that say which base, folded."""

_OF_A_BASE: frozenset[Field] = frozenset({"number", "issued_on", "title", "bases"})
"""Facts that a line of legal bases prints of one."""

_OF_CITED = frozenset("lam huong dan nham quy dinh vao chinh thuc hien xay dung viec".split())  # noqa: SIM905
"""Words that join what an act is about to its name."""


def fields_of_act(residue: str, known: Collection[str]) -> Asked | None:
    """Return the facts that a question asks of an act only cited; None if it asks for anything else.

    Args:
        residue: the question folded, without the act's number or kind.
        known: words, folded, that may name the act.

    """
    return _read(residue.strip(), {*known, *_OF_CITED} - {"so", "ngay"}, _FIELDS_OF_CITED)


_RECIPIENT = re.compile(
    r"(?<!\S)noi nhan(?! (?:ho so|phan anh|kien nghi|don|khieu nai|to cao|bao cao))(?!\S)"
)
"""Takes "noi nhan co dai bao nao", folded; not "noi nhan ho so"."""

_NOT_A_RECIPIENT = re.compile(r"(?<!\S)(?:dien thoai|bao nhieu|khi nao|bao gio|ngay)(?!\S)")


def recipient_asked(residue: str) -> Asked | None:
    """Tell whether a question asks for one of the recipients that a document lists, whatever its name."""
    if not _RECIPIENT.search(residue) or _NOT_A_RECIPIENT.search(residue):
        return None
    return Asked(("recipients",))


def fields_in(residue: str, of_bases: Collection[str] = ()) -> Asked | None:
    """Return the facts that a question asks for; None if it asks for anything else, or nothing.

    Args:
        residue: the question folded, syllables parted by one space, without the words that name the document.
        of_bases: words of the document's legal bases, folded; they may say which of them is asked about.

    """
    asked = _read(residue, of_bases, _FIELDS)
    return asked and _of_bases(asked)


def _of_bases(asked: Asked) -> Asked | None:
    """Return what is asked where words say which legal base: that base, and facts asked before them."""
    if not asked.which:
        return asked
    which = " ".join(asked.which)
    own = asked.fields[: asked.own]
    of_base = asked.fields[asked.own :]
    if "bases" not in of_base and not (_ACT.search(which) and of_base and set(of_base) <= _OF_A_BASE):
        return None
    numbered = bool({"number", "issued_on"} & set(of_base))
    return Asked((*(field for field in own if field != "bases"), "bases"), asked.which, numbered=numbered)


def _read(residue: str, known: Collection[str], ways: Mapping[Field, re.Pattern[str]]) -> Asked | None:
    """Read a question to its end; None if it holds a word that is neither known nor of a way of asking."""
    fields: dict[Field, None] = {}
    which: list[str] = []
    own = 0
    at = 0
    while at < len(residue):
        found = {field: match for field, way in ways.items() if (match := way.match(residue, at))}
        word = residue[at:].split(" ", 1)[0]
        joining = _JOINING_PHRASE.match(residue, at)
        if found:
            field = max(found, key=lambda name: found[name].end())
            fields[field] = None
            if not which and field != "bases" and "bases" not in fields:
                own = len(fields)
            at = found[field].end()
        elif joining:
            at = joining.end()
        elif word in known and word not in _JOINING:
            which.append(word)
            at += len(word)
        elif word in known or word in _JOINING:
            at += len(word)
        else:
            return None
        at += 1
    return Asked(tuple(fields), tuple(which), own) if fields else None
