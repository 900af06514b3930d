"""Every citation in a text as a `Reference`: of an act, of its provisions, of this act's own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Provision, Reference, Relation, Span
from ingest.marker import find_marker
from ingest.quotation import Quotations, blanked, sentence_start
from ingest.references.acts import Act
from ingest.references.place import Path, Places, QuotedPlaces, cited_path, down_to, outside
from ingest.references.relation import LIST_GAP, body_relation, header_relation, is_clause
from ingest.references.scan import HEAD, Citation, citations_at, flowing
from ingest.references.steps import THIS, step

_LINE_OPENING = re.compile(r"[“\"]?[ ]?")
"""Takes the mark that opens a quotation at a line's start, if there is one; not the words after it."""

_LEAD = 400
"""Characters read back, and ahead, for the sentence that a citation stands in."""

_AMENDING: frozenset[Relation] = frozenset(("sửa đổi", "bổ sung", "thay thế", "bãi bỏ"))
_NUMBERED_THROUGHOUT = ("phan", "phu_luc", "chuong", "dieu")
"""Units whose number alone names them in an act."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a clause amends or details, to which the provisions cited under it belong."""

    act: Act
    path: Path


@dataclass(slots=True)
class _Before:
    """The citation before: where it ends, its relation; the last act named, and where that ends."""

    end: int = -1
    relation: Relation = "dẫn chiếu"
    act: Act | None = None
    act_end: int = -1


def find_references(text: str, provisions: Sequence[Provision], kind: str = "") -> tuple[Reference, ...]:
    """Return every citation in a canonical text, in print order; none overlap.

    Args:
        text: the canonical text.
        provisions: its tree in print order; relative citations ("khoản này") are told from it.
        kind: the kind of the act, which a provision cited without an act belongs to.

    An act cited by this text's header is a legal basis or an act carried out; see `Relation`. Under a
    clause that amends an act, and in the new words that it quotes, provisions belong to that act.

    """
    return tuple(_Finder(text, provisions, kind).find())


