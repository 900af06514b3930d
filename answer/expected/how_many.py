"""What "mấy" means: how many, which one of an order, or some."""

import re

UNIT = "nam|thang|ngay|bua|hom|tuan|gio|tuoi|lan|ban|phan|trieu|ty|dong|nghin|ngan|tram|chuc|lau"
"""What "mấy" counts, whatever stands around it; folded."""


def told_apart(clause: str) -> str:
    """Return a clause, folded, with each "mấy" that asks for no count as another word."""
    ordered = _PAST.sub("nhung", _ORDER.sub("thumay", clause))
    return _PLURAL.sub("nhung", ordered) if _OTHER.search(ordered) else ordered


_ORDER = re.compile(
    r"(?<=\bngay )may\b(?! (?:lan|gio|tieng))|(?<=\bthang )may\b(?! (?:lan|ban|ngay|buoi|ky|cuoc|diem))"
    r"|(?<=\bnam )may\b(?! (?!vay|a\b|ha\b|the\b|thi\b|moi\b|nhi\b)\w)"
    r"|(?:(?<=\bthu )|(?<=\bso )|(?<=\bkhoa )|(?<=\bquy )|(?<=\bchuong )|(?<=\bdieu )|(?<=\bkhoan ))may\b"
)
"""Takes "may" in "ngay may", "ky hop thu may", "quy may"; not in "mot nam may lan", "co may nguoi"."""

_PAST = re.compile(rf"\bmay(?= (?:{UNIT}) (?:nay|qua|truoc|gan day|vua roi)\b)")
"""Takes "may" in "may nam qua", "may thang nay"; not in "may nam mot lan"."""

_LIMITED = (
    *("co", "gom", "du", "duoc", "toi da", "toi thieu", "it nhat", "nhieu nhat", "tat ca", "tong cong"),
    *("tong so", "dung", "chia", "lam", "qua", "can", "bau", "cu", "trong", "moi", "con"),
)
"""Words, folded, before a "mấy" that asks for a count."""

_PLURAL = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _LIMITED)
    + rf"\bmay(?= (?!(?:{UNIT}|diem|tiet|buoi|buoc|trang|ky)\b)\w)"
)
"""Takes "may" in "hoc may lop", "tri may nguoi"; not "co may nguoi", "may nam", "toi da may nguoi"."""

_OTHER = re.compile(
    r"\b(?:gi|nao|sao|ai|chi|(?:o|tu|ve|len|toi|lay|tien) dau|dau ra|mo|rang)\b"
    r"|\b(?:khong|khg|ko|hong|hok|hem|chua)"
    r"(?: (?:vay|a|ha|he|bac|anh|chi|em|co|chu|ong|nhi|ta|the|hen|nhe|nha))*$"
)
"""Takes another question word, "lam gi", "hoc khong a"; not "may" alone, "khong" within."""
