"""What a question asks for, and whether it asks anything: read in its folded words."""

import re

_ASKED = {
    "time": r"(?:ngay|thang|nam|luc|khi|thoi gian) nao|bao (?:gio|lau)|(?:nam|thang) may",
    "place": r"dau(?! tu| tien| dong)",
    "person": r"ai",
    "amount": r"bao nhieu|may(?! moc| tinh)",
    "reason": r"(?:vi|tai) sao",
}
_ASKED_FOR = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _ASKED.items()}
_ASKS = re.compile(r"(?<!\w)(?:ai|gi|nao|dau|may|bao (?:nhieu|gio|lau)|sao|khong|ko|hong|chua)(?!\w)")
_DEFINES = re.compile(r"\W*(?:the nao la|.* (?:nghia )?la gi\W*$)")
"""Takes "the nao la dan chu o co so", "huong uoc la gi"; not "la gi" alone."""

ORDINAL = re.compile(r"(?<!\w)(?:thu (?:nhat|hai|ba|tu|nam|sau|\d+)|dau tien|cuoi cung|con lai)(?!\w)")
"""Takes "thu hai" of "nguyen tac thu hai"; not "thu tuc"."""

_BODY = re.compile(
    r"(?:(?:cac|nhung) )?(?:phong(?! chong)|so(?! luong)|ban(?! hanh| bac)|dai(?! hoi)|mat tran|uy ban"
    r"|hoi(?! nghi| hop)|doan|cong an|chu tich|truong|nguoi|can bo|cong chuc|co quan|doanh nghiep|to chuc"
    r"|cong doan|dan van|thanh tra|van phong|xa|thon|don vi|cong dong|nhan dan|tu phap|noi vu|tai chinh"
    r"|van hoa|lien doan|thuong truc|to dan pho|ubnd|hdnd)(?!\w)"
)
"""Takes "phong noi vu", "dan van": bodies and people, of which the same may be asked; not "hoi nghi"."""


def asked_for(plain: str) -> frozenset[str]:
    """Return what a question asks for: a time, a place, a person, an amount, a reason."""
    return frozenset(name for name, words in _ASKED_FOR.items() if words.search(plain))


def asks(plain: str) -> bool:
    """Tell whether words ask for anything."""
    return _ASKS.search(plain) is not None


def defines(plain: str) -> bool:
    """Tell whether a question asks what a word means, which needs no conversation."""
    return _DEFINES.match(plain) is not None and not ORDINAL.search(plain)


def is_a_body(plain: str) -> bool:
    """Tell whether words name an organ, an organisation or people."""
    return _BODY.match(plain) is not None
