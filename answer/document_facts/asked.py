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
    "proposer",
    "examiner",
    "drafter",
    "recipients",
    "title",
    "status",
    "attached",
    "replaced",
    "session",
]

_DAY_ASKED = r"(?:ngay |thang |nam )+(?:nao|may|bao nhieu|gi|bao gio)"
_WHEN = (
    rf"(?:(?:tu|vao|hoi|ke|trong|o|luc|cai) )*(?:{_DAY_ASKED}(?: {_DAY_ASKED})*"
    r"|khi nao|bao gio|luc nao|hom nao|dao nao|thoi diem nao)"
)
GIVEN_DAY = "#"
"""Stands for a day or a year that the question gives itself."""

_THAT_DAY = rf"(?:(?:ke|tu|vao|trong|hoi|luc|la|dung|sau|ngay|co phai) )*{GIVEN_DAY}"
_DOUBTED = r"(?=.*(?<!\S)(?:hay|hoac|khong|ko|chua|a|ha|thoi|phai|dung|roi|nhi)(?!\S))"
"""Takes a question whose rest asks whether it is so, "phải không"."""

_WHICH = r"(?:(?:nhung|cac) )?(?:(?:van ban|tai lieu|quy dinh|luat|phu luc|du thao|giay to) )*(?:nao|gi)"
_SIGNS = r"k[yi](?: (?:ten|duyet|ban hanh|phe duyet|thong qua|vao|cai))*"
_ISSUES = r"(?:ban hanh|ra(?: doi)?|thong qua|xay dung)"
_ORGAN = r"(?:(?:nhung|cac) )?(?:co quan|don vi|cap|noi|ben|to chuc|so|phong|ban|nganh) (?:nao|gi)"
_OFFICE = r"(?:pho )?(?:chu tich|giam doc|truong phong|truong ban|chanh van phong)"
_WHO = r"(?:ai|nguoi|ong|ba|dong chi|lanh dao|vi|sep|can bo|thang)"
_PERSON = rf"(?:ai|(?:{_WHO} )+(?:nao|gi)|{_OFFICE}(?: nao)?)"
_OR_PERSON = rf"{_PERSON}(?: (?:hay|hoac)(?: la)? {_PERSON})*"
_SIGNING = (
    r"(?: (?:la nguoi|la|da|dung ten|dung ra|duoc|truc tiep|dat but|ha but|thay mat|quyen|co tham quyen))*"
)
_OFFICE_ASKED = (
    r"(?:(?:voi|theo|o|duoi|giu|mang|cung|tren|va|lam) )*(?:chuc vu|chuc danh|chuc|tu cach|cuong vi)"
)

_EITHER = r"(?:(?:cai|van ban|ben|tinh|noi) )?nao"
_SENT = r"(?:gui|chuyen|phat hanh)"
_DRAFT_ADVERB = (
    r"(?:ban hanh|van ban|chinh thuc|thuc su|co|phai|la|con|moi|chi|van|dang|ban|o|muc|da|duoc|roi|that"
    r"|chua|hay|hoac|thoi|phai khong|dung khong|khong|ko|a|ha|nhi)"
)

