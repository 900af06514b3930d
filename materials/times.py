"""Deadlines and frequencies as texts write them: "trước ngày 15/11", "định kỳ 06 tháng", "hằng năm"."""

import re

_NUMBER = r"\d+(?:\s*[-–]\s*\d+)?(?:\s*\([^)]*\))?"
_DAY = (
    r"(?:ngày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
    r"(?:\s+(?:hằng|hàng)\s+năm)?"
)
_PERIOD = r"(?:tuần|tháng|quý|năm|ngày(?:\s+làm\s+việc)?)"

WHEN = re.compile(
    rf"""
    \b(?:
      (?:(?:định\ kỳ\s+)?(?:vào\s+)?(?:hằng|hàng|mỗi)\s+{_PERIOD}(?:\s*(?:,|và)\s*hàng\s+{_PERIOD})*)
    | định\ kỳ\s*\((?:hằng|hàng|mỗi)\s+[^()]*\)
    | định\ kỳ\s+(?:từ\s+)?(?:ít\ nhất\s+)?{_NUMBER}\s+(?:lần\s*/\s*)?{_PERIOD}(?:\s*(?:/|một|1|01)\s*lần)?
    | (?:mỗi\s+năm\s+)?(?:ít\ nhất\s+)?{_NUMBER}\s+lần\s*(?:/|trong|một|mỗi)\s*(?:\d+\s+|một\s+)?{_PERIOD}
    | (?:chậm\ nhất|muộn\ nhất)\s+(?:là\s+|trước\s+|vào\s+|đến\s+|trong\s+)*(?:{_DAY}|{_NUMBER}\s+{_PERIOD})
    | (?:xong\s+)?(?:trước|đến\ hết|đến|từ)\s+{_DAY}
    | (?:trong\s+)?thời\ hạn\s+(?:là\s+)?{_NUMBER}\s+{_PERIOD}
    | (?:phấn\ đấu\s+)?(?:đến|đến\ hết|đến\ cuối|trước|trong|hết)\s+(?:quý\s+[IV]+[/\s]+)?(?:năm\s+)?20\d\d
    | (?:trong\s+|vào\s+)?quý\s+[IV]+(?:/\d{{4}}|\s+năm\s+\d{{4}}|\s+(?:hằng|hàng)\s+năm)?
    | giai\ đoạn\s+\d{{4}}\s*[-–]\s*\d{{4}}
    | (?:ngay\ )?sau\ khi\s+(?:ban\ hành|Nghị\ quyết\ này\ có\ hiệu\ lực)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Takes "Hàng năm", "định kỳ từ 03 – 05 năm", "đến năm 2030", "trước ngày 15/11 hằng năm"; not "năm 2023"."""

EXCEPTION = re.compile(r"\s*\((?:trừ|nếu)\b[^()]*\)")
"""Takes " (trừ các thông tin thuộc bí mật nhà nước)", " (nếu có)"; must not take "(doanh nghiệp)"."""


def often_or_by(text: str) -> str:
    """Return what a text first says of by when or how often, in its words; "" if it says nothing."""
    found = WHEN.search(text)
    return " ".join(found[0].split()) if found else ""
