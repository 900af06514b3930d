"""The characters that XML 1.0 has no way to write: most control codes, halves of surrogate pairs."""

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Takes "\\x01"; must not take "\\t" or "đ"."""


def printable(text: str) -> str:
    """Return a text with U+FFFD for each character that XML forbids; offsets stay."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return the characters that XML forbids, each with its offset."""
    return [(found.start(), found[0]) for found in _FORBIDDEN.finditer(text)]


def restored(text: str, replaced: list[tuple[int, str]]) -> str:
    """Return what a text was before `printable`, from what `forbidden` gave."""
    if not replaced:
        return text
    letters = list(text)
    for at, character in replaced:
        letters[at] = character
    return "".join(letters)


def escaped(json: str) -> str:
    """Return JSON with what XML forbids escaped in JSON's own way."""
    return _FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
