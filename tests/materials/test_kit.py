"""A training kit: whole or not at all, every statement a quotation that the checker finds right."""

import re
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
from pptx.util import Pt
from typer.testing import CliRunner

from check import Draft, Library, check, read_draft
from cli import app
from index import HybridRetriever
from ingest.office import has_office
from materials.duties import duties_of
from materials.kit import (
    PARTS,
    BadTopic,
    FolderTaken,
    Kit,
    NoBasis,
    Part,
    UnknownAudience,
    audience_named,
    build_kit,
    paper_parts,
)
from materials.kit.duty_table import duty_docx
from materials.kit.pdf import as_pdf
from materials.kit.pieces import pieces
from materials.printable import one_line

TOPIC = "thực hiện dân chủ ở cơ sở"


@pytest.fixture(scope="module")
def library(retriever: HybridRetriever) -> Library:
    return Library(retriever.documents)


def texts(kit: Kit) -> list[Draft]:
    """Return all that a kit says, file by file, in the form that is checked."""
    words = [read_draft(path) for path in sorted(kit.folder.glob("*.docx"))]
    for path in sorted(kit.folder.glob("*.xlsx")):
        sheets = openpyxl.load_workbook(path).worksheets
        rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
        lines = [" ".join(str(cell) for cell in row if cell) for row in rows]
        words.append(Draft(path.name, "\n\n".join(lines)))
    gift = (kit.folder / "cau-hoi.gift").read_text(encoding="utf-8")
    words.append(Draft("cau-hoi.gift", re.sub(r"\\(.)", r"\1", gift)))
    deck = pptx.Presentation(str(kit.folder / "slide.pptx"))
    shown = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    return [*words, Draft("slide.pptx", "\n\n".join(shown)), Draft("notes", "\n\n".join(notes))]


def test_no_text_of_a_kit_says_what_the_corpus_contradicts(kit: Kit, library: Library) -> None:
    checked = [(draft.name, finding) for draft in texts(kit) for finding in check(draft, library).findings]
    assert [(name, one.text, one.message) for name, one in checked if one.is_wrong] == []
    assert sum(one.kind == "quotation" for _, one in checked) > 2 * len(list(kit.lesson.points))


def test_every_rule_is_the_text_itself_and_stands_once(kit: Kit, retriever: HybridRetriever) -> None:
    seen = set()
    for n, point in enumerate(kit.lesson.points, start=1):
        cited = point.citation
        assert cited.n == n
        assert cited.quote == retriever.documents[cited.document.id].text[slice(*cited.span)]
        assert all(part.strip() in one_line(cited.quote) for part in point.words.split("…"))
        seen.add((cited.document.id, cited.span))
    assert len(seen) == len(list(kit.lesson.points)) > 0


def test_slides_are_readable_and_hold_their_words(kit: Kit) -> None:
    deck = pptx.Presentation(str(kit.folder / "slide.pptx"))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_text_frame and shape.text_frame.text:
                assert _height(shape) <= Pt(1) * 12 + shape.height, shape.text_frame.text


def _height(shape: object) -> float:
    """Return how high a shape's words stand, in EMU, at a generous width of each letter."""
    total = 0.0
    for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]
        size = max(run.font.size.pt for run in paragraph.runs)
        assert size >= 20
        lines = -(-len(paragraph.text) * size * 0.52 // (shape.width / 12700))  # type: ignore[attr-defined]
        total += lines * size * 1.2 * 1.1 * 12700
    return total


def test_notes_hold_the_whole_quotation_and_its_citation(kit: Kit) -> None:
    deck = pptx.Presentation(str(kit.folder / "slide.pptx"))
    notes = "\n".join(one.notes_slide.notes_text_frame.text for one in deck.slides if one.has_notes_slide)
    for point in kit.lesson.points:
        assert f"{point.citation.label}: “{one_line(point.citation.quote)}”" in notes


def test_the_lesson_plan_has_the_layout_of_official_documents(kit: Kit) -> None:
    plan = docx.Document(str(kit.folder / "ke-hoach-bai-giang.docx"))
    section = plan.sections[0]
    assert [round(one.mm) for one in (section.page_width, section.page_height) if one] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins if one] == [20, 20, 30, 20]
    assert plan.styles["Normal"].font.name == "Times New Roman"
    assert plan.styles["Normal"].font.size == Pt(13)
    assert section.different_first_page_header_footer
    assert "Độc lập - Tự do - Hạnh phúc" in plan.tables[0].cell(0, 1).text


