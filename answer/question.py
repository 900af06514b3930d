"""What a question must be, and what kind of fact it asks for."""

import re
import unicodedata
from dataclasses import dataclass

from index.tokens import lacks_accents, syllables
from ingest.accents import fold

MAX_CHARACTERS = 2000


class BadQuestion(ValueError):
    """The question is empty or too long; the message is Vietnamese and says what to do."""


def checked_question(question: str) -> str:
    """Return the question in NFC, without surrounding white space.

    Raises:
        BadQuestion: it has no letter or digit, or more than 2,000 characters.

    """
    question = unicodedata.normalize("NFC", question).strip()
    if not any(character.isalnum() for character in question):
        raise BadQuestion("Câu hỏi trống. Hãy nhập câu hỏi bằng chữ.")
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise BadQuestion("Câu hỏi có ký tự hỏng. Hãy gõ lại câu hỏi bằng mã UTF-8.")
    if len(question) > MAX_CHARACTERS:
        raise BadQuestion(
            f"Câu hỏi dài {len(question)} ký tự, quá {MAX_CHARACTERS}. Hãy rút gọn hoặc tách thành nhiều câu."
        )
    return question


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A kind of fact: how it is asked for, and the mark that a text giving it must bear.

    Both patterns are written with accents. A question typed without them is matched against the first
    one with its accents taken off.
    """

    name: str
    asked: str
    given: re.Pattern[str]

    def is_asked(self, question: str, *, bare: bool) -> bool:
        """Tell whether a question asks for this fact; `bare` if it was typed without accents."""
        if bare:
            return re.search(fold(self.asked), fold(question)) is not None
        return re.search(self.asked, question.lower()) is not None

    def is_given(self, text: str) -> bool:
        """Tell whether a text bears this fact's mark."""
        return self.given.search(text.lower()) is not None


_HOW_MUCH = r"\b(?:bao nhiêu|mấy)"

ASKED_FACTS = (
    # asked by "mức phạt tiền … là bao nhiêu", "cấp bao nhiêu tiền"; not "Số lượng … là bao nhiêu"
    AskedFact(
        "mức tiền cụ thể",
        rf"{_HOW_MUCH} (?:\w+ )?(?:tiền|đồng|triệu|kinh phí)\b"
        r"|\bmức (?:phạt|lương|phụ cấp|thưởng|hỗ trợ|kinh phí)\b"
        r"|\b(?:phân bổ|lương|phạt|thưởng|phụ cấp)\b.*\bbao nhiêu\b",
        re.compile(r"\d\s*(?:đồng(?! chí| thời)|triệu|nghìn|tỷ|vnd)\b"),
    ),
    # asked by "bao nhiêu phần trăm", "mấy %"; not "100 % cơ quan làm gì"
    AskedFact(
        "tỷ lệ phần trăm",
        rf"{_HOW_MUCH} (?:phần trăm|%)|\btỷ lệ bao nhiêu\b|\bphần trăm nào\b",
        re.compile(r"\d\s*%"),
    ),
    # asked by "số đường dây nóng"; not "số nghị quyết"
    AskedFact(
        "số điện thoại",
        r"\bsố (?:điện thoại|đường dây nóng|hotline)\b|\b(?:đường dây nóng|hotline|điện thoại)\b.*\bsố mấy\b",
        re.compile(r"\b0\d{8,10}\b|\b1[89]00\d+"),
    ),
    # asked by "kéo dài mấy năm", "nhiệm kỳ bao lâu"; not "năm nào", "mấy lần một năm"
    AskedFact(
        "thời hạn (số năm)",
        rf"{_HOW_MUCH} năm\b|\bnhiệm kỳ\b.*\b(?:bao lâu|mấy)\b",
        re.compile(r"\d\s*năm\b(?!\s*\d{4})"),
    ),
    # asked by "bao nhiêu tuổi", "tuổi tối đa"; not "tưới tiêu"
    AskedFact("độ tuổi", r"\btuổi\b", re.compile(r"\btuổi\b")),
)


def asked_facts(question: str) -> tuple[AskedFact, ...]:
    """Return the kinds of fact that a question asks for, of those that leave a mark in a text."""
    bare = lacks_accents(syllables(question))
    return tuple(fact for fact in ASKED_FACTS if fact.is_asked(question, bare=bare))
