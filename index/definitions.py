"""Terms that a text defines, and the term whose meaning a question asks."""

import re
from collections.abc import Iterator

from index.tokens import search_syllables

_MOST_SYLLABLES = 12
_QUOTES = re.compile('["“”]')

_DEFINITION = re.compile(
    r"^\s*(?:\d+[.)]|[a-zđ]\))?\s*([^\n,;:]{2,90}?)\s*(?:\([^)\n]*\)\s*)?(?:là|được hiểu là|bao gồm)\s",
    re.MULTILINE,
)
"""Takes "3. Công dân cư trú là " and "“Cơ sở” được hiểu là "; not "1. Hương ước, quy ước là ", a list."""

_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:dinh nghia|khai niem)(?: cua| ve)? (.+?)(?: la gi| nhu the nao| duoc .*| theo .*)?$",
        r"(?:the nao la|hieu the nao la|hieu the nao ve) (.+?)(?: theo .*)?$",
        r"^(?:theo .*\d{4} )?(.+?) (?:la gi|duoc hieu|duoc dinh nghia|co nghia la|nghia la gi)",
    )
)
"""Take, without accents and marks, "dinh nghia cua nguoi lao dong", "an ninh mang la gi"; not "ai la"."""


def defined_terms(text: str) -> Iterator[str]:
    """Yield the terms that the lines of a text define, as syllables without accents: "cong dan cu tru"."""
    for found in _DEFINITION.finditer(_QUOTES.sub("", text)):
        words = search_syllables(found[1])
        if 0 < len(words) <= _MOST_SYLLABLES:
            yield " ".join(words)


def asked_term(question: str) -> str | None:
    """Return the term whose meaning a question asks, as syllables without accents; None if it asks none."""
    asked = " ".join(search_syllables(re.sub(r"^[Tt]heo [^,]+,", "", question)))
    found = next((match for pattern in _ASKED if (match := pattern.search(asked))), None)
    return found[1] if found and len(found[1].split()) <= _MOST_SYLLABLES else None
