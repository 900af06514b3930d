"""What a question asks: its terms, the kinds of fact it expects, the population and the years it names."""

import re
from dataclasses import dataclass
from itertools import pairwise

from answer.coverage import Phrase, Term, pairs_asked, terms_asked
from answer.expected import POPULATIONS, SUBJECT, ExpectedAnswer, expected_answers
from index import HybridRetriever
from index.question.initials import initials_spelt_out
from index.question.places import NamedPlaces
from ingest.accents import fold

_STRANGE = 0.4

_MEASURES = ("phần trăm", "bao nhiêu", "bao lâu")
"""Words for an amount asked, which the figure itself stands for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks: as understood, its terms, the kinds of fact it expects, the places it names.

    `pairs` are its neighbouring syllables; `strange` is the weight of its terms that no passage of the
    index says, in nats, `foreign` that of those which legal texts of other fields say; `population` what a
    share is asked of ("bao nhiêu phần trăm thôn"), `years` those that it names; `wants_several` that it
    asks for a list.
    """

    question: str
    terms: tuple[Term, ...]
    pairs: tuple[Phrase, ...]
    expected: tuple[ExpectedAnswer, ...]
    places: NamedPlaces
    strange: float
    foreign: float
    population: Phrase | None
    years: tuple[str, ...]
    wants_several: bool

    @property
    def weight(self) -> float:
        """The weight of all its terms, in nats."""
        return sum(term.weight for term in self.terms)

    def is_share_of(self, text: str) -> bool:
        """Tell whether a share of the very population asked about stands in a text: "95% thôn"."""
        if self.population is None:
            return False
        return re.search(rf"% (?:cac |so )?{self.population.plain}\b", fold(text)) is not None

    @property
    def is_strange(self) -> bool:
        """Whether so much of it, by weight, is what no passage says that it may well be of another field."""
        return self.strange > _STRANGE * self.weight

    @classmethod
    def by(cls, understood: str, places: NamedPlaces, retriever: HybridRetriever) -> "Asked":
        """Read a question, slips mended and abbreviations spelt out."""
        facts = list(retriever.facts.values())
        issuers = dict.fromkeys(document.issuer for document in facts if document.issuer)
        names = (*places.known, *places.unknown, *issuers, *SUBJECT, *_MEASURES)
        spelt_out = initials_spelt_out(understood, facts)
        terms = terms_asked(spelt_out, names)
        strange = [term for term in terms if not term.others and not _occurs(term, retriever)]
        return cls(
            understood,
            terms,
            pairs_asked(spelt_out, names),
            expected_answers(understood),
            places,
            sum(term.weight for term in strange),
            sum(term.weight for term in strange if term.is_legal),
            _population(understood),
            tuple(_YEAR.findall(understood)),
            _LIST.search(fold(understood)) is not None,
        )


_LIST = re.compile(
    r"\b(?:nhung|gom|bao gom|liet ke|cac .*(?:nao|gi)|ke (?:ten|ra|het))\b|\bneu (?:cac|ro cac)\b"
    r"|\b(?:nhiem vu|trach nhiem|quyen|viec|bien phap|noi dung) gi\b"
    r"|\bmay (?:nhom|bien phap|nguyen tac|noi dung|nhiem vu|giai phap|muc tieu|hinh thuc|quyen)\b"
)
"""Takes "những biện pháp nào", "gồm …", "các nguyên tắc nào", without accents; not "các xã có phải"."""

_SHARE_OF = re.compile(
    r"\b(?:bao nhieu|may|chi tieu) ?(?:phan tram|%) (?:(?:so|cac|nhung|nguoi|ba con) )*"
    rf"(?P<who>{'|'.join(sorted(map(fold, POPULATIONS), key=len, reverse=True))})\b"
)
"""Takes "thon" in "bao nhieu phan tram thon", "dan" in "may % nguoi dan", folded; not "nguoi phu trach"."""

_YEAR = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-])")
"""Takes "2030"; not "2025" in "05/2025/NQ-HĐND"."""


def _population(question: str) -> Phrase | None:
    found = _SHARE_OF.search(fold(question))
    return Phrase.by(found["who"]) if found else None


def _occurs(term: Term, retriever: HybridRetriever) -> bool:
    words = term.phrase.plain.split()
    pairs = list(map(" ".join, pairwise(words))) or words
    return all(retriever.engine.terms.holding_of(pair) for pair in pairs)
