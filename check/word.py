"""A checked text as a Word file: each finding highlighted, numbered, and listed at the end.

What is wrong or open is said in a comment beside it, too.
"""

import re
from io import BytesIO
from typing import cast

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from check.report import VERDICT_NAMES, Finding, Report

_AUTHOR = "Dân chủ cơ sở"
_INITIALS = "DC"

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Takes a form feed, which XML cannot hold; not a tab."""


def report_docx(report: Report) -> bytes:
    """Return the Word file of a report: the text's lines as paragraphs, then the list of findings."""
    word = docx.Document()
    comments = _comments(word)
    word.add_heading(f"Kiểm tra trích dẫn: {report.source}", level=1)
    end_of_text = word.add_heading("Kết quả từng chỗ", level=1)
    end_of_list = word.add_paragraph()  # word.add_paragraph looks through all paragraphs for the place
    start = at = 0
    for line in report.text.splitlines(keepends=True):
        end = start + len(line)
        held: list[tuple[int, Finding]] = []
        while at < len(report.findings) and report.findings[at].span[0] < end:
            held.append((at + 1, report.findings[at]))
            at += 1
        _add_line(end_of_text.insert_paragraph_before(), line.rstrip("\n"), start, held)
        comments.extend(_comment(number, finding) for number, finding in held if _needs_comment(finding))
        start = end
    for number, finding in enumerate(report.findings, start=1):
        end_of_list.insert_paragraph_before(_printable(f"[{number}] {finding.text} – {_said(finding)}"))
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def _add_line(paragraph: Paragraph, line: str, start: int, held: list[tuple[int, Finding]]) -> None:
    """Add a line that starts at an offset; a finding that goes on below is highlighted in its first line."""
    position = 0
    for number, finding in held:
        first, last = (min(max(offset - start, position), len(line)) for offset in finding.span)
        paragraph.add_run(_printable(line[position:first]))
        marked = paragraph.add_run(_printable(line[first:last]))
        marked.font.highlight_color = _colour(finding)
        note = paragraph.add_run(f"[{number}]")
        note.font.superscript = True
        if _needs_comment(finding):
            marked.mark_comment_range(note, number)
        position = last
    paragraph.add_run(_printable(line[position:]))


def _comments(word: Document) -> BaseOxmlElement:
    """Return the root of the file's comments.

    `Document.add_comment` looks through all comments for a free number, so that many take long.
    """
    _ = word.comments  # makes the part that holds them
    part = cast(XmlPart, word.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
    return cast(BaseOxmlElement, part.element)


def _comment(number: int, finding: Finding) -> BaseOxmlElement:
    """Return a comment (`w:comment`, ECMA-376 part 1, 17.13.4.2) of what is said of a finding."""
    comment, paragraph = OxmlElement("w:comment"), OxmlElement("w:p")
    for name, value in (("id", str(number)), ("author", _AUTHOR), ("initials", _INITIALS)):
        comment.set(qn(f"w:{name}"), value)
    comment.append(paragraph)
    run, said = OxmlElement("w:r"), OxmlElement("w:t")
    said.text = _printable(_said(finding))
    run.append(said)
    paragraph.append(run)
    return comment


def _needs_comment(finding: Finding) -> bool:
    return finding.verdict != "exists"


def _said(finding: Finding) -> str:
    return " ".join([f"{VERDICT_NAMES[finding.verdict]}.", finding.message, *finding.warnings])


def _colour(finding: Finding) -> WD_COLOR_INDEX:
    if finding.is_wrong:
        return WD_COLOR_INDEX.PINK
    return WD_COLOR_INDEX.BRIGHT_GREEN if finding.verdict == "exists" else WD_COLOR_INDEX.YELLOW


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text)