_PHRASES: dict[Field, str] = {
    # takes "ai ký", "ông nào đặt bút ký", "ký với chức vụ gì", "chủ tịch ký", folded; not "định kỳ"
    "signer": (
        rf"(?:do )?{_OR_PERSON}{_SIGNING} {_SIGNS}"
        rf"|nguoi (?:nao )?(?:dung ten |da |dat but )*{_SIGNS}"
        rf"(?: (?:la )?(?:ong|ba)(?: hay (?:ong|ba))?(?: nao)?)?"
        rf"|{_SIGNS} (?:(?:boi|la|do) )*{_OR_PERSON}|chu k[yi] (?:(?:la|do|cua) )*{_PERSON}"
        rf"|{_OFFICE_ASKED}(?: cua)? nguoi {_SIGNS}"
        rf"|(?:{_SIGNS} )?{_OFFICE_ASKED} (?:la )?(?:gi|nao)"
    ),
    # takes "ban hành ngày nào", "tháng mấy ký", "ký ngày 8/12 phải không"; not "bao giờ phải báo cáo"
    "issued_on": (
        rf"(?:{_ISSUES}|{_SIGNS}) (?:cai )?{_WHEN}|{_WHEN}(?: (?:thi|moi|duoc|da))* (?:{_ISSUES}|{_SIGNS})"
        rf"|{_DOUBTED}(?:(?:{_ISSUES}|{_SIGNS}) |(?:co |de |ghi )+(?:ngay )?){_THAT_DAY}"
        rf"|ngay (?:thang )?(?:nam )?(?:ban hanh|k[yi]|thong qua)"
        rf"|(?:co |vao |de |ghi )*{_DAY_ASKED}(?: {_DAY_ASKED})*|ngay(?: thang)?(?: nam)?(?= chua|$)"
        rf"|(?:{_EITHER} )?(?:duoc )?(?:{_ISSUES}|{_SIGNS}) (?:truoc|sau|som|muon)(?: hon| nhat)?"
    ),
    # takes "có hiệu lực từ khi nào", "còn hiệu lực không"; not "hiệu quả", "hết hiệu lực"
    "effective_on": (
        rf"(?:(?:bat dau|chinh thuc|phat sinh|co|con|ngay|thoi diem|moi) )*hieu luc(?: thi hanh| phap ly)*"
        rf"(?: (?:luon|lien|sau|ke|tu|tinh|vao|thi|ngay(?! (?:duoc|thong|k[yi]|ban|nao|may|bao|gi))))*"
        rf"(?: {_THAT_DAY}| {_WHEN}| ngay (?:duoc )?(?:thong qua|k[yi]|ban hanh)| chua| khong| ko)?"
        rf"(?: (?:hay|hoac)(?: (?:la|tu|phai|doi|cho|den|mot))*(?: ngay)?(?: nao)?(?: khac)?(?: nao)?)?"
        rf"|(?:{_WHEN}|bao lau|may ngay)(?: (?:thi|moi|bat dau|chinh thuc|no|sau|nua))* "
        rf"(?:(?:co|phat sinh) )?hieu luc(?: thi hanh)?"
        rf"|(?:bat dau )?(?:duoc )?ap dung (?:ke )?(?:tu )?{_WHEN}"
        rf"|con (?:duoc )?(?:ap dung|gia tri)(?: duoc)?(?: nua)? khong"
    ),
    # takes "số hiệu là gì", "số mấy", "số và ngày nào", "có số chưa"; not "bao nhiêu nghị quyết"
    "number": (
        r"(?:co |mang |ghi )*so(?: va)?(?= (?:ngay|k[yi] hieu) | ngay$| chua)|(?:co |mang |ghi )*so$"
        r"|(?:mang |co )*(?:so hieu|so(?: va)? k[yi] hieu|k[yi] hieu)"
        r"(?: (?:van ban|la|nao|gi|bao nhieu|may))*"
        r"|(?:mang |co )*so (?:van ban )?(?:la )?(?:may|bao nhieu|nao|gi)"
    ),
    # takes "cơ quan nào ban hành", "do ai ban hành"; not "cơ quan nào chịu trách nhiệm", "ai soạn thảo"
    "issuer": (
        rf"(?:do |cua )?(?:{_ORGAN}|{_PERSON})(?: (?:da|la noi|la nguoi|duoc))* {_ISSUES}"
        rf"|{_ISSUES} boi (?:{_ORGAN}|ai)|do (?:hay |hoac )?{_ISSUES}"
        rf"|co quan ban hanh|(?:la )?cua {_ORGAN}|(?:la )?cua ai(?! k[yi](?!\S))"
        rf"|do {_ORGAN} lam"
    ),
    # takes "căn cứ vào những văn bản nào", "trên cơ sở tờ trình"; not "cơ sở" of "dân chủ ở cơ sở"
    "bases": (
        r"(?:duoc |ban hanh |dua |dung |lam |co |trong )*"
        r"(?:(?:phan )?can cu|tren co so|co so phap ly|dua (?:vao|tren|theo)|vien dan|dan chieu)"
        rf"(?: phap ly)?(?: (?:vao|tren|theo|de|ban hanh|den|toi))*(?: {_WHICH}| dau)?"
        rf"|(?:de )?(?:trien khai|thuc hien|thi hanh)(?: thuc hien| theo)*(?: van ban)? nao"
        r"|(?:la )?xet(?: de nghi)?(?: (?:tai|cua))?|theo(?= (?:to|bao) )"
    ),
    # takes "cơ quan nào trình", "ai đề nghị ban hành"; not "trình tự", "trình ai"
    "proposer": (
        rf"(?:do |theo de nghi cua )?(?:{_ORGAN}|ai)(?: (?:da|la noi|la nguoi))* (?:trinh|de nghi|de xuat)"
        rf"(?! (?:len|cho|ai|gi))(?: ra)?(?: (?:du thao|ban hanh|thong qua|xem xet|de nghi))*"
    ),
    # takes "ban nào thẩm tra", "báo cáo thẩm tra số mấy"; not "kiểm tra"
    "examiner": (
        rf"(?:truoc khi )?(?:ban hanh )?(?:(?:do |duoc )?(?:{_ORGAN}|ai)(?: (?:da|la noi|la nguoi))* )"
        rf"tham tra(?: (?:du thao|ban hanh|truoc khi|thong qua))*"
        rf"|(?:(?:duoc|do) )*tham tra boi (?:{_ORGAN}|ai)|bao cao tham tra"
    ),
    # takes "do ai soạn", "cơ quan nào soạn thảo"; not "tổ soạn thảo hương ước"
    "drafter": rf"(?:do )?(?:{_ORGAN}|{_PERSON})(?: (?:da|la noi|la nguoi|duoc))* soan(?: thao)?",
    # takes "gửi cho ai", "nơi nhận"; not "gửi báo cáo cho ai"
    "recipients": (
        rf"(?:duoc )?(?:kinh )?{_SENT}(?: (?:cho|toi|den|di|ve|len|ra))*(?: (?:nhung|cac))?"
        r" (?:ai|dau|(?:co quan|noi|don vi|cho|noi nhan) (?:nao|dau))|noi nhan(?: (?:la|nao|gom|gi|dau"
        r"|nhung))*"
        r"|kinh gui|(?:duoc )?(?:trinh|gui) (?:len )?(?:cho )?(?:ai|dau|co quan nao|cap nao)"
        r"(?: (?:de )?xem xet)?(?: (?:quyet )?dinh)?"
    ),
    # takes "tên đầy đủ", "về việc gì", "trích yếu"; not "tên người ký"
    "title": (
        r"(?:co )?ten (?:goi )?(?:day du|chinh thuc)(?: (?:la|cua no|cua))*(?: gi)?"
        r"|(?:co )?ten (?:goi )?(?:cua )?(?:la )?gi|trich yeu(?: (?:noi dung|la|gi|cua))*"
        r"|(?:(?:la|noi|ban|quy dinh) )*ve (?:(?:viec|van de|noi dung|chuyen|cai|chu de) (?:gi|nao)|gi)"
    ),
    # takes "là dự thảo hay đã ban hành", "mới chỉ là dự thảo phải không"; not "dự thảo tờ trình"
    "status": (
        rf"{_DOUBTED}(?:{_DRAFT_ADVERB} )*(?:du thao|dt|ban chinh thuc)(?: (?:{_DRAFT_ADVERB}|du thao))+"
        rf"|{_DOUBTED}(?:(?:{_DRAFT_ADVERB} )*)chinh thuc (?:hay|hoac)(?: {_DRAFT_ADVERB})* (?:du thao|dt)"
        r"|(?:da )?(?:duoc )?ban hanh (?:chinh thuc )?chua"
        rf"|(?:{_DRAFT_ADVERB} )*ban hanh (?:hay|hoac)(?: {_DRAFT_ADVERB})* du thao"
    ),
    # takes "kèm theo văn bản gì"; not "kèm cặp"
    "attached": rf"(?:(?:co|gui|ban hanh) )*(?:{_WHICH} )?kem(?: theo)?"
    rf"(?: (?:ban |van ban )*(?:du thao|phu luc)(?: nghi quyet| quyet dinh| {_WHICH})?| {_WHICH})?"
    r"(?: khong| ko)?",
    # takes "thay thế văn bản nào"; not "thay thế cán bộ"
    "replaced": rf"(?:thay the|bai bo|thay)(?: cho)? {_WHICH}",
    # takes "khóa mấy, kỳ họp thứ mấy", "kỳ họp thường lệ hay chuyên đề"; not "khóa học"
    "session": r"khoa (?:thu )?(?:may|nao|bao nhieu)|k[yi] hop (?:thu )?(?:may|nao|bao nhieu)"
    r"|k[yi] hop(?: (?:thong qua|la|k[yi] hop))* (?:thuong le|thuong k[yi]|chuyen de|bat thuong)"
    r"(?: (?:hay|hoac)(?: (?:la|k[yi] hop))* (?:thuong le|thuong k[yi]|chuyen de|bat thuong))?",
}
_FIELDS = {field: re.compile(rf"(?:{phrase})(?!\S)") for field, phrase in _PHRASES.items()}

