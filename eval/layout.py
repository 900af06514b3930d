"""Citations laid out as texts to check have them: apart, or in the running prose of a Word report."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.document import Document

from check import Draft, read_draft

_COLUMNS = ("Nội dung", "Kết quả")


def as_text(texts: Sequence[str]) -> tuple[Draft, list[int]]:
    """Return texts as the paragraphs of one draft, and where each starts."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    return Draft("seeded", "\n\n".join(texts)), starts


def as_report(texts: Sequence[str], chance: random.Random) -> tuple[Draft, list[int]]:
    """Return texts as a Word report read back, and where each starts.

    By chance they stand together in a paragraph, as bullets, or in the cells of a table.
    """
    word = docx.Document()
    at = 0
    while at < len(texts):
        some = texts[at : at + chance.choice([1, 2, 3, 4])]
        at += len(some)
        layout = chance.choice(["paragraph", "paragraph", "bullets", "table"])
        if layout == "paragraph":
            word.add_paragraph(" ".join(some))
        for text in some if layout == "bullets" else ():
            word.add_paragraph(text, style="List Bullet")
        if layout == "table":
            _add_table(word, some)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        word.save(str(path))
        text = read_draft(path).text
    starts: list[int] = []
    for one in texts:
        starts.append(text.index(one, starts[-1] + 1 if starts else 0))
    return Draft("report", text), starts


def _add_table(word: Document, texts: Sequence[str]) -> None:
    """Add a table with a row for each two texts, after one of headings."""
    rows = [_COLUMNS, *(texts[at : at + 2] for at in range(0, len(texts), 2))]
    table = word.add_table(len(rows), len(_COLUMNS))
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
