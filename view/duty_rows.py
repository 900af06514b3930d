"""Duties and targets chosen by who, where and which words, and as HTML tables with links."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeVar

from answer import Citation
from ingest.accents import fold
from ingest.citation import capitalized, citation_label, document_label
from materials.duty import Duty, Target
from view.reader_link import reader_link
from view.table_html import table_html

_Row = TypeVar("_Row", Duty, Target)

_DUTY_HEADS = ("Ai", "Làm gì", "Khi nào, trường hợp nào", "Căn cứ")
_NO_ACTOR = '<span class="none">Không nêu</span>'
_TARGET_HEADS = ("Chỉ tiêu", "Nội dung", "Thời hạn", "Căn cứ")


def place_of(row: Duty | Target) -> str:
    """Name the place that a row's document is of; "Cả nước" for a text of no one place."""
    place = row.citation.document.place
    return place.name if place else "Cả nước"


def actors_of(duties: Iterable[Duty]) -> list[str]:
    """Return who is bound, each once, by alphabet."""
    return sorted({duty.actor for duty in duties if duty.actor}, key=fold)


def chosen(
    rows: Iterable[_Row], places: Sequence[str] = (), actors: Sequence[str] = (), words: str = ""
) -> list[_Row]:
    """Return the rows of some places and actors, any if empty, that have all of some words.

    The words may be typed without accents. A target binds no one by name, so that actors do not limit it.
    """
    wanted = fold(words).split()
    return [
        row
        for row in rows
        if (not places or place_of(row) in places)
        and (not actors or isinstance(row, Target) or row.actor in actors)
        and all(f" {word} " in f" {_searched(row)} " for word in wanted)
    ]


def duties_html(duties: Sequence[Duty]) -> str:
    """Return duties as a table; every word of documents is escaped."""
    rows = (
        (
            f"<b>{escape(capitalized(one.actor))}</b>" if one.actor else _NO_ACTOR,
            escape(capitalized(f"{one.verb} {one.what}".strip())),
            escape("\n".join(part for part in (one.when, one.condition) if part)),
            _basis(one.citation),
        )
        for one in duties
    )
    return table_html("Nhiệm vụ; bấm vào căn cứ để đọc điều khoản trong văn bản", _DUTY_HEADS, rows)


def targets_html(targets: Sequence[Target]) -> str:
    """Return targets as a table; every word of documents is escaped."""
    rows = (
        (
            f"<b>{escape(figure_of(one))}</b>",
            escape(capitalized(" ".join(part for part in (one.population, one.what) if part))),
            escape(one.deadline),
            _basis(one.citation),
        )
        for one in targets
    )
    return table_html("Chỉ tiêu; bấm vào căn cứ để đọc điều khoản trong văn bản", _TARGET_HEADS, rows)


def figure_of(target: Target) -> str:
    """Write a target's figure with its unit: "trên 70%", "02 mô hình"."""
    return f"{target.figure}{'' if target.unit == '%' else ' '}{target.unit}".strip()


def _searched(row: Duty | Target) -> str:
    of_kind = (
        (row.actor, row.verb, row.when, row.condition)
        if isinstance(row, Duty)
        else (row.figure, row.unit, row.population, row.deadline)
    )
    return fold(" ".join((*of_kind, row.what, row.citation.quote, row.citation.label)))


def _basis(citation: Citation) -> str:
    where = reader_link(citation, citation_label(citation.path, capital=True))
    return f'{where}<br><span class="note">{escape(document_label(citation.document))}</span>'