@dataclass(slots=True)
class _Finder:
    """One pass over a text; what earlier citations leave for later ones is kept here."""

    text: str
    provisions: Sequence[Provision]
    kind: str
    places: Places = field(init=False)
    quotations: Quotations = field(init=False)
    flow: str = field(init=False)
    plain: str = field(init=False)
    lines: list[int] = field(init=False)
    before: _Before = field(default_factory=_Before)
    contexts: dict[str, _Context] = field(default_factory=dict)
    amended_by_title: set[Act] = field(default_factory=set)
    quoted: dict[Span, QuotedPlaces] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places(self.provisions)
        self.quotations = Quotations(self.text)
        self.flow = flowing(self.text)
        self.plain = blanked(self.flow, self.quotations)
        self.lines = [0, *(found.end() for found in re.finditer("\n", self.flow))]

    def find(self) -> Iterator[Reference]:
        position = 0
        for head in HEAD.finditer(self.flow):
            if head.start() < position or self._opens_provision(head):
                continue
            named = self.before.act if self.before.act_end >= self._line(head.start()) else None
            for citation in citations_at(self.flow, head.start(), named):
                position = citation.span[1]
                reference = self._reference(citation)
                if reference:
                    yield reference

    def _opens_provision(self, head: re.Match[str]) -> bool:
        """Tell whether a word begins the number of a provision, of this act or quoted: "Điều 5. Phạm vi"."""
        line = self._line(head.start())
        opening = _LINE_OPENING.match(self.text, line)
        if opening is None or opening.end() != head.start():
            return False
        end = self.text.find("\n", line)
        marker = find_marker(self.text[head.start() : end if end >= 0 else None], inside_article=False)
        return marker is not None and marker.unit not in ("khoan", "diem", "gach")

    def _line(self, offset: int) -> int:
        return self.lines[bisect_right(self.lines, offset) - 1]

    def _reference(self, citation: Citation) -> Reference | None:
        """Return a citation with its place, act, path and relation; None if "này" points at nothing."""
        start, end = citation.span
        provision = self.places.at(start)
        context = self._context(provision)
        quotation = self.quotations.around(start) if context else None
        if context and quotation:
            here = self._quoted_places(quotation, context).at(start)
            relation: Relation = "dẫn chiếu"
        else:
            here = provision.path if provision else ()
            relation = self._relation(citation, provision)
        relative = bool(citation.items) and citation.items[0].label == THIS
        if context is None and relation in _AMENDING:
            context = self._context_of_title()
        belongs = context if quotation or not relative else None
        base = belongs.path if belongs and not quotation else here
        path = _path(citation, base)
        if path is None:
            return None
        act = self._act(citation.act, belongs, quotation)
        through = citation.items[-1].through if citation.items else None
        reference = Reference(
            kind=act.kind,
            number=act.number,
            issued_on=act.issued_on,
            issuer=act.issuer,
            title=act.title,
            relation=relation,
            text=self.text[start:end],
            span=citation.span,
            path=path,
            through=(*path[:-1], replace(path[-1], label=through)) if through else (),
        )
        if not (context and quotation):
            self._remember(reference, act, citation.act)
        return reference

    def _act(self, printed: Act | None, context: _Context | None, quotation: Span | None) -> Act:
        """Return the act that a citation means: the printed one, the amended one, or this."""
        if printed and not printed.is_own:
            return printed
        if context and (quotation or printed is None):
            return context.act
        return printed or Act(self.kind)

    def _context(self, provision: Provision | None) -> _Context | None:
        """Return what the clause that a provision is, or stands under, amends or details."""
        while provision:
            if provision.eid in self.contexts:
                return self.contexts[provision.eid]
            provision = self.places.parent(provision)
        return None

    def _context_of_title(self) -> _Context | None:
        """Return the one act that this act's title says it amends; None if there are several, or none."""
        if len(self.amended_by_title) != 1:
            return None
        return _Context(next(iter(self.amended_by_title)), ())

    def _quoted_places(self, quotation: Span, context: _Context) -> QuotedPlaces:
        if quotation not in self.quoted:
            self.quoted[quotation] = QuotedPlaces(self.text, quotation, context.path)
        return self.quoted[quotation]

    def _relation(self, citation: Citation, provision: Provision | None) -> Relation:
        start, end = citation.span
        header = provision is not None and provision.unit == "phan_dau"
        line = self._line(start)
        stops = ("; ",) if header else ("; ", ". ")
        sentence = sentence_start(self.plain, max(line, start - _LEAD), start, stops)
        if self.before.end >= (sentence if header else line) and LIST_GAP.fullmatch(
            self.plain, self.before.end, start
        ):
            return self.before.relation
        lead = self.plain[sentence:start]
        if header:
            return header_relation(lead, self.plain[line : line + _LEAD])
        parent = self.places.parent(provision) if provision else None
        own = citation.act is not None and citation.act.is_own
        return body_relation(
            lead,
            self.plain[max(sentence, self.before.act_end) : start],
            "" if own else self.plain[end : end + _LEAD],
            parent.text if parent else "",
        )

    def _remember(self, reference: Reference, act: Act, named: Act | None) -> None:
        """Keep what a citation outside quotations leaves for the next: a list, an act, what is amended."""
        start, end = reference.span
        self.before = replace(self.before, end=end, relation=reference.relation)
        if named and not named.is_own:
            self.before = replace(self.before, act=named, act_end=end)
        provision = self.places.at(start)
        if provision is None or act.is_own:
            return
        amends = reference.relation in _AMENDING
        if provision.unit == "phan_dau":
            self.amended_by_title |= {act} if amends else set()
            return
        clause = is_clause(self.text[provision.span[0] : provision.span[0] + _LEAD])
        details = reference.relation == "quy định chi tiết" and provision.text.endswith(":")
        if (amends and clause) or details:
            self.contexts[provision.eid] = _Context(act, reference.path)


def _path(citation: Citation, base: Path) -> Path | None:
    """Return the path that a citation means where it stands in or under `base`; None if it means nothing."""
    if not citation.items:
        return ()
    first, *rest = map(step, citation.items)
    if first.label == THIS:
        around = down_to(base, first)
        if not around or around[-1].unit != first.unit:
            return None
        return (*cited_path(around), *rest)
    if citation.act or first.unit in _NUMBERED_THROUGHOUT:
        return (first, *rest)
    return (*cited_path(outside(base, first)), first, *rest)
