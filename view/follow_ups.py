"""Questions that may follow an answer: only such as the texts answer."""

from collections.abc import Iterator, Sequence

from answer import Answer, answer
from index import Filters, HybridRetriever

_OF_THE_DOCUMENT = ("Văn bản này có hiệu lực từ ngày nào?", "Văn bản này do ai ký?")
_PLACES = 3
"""So many other places are tried; each costs an answer."""


def follow_ups(
    given: Answer, earlier: Sequence[str], retriever: HybridRetriever, filters: Filters, count: int = 3
) -> list[str]:
    """Return at most `count` questions that lean on an answered one and are answered themselves.

    Args:
        given: the answer; an abstention is followed by none.
        earlier: the questions of the conversation before it, oldest first.
        retriever: the open index.
        filters: what the conversation is limited to.
        count: at most.

    """
    asked = (*earlier, given.question)
    found: list[str] = []
    for question, place in _candidates(given, retriever, filters):
        if len(found) == count:
            break
        reply = answer(question, retriever, filters, history=asked)
        cited = {one.document.place.name for one in reply.citations if one.document.place}
        if question not in asked and reply.citations and (place is None or place in cited):
            found.append(question)
    return found


def _candidates(
    given: Answer, retriever: HybridRetriever, filters: Filters
) -> Iterator[tuple[str, str | None]]:
    """Yield questions, each with the place that it is about: of places of a level first, nearest first."""
    if not given.citations:
        return
    cited = {one.document.place for one in given.citations if one.document.place}
    levels = {place.level for place in cited}
    near = (one.document.place for one in given.retrieved)
    held = (document.place for document in retriever.facts.values() if filters.admit(document))
    others = dict.fromkeys(place for place in (*near, *held) if place and place.level in levels)
    for place in [place for place in others if place not in cited][:_PLACES]:
        yield f"Còn {place.name} thì sao?", place.name
    if len({one.document.id for one in given.citations}) == 1:
        yield from ((question, None) for question in _OF_THE_DOCUMENT)
