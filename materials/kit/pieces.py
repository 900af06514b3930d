"""A long rule cut into pieces that a slide or a leaflet can hold; the pieces together are the rule."""

import re

_CUTS = (
    re.compile(r"(?<=[.!?])\s+(?=[^\W\da-z_])"),  # "… năm 2030. Hằng năm"; not "TP. hcm", "1.200"
    re.compile(r"(?<=;)\s+"),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+"),
)
"""Where a text is cut: between sentences, else after ";", else after ",", else between words."""


def pieces(text: str, limit: int) -> list[str]:
    """Cut a text of one line into as few pieces of at most `limit` characters as its sentences allow."""
    if len(text) <= limit:
        return [text]
    for cut in _CUTS:
        parts = cut.split(text)
        if len(parts) > 1 and max(map(len, parts)) <= limit:
            return _packed(parts, limit)
    return [piece for part in _CUTS[-1].split(text) for piece in _hard(part, limit)]


def _packed(parts: list[str], limit: int) -> list[str]:
    """Join parts of about equal length: a last piece of one word would look lost."""
    total = sum(map(len, parts)) + len(parts) - 1
    wanted = total / -(-total // limit)
    made = [parts[0]]
    for part in parts[1:]:
        joined = f"{made[-1]} {part}"
        if len(joined) <= limit and len(made[-1]) + len(part) / 2 < wanted:
            made[-1] = joined
        else:
            made.append(part)
    return made


def _hard(word: str, limit: int) -> list[str]:
    return [word[at : at + limit] for at in range(0, len(word), limit)]
