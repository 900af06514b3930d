"""Where citations lead within a corpus, and which amendments touch a provision."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.accents import fold
from ingest.document import Amendment, Document, Provision, Reference, Step, Target
from ingest.references.acts import number_key
from ingest.references.place import Path, Places, cited_path

_SHORT_ORGANS = (("hdnd", "hoi dong nhan dan"), ("ubnd", "uy ban nhan dan"))


def resolve_references(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents with the target of each reference and amendment, within this corpus.

    An act is known by its number, issuer and date as far as printed, a law also by its title and year;
    what fits several acts is left without a target. A provision that the act has not leaves `eid` None.
    """
    corpus = _Corpus(documents)
    return tuple(_resolved(document, corpus) for document in documents)


def _resolved(document: Document, corpus: "_Corpus") -> Document:
    places = Places(document.provisions)

    def lead(reference: Reference) -> Reference:
        return replace(reference, target=corpus.target(reference, document, places.at(reference.span[0])))

    return replace(
        document,
        references=tuple(map(lead, document.references)),
        amendments=tuple(
            replace(amendment, reference=lead(amendment.reference)) for amendment in document.amendments
        ),
    )


@dataclass(slots=True)
class _Corpus:
    """The documents by number and by title, and their provisions by the endings of their paths."""

    documents: Sequence[Document]
    by_number: dict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))
    by_tail: dict[str, dict[Path, list[Provision]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.documents:
            if document.number:
                self.by_number[number_key(document.number)].append(document)
            self.by_title[_title_key(f"{document.kind} {document.title}")].append(document)

    def target(self, reference: Reference, citing: Document, around: Provision | None) -> Target | None:
        """Return where a reference of a document leads, from the provision that it stands in."""
        if reference.number is None and reference.title is None:
            annex = around.path[0] if around and around.path[0].unit == "phu_luc" else None
            path = reference.path or ((annex,) if annex and reference.kind != citing.kind else ())
            return Target(citing.id, self._eid(citing, path, annex))
        act = self._act(reference, citing)
        return Target(act.id, self._eid(act, reference.path, None)) if act else None

    def _act(self, reference: Reference, citing: Document) -> Document | None:
        if reference.number:
            named = self.by_number.get(number_key(reference.number), [])
            fits = [
                act for act in named if _same_day(reference, act) and _same_issuer(reference, act, citing)
            ]
        else:
            named = self.by_title.get(_title_key(reference.title or ""), [])
            fits = [act for act in named if _same_day(reference, act)]
        return fits[0] if len(fits) == 1 else None

    def _eid(self, act: Document, path: Path, annex: Step | None) -> str | None:
        """Return the one provision that a path names: in the citing annex, in the act, in its only annex."""
        if not path:
            return None
        if act.id not in self.by_tail:
            self.by_tail[act.id] = _by_tail(act)
        containers, tail = _parts(path)
        named = self.by_tail[act.id].get(tail, ())
        fits = [provision for provision in named if all(step in provision.path for step in containers)]
        in_annex = [provision for provision in fits if annex and provision.path[0] == annex]
        in_act = [provision for provision in fits if provision.path[0].unit != "phu_luc"]
        chosen = in_annex or in_act or fits
        return chosen[0].eid if len(chosen) == 1 else None


def _title_key(title: str) -> str:
    return " ".join(fold(title).split())


def _same_day(reference: Reference, act: Document) -> bool:
    """Tell whether the printed dates do not contradict each other; either may be shortened."""
    printed, issued = reference.issued_on or "", act.issued_on or ""
    return printed.startswith(issued) or issued.startswith(printed)


def _same_issuer(reference: Reference, act: Document, citing: Document) -> bool:
    """Tell whether an act is the cited one and not another place's of the same number.

    The numbers of national acts are their own; those of two provinces may be the same, so that the
    issuer or the day must be printed, or the citing act be of the same place.
    """
    if act.place is None:
        return True
    same_place = citing.place is not None and citing.place.name == act.place.name
    if reference.issuer:
        printed, issuer = _organ(reference.issuer), _organ(act.issuer or "")
        names_place = act.place.name in reference.issuer
        return issuer.startswith(printed) and (
            names_place or same_place or reference.issued_on == act.issued_on
        )
    return same_place or (reference.issued_on is not None and reference.issued_on == act.issued_on)


def _organ(issuer: str) -> str:
    name = fold(issuer)
    for short, long in _SHORT_ORGANS:
        name = name.replace(short, long)
    return name


def _by_tail(act: Document) -> dict[Path, list[Provision]]:
    """Return an act's provisions by every ending of their paths; the only annex by none of its label."""
    tails: dict[Path, list[Provision]] = defaultdict(list)
    for provision in act.provisions:
        for at in range(len(provision.path)):
            tails[provision.path[at:]].append(provision)
        if provision.unit == "phu_luc":
            tails[(Step("phu_luc", ""),)].append(provision)
    return tails


def _parts(path: Path) -> tuple[Path, Path]:
    """Split a cited path into containers, which need only hold the provision, and the ending it must have.

    An article's chapter need not be cited; an annex without a label is the act's only one.
    """
    at = next((at for at, step in enumerate(path) if step.unit == "dieu"), 0)
    tail = path[at:]
    return path[:at], tail[1:] if len(tail) > 1 and tail[0] == Step("phu_luc", "") else tail


def amended_by(
    provision: Provision, document: Document, documents: Iterable[Document]
) -> tuple[tuple[Document, Amendment], ...]:
    """Return the amendments that touch a provision, what holds it, or what it holds, with their acts.

    Args:
        provision: a provision of `document`.
        document: the act it is of.
        documents: the corpus, resolved.

    """
    return tuple(
        (act, amendment)
        for act in documents
        for amendment in act.amendments
        if amendment.reference.target
        and amendment.reference.target.document == document.id
        and _touches(amendment.reference, provision, document)
    )


def _touches(reference: Reference, provision: Provision, document: Document) -> bool:
    if not reference.path:
        return True
    eid = reference.target.eid if reference.target else None
    if eid is None:  # a new provision: it changes what will hold it
        own = cited_path(provision.path)
        return bool(own) and own == reference.path[: len(own)]
    if reference.text.startswith("tên "):  # a title: nothing below it changes
        return eid == provision.eid
    amended = document.provision(eid).path
    shared = min(len(amended), len(provision.path))
    if amended[:shared] == provision.path[:shared]:
        return True
    return bool(reference.through) and _within(reference, amended, provision.path)


def _within(reference: Reference, first: Path, path: Path) -> bool:
    """Tell whether a path lies in a range: Điều 7, of any chapter, in "từ Điều 5 đến Điều 9"."""
    start, last = first[-1], reference.through[-1]
    if last.unit != "dieu" and path[: len(first) - 1] != first[:-1]:
        return False
    labels = [step.label for step in path if step.unit == last.unit]
    if not all(label.isdigit() for label in (start.label, last.label, *labels)):
        return False
    return any(int(start.label) <= int(label) <= int(last.label) for label in labels)