_FIELDS_OF_CITED: dict[Field, re.Pattern[str]] = _FIELDS | {
    # takes "quyết định về gì" as "qđ" is spelt out; not "quy định gì"
    "title": re.compile(
        rf"(?:{_PHRASES['title']}|quyet dinh ve (?:viec )?gi"
        r"|(?:co )?noi dung (?:la )?gi|quy dinh(?: ve)? gi)(?!\S)"
    ),
}

_JOINING = frozenset(
    "a ah ai anh ay ban bao biet boi cac cai can chi cho chua co con cua cung da dang dau de do duoc em "  # noqa: SIM905
    "gi giup gium gom "
    "ha hay hien hoac hoi khac khong kia la lai luc minh moi muon nao nay nhau nhe nhi nhu nhung noi oi "
    "o ra rang roi "
    "sanh sao so tai the thi thong thu thuc toi tra trong va van vay ve ve viec voi vua xem xin roi ra "
    "tai cu ko vay ba hai lan luot nha nham phai dung ca do day truoc thoi chi # ".split()
)
"""Words, folded, that ask politely, compare or join."""

_JOINING_PHRASE = re.compile(
    r"(?:ban hanh|van ban|tai lieu|thong qua|thi hanh|so sanh|du thao|day du"
    r"|chinh thuc|de trong|cu the)(?!\S)"
)
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

