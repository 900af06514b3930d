"""What stands above a clause: the body that a list of duties is given to, or the heading of its group."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest import Document, Provision
from ingest.sentences import sentence_spans
from materials.quiz.clauses import clauses_of
from materials.quiz.fact import Fact
from materials.quiz.values import BODY

_SHORTEST, _LONGEST = 5, 40
"""Words of a heading that may be an option; "Mục đích" against "Yêu cầu" is a guess."""

_ALIKE = 0.35
"""The share of a clause's runs of three words that another title's provisions may not print."""

_TITLED = r"(?:Phòng|Sở|Đài|Văn phòng|Công an|Các phòng|Các sở)\b"
_BODY_TITLE = re.compile(rf"(?:(?:Đề nghị|Giao) )?(?P<body>(?:{BODY.pattern}|{_TITLED}).*)")
"""Takes "Đề nghị Liên đoàn Lao động huyện", "Phòng Tư pháp"; not "Ban hành quy chế"."""


def title_of(document: Document, provision: Provision) -> str | None:
    """Return the title of a provision with others under it: its heading, or its own first sentence."""
    if provision.unit == "gach" or not any(True for _ in document.children(provision.eid)):
        return None
    words = provision.heading
    if words is None and provision.text:
        first = next(iter(sentence_spans(provision.text)), (0, 0))
        words = provision.text[slice(*first)]
    title = " ".join((words or "").split()).strip(" ;:.")
    return title if 0 < len(title.split()) <= _LONGEST else None


def body_of(title: str) -> str | None:
    """Return the body that a title names as the one bound, without "Đề nghị" or "Giao"."""
    found = _BODY_TITLE.fullmatch(title)
    return found["body"] if found else None


def titled_facts(document: Document, provisions: Sequence[Provision]) -> Iterator[Fact]:
    """Yield whose duties stand under a body's title, and in which group the first clause of others stands."""
    for provision in provisions:
        above = document.provision(provision.parent) if provision.parent and not provision.heading else None
        title = title_of(document, above) if above else None
        if above is None or title is None:
            continue
        body, others = body_of(title), titles_beside(document, above)
        clauses = list(clauses_of(document, provision))
        for clause in clauses if body else clauses[:1]:
            words = document.text[slice(*clause)]
            if body and body.lower() not in words.lower():
                yield Fact("actor", document, provision, clause, body, above=above)
            elif not body and len(title.split()) >= _SHORTEST and not _gives_away(words, title, others):
                yield Fact("heading", document, provision, clause, title, above=above)


def _gives_away(words: str, title: str, others: Iterable[str]) -> bool:
    """Tell whether three words of a clause, one after the other, stand in its title and in no other."""
    return bool(_runs(words) & _runs(title) - {run for other in others for run in _runs(other)})


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def says_alike(document: Document, provision: Provision, words: str) -> bool:
    """Tell whether much of a clause stands in a provision too, so that its title would be right as well."""
    runs = _runs(words)
    return len(runs & _runs(document.text[slice(*provision.span)])) >= _ALIKE * len(runs)


def titles_beside(document: Document, provision: Provision) -> dict[str, Provision]:
    """Return the titles of the provisions beside one, of bodies where its own title is one of a body."""
    own = title_of(document, provision)
    beside: dict[str, Provision] = {}
    for other in document.children(provision.parent) if provision.parent else ():
        title = other.heading.strip(" ;:.") if other.heading else title_of(document, other)
        if title and other.eid != provision.eid and bool(body_of(title)) == bool(own and body_of(own)):
            beside[body_of(title) or title] = other
    return beside
