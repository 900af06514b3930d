"""Sentences of a provision as spans, by underthesea, with what it would break protected from it."""

import re

from underthesea import sent_tokenize

from ingest.document import Span

_NOT_AN_END = re.compile(
    r"""
    \b(?:TT|CT|PCT|TP|TX|KT|TM|TL|TUQ|PGS|GS|TS|ThS|Ts|VP|BCĐ)\.  # "TT. HĐND tỉnh"; not "tỉnh."
  | (?<=Điều\ )\d+[a-zđ]?\.                       # "Điều 5. Ủy ban"; not "năm 2015."
  | \d+(?:\.\d+)+\.?                              # "3.1.", "1.500"; not "5."
  | ^\d{1,3}\.                                    # "1. Ủy ban" at the start; not "có 5. Ủy"
  | ^[IVX]+\.
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Takes a dot that does not end a sentence, with the word before it."""

_STAND_IN = "\u2024"
"""ONE DOT LEADER: one character like a dot, so that offsets stay, but no sentence end."""


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences of a text as spans into it, in order, white space between them left out."""
    protected = _NOT_AN_END.sub(lambda found: found[0].replace(".", _STAND_IN), text)
    spans: list[Span] = []
    offset = 0
    for line in protected.split("\n"):
        position = 0
        for sentence in sent_tokenize(line):
            start = line.index(sentence, position)
            position = start + len(sentence)
            if any(character.isalnum() for character in sentence):
                spans.append((offset + start, offset + position))
            elif spans:  # the closing "./." of an act belongs to its last sentence
                spans[-1] = (spans[-1][0], offset + position)
        offset += len(line) + 1
    return spans
