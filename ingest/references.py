"""Citations of other acts in a text: what they name, how they are related, where they stand."""

import re
from collections.abc import Iterator

from ingest.accents import UPPER
from ingest.dates import DATE, iso_date
from ingest.document import Reference, Relation
from ingest.kinds import KINDS

_KIND = "|".join(
    re.escape(kind) for kind in sorted((*KINDS.values(), "Luật", "Bộ luật"), key=len, reverse=True)
)

_ISSUER_ENDS = r"(?=\s+(?:quy\ định|về|ban\ hành|hướng\ dẫn|dự\ thảo|tiếp\ thu|và|phù\ hợp|tại)\b|[,;.\n)]|$)"
_NUMBERED = re.compile(
    rf"""
    (?P<kind>{_KIND})\s+(?:thẩm\ tra\s+)?(?:(?P<title>[{UPPER}][^,;.\n]{{0,80}}?)\s+)?(?:số\s+)?
    (?P<number>\d+[a-zđ]?(?:/\d{{4}})?[/-][A-ZĐ]\w*(?:-\s?\w+)*(?:/TW)?)
    (?:,?\s+(?P<date>{DATE.pattern}))?
    (?:\s+của\s+(?P<issuer>[{UPPER}][^,;.\n]*?){_ISSUER_ENDS})?
    """,
    re.VERBOSE,
)
"""Takes "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ"; not "Nghị quyết này"."""

_LAW = re.compile(
    rf"""
    (?P<kind>Luật)\s+
    (?P<title>(?:sửa\ đổi,\ bổ\ sung\ một\ số\ điều\ của\ )?[{UPPER}](?:(?!\ có\ hiệu|\ hết\ hiệu)[^,;.\n])*?)
    \s+(?P<date>(?:{DATE.pattern})|năm\s+\d{{4}})
    """,
    re.VERBOSE,
)
"""Takes "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"; not "Luật Ngân sách Nhà nước.".

"Luật A … có hiệu lực từ ngày …" is not taken either: that day is not the law's.
"""

_RELATIONS: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (re.compile(r"Căn cứ|Xét"), "căn cứ"),
    (re.compile(r"Thực hiện|Triển khai"), "triển khai"),
)


def find_references(text: str, header_end: int) -> tuple[Reference, ...]:
    """Return the acts that a canonical text cites by number or by a law's name and date, in print order.

    A citation in the header's "Căn cứ …" is a legal basis, in its "Thực hiện …" an act carried out;
    every other is a mere citation ("dẫn chiếu").
    """
    return tuple(sorted(_found(text, header_end), key=lambda reference: reference.span))


def _found(text: str, header_end: int) -> Iterator[Reference]:
    for pattern in (_NUMBERED, _LAW):
        for match in pattern.finditer(text):
            fields = match.groupdict()
            number = fields.get("number")
            yield Reference(
                kind=match["kind"],
                number=re.sub(r"\s", "", number) if number else None,
                issued_on=_date(match["date"]),
                issuer=fields.get("issuer"),
                title=fields.get("title") and f"{match['kind']} {match['title']}",
                relation=_relation(text, match.start(), header_end),
                text=match[0],
                span=match.span(),
            )


def _date(printed: str | None) -> str | None:
    found = DATE.search(printed) if printed else None
    if found:
        return iso_date(found)
    return printed.rpartition(" ")[2] if printed else None


def _relation(text: str, at: int, header_end: int) -> Relation:
    line = text[text.rfind("\n", 0, at) + 1 :]
    if at < header_end:
        return next((name for pattern, name in _RELATIONS if pattern.match(line)), "dẫn chiếu")
    return "dẫn chiếu"
