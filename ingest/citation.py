"""How a provision is cited in words, from the inside out (Decree 30/2020/NĐ-CP, annex I)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from ingest.document import Step, Unit

UNIT_NAMES: dict[Unit, str] = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "mục",
    "tieu_muc": "tiểu mục",
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
    "gach": "gạch đầu dòng",
    "phu_luc": "Phụ lục",
    "phan_dau": "phần đầu",
    "phan_cuoi": "phần cuối",
}

_ORDINALS = {"1": "nhất", "2": "hai", "3": "ba", "4": "tư", "5": "năm", "6": "sáu", "7": "bảy", "8": "tám"}
_LAST_MONTH_WITH_ZERO = 2
_SHORT_ORGANS = (("Hội đồng nhân dân", "HĐND"), ("Ủy ban nhân dân", "UBND"))


def citation_label(path: Sequence[Step], *, capital: bool = False) -> str:
    """Name a provision: "điểm a khoản 3 Điều 1"; an article is cited without its chapter.

    With `capital`, as it begins a line.
    """
    steps = list(path)
    articles = [at for at, step in enumerate(steps) if step.unit == "dieu"]
    if articles:
        steps = [step for step in steps[: articles[0]] if step.unit == "phu_luc"] + steps[articles[0] :]
    label = " ".join(_step_label(step) for step in reversed(steps))
    return capitalized(label) if capital else label


def capitalized(words: str) -> str:
    """Write words as they begin a line: their first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def _step_label(step: Step) -> str:
    label = f"thứ {_ORDINALS.get(step.label, step.label)}" if step.unit == "gach" else step.label
    if step.unit == "phu_luc" and " " in label:
        return label
    return f"{UNIT_NAMES[step.unit]} {label}".strip()


class Named(Protocol):
    """What names a document: a `Document`, or the facts of one that a citation carries."""

    @property
    def kind(self) -> str:
        """As "Nghị quyết"."""

    @property
    def number(self) -> str | None:
        """As "179/NQ-HĐND"."""

    @property
    def issuer(self) -> str | None:
        """As "Hội đồng nhân dân tỉnh Quảng Ninh"."""

    @property
    def issued_on(self) -> str | None:
        """As "2023-12-08"."""

    @property
    def status(self) -> str:
        """As "draft"."""


def document_label(document: Named) -> str:
    """Name a document: "Nghị quyết số 179/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh Quảng Ninh".

    What the print leaves blank is left out; a draft is named as one.
    """
    kind = f"Dự thảo {document.kind}" if document.status == "draft" else document.kind
    return _document_label(kind, document.number, document.issued_on, document.issuer)


@lru_cache(maxsize=1_000)
def _document_label(kind: str, number: str | None, issued_on: str | None, issuer: str | None) -> str:
    words = [kind]
    if number:
        words.append(f"số {number}")
    if issued_on:
        words.append(date_label(issued_on))
    if issuer:
        words.append(f"của {_abbreviated(issuer)}")
    return " ".join(words)


def provision_label(path: Sequence[Step], document: Named, *, capital: bool = False) -> str:
    """Name a provision and its document: "khoản 2 Điều 1 Nghị quyết số 179/NQ-HĐND ngày 08/12/2023 …"."""
    return f"{citation_label(path, capital=capital)} {document_label(document)}"


def date_label(day: str) -> str:
    """Write an ISO 8601 date, whole or shortened: "ngày 08/12/2023", "ngày 11/7/2024", "năm 2023".

    Days below 10 and months 1 and 2 are written with a zero (Decree 30/2020/NĐ-CP, annex I).
    """
    year, *rest = day.split("-")
    unit = ("năm", "tháng", "ngày")[len(rest)]
    if rest and int(rest[0]) > _LAST_MONTH_WITH_ZERO:
        rest[0] = rest[0].lstrip("0")
    return f"{unit} {'/'.join([*reversed(rest), year])}"


def _abbreviated(issuer: str) -> str:
    for long, short in _SHORT_ORGANS:
        issuer = issuer.replace(long, short)
    return issuer
