"""The places of the corpus that a question calls by their initials, spelt out: "NQ 179 QN", "Q.Ninh"."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from index.question.abbreviations import is_abbreviation
from ingest import Document
from ingest.accents import LOWER, UPPER, fold
from ingest.kinds import KIND_NAMES, KINDS

_INITIALS = re.compile(r"(?<![\w/.-])[^\W\d_]{2,4}(?![\w/-])")
"""Takes "QN", "hq"; not "QN" in "QN-HĐND"."""

_LEVEL_OR_ACT = "|".join(map(fold, ("tỉnh", "thành phố", "huyện", *KINDS, *KIND_NAMES)))
_BEFORE_INITIALS = re.compile(rf"(?<!\w)(?:{_LEVEL_OR_ACT})(?: so)?(?: [\d/]+)?(?: cua)? $")
"""Takes "tinh " before "BP", "nq 179 " before "qn"; not "kinh phi "."""


_CUE = 40
"""Characters before initials that are read for what makes them a place's."""


def initials_spelt_out(question: str, documents: Sequence[Document]) -> str:
    """Return the question with the initials of the corpus's places spelt out: "NQ 179 QN".

    They count in capitals, but for an abbreviation of something else ("BP", biện pháp); and in any case
    right after "tỉnh", "huyện" or an act. A name whose first syllables are cut to their letters counts
    always: "Q.Ninh".
    """
    question = unicodedata.normalize("NFC", question)
    places = [document.place for document in documents if document.place]
    whole = tuple(dict.fromkeys(name for place in places for name in (place.parent, place.name) if name))
    names, cut = _initials_of(whole), _cut_forms_of(whole)
    question = _CUT_NAME.sub(lambda found: cut.get(_cut_form(found), found[0]), question)

    def spelt_out(found: re.Match[str]) -> str:
        name = names.get(fold(found[0]))
        if name is None:
            return found[0]
        cued = _BEFORE_INITIALS.search(fold(question[max(0, found.start() - _CUE) : found.start()]))
        return name if cued or (found[0].isupper() and not is_abbreviation(found[0])) else found[0]

    return _INITIALS.sub(spelt_out, question)


_CUT_NAME = re.compile(
    rf"(?<![\w/.-])(?P<initials>(?:[^\W\d_]\. ?){{1,2}}|[{UPPER}]{{1,2}}(?=[{UPPER}][{LOWER}]))"
    r"(?P<last>[^\W\d_]{2,})(?![\w/-])"
)
"""Takes "Q.Ninh", "H. Quản", "ĐBiên", and "P.VHTT", which is no name; not "TP. Huế", "3.a"."""


def _cut_form(found: re.Match[str]) -> tuple[str, str]:
    letters = "".join(letter for letter in fold(found["initials"]) if letter.isalpha())
    return letters, fold(found["last"])


@lru_cache(maxsize=100)
def _cut_forms_of(names: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Return each name by its initials but the last and its last syllable: ("q", "ninh")."""
    return {(_initials(name)[:-1], fold(name).split()[-1]): name for name in names}


@lru_cache(maxsize=100)
def _initials_of(names: tuple[str, ...]) -> dict[str, str]:
    """Return each name by its initials."""
    return {_initials(name): name for name in names}


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split())
