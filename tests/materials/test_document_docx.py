"""A document as a Word file: read again, it is the same tree."""

import io
from pathlib import Path

import docx
import pytest

from ingest import Document, read_document
from materials import document_docx

NAMES = ("05-2025-nq-hdnd-soc-trang", "kh-ubnd-hon-quan-2024", "ttr-snv-bac-ninh-2024")


def words(document: Document) -> list[tuple[str, str]]:
    return [(provision.eid, "".join(provision.text.split())) for provision in document.provisions]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_holds_the_same_tree(corpus: Path, tmp_path: Path, name: str) -> None:
    document = read_document(corpus / f"{name}.txt")
    (tmp_path / f"{name}.docx").write_bytes(document_docx(document))
    assert words(read_document(tmp_path / f"{name}.docx")) == words(document)


def test_articles_are_headings_and_the_source_is_named(corpus: Path) -> None:
    file = docx.Document(io.BytesIO(document_docx(read_document(corpus / f"{NAMES[0]}.txt"))))
    headings = [
        paragraph.text
        for paragraph in file.paragraphs
        if str(getattr(paragraph.style, "name", "")).startswith("Heading")
    ]
    assert "Điều 3. Kinh phí thực hiện" in headings
    assert f"{NAMES[0]}.txt" in file.sections[0].footer.paragraphs[0].text


def test_what_xml_forbids_does_not_break_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Số: 1/NQ-HĐND\nĐiều 1. <b>A & B\x02</b>\nHết.\n", encoding="utf-8")
    file = docx.Document(io.BytesIO(document_docx(read_document(path))))
    assert any("<b>A & B" in paragraph.text for paragraph in file.paragraphs)
