"""What a question must be, and what kind of fact it asks for."""

import re
import unicodedata

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


_SENTENCE = re.compile(r"(?<=[?!;\n])\s*|(?<=[.\]])\s+(?=\S)|\s+(?=\[)")
"""Cuts after "?", "!", ";" and a line's end, after ". " and "] ", before " [": not in "05/2025" or "d.c"."""

_INSTRUCTION = re.compile(
    r"\b(?:bo qua|quen (?:het|di|moi)|phot lo|lam lo|dong vai|gia vo|gia su ban|prompt|system|ignore"
    r"|instruction|api key|chi thi (?:moi|truoc)|huong dan (?:truoc|tren|cu)|quy tac (?:cu|tren|truoc)"
    r"|(?:cho|loi nhac|chi dan) he thong|he thong cua ban|ban la (?:luat su|chuyen gia|mot)"
    r"|tra loi (?:bang|la|rang)|bat buoc tra loi|chi can tra loi|in (?:ra|nguyen van|prompt|toan bo)"
    r"|bia (?:ra|cho|them|dai)|cu bia|noi (?:giup |gium |dum )?la|ghi nguon|het cau hoi"
    r"|html|javascript|markdown|json|script|khong can (?:theo|trich|nguon|can cu)|dung trich)\b"
    r"|\b(?:ghi chu|chu y|luu y)\s*:"
    r"|^\W*(?:xin )?chao (?:ban|em|anh|chi|ad|bot|ca nha|moi nguoi)\b|\bcam on (?:ban|em|nhieu)\b"
    r"|\b(?:ban|em|bot) (?:ten (?:la )?gi|la ai|may tuoi|khoe khong|an com)\b|\bke (?:chuyen|mot chuyen)\b"
)
"""Takes "bỏ qua mọi hướng dẫn", "trả lời bằng mã HTML"; and talk that asks nothing of the texts, "chào bạn";
not "trả lời kiến nghị", "hệ thống chính trị"."""


_ASKS = re.compile(r"\b(?:ai|gi|nao|dau|may|bao (?:nhieu|gio|lau)|sao|khong)\b|\?")


def asked_part(question: str) -> str:
    """Return a question without what it tells the program to do; empty if it asks nothing else.

    An instruction in a question is data like the rest: it is neither obeyed nor searched for.
    """
    kept = _uninstructed(_SENTENCE.split(question))
    if not kept:
        kept = [part for part in _uninstructed(question.split(", ")) if _ASKS.search(fold(part))]
    return " ".join(kept)


def _uninstructed(parts: list[str]) -> list[str]:
    return [part for part in parts if part.strip() and not _INSTRUCTION.search(fold(part))]
