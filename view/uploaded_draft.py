"""A text to check as a person gives it: pasted, or a file from their computer."""

from pathlib import Path
from tempfile import TemporaryDirectory

from check import Draft, read_draft, read_standard_input
from ingest.errors import IngestError, TooLarge, UnsupportedFormat

SUFFIXES = (".txt", ".md", ".docx")
LARGEST_MB = 10
MOST_CHARACTERS = 1_000_000
"""Some 400 pages."""

_PASTED = Path("Văn bản dán vào")


def pasted_draft(text: str) -> Draft:
    """Return a pasted text.

    Raises:
        IngestError: it is empty or too long; the message says so, in Vietnamese.

    """
    draft = read_standard_input(text.encode())
    return _limited(Draft(_PASTED.name, draft.text))


def uploaded_draft(name: str, raw: bytes) -> Draft:
    """Return the text of a file, called by the name that it was sent under.

    Raises:
        IngestError: of another format, too large, broken, or empty; the message says why, in Vietnamese.

    """
    sent = Path(Path(name).name)
    if sent.suffix.lower() not in SUFFIXES:
        raise UnsupportedFormat(sent, suffix=sent.suffix or sent.name, supported=", ".join(SUFFIXES))
    if len(raw) > LARGEST_MB * 2**20:
        raise TooLarge(sent, what="cỡ tệp", limit=f"{LARGEST_MB} MB")
    with TemporaryDirectory() as folder:
        kept = Path(folder) / f"van-ban{sent.suffix.lower()}"
        kept.write_bytes(raw)
        try:
            draft = read_draft(kept)
        except IngestError as problem:
            raise type(problem)(sent, **problem.details) from problem
    return _limited(Draft(sent.name, draft.text))


def _limited(draft: Draft) -> Draft:
    if len(draft.text) > MOST_CHARACTERS:
        limit = f"{MOST_CHARACTERS:,} ký tự".replace(",", ".")
        raise TooLarge(Path(draft.name), what="văn bản", limit=limit)
    return draft
