"""How provisions are cited, in lists and ranges, inside out: "điểm a, b khoản 2 và khoản 3 Điều 5"."""

import re
from dataclasses import dataclass, replace

from ingest.document import Span, Step, Unit
from ingest.marker import POINT_LETTERS

THIS = "này"
"""The label of a relative citation: "khoản này"."""

_ROMAN = r"[IVXLC]+(?!\w)"
_ORDINALS = "nhất|hai|ba|tư|năm|sáu|bảy|tám"
_LABELS: dict[Unit, str] = {
    "phan": rf"thứ (?:{_ORDINALS})(?!\w)|{_ROMAN}|[A-E](?!\w)",
    "phu_luc": rf"(?:số )?(?:{_ROMAN}|\d+(?!\w))",
    "chuong": rf"{_ROMAN}|\d+(?!\w)",
    "muc": rf"{_ROMAN}|[A-E](?!\w)|\d+[a-zđ]?(?!\w)",
    "tieu_muc": rf"{_ROMAN}|\d+(?:\.\d+)*(?!\w)",
    "dieu": r"\d+[a-zđ]?\d?(?!\w)",
    "khoan": r"\d+[a-zđ]?(?!\w)",
    "diem": rf"[{POINT_LETTERS}]\d?(?!\w)|\d+(?:\.\d+)*(?= (?:của )?(?:khoản|[Mm]ục|[Pp]hần|[Pp]hụ lục))",
    "gach": rf"thứ (?:{_ORDINALS}|\d+)(?!\w)",
}
_NAMES: dict[Unit, str] = {
    "phan": "[Pp]hần",
    "phu_luc": "[Pp]hụ lục",
    "chuong": "[Cc]hương",
    "muc": "[Mm]ục",
    "tieu_muc": "[Tt]iểu mục",
    "dieu": "[Đđ]iều",
    "khoan": "[Kk]hoản",
    "diem": "[Đđ]iểm",
    "gach": "gạch đầu dòng",
}
UNIT_NAMES = "|".join(_NAMES.values())
"""The words that a provision's citation begins with, as alternatives of a pattern."""

_THIS_NAMES: dict[Unit, str] = {**_NAMES, "phan": "Phần", "chuong": "Chương", "dieu": "Điều"}
_RANKS: dict[Unit, int] = {unit: rank for rank, unit in enumerate(_LABELS)}
_ORDINAL_LABELS = {name: str(at) for at, name in enumerate(_ORDINALS.split("|"), 1)}

_COMPOUNDS: dict[Unit, re.Pattern[str]] = {
    # takes "thời điểm", "quan điểm"; not "các điểm", "tại điểm"
    "diem": re.compile(
        r"(?:thời|địa|quan|đặc|trọng|thí|cao|ưu|nhược|khuyết|luận|tâm|chấm|số) $", re.IGNORECASE
    ),
    # takes "tài khoản", "điều khoản"; not "các khoản"
    "khoan": re.compile(r"(?:tài|điều) $", re.IGNORECASE),
    # takes "danh mục"; not "tên mục"
    "muc": re.compile(r"(?:danh|chuyên|hạng|đề|thư|tiểu) $", re.IGNORECASE),
}
_LONGEST_COMPOUND = 8

NOT_A_LABEL = r"(?! ?(?:triệu|tỷ|nghìn|ngàn|đồng|%|ngày|tháng|năm|giờ|người|lần)(?!\w)|[.,]\d|/\d)"
"""What may not follow a number that labels a provision: "khoản 10 triệu đồng", "Điều 5/2"."""

_FORMS: dict[Unit, re.Pattern[str]] = {
    unit: re.compile(
        rf"(?:{_THIS_NAMES[unit]} (?P<this>{THIS})(?!\w)"
        rf"|{_NAMES[unit]} (?:từ )?(?P<label>{label}){NOT_A_LABEL}"
        rf"(?: đến(?: hết)? (?:{_NAMES[unit]} )?(?P<through>{label}){NOT_A_LABEL})?)"
    )
    for unit, label in _LABELS.items()
}
"""Takes "Điều 5", "khoản này", "điều từ 5 đến 9", "Điều 5 đến Điều 9"; not "Điều ước", "khoản 10 triệu"."""

_BARE_FORMS: dict[Unit, re.Pattern[str]] = {
    unit: re.compile(
        rf"(?P<label>{label}){NOT_A_LABEL}(?: đến (?:{_NAMES[unit]} )?(?P<through>{label}))?"
        rf"(?=[,;.:)\n]|$| \d+(?:/\d{{4}})?/[A-ZĐ]"
        rf"| (?:và|hoặc|hay|của|này|nêu|được|thì|có|phải|tại|vào|sau|như|{UNIT_NAMES}"
        r"|trong|theo|đã|chưa|không|đều|là|giao|yêu cầu|[Dd]ự thảo|Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Quy"
        r"|Quyết|Kế hoạch|Tờ trình|Báo cáo|Chỉ thị|Hướng dẫn|Chương trình|Đề án|Hiến pháp)(?!\w))"
    )
    for unit, label in _LABELS.items()
}
"""Takes "2" in "khoản 1, 2 và 3 Điều 5"; not "30" in "Điều 5, 30 ngày"."""

_HEADLESS = re.compile(r"tên [Đđ]iều(?=,| và )")
"""Takes "tên Điều" in "tên Điều và khoản 1 Điều 39"; not "tên Điều 39"."""

_UNLABELLED_ANNEX = re.compile(r"[Pp]hụ lục(?= (?:ban hành )?kèm theo )")
"""Takes "Phụ lục" in "Phụ lục ban hành kèm theo Nghị định này"; not in "có phụ lục"."""

