"""Who signed a legal text and who receives it, from its closing part (Decree 30/2020/NĐ-CP, annex I)."""

import re

from ingest.accents import UPPER
from ingest.document import Signer

_RECIPIENTS = re.compile(r"^N[ơo]i nhận\s*:?", re.MULTILINE)
"""Takes "Nơi nhận:", and "Noi nhận:" as misread; not "nơi nhận hồ sơ"."""

_TITLE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.\s|(?:PHÓ )?(?:CHỦ|BỘ|THỨ|THỦ|GIÁM|TRƯỞNG|CHÁNH|CỤC|TỔNG|VIỆN|THỐNG)\s"
)
"""Takes a signer's title, "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC"; not "FILE ĐƯỢC ĐÍNH KÈM"."""

_NAME = re.compile(rf"[{UPPER}]\w*(?:[ -][{UPPER}]\w*){{1,5}}")
"""Takes a person's name, "Nguyễn Xuân Kỳ", "LÒ VĂN PHƯƠNG"; not "Như Điều 5;"."""

_SIGNED = ("(đã ký)", "đã ký")


def read_signer(closing: str) -> Signer | None:
    """Return the name under the last title of the closing part, with all the titles right above it."""
    lines = [line for line in closing.split("\n") if line.strip().lower() not in _SIGNED]
    titles = {at for at, line in enumerate(lines) if line.isupper() and _TITLE.match(line)}
    for last in sorted(titles, reverse=True):
        if last + 1 < len(lines) and last + 1 not in titles and _NAME.fullmatch(lines[last + 1]):
            first = last
            while first - 1 in titles:
                first -= 1
            name = lines[last + 1]
            return Signer(name.title() if name.isupper() else name, " ".join(lines[first : last + 1]))
    return None


def read_recipients(closing: str) -> tuple[str, ...]:
    """Return the recipients listed by dashes under "Nơi nhận", without their end marks."""
    start = _RECIPIENTS.search(closing)
    lines = closing[start.end() :].split("\n") if start else []
    return tuple(line.lstrip("-– ").rstrip(";. ") for line in lines if line.startswith(("-", "–")))
