"""A model's reply, read as it comes: each claim as soon as its JSON object is whole."""

import json
import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ValidationError


class SaidQuote(BaseModel):
    """Words that a model says stand in a passage, by the passage's number in the prompt."""

    passage: int
    words: str


class SaidClaim(BaseModel):
    """A claim as a model words it, with the quotes that it gives for it."""

    text: str
    quotes: list[SaidQuote]


class Reply(BaseModel):
    """What a model is asked for."""

    claims: list[SaidClaim]


class NoReply(Exception):
    """The text is not the JSON asked for; it holds what was said."""


class UnfinishedReply(Exception):
    """The JSON asked for breaks off, or breaks, after it began."""


_THOUGHT = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)
"""Takes "<think>Đoạn 1 nói …</think>", closed or not yet; not a word after it."""

_OPENING = re.compile(r'\{\s*"claims"\s*:\s*\[')
"""Takes '{"claims": [', in a fence of ```json or not; not '[{"text"'."""

_DECODER = json.JSONDecoder()


def claims_said(pieces: Iterable[str]) -> Iterator[SaidClaim | None]:
    """Yield each claim of a reply that comes piece by piece; None for one that is not of the form asked for.

    Reading stops where the list of claims ends: what comes after it is not waited for.

    Raises:
        NoReply: it never becomes the JSON asked for.
        UnfinishedReply: it does, and then breaks.

    """
    text, at = "", None
    for piece in pieces:
        text += piece
        if at is None:
            text = _THOUGHT.sub("", text) if "</think>" in text else text
            opening = None if text.lstrip().startswith("<think>") else _OPENING.search(text)
            at = opening.end() if opening else None
        while at is not None:
            at += len(text[at:]) - len(text[at:].lstrip(", \n\r\t"))
            if text.startswith("]", at):
                return
            if "}" not in piece or not text[at:]:
                break
            try:
                data, at = _DECODER.raw_decode(text, at)
            except (ValueError, RecursionError):
                break
            yield _checked(data)
    if at is None:
        raise NoReply(text)
    raise UnfinishedReply


def _checked(data: object) -> SaidClaim | None:
    try:
        return SaidClaim.model_validate(data)
    except ValidationError:
        return None
