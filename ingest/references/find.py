"""Every citation in a text as a `Reference`: of an act, of its provisions, of this act's own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Provision, Reference, Relation, Span
from ingest.marker import find_marker
from ingest.references.acts import KIND_ANY_CASE, Act, act_at, acts_after
from ingest.references.place import Path, Places, QuotedPlaces, cited_path, down_to, outside
from ingest.references.quotes import Quotations, blanked
from ingest.references.relation import LIST_GAP, body_relation, header_relation, is_clause
from ingest.references.steps import THIS, UNIT_NAMES, Item, chains_at, paths, step

_HEAD = re.compile(rf"(?<!\w)(?:tên [Đđ]iều|{UNIT_NAMES}|{KIND_ANY_CASE}|LUẬT|BỘ LUẬT|PHÁP LỆNH)(?!\w)")
"""Takes the word that a citation may begin with: "khoản", "Nghị định"; not "tài" of "tài khoản"."""

_TO_ACT = re.compile(
    r",? (?:(?:của|trong|tại|thuộc) )?"
    r"(?:(?:(?:Quy chế|Quy định|Điều lệ|Nội quy|Đề án|Kế hoạch|Danh mục|Phụ lục)(?: [^,;.\n]{0,150}?)? )?"
    r"(?:được )?(?:ban hành )?kèm theo )?"
)
"""Takes what stands between a provision and its act: " của ", " Quy chế ban hành kèm theo "; not " và "."""

_SAME_ACT = re.compile(r" (?:của )?(?P<kind>Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quy chế)(?! này)(?= |[,.;)])")
"""Takes " Luật" in "khoản 2 Điều 85 Luật quy định", the law named before; not " Luật này"."""

_SELF_NAMING = re.compile(r"ban hành Luật sửa đổi")
"""Takes the law's naming of itself before the laws it amends: "Quốc hội ban hành Luật sửa đổi, bổ sung"."""

_LINE_OPENING = re.compile(r"[“\"]?[ ]?")

_LEAD = 400
"""Characters read back, and ahead, for the sentence that a citation stands in."""

_AMENDING: frozenset[Relation] = frozenset(("sửa đổi", "bổ sung", "thay thế", "bãi bỏ"))
_NUMBERED_THROUGHOUT = ("phan", "phu_luc", "chuong", "dieu")
"""Units whose number alone names them in an act."""


@dataclass(frozen=True, slots=True)
class _Citation:
    """A citation as printed: its items outermost first, its act if it names one, its span."""

    items: tuple[Item, ...]
    act: Act | None
    span: Span


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
    plain: str = field(init=False)
    lines: list[int] = field(init=False)
    before: _Before = field(default_factory=_Before)
    contexts: dict[str, _Context] = field(default_factory=dict)
    amended_by_title: set[Act] = field(default_factory=set)
    quoted: dict[Span, QuotedPlaces] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places(self.provisions)
        self.quotations = Quotations(self.text)
        self.plain = blanked(self.text, self.quotations)
        self.lines = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def find(self) -> Iterator[Reference]:
        position = 0
        for head in _HEAD.finditer(self.text):
            if head.start() < position or self._opens_provision(head):
                continue
            for citation in self._citations(head.start()):
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

    def _citations(self, start: int) -> Iterator[_Citation]:
        """Yield what is cited from a word on: listed provisions with the act that they share, or acts."""
        chains = chains_at(self.text, start)
        if not chains:
            yield from self._acts(start)
            return
        end = chains[-1][-1].span[1]
        act, end = self._act_of_provisions(end)
        if act is None and chains[-1][-1].label == "":
            return
        for chain, items in zip(chains, paths(chains), strict=True):
            last = chain is chains[-1]
            yield _Citation(items, act, (chain[0].span[0], end if last else chain[-1].span[1]))

    def _acts(self, start: int) -> Iterator[_Citation]:
        if _SELF_NAMING.match(self.text, start - len("ban hành ")):
            return
        cited = act_at(self.text, start)
        if cited:
            for one in (cited, *acts_after(self.text, cited)):
                yield _Citation((), one.act, one.span)

    def _act_of_provisions(self, end: int) -> tuple[Act | None, int]:
        """Return the act named after provisions, and where its citation ends; None if none is."""
        into = _TO_ACT.match(self.text, end)
        cited = act_at(self.text, into.end()) if into else None
        if cited:
            return cited.act, cited.span[1]
        same = _SAME_ACT.match(self.text, end)
        named = self.before.act
        if same and named and named.kind == same["kind"] and self.before.act_end >= self._line(end):
            return named, same.end()
        return None, end

    def _reference(self, citation: _Citation) -> Reference | None:
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

    def _relation(self, citation: _Citation, provision: Provision | None) -> Relation:
        start, end = citation.span
        header = provision is not None and provision.unit == "phan_dau"
        line = self._line(start)
        sentence = self._sentence(line, start, ("; ",) if header else ("; ", ". "))
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

    def _sentence(self, line: int, start: int, stops: tuple[str, ...]) -> int:
        """Return where the sentence, or part of a list, that a citation stands in begins."""
        first = max(line, start - _LEAD)
        ends = [(self.plain.rfind(stop, first, start), len(stop)) for stop in stops]
        return max((at + length for at, length in ends if at >= 0), default=first)

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
        elif amends and is_clause(self.text[provision.span[0] : provision.span[0] + _LEAD]):
            self.contexts[provision.eid] = _Context(act, reference.path)
        elif reference.relation == "quy định chi tiết" and provision.text.endswith(":"):
            self.contexts[provision.eid] = _Context(act, reference.path)


def _path(citation: _Citation, base: Path) -> Path | None:
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
