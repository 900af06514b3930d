"""What a question must be, and what kind of fact it asks for."""

import re
from dataclasses import dataclass

from ingest.accents import fold

MAX_CHARACTERS = 2000


class BadQuestion(ValueError):
    """The question is empty or too long; the message is Vietnamese and says what to do."""


def checked_question(question: str) -> str:
    """Return the question without surrounding white space.

    Raises:
        BadQuestion: it has no letter or digit, or more than 2,000 characters.

    """
    question = question.strip()
    if not any(character.isalnum() for character in question):
        raise BadQuestion("Câu hỏi trống. Hãy nhập câu hỏi bằng chữ.")
    if len(question) > MAX_CHARACTERS:
        raise BadQuestion(
            f"Câu hỏi dài {len(question)} ký tự, quá {MAX_CHARACTERS}. Hãy rút gọn hoặc tách thành nhiều câu."
        )
    return question


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A kind of fact: how it is asked for, and the mark that a text giving it must bear.

    Both patterns are matched on folded text.
    """

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]


_HOW_MUCH = r"(?:bao nhieu|may|muc)"

ASKED_FACTS = (
    # asked by "mức phạt tiền … là bao nhiêu", "cấp bao nhiêu tiền"; not "kinh phí lấy từ đâu"
    AskedFact(
        "mức tiền cụ thể",
        re.compile(
            rf"{_HOW_MUCH} (?:\w+ )?(?:tien|dong|trieu|kinh phi)|muc (?:phat|luong|phu cap|thuong|chi|ho tro)"
            r"|(?:phan bo|luong|phat|thuong|phu cap)\b.*\bbao nhieu"
        ),
        re.compile(r"\d[\d.,]*\s*(?:dong|trieu|nghin|ty|vnd)"),
    ),
    # asked by "bao nhiêu phần trăm", "mấy %"; not "100 % cơ quan làm gì"
    AskedFact(
        "tỷ lệ phần trăm",
        re.compile(rf"{_HOW_MUCH} (?:phan tram|%)|ty le bao nhieu|phan tram nao"),
        re.compile(r"\d\s*%"),
    ),
    # asked by "số đường dây nóng"; not "số nghị quyết"
    AskedFact(
        "số điện thoại",
        re.compile(
            r"so (?:dien thoai|duong day nong|hotline)|(?:duong day nong|hotline|dien thoai)\b.*\bso may"
        ),
        re.compile(r"\b0\d{8,10}\b|\b1800\d+|\b1900\d+"),
    ),
    # asked by "kéo dài mấy năm", "nhiệm kỳ"; not "năm nào"
    AskedFact(
        "thời hạn (số năm)",
        re.compile(r"(?:may|bao nhieu) nam\b|nhiem ky\b.*\b(?:bao lau|may)"),
        re.compile(r"\d\s*nam\b(?!\s*\d{4})"),
    ),
    # asked by "bao nhiêu tuổi", "tuổi tối đa"
    AskedFact("độ tuổi", re.compile(r"\btuoi\b"), re.compile(r"\d\s*tuoi|\btuoi\b")),
)


def asked_facts(question: str) -> tuple[AskedFact, ...]:
    """Return the kinds of fact that a question asks for, of those that leave a mark in a text."""
    folded = fold(question)
    return tuple(fact for fact in ASKED_FACTS if fact.asked.search(folded))
