"""The provisions that a question names: "điểm c khoản 1 mục III kế hoạch Hớn Quản", "NQ 192 đ1 k2 đ.c".

People write the steps in either order, short, in words, or dotted ("III.2.4"), with or without accents.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from index.question.abbreviations import spell_out
from index.question.hints import Hints, hints_in
from index.question.initials import initials_spelt_out
from index.tokens import lacks_accents, syllables
from ingest import Document
from ingest.accents import fold
from ingest.document import Provision, Unit
from ingest.labels import same_label
from ingest.marker import POINT_LETTERS
from ingest.references.place import Path, outside
from ingest.references.steps import NOT_A_LABEL, Chain, Item, in_compound, paths, rank, step


@dataclass(frozen=True, slots=True)
class NamedProvision:
    """A provision that a question names, in a document of the corpus; `eid` None: that has no such one.

    `path` is the provision's own, or as the question gives it where there is none.
    """

    document: str
    eid: str | None
    path: Path


_POINT = f"[{fold(POINT_LETTERS)}]"
_ROMAN = r"[ivx]+(?!\w)"
_END = r"(?=\W|$|[kdm](?:\.|\d))"
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,3}(?:\.[a-z])?(?![.\w])|\d{1,2}\.[a-z](?![.\w])"
_AS_DIGITS = {
    word: str(at)
    for at, words in enumerate(("mot", "hai", "ba", "bon tu", "nam", "sau", "bay", "tam", "chin", "muoi"), 1)
    for word in words.split()
}
_GOES_ON = (
    r"(?= ?$| ?[,.;:?]| (?:va|hoac|muc|khoan|dieu|diem|tieu muc|chuong|phan|phu luc|cua|thuoc|trong|tai|theo"
    r"|o|noi|quy dinh|ghi|la|nghi|ke hoach|to trinh|luat|thong tu|bo luat|du thao)(?!\w))"
)
"""What may follow a label that is a word, or one that goes on a list."""

_WORDS = rf"(?:thu )?(?:{'|'.join(_AS_DIGITS)}|nhat){_GOES_ON}"
_NUMBER = rf"\d+(?:[a-z](?!\.))?{_END}"
_NUMERAL = rf"{_NUMBER}|{_WORDS}"
_SECTION = rf"[ivx]+(?:\.\d{{1,2}}){{1,3}}(?:\.[a-z])?(?![.\w])|{_ROMAN}"

_KHOAN_MISTYPED = r"(?<=diem \w )khoang(?= \d)|khoang(?= \d+,? (?:muc|dieu|phan|chuong) (?:[ivx]+|\d+)(?!\w))"
"""Takes "khoang" in "diem k khoang 9", "khoang 9 muc iii", folded; not in "khoang 9 muc tieu"."""

_FULL: dict[Unit, tuple[str, str]] = {
    "phan": ("phan", rf"(?:thu )?{_ROMAN}|thu \w+"),
    "phu_luc": (r"phu luc(?: so)?|pl", rf"{_ROMAN}|\d+{_END}"),
    "chuong": ("chuong", rf"{_ROMAN}|{_NUMERAL}"),
    "tieu_muc": ("tieu muc", rf"{_DOTTED}|{_ROMAN}|{_NUMERAL}"),
    "muc": ("muc", rf"{_SECTION}|{_DOTTED}|{_NUMERAL}"),
    "dieu": ("dieu", rf"{_DOTTED}|{_NUMERAL}"),
    "khoan": (rf"khoan|{_KHOAN_MISTYPED}", rf"{_DOTTED}|{_NUMERAL}"),
    "diem": ("diem", rf"{_DOTTED}|{_POINT}(?!\w)(?! te(?!\w))"),
    "gach": ("gach(?: dau dong)?", rf"(?:thu )?{_NUMERAL}"),
}
_SHORT: dict[Unit, tuple[str, str]] = {
    "muc": (r"m(?:\. ?|(?=[ivx]))", _SECTION),
    "tieu_muc": (r"tm[. ]{0,2}", rf"{_DOTTED}|\d+{_END}"),
    "dieu": (r"d(?:\. ?|(?<!\dd)(?<!\.\d{3} d) ?)", rf"{_DOTTED}|{_NUMBER}"),
    "khoan": (r"k[. ]?", _NUMBER),
    "diem": (r"d(?:\. ?|(?<!\dd) )", rf"{_POINT}(?![\w/])"),
}
_ITEM = re.compile(
    r"(?<![^\W\d])(?:"
    + "|".join(
        [f"(?P<full_{unit}>(?:{name}) (?P<of_full_{unit}>{label}))" for unit, (name, label) in _FULL.items()]
        + [f"(?P<short_{unit}>{name}(?P<of_short_{unit}>{label}))" for unit, (name, label) in _SHORT.items()]
        + [
            r"(?P<bare_muc>(?<![\w.])(?P<of_bare_muc>[ivx]+(?:\.\d{1,2}){1,3}(?:\.[a-z])?(?![.\w])))",
            rf"(?P<bare_tieu_muc>(?<![\w.,])(?<!ngay )(?P<of_bare_tieu_muc>{_DOTTED}))",
        ]
    )
    + rf"){fold(NOT_A_LABEL)}"
)
"""Takes "dieu 1", "k2", "d.c", "iii.2.4", "khoan hai", folded; not "dieu kien", "khoan 10 trieu"."""

_MOST = 50
"""Provisions read of a question; a person names fewer."""

_INTO = re.compile(r"[\s,;:./-]*(?:(?:cua|thuoc|tai|trong|o) )?(?:cac )?")
_AND = re.compile(r"(?:\s*[,;]\s*(?:va |hoac |hay )?| (?:va|hoac|hay|voi|den) )(?:cac )?")
_BARE_POINT = re.compile(rf"(?P<label>{_POINT})(?!\w){_GOES_ON}")
_BARE_NUMBER = re.compile(rf"(?P<label>\d+[a-z]?)(?![\w/%]|\.\d){_GOES_ON}")
"""Take "b" and "2" in "diem a, b khoan 1, 2 dieu 5", folded; not "b" in "diem a, bo sung"."""


def provisions_named(
    question: str, facts: Sequence[Document], documents: Mapping[str, Document]
) -> tuple[NamedProvision, ...]:
    """Return the provisions that a question names, the most exactly named first.

    Where it names no document, those of every document that has such a provision; where it names one that
    the corpus has not, none; where the named one has no such provision, an entry that says so.

    Args:
        question: as typed, slips mended.
        facts: the documents of the corpus; they need no provisions.
        documents: the same by id, whole; only those are asked for that the question may mean.

    """
    text = unicodedata.normalize("NFC", spell_out(initials_spelt_out(question, facts)))
    found: dict[tuple[str, str | None, Path], NamedProvision] = {}
    for group in _groups(text, facts):
        for provision in _provisions(group, facts, documents):
            found.setdefault((provision.document, provision.eid, provision.path), provision)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Group:
    """Provisions cited in one run of words, and what the words around it say of their act.

    `is_plain` tells that the question was typed without accents.
    """

    paths: tuple[Path, ...]
    hints: Hints
    is_faint: bool
    is_plain: bool


def _groups(text: str, documents: Sequence[Document]) -> Iterator[_Group]:
    """Yield the citations of a question with the act that each one's words name.

    The act stands after its provisions, or before them if one stands before the first; where neither names
    one, the whole question does.
    """
    folded = fold(text)
    runs = list(_runs(text, folded))
    if not runs:
        return
    edges = [0, *(place for run in runs for place in (run[0].span[0], run[-1].span[1])), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    before = hints_in(gaps[0], documents).named and len(runs) > 1
    of_all = hints_in(" … ".join(gaps), documents)
    for at, run in enumerate(runs):
        own = hints_in(gaps[at if before else at + 1], documents)
        hints = own if own.named and len(runs) > 1 else of_all
        if hints.named or not _is_faint(run, folded):
            cited = tuple(_cited_paths(run, folded))
            yield _Group(cited, hints, _is_faint(run, folded), lacks_accents(syllables(text)))


def _is_faint(run: Sequence[Item], folded: str) -> bool:
    """Tell whether a citation is one short step alone, "k2", which without an act may be anything."""
    words = folded[run[0].span[0] : run[-1].span[1]]
    return len(run) == 1 and not any(re.match(name, words) for name, _ in _FULL.values())


def _runs(text: str, folded: str) -> Iterator[list[Item]]:
    """Yield the runs of provisions that nothing but a connecting word parts."""
    run: list[Item] = []
    for item in islice(_items(text, folded), _MOST):
        if run and not _connected(folded[run[-1].span[1] : item.span[0]]):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _connected(gap: str) -> bool:
    return bool(_INTO.fullmatch(gap) or _AND.fullmatch(gap))


def _items(text: str, folded: str) -> Iterator[Item]:
    at = 0
    while found := _ITEM.search(folded, at):
        at = found.end()
        unit, label = _read(found, text)
        if in_compound(text, found.start(), unit) or _is_level(text, found):
            continue
        yield Item(unit, label, None, found.span())
        while listed := _listed(folded, at, unit):
            at = listed.end()
            yield Item(unit, text[slice(*listed.span("label"))].lower(), None, listed.span("label"))


def _is_level(text: str, found: re.Match[str]) -> bool:
    """Tell whether accents say that "muc 3" is "mức 3"."""
    return text[found.start() :].lower().startswith("mức")


def _listed(folded: str, at: int, unit: Unit) -> re.Match[str] | None:
    """Return the label that goes on a list of provisions of a unit: "b" after "điểm a, "."""
    listed = _AND.match(folded, at)
    pattern = _BARE_POINT if unit == "diem" else _BARE_NUMBER
    return pattern.match(folded, listed.end()) if listed else None


def _read(found: re.Match[str], text: str) -> tuple[Unit, str]:
    """Return the unit and label of an item; a dotted number under no article is of every unit it may be."""
    form = cast("str", found.lastgroup).removeprefix("of_")
    unit = cast("Unit", form.partition("_")[2])
    label = text[slice(*found.span(f"of_{form}"))].lower()
    words = fold(label).removeprefix("thu ")
    label = "1" if words == "nhat" else _AS_DIGITS.get(words, label)
    label = label.lstrip("0") if label.isdigit() else label
    if unit in ("khoan", "diem", "muc") and re.match(r"\d+\.", label):
        unit = "tieu_muc"
    if unit in ("phan", "phu_luc", "chuong", "muc"):
        head, dot, rest = label.partition(".")
        label = head.upper() + dot + rest
    return unit, label


def _cited_paths(run: Sequence[Item], folded: str) -> Iterator[Path]:
    """Yield the paths that a run cites, outermost step first.

    "điểm a khoản 1" goes on outwards; "khoản 1 điểm a" inwards, from the path before.
    """
    chains: list[list[Item]] = []
    for item in run:
        before = chains[-1][-1] if chains else None
        gap = folded[before.span[1] : item.span[0]] if before else ""
        outwards = before and rank(item.unit, item.label) < rank(before.unit, before.label)
        if outwards and _INTO.fullmatch(gap):
            chains[-1].append(item)
        else:
            chains.append([item])
    path: Path = ()
    held: list[Path] = []
    for items in paths(cast("list[Chain]", [tuple(chain) for chain in chains])):
        steps = tuple(map(step, items))
        path = (*outside(path, steps[0]), *steps)
        held.append(path)
    for at, cited in enumerate(held):
        later = held[at + 1] if at + 1 < len(held) else ()
        if later[: len(cited)] != cited:
            yield cited


def _provisions(
    group: _Group, facts: Sequence[Document], documents: Mapping[str, Document]
) -> Iterator[NamedProvision]:
    hints = group.hints
    named = [document for document in facts if document.id in hints.documents]
    if hints.named and not named:
        return
    for path in group.paths:
        found = [
            NamedProvision(document.id, provision.eid, provision.path)
            for document in named or facts
            for provision in fitting_provisions(path, documents[document.id], plain=group.is_plain)
        ]
        missing = named if not group.is_faint or path[-1].unit in ("dieu", "muc") else ()
        yield from found or [NamedProvision(document.id, None, path) for document in missing]


def fitting_provisions(cited: Path, document: Document, *, plain: bool) -> list[Provision]:
    """Return the provisions that a path as typed fits best: no step between, outside annexes, in full.

    Typed without accents, "diem d" is điểm d first, then điểm đ.
    """
    return _best(cited, document, plain=plain) or _best(_by_rank(cited), document, plain=plain)


def _by_rank(cited: Path) -> Path:
    """Return a path as called by who says mục for a khoản: "mục 9 phần III" is khoản 9 mục III."""
    inner = [
        replace(one, unit="khoan") if one.unit == "muc" and one.label.isdigit() and at else one
        for at, one in enumerate(cited)
    ]
    return tuple(inner)


def _best(cited: Path, document: Document, *, plain: bool) -> list[Provision]:
    wanted = _components(cited, of_text=False)
    fits = [
        (misfit, provision)
        for provision in document.provisions
        if _same_dotted(cited, provision.path)
        and (misfit := _misfit(wanted, _components(provision.path, of_text=True))) is not None
    ]
    best = min((misfit for misfit, _ in fits), default=None)
    if not plain:
        return [provision for misfit, provision in fits if misfit == best]
    nearest = [fit for fit in fits if best and fit[0][:2] == best[:2]]
    return [provision for _, provision in sorted(nearest, key=lambda fit: fit[0])]


def _same_dotted(cited: Path, path: Path) -> bool:
    """Tell whether a dotted label, "3.3" or "3.3.a", begins as the path's own dotted step, if it has one."""
    printed = {one.label for one in path if one.unit == "tieu_muc" and "." in one.label}
    typed = [one.label for one in cited if one.unit == "tieu_muc" and "." in one.label]
    return not printed or all(f"{label}.".startswith(f"{own}.") for label in typed for own in printed)