_INTO = re.compile(r"(?P<comma>,)? (?:(?:của|thuộc|tại|trong|vào) )?")
"""Takes what stands between a provision and the one that holds it: " ", " của ", ", "; not " và "."""

_LIST = re.compile(
    r"(?:[,;](?: (?:và|hoặc|hay))?| (?:và|hoặc|hay|đến|(?:vào )?(?:ngay )?(?:sau|trước))) "
    r"(?:(?:tại|của|các|từ|cả|quy định tại) )*"
)
"""Takes what stands between two provisions of a list: ", ", " và các ", " vào sau "; not " của "."""

_COMMA_INTO: tuple[tuple[Unit, Unit], ...] = (
    ("diem", "khoan"),
    ("khoan", "dieu"),
    ("diem", "dieu"),
    ("khoan", "muc"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One cited unit at a span: `khoan 1`; `through` is the last label of a range."""

    unit: Unit
    label: str
    through: str | None
    span: Span


Chain = tuple[Item, ...]
"""Items that hold one another, innermost first: "điểm a khoản 1 Điều 5"."""


def rank(unit: Unit, label: str = "") -> int:
    """Return how deep a unit stands, 0 the outermost; header and closing, which hold none, the deepest.

    "tiểu mục 3.1" of a plan stands under its khoản.
    """
    if unit == "tieu_muc" and "." in label:
        return _RANKS["khoan"] * 2 + 1
    return _RANKS.get(unit, len(_RANKS)) * 2


def chains_at(text: str, start: int) -> list[Chain]:
    """Return the provisions listed from an offset on, each as its own words give it, if any."""
    item = _item_at(text, start)
    chains: list[list[Item]] = []
    joined = False
    while item:
        if joined:
            chains[-1].append(item)
        else:
            chains.append([item])
        item, joined = _next_item(text, item)
    return [tuple(chain) for chain in chains]


def _next_item(text: str, item: Item) -> tuple[Item | None, bool]:
    """Return the item that goes on after one, and whether it holds that one."""
    into = _INTO.match(text, item.span[1])
    outer = _item_at(text, into.end()) if into else None
    if into and outer and _holds(outer, item, comma=into["comma"] is not None):
        return outer, True
    listed = _LIST.match(text, item.span[1])
    if listed is None:
        return None, False
    return _item_at(text, listed.end()) or _bare_item(text, listed.end(), item.unit), False


def _holds(outer: Item, item: Item, *, comma: bool) -> bool:
    """Tell whether an item holds the one before it, or only follows it in a list: "khoản này, Điều 7"."""
    if rank(outer.unit, outer.label) >= rank(item.unit, item.label):
        return False
    return not comma or (item.label != THIS and (item.unit, outer.unit) in _COMMA_INTO)


def _item_at(text: str, start: int) -> Item | None:
    named = start + len("tên ") if text.startswith("tên ", start) else start
    for unit, form in _FORMS.items():
        found = form.match(text, named)
        if found and not in_compound(text, named, unit):
            return _item(unit, found, start)
    headless = _HEADLESS.match(text, start)
    if headless:
        return Item("dieu", "", None, headless.span())
    annex = _UNLABELLED_ANNEX.match(text, start)
    return Item("phu_luc", "", None, annex.span()) if annex else None


def _bare_item(text: str, start: int, unit: Unit) -> Item | None:
    found = _BARE_FORMS[unit].match(text, start)
    return _item(unit, found, start) if found else None


def _item(unit: Unit, found: re.Match[str], start: int) -> Item:
    labels = found.groupdict()
    through = labels["through"]
    label = THIS if labels.get("this") else _label(unit, labels["label"])
    return Item(unit, label, through and _label(unit, through), (start, found.end()))


def _label(unit: Unit, printed: str) -> str:
    """Return a label as provisions carry it: "số 01" → "1", "thứ nhất" → "nhất", of a dash "1"."""
    label = printed.removeprefix("số ").removeprefix("thứ ")
    if unit == "gach":
        return _ORDINAL_LABELS.get(label, label)
    return label.lstrip("0") if label.isdigit() else label


def in_compound(text: str, start: int, unit: Unit) -> bool:
    """Tell whether the unit's name at an offset is a part of another word: "điểm" in "thời điểm"."""
    compound = _COMPOUNDS.get(unit)
    return (
        compound is not None and compound.search(text, max(0, start - _LONGEST_COMPOUND), start) is not None
    )


def paths(chains: list[Chain]) -> list[tuple[Item, ...]]:
    """Return each chain completed by what it shares with the next ones, outermost item first.

    In "khoản 1 và khoản 2 Điều 5" the first is in Điều 5 too; so is "điểm a" in "điểm a, b khoản 1".
    """
    completed: list[tuple[Item, ...]] = [()] * len(chains)
    for at in reversed(range(len(chains))):
        first, *rest = reversed(chains[at])
        shared: tuple[Item, ...] = ()
        later = _fellow_chain(first, chains, at + 1)
        if later is not None:
            holds = [other.unit for other in completed[later]].index(first.unit)
            shared, fellow = completed[later][:holds], completed[later][holds]
            first = first if first.label or first.unit != "dieu" else replace(first, label=fellow.label)
        completed[at] = (*shared, first, *rest)
    return completed


def _fellow_chain(item: Item, chains: list[Chain], start: int) -> int | None:
    """Return the next chain with an item of the same unit, unless one that could hold it comes before."""
    depth = rank(item.unit, item.label)
    for at in range(start, len(chains)):
        for other in chains[at]:
            if rank(other.unit, other.label) <= depth:
                return at if other.unit == item.unit else None
    return None


def step(item: Item) -> Step:
    """Return an item as a step of a path."""
    return Step(item.unit, item.label)
