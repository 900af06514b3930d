"""An answer's Word file and PDF hold question, answer, warnings and quotes, accents and all."""

import shutil
from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.shared import Mm

from answer import Answer, answer
from index import HybridRetriever
from materials import PdfProblem, answer_docx, pdf_problem, to_pdf

QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")


@pytest.fixture(scope="session")
def given(retriever: HybridRetriever) -> Answer:
    return answer(QUESTION, retriever)


def test_the_word_file_holds_everything(given: Answer) -> None:
    word = docx.Document(BytesIO(answer_docx(given, ["Địa phương: Sóc Trăng"])))
    lines = "\n".join(paragraph.text for paragraph in word.paragraphs)
    said = [QUESTION, "Địa phương: Sóc Trăng", *given.warnings]
    said += [f"[{one.n}] {one.label}" for one in given.citations] + [one.quote for one in given.citations]
    assert [words for words in said if words not in lines] == []
    for style in ("Normal", "Heading 2", "List Bullet"):
        assert word.styles[style].font.name == "Times New Roman"
    assert round((word.sections[0].left_margin or 0) / Mm(1)) == 30


def test_an_abstention_cites_nothing(retriever: HybridRetriever) -> None:
    word = docx.Document(BytesIO(answer_docx(answer("Mức phạt tiền là bao nhiêu?", retriever))))
    lines = [paragraph.text for paragraph in word.paragraphs]
    assert "Không có căn cứ" in " ".join(lines)
    assert "Căn cứ" not in lines


def test_what_xml_cannot_hold_is_left_out(retriever: HybridRetriever) -> None:
    word = docx.Document(BytesIO(answer_docx(answer("Kinh phí\x0c ở Sóc Trăng\x00 <b>?", retriever))))
    assert "Kinh phí ở Sóc Trăng <b>?" in [paragraph.text for paragraph in word.paragraphs]


@needs_office
def test_the_pdf_says_the_same(given: Answer) -> None:
    pages = pypdfium2.PdfDocument(to_pdf(answer_docx(given)))
    said = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    pages.close()
    assert QUESTION in said
    assert " ".join(given.citations[0].quote.split()) in said


def test_a_missing_office_is_said(given: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "libreoffice-writer" in (pdf_problem() or "")
    with pytest.raises(PdfProblem, match="libreoffice-writer"):
        to_pdf(answer_docx(given))
