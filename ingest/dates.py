"""Dates as legal texts print them, in full or with blanks."""

import re
from datetime import date

DATE = re.compile(
    r"ngày\s+(?:(?P<day>\d{1,2})\s+|[.…_]+\s*)?tháng\s+(?:(?P<month>\d{1,2})\s+|[.…_]+\s*)?năm\s+(?P<year>\d{4})"
    r"|ngày\s+(?P<short_day>\d{1,2})/(?P<short_month>\d{1,2})/(?P<short_year>\d{4})"
)
"""Takes "ngày 08 tháng 12 năm 2023", "ngày … tháng … năm 2024", "ngày 20/4/2007"; not "năm 2015"."""


def iso_date(found: re.Match[str]) -> str | None:
    """Return a found date as ISO 8601, cut before the first blank: "2024"; None if no such day exists."""
    day, month, year = (found[name] or found[f"short_{name}"] for name in ("day", "month", "year"))
    printed = [year, *(part.zfill(2) for part in (month, month and day) if part)]
    try:
        date(*(int(part) for part in (*printed, "1", "1")[:3]))
    except ValueError:
        return None
    return "-".join(printed)


def first_date(text: str) -> str | None:
    """Return the first date printed in a text as ISO 8601, or None."""
    found = DATE.search(text)
    return iso_date(found) if found else None
