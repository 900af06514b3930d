"""What a reader may limit a question to, from the documents there are, and the limits in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from index import Filters
from index.question.filters import Status
from ingest import Document
from ingest.accents import fold

STATUSES: dict[Status, str] = {"issued": "Đã ban hành", "draft": "Dự thảo"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the documents can be told apart by, each in the order of a list that people read."""

    places: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[int, ...]


def choices(documents: Iterable[Document]) -> Choices:
    """Return the choices that some document meets; a place also by its province and by its present name."""
    listed = list(documents)
    places = {
        name
        for document in listed
        if (place := document.place)
        for name in (place.name, place.parent, place.now)
        if name
    }
    return Choices(
        places=tuple(sorted(places, key=fold)),
        kinds=tuple(sorted({document.kind for document in listed}, key=fold)),
        years=tuple(sorted({int(one.issued_on[:4]) for one in listed if one.issued_on}, reverse=True)),
    )


def limits_in_words(filters: Filters) -> tuple[str, ...]:
    """Return each limit in Vietnamese, as "Địa phương: Điện Biên, Bắc Ninh"."""
    as_of = filters.as_of
    limits = {
        "Địa phương": ", ".join(filters.places),
        "Loại văn bản": filters.kind,
        "Năm ban hành": filters.year and str(filters.year),
        "Trạng thái": filters.status and STATUSES[filters.status],
        "Có hiệu lực vào ngày": as_of and f"{as_of:%d/%m/%Y}",
    }
    return tuple(f"{name}: {value}" for name, value in limits.items() if value)
