"""Where an act closes: adoption sentence, recipients, signature; and what is attached after it."""

import re

from ingest.lines import line_spans
from ingest.marker import Marker, find_marker

_CLOSING = re.compile(
    r"""
    (?:(?:Bộ\ )?[Ll]uật|Pháp\ lệnh|Nghị\ quyết|Hiến\ pháp)\ này\ (?:đã\ )?được\ .*\ thông\ qua
                                                      # not "Nghị quyết này có hiệu lực"
  | N[ơo]i\ nhận\b                                  # also as misread: "Noi nhận:"
  | \(Có\ .*\ kèm\ theo\)
  | Vậy,\ | Trên\ đây\ là[ ]
  | (?:Chủ\ tịch\ )?(?:UBND|Ủy\ ban\ nhân\ dân)\ [^,;.]*\ yêu\ cầu\ các\ # not "UBND huyện xây dựng"
  | (?:TM|KT|TL|TUQ)\.\ [A-ZĐỦ]                     # "KT. CHỦ TỊCH"; not "TT. HĐND"
  | XÁC\ THỰC\ VĂN\ BẢN\ HỢP\ NHẤT
  | (?:CHỦ\ TỊCH|PHÓ\ CHỦ\ TỊCH|CHỦ\ NHIỆM|BỘ\ TRƯỞNG|THỦ\ TƯỚNG|GIÁM\ ĐỐC)(?:\ |$)
    """,
    re.VERBOSE,
)
"""Takes the first line of the closing part: "Nơi nhận:"; see `closing_starts` for which line that is."""

_ATTACHED = re.compile(
    r"(QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|DANH SÁCH|BIỂU MẪU)(?:\s[^\n]*)?$"
)
"""Takes the title line of an attached act, "QUY CHẾ"; must not take "Quy chế này"."""


def closing_starts(text: str) -> set[int]:
    """Return where the closing part of the act, and of each attachment, starts.

    That is the first closing line with no provision after it but in an attachment: "(Có danh sách kèm
    theo)" at the end of Điều 1 closes nothing.
    """
    starts: set[int] = set()
    first: int | None = None
    numbered = False
    for start, end in line_spans(text):
        line = text[start:end]
        marker = find_marker(line, inside_article=False)
        if first is not None and attachment(line, marker):
            starts.add(first)
            first = None
        elif numbered and first is None and _CLOSING.match(line):
            first = start
        elif marker and marker.unit != "gach":
            first, numbered = None, True
    return starts | ({first} if first is not None else set())


def attachment(line: str, marker: Marker | None) -> Marker | None:
    """Return the root of an annex or of an act attached after the signature: "PHỤ LỤC", "QUY CHẾ".

    `marker` is the number that opens the line, if any. An attached act is labelled by its kind.
    """
    if marker and marker.unit == "phu_luc":
        return marker
    attached = _ATTACHED.match(line)
    return Marker("phu_luc", attached[1].capitalize(), 1, 0) if attached else None