_OF_A_PAPER: frozenset[Field] = frozenset({"number", "issued_on", "bases"})
"""Facts that are asked of the paper which proposed or examined an act, where that is asked about."""

_OF_CITED = frozenset("tinh huyen lam huong dan nham quy dinh vao chinh thuc hien xay dung viec".split())  # noqa: SIM905
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
    asked = _read(_without_signers_name(residue), of_bases, _FIELDS)
    if asked and not asked.which and {"proposer", "examiner"} & set(asked.fields):
        numbered = bool({"number", "issued_on"} & set(asked.fields))
        return Asked(tuple(field for field in asked.fields if field not in _OF_A_PAPER), numbered=numbered)
    return asked and _of_bases(asked)


_NAME = re.compile(
    r"(?<!\S)(?:ho (?:va )?)?ten(?! (?:goi|day du|chinh thuc|van ban|k[yi]))(?: (?:la )?gi)?(?!\S)"
)
"""Takes "ho ten", "ten gi", folded; not "ten goi", "dung ten ky"."""


def _without_signers_name(residue: str) -> str:
    """Return a question of who signed without the words that ask for that one's name."""
    signer = _FIELDS["signer"]
    left = " ".join(_NAME.sub(" ", residue).split())
    return left if any(signer.match(left, at.start()) for at in re.finditer(r"\S+", left)) else residue


_SENT_TO = re.compile(rf"(?<!\S)(?:{_SENT}|noi nhan)(?! bao cao)(?!\S)(?: (?:cho|toi|den|len|ve))?")
"""Takes "gui cho", "gui", folded; not "gui bao cao"."""


def named_value(residue: str, names: Collection[str], recipients: Collection[str]) -> Asked | None:
    """Return the fact that a question guesses itself: "có phải bà Đào ký không", "có gửi Bộ Tư pháp".

    Args:
        residue: the question folded, without the words that name the document.
        names: words, folded, of the signers' names and titles.
        recipients: words, folded, of those that the documents are sent to, press and other kinds among them.

    """
    asked = fields_in(" ".join(word for word in residue.split() if word not in {*names} - _SHORT))
    if asked is None and re.search(r"(?<!\S)k[yi](?!\S)", residue) and {*residue.split()} & {*names}:
        left = [word for word in residue.split() if word not in names and word not in ("ky", "ki", "ong")]
        asked = Asked(("signer",)) if all(word in _JOINING for word in left) else None
    if asked and asked.fields == ("signer",):
        return asked
    sent = _SENT_TO.search(residue)
    if sent is None:
        return None
    left = (residue[: sent.start()] + residue[sent.end() :]).split()
    known = all(word in _JOINING or word in recipients or word in _KINDS_OF_RECIPIENTS for word in left)
    return Asked(("recipients",)) if known and any(word not in _JOINING for word in left) else None


_SHORT = frozenset({"ky", "ki", "chu", "tich", "pho", "so"})
_KINDS_OF_RECIPIENTS = frozenset(
    "bao chi dai truyen hinh thong tan co quan don vi trung uong so nganh bo".split()  # noqa: SIM905
)
"""Words, folded, by which recipients are asked for: "cơ quan báo chí nào"."""


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