def test_the_reviewer_finds_each_rule_beside_its_quotation(kit: Kit) -> None:
    rows = docx.Document(str(kit.folder / "phieu-kiem-tra.docx")).tables[0].rows[1:]
    for row, point in zip(rows, kit.lesson.points, strict=True):
        assert row.cells[1].text == point.words
        assert one_line(point.citation.quote) in row.cells[2].text


def test_the_files_open_again(kit: Kit) -> None:
    assert set(kit.files) == {path.name for path in kit.folder.iterdir()}
    for path in kit.folder.glob("*.xlsx"):
        assert all(sheet.max_row > 0 for sheet in openpyxl.load_workbook(path).worksheets)


def test_targets_are_drawn_as_a_chart_of_its_own_figures(kit: Kit) -> None:
    deck = pptx.Presentation(str(kit.folder / "slide.pptx"))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    bars = [
        (name, value)
        for chart in charts
        for name, value in zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True)
    ]
    assert bars or kit.lesson.topic != TOPIC
    assert all(f"{value:g}" in name for name, value in bars)


def test_the_papers_of_a_contest_differ_and_each_has_its_key(kit: Kit) -> None:
    folder = kit.folder
    papers = {code: _lines(folder / f"de-thi-{code}.docx") for code in (101, 102)}
    for code, asked in papers.items():
        told = _lines(folder / f"dap-an-{code}.docx")
        assert f"Mã đề: {code}" in asked[1]
        assert f"Mã đề: {code}" in told[1]
        questions = [line.split(". ", 1)[1] for line in asked if line.startswith("Câu ")]
        keys = [line.split(": ", 1)[1] for line in told if line.startswith("Câu ")]
        assert len(questions) == len(keys) >= 10
        assert not any(key in "\n".join(asked) for key in keys)
    assert papers[101][2:] != papers[102][2:]


def _lines(path: Path) -> list[str]:
    return [line.text for line in docx.Document(str(path)).paragraphs]


def test_papers_are_the_same_for_the_same_seed(retriever: HybridRetriever, tmp_path: Path) -> None:
    people = audience_named("nhân dân")
    written: list[list[list[str]]] = []
    for seed in (5, 5, 6):
        out = tmp_path / str(len(written))
        build_kit(TOPIC, people, "Sóc Trăng", retriever, out, parts=paper_parts(1, seed))
        written.append([_lines(out / name) for name in ("de-thi-101.docx", "dap-an-101.docx")])
    assert written[0] == written[1] != written[2]
    build_kit(TOPIC, people, "Sóc Trăng", retriever, tmp_path / "0", force=True, parts=PARTS[:1])
    assert [path.name for path in (tmp_path / "0").iterdir()] == [PARTS[0].file]


@pytest.mark.skipif(not has_office(), reason="no LibreOffice: apt install libreoffice-writer")
def test_the_handout_tells_no_punishment_as_a_right(kit: Kit) -> None:
    lines = [line.text for line in docx.Document(str(kit.folder / "tai-lieu-phat-tay.docx")).paragraphs]
    ends = ("có quyền gì", "có trách nhiệm gì")
    first, second = (next(at for at, line in enumerate(lines) if line.endswith(end)) for end in ends)
    rights = " ".join(lines[first:second]).lower()
    assert rights
    assert not any(word in rights for word in ("xử lý", "lợi dụng", "vi phạm"))