_Component = tuple[Unit | None, str]


def _components(path: Path, *, of_text: bool) -> list[_Component]:
    """Return a path as single labels: mục III, khoản 2, tiểu mục 2.4 → III, 2, 4.

    What a question gives dotted may be of any unit but for the first label, and that of a tiểu mục too.
    """
    components: list[_Component] = []
    for one in path:
        first, *rest = one.label.split(".") if one.unit != "phu_luc" else [one.label]
        dotted = one.unit if of_text else None
        if not (rest and one.unit == "tieu_muc" and components and components[-1][1] == first):
            components.append((dotted if rest and one.unit == "tieu_muc" else one.unit, first))
        components += [(dotted, label) for label in rest]
    return components


def _misfit(wanted: Sequence[_Component], path: Sequence[_Component]) -> tuple[int, int, int] | None:
    """Return how far a path is from the wanted one, whose last label it must end with; None if another.

    Counted are the annex it is in unasked, the steps left out between or called a phần that are a mục, and
    letters without their accents.
    """
    at = len(path)
    between = bare = 0
    for unit, label in reversed(wanted):
        below = at
        at = next((one for one in range(at - 1, -1, -1) if _same((unit, label), path[one])), -1)
        if at < 0 or (below == len(path) and at != below - 1):
            return None
        between += below - 1 - at + (unit == "phan" != path[at][0])
        bare += label.lower() != path[at][1].lower()
    in_annex = path[0][0] == "phu_luc" and wanted[0][0] != "phu_luc"
    return int(in_annex), between, bare


def _same(wanted: _Component, component: _Component) -> bool:
    """Tell whether a step is the wanted one: "d" may be "đ", "3" III, and "phần III" mục III."""
    unit, label = wanted
    if (unit, component[0]) == ("phan", "muc"):
        unit = "muc"
    if component[0] != unit and (unit is not None or component[0] == "gach"):
        return False
    typed, printed = label.lower(), component[1].lower()
    if component[0] == "diem":
        return typed == printed or (typed == "d" and printed == "đ")
    return same_label(typed.upper(), fold(printed).upper())
