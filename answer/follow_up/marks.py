"""The words by which a question leans on the ones before it, and those that only ask or join."""

import re

from index.tokens import lacks_accents, syllables
from ingest.accents import fold
from ingest.kinds import KIND_NAMES

WORD = re.compile(r"\w+(?:[/.-]\w+)*%?|%")

_OPENING_WORDS = frozenset("à ủa còn thế thê vậy vây rồi rôi thì bên".split())  # noqa: SIM905
_NO_OPENING = (
    r"con (?:ai|gi|nao|lai|hieu|nguoi(?! dan| lao| dung)|cai|so(?! noi| tu| tai)|chau|em"
    r"|duong|dau|phai|duoc|bao|may|co(?! quan| so)|thieu|bi)"
    r"|the (?:nao|gioi|che|thuc|thi|le)|vay (?:von|tien)|thi (?:hanh|dua|tuyen|cong|truong|tran|xa)"
    r"|ben (?:do|nay|kia|ay|canh|trong|ngoai|moi)|a \d"
)
_OPENER = re.compile(
    rf"\W*(?:(?!(?:{_NO_OPENING})(?!\w))"
    r"(?:a|ua|con|the|vay|roi|thi|ben)(?!\w)[\s,]*)+"
)
"""Takes "the con ", "vay thi " before what is asked, folded; not "the nao", "con hieu luc", "thi dua"."""

_PARTICLES = r"(?: (?:vay|a|ah|nhi|the|ha|nua|khong|ko|hong|k|hok|nhe|luon))*\W*$"
SO_WHAT = re.compile(
    r"(?:^|(?<=[\s,]))(?:(?:thi )?(?:cung|giong|co) (?:vay|the)|thi (?:sao|ra sao|(?:nhu )?the nao)"
    r"|(?<!vi )(?<!lam )(?<!ra )(?<!tai )(?<!the )sao|(?<!mot )nua|co khong|ra sao (?:nhi|vay))" + _PARTICLES
)
"""Takes "thi sao", "cung vay ko", "nua" at the end, folded; not "vi sao", "xu ly ra sao", "mot nua"."""

ASKING = frozenset(
    "a ai an ban bao boi can chi cho co con cua cung da dau day de den do duoc gi gio ha hay hoac hong "  # noqa: SIM905
    "k khi khong ko la lam lan lau len luc may moi mot nam nao nay ngay nguoi nhieu nhi nhu nhung nua o phai "
    "phan ra roi sao so tai tam tham thang the thi tram trong truoc tu va vao vay ve vi viec voi xong % "
    "ben tinh huyen thanh pho cac ho hok neu thang ket thuc bat".split()
)
"""Words, folded, that ask or join; a question of these alone has no topic of its own."""

LIGHT = frozenset("dinh dat ghi gom lay nao neu noi quy khac".split())  # noqa: SIM905
"""Words, folded, of verbs that say nothing of a topic: "lấy ở đâu", "quy định thế nào"."""

ON_IT = frozenset(
    "bao cao chiu chu cong dung giam giao hien huong dan khai kiem nhiem phu quan ra sat thuc to chuc tra "  # noqa: SIM905
    "trach tri trien theo doi quyet".split()
)
"""Words, folded, of what is done with the matter before: "ai triển khai", "ai chịu trách nhiệm"."""

BESIDE_A_PLACE = frozenset(
    "a ben cua cung da duoc huyen la nhi o pho tai thanh the thi tinh va vay voi".split()  # noqa: SIM905
)
"""Words, folded, that only stand beside a place's name."""

SHORT = 6
"""A question of so many syllables that names nothing leans on the one before."""

_THAT = "(?:do|nay|ay|kia|tren|noi tren|vua roi|vua noi)"
THAT_MATTER = re.compile(
    r"(?<!\w)(?P<noun>(?:cai|viec|dieu|chuyen|noi dung|van de|chi tieu|muc tieu|con so|muc|quy dinh"
    rf"|khoan|cau) {_THAT}|no(?! luc| voi))(?!\w)"
)
"""Takes "cai do", "viec nay", "no", folded; not "no luc"."""

THAT_PERSON = re.compile(r"(?<!\w)(?:ong|ba|anh|chi|nguoi|vi|dong chi) (?:do|nay|ay|kia)(?!\w)")
"""Takes "ong ay", "nguoi do", folded; not "nguoi dan"."""

THAT_BODY = re.compile(r"(?<!\w)(?:phong|co quan|don vi|to chuc|uy ban|hoi|dai) (?:do|nay|ay|kia)(?!\w)")
"""Takes "phong do", folded; not "phong nao"."""

KINDS = "|".join(sorted(map(fold, (*KIND_NAMES, "văn bản")), key=len, reverse=True))
THAT_ACT = re.compile(rf"(?<!\w)(?P<kind>{KINDS}) {_THAT}(?!\w)")
"""Takes "nghi quyet do", folded; not "nghi quyet nao"."""

THAT_PLACE = re.compile(
    r"(?<!\w)(?:(?:tinh|huyen|thanh pho|dia phuong|noi|cho|ben) (?:do|nay|ay|kia)"
    r"|(?<=(?<!\w)o )(?:do|day|kia)|(?<=(?<!\w)tai )(?:do|day|kia))(?!\w)"
)
"""Takes "tinh nay", and "do" of "o do", folded; not "xa nay"."""

_BY = re.compile(r" (?:ai|co quan|uy ban|ubnd|hdnd|hoi|so|nguoi|cap|don vi|dau|cong ty|ben|nhung|cac)(?!\w)")
"""Takes " ai" after "viec do", where that may be "việc do ai" as well as "việc đó ai"."""


def opening(typed: str) -> int:
    """Return where what is asked begins after words such as "thế còn"; 0 if there are none."""
    found = _OPENER.match(fold(typed))
    said = WORD.findall(typed[: found.end()].lower()) if found else []
    right = all(word in _OPENING_WORDS or word == fold(word) for word in said)
    return found.end() if found and right and found.end() < len(typed) else 0


def pointing(pattern: re.Pattern[str], typed: str) -> re.Match[str] | None:
    """Return the first match, in the folded text, of words that point back; not "việc do ai làm"."""
    plain = fold(typed)
    for found in pattern.finditer(plain):
        last = typed[: found.end()].rsplit(maxsplit=1)[-1].lower()
        is_by = last == "do" and _BY.match(plain, found.end()) and not lacks_accents(syllables(typed))
        if not is_by and last not in {"nợ", "nổ", "nỏ", "độ", "đô", "đỏ", "đồ"}:
            return found
    return None