def test_a_duty_whose_actor_is_not_named_says_so(retriever: HybridRetriever) -> None:
    duties = duties_of(retriever.documents["179-nq-hdnd-quang-ninh-2023"])
    rows = docx.Document(BytesIO(duty_docx("chủ đề", duties, []))).tables[0].rows[1:]
    told = [row.cells[0].text for row in rows]
    assert told == [one.actor or "Không nêu rõ trong đoạn" for one in duties]
    assert "Không nêu rõ trong đoạn" in told


def test_the_handout_fits_two_pages(kit: Kit) -> None:
    made = as_pdf((kit.folder / "tai-lieu-phat-tay.docx").read_bytes())
    assert made
    assert 1 <= len(pypdfium2.PdfDocument(BytesIO(made))) <= 2


def test_no_kit_without_evidence_but_the_nearest_topics(retriever: HybridRetriever, tmp_path: Path) -> None:
    with pytest.raises(NoBasis, match="Không có căn cứ") as caught:
        build_kit("mức phạt tiền giao thông", audience_named("nhân dân"), None, retriever, tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    for near in caught.value.nearest:
        build_kit(near, audience_named("nhân dân"), None, retriever, tmp_path / "b", force=True, parts=())


@pytest.mark.parametrize("topic", ["", " ?! ", "x" * 121])
def test_a_topic_that_is_none(retriever: HybridRetriever, tmp_path: Path, topic: str) -> None:
    with pytest.raises(BadTopic, match="Chủ đề"):
        build_kit(topic, audience_named("nhân dân"), None, retriever, tmp_path / "a")


def test_an_unknown_audience_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownAudience, match="Ban Thanh tra nhân dân"):
        audience_named("học sinh")


def test_an_earlier_kit_is_replaced_only_when_asked(retriever: HybridRetriever, tmp_path: Path) -> None:
    out, people = tmp_path / "a", audience_named("nhân dân")
    build_kit(TOPIC, people, None, retriever, out, parts=PARTS[-1:])
    with pytest.raises(FolderTaken, match="--force"):
        build_kit(TOPIC, people, None, retriever, out, parts=PARTS[-1:])
    build_kit(TOPIC, people, None, retriever, out, force=True, parts=PARTS[:1])
    assert [path.name for path in out.iterdir()] == [PARTS[0].file]
    (out / "luan-van.docx").touch()
    with pytest.raises(FolderTaken, match=r"luan-van\.docx"):
        build_kit(TOPIC, people, None, retriever, out, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_kit_that_fails_half_way_leaves_nothing(retriever: HybridRetriever, tmp_path: Path) -> None:
    def broken(_: object) -> bytes:
        raise OSError(28, "đĩa đầy")

    parts = (*PARTS[:1], Part("b.docx", "b", broken))
    with pytest.raises(OSError, match="đĩa đầy"):
        build_kit(TOPIC, audience_named("nhân dân"), None, retriever, tmp_path / "a", parts=parts)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("limit", [5, 40, 120, 1000])
def test_pieces_of_a_rule_are_the_rule(limit: int) -> None:
    rule = (
        "Hằng năm có trên 10%, phấn đấu đến năm 2030 có trên 70% cán bộ; 100% xã. Nhân dân bàn, quyết định."
    )
    cut = pieces(rule, limit)
    assert max(map(len, cut)) <= limit
    assert "".join(cut).replace(" ", "") == rule.replace(" ", "")


def test_the_command(index_dir: Path, tmp_path: Path) -> None:
    command = ["kit", TOPIC, "--out", str(tmp_path / "a"), "--no-pdf", "--index", str(index_dir)]
    command += ["--place", "Sóc Trăng", "--papers", "1", "--seed", "7"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.stderr
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert names[0] == PARTS[0].file
    assert names[-2:] == ["de-thi-101.docx", "dap-an-101.docx"]
    again = CliRunner().invoke(app, command)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "--force" in again.stderr
