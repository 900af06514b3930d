"""PDF: the printed lines in reading order, footnotes by their layout; no bad file goes unsaid."""

import io
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest import IngestError
from ingest.errors import BrokenFile, EmptyFile, LockedFile, MissingProgram, TooLarge
from ingest.formats.pdf import read_pdf
from ingest.source import Source

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
SHARED = Path("../shared/documents")
NO_PROGRAMS = "/nonexistent"

Words = tuple[float, float, str]
"""x and y in points from the lower left corner; words, of which "^1^" is a raised 1."""

pytestmark = pytest.mark.skipif(
    not FONT.exists(), reason="no font with Vietnamese letters: fonts-dejavu-core"
)


def pdf(*pages: Iterable[Words], small: float = 300, encrypt: StandardEncryption | None = None) -> bytes:
    """Print pages in 14 points, in 11 below the height `small`."""
    if "Serif" not in Canvas(io.BytesIO()).getAvailableFonts():
        registerFont(TTFont("Serif", FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    for page in pages:
        for x, y, words in page:
            size = 14 if y > small else 11
            line = canvas.beginText(x, y)
            for number, run in enumerate(words.split("^")):
                raised = number % 2 == 1
                line.setFont("Serif", size * 0.6 if raised else size)
                line.setRise(size * 0.4 if raised else 0)
                line.textOut(run)
            canvas.drawText(line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def joined(*files: bytes) -> bytes:
    whole = PdfDocument.new()
    for file in files:
        whole.import_pages(PdfDocument(file))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def read(raw: bytes) -> Source:
    return read_pdf(raw, Path("a.pdf"))


def lines_of(raw: bytes) -> list[str]:
    return read(raw).text.splitlines()


def test_lines_pages_and_their_places() -> None:
    source = read(
        pdf(
            [(90, 800, "CÔNG BÁO/Số 329 + 330/Ngày 01-4-2020"), (90, 760, "Điều 1. Phạm vi điều chỉnh")],
            [(90, 800, "3. Người sử dụng lao động tham gia bảo hiểm xã hội")],
        )
    )
    assert source.text == (
        "CÔNG BÁO/Số 329 + 330/Ngày 01-4-2020\nĐiều 1. Phạm vi điều chỉnh\n"
        "3. Người sử dụng lao động tham gia bảo hiểm xã hội\n"
    )
    assert [source.text[page:][:3] for page in source.pages] == ["CÔN", "3. "]
    assert source.warnings == ()


def test_a_decomposed_letter_is_composed() -> None:
    assert lines_of(pdf([(90, 700, normalize("NFD", "Điều 2. Kinh phí"))])) == ["Điều 2. Kinh phí"]


def test_a_hyphen_at_the_end_of_a_line_ends_it() -> None:
    page = [(90, 700, "Thông tư số 44/2022/TT-"), (90, 680, "BTC ngày 21 tháng 7 năm 2022")]
    assert lines_of(pdf(page)) == ["Thông tư số 44/2022/TT-", "BTC ngày 21 tháng 7 năm 2022"]


HEAD = [
    (60, 780, "BỘ TÀI CHÍNH"),
    (270, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (330, 760, "Độc lập - Tự do - Hạnh phúc"),
    (60, 730, "Số: 95/2025/TT-BTC"),
    (300, 730, "Hà Nội, ngày 20 tháng 10 năm 2025"),
    (250, 700, "THÔNG TƯ"),
    (60, 680, "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;"),
]
LEFT_THEN_RIGHT = [HEAD[number][2] for number in (0, 3, 1, 2, 4, 5, 6)]


@pytest.mark.parametrize("order", [range(7), (0, 3, 1, 2, 4, 5, 6)], ids=["by rows", "by columns"])
def test_the_head_is_read_left_column_first(order: Iterable[int]) -> None:
    assert lines_of(pdf([HEAD[number] for number in order])) == LEFT_THEN_RIGHT


def test_the_close_is_read_left_column_first() -> None:
    page = [
        (60, 700, "Chủ tịch Ủy ban nhân dân các cấp chịu trách nhiệm thi hành./."),
        (330, 670, "TM. ỦY BAN NHÂN DÂN"),
        (60, 650, "Nơi nhận:"),
        (360, 650, "CHỦ TỊCH"),
        (60, 630, "- Như Điều 3;"),
        (60, 610, "- Lưu: VT."),
        (350, 560, "Họ và tên"),
    ]
    assert lines_of(pdf(page)) == [page[number][2] for number in (0, 2, 4, 5, 1, 3, 6)]


def test_a_row_of_a_table_is_one_line() -> None:
    rows = [
        (x, y, word)
        for y, row in ((700, ("STT", "Nội dung", "Mức")), (680, ("1", "Hỗ trợ thôn", "2.000.000")))
        for x, word in zip((60, 150, 400), row, strict=True)
    ]
    assert lines_of(pdf(rows)) == ["STT Nội dung Mức", "1 Hỗ trợ thôn 2.000.000"]


NOTED = [
    (60, 780, "CÔNG BÁO/Số 329 + 330/Ngày 01-4-2020"),
    (60, 760, "Quốc hội ban hành Luật Bảo hiểm xã hội^1^."),
    (60, 740, "Diện tích 30 m^2^ và thời hạn^2^ thi hành 2 năm."),
    (60, 200, "^1^ Luật số 84/2015/QH13 có căn cứ ban hành như sau:"),
    (60, 185, "2 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;"),
    (60, 170, "^2^ Từ “quy hoạch,” được bãi bỏ theo quy định tại Luật số"),
]
GOES_ON = [
    (60, 780, "Điều 2. Đối tượng áp dụng gồm những người sau đây:"),
    (60, 200, "35/2018/QH14, có hiệu lực kể từ ngày 01 tháng 01 năm 2019."),
]


def test_footnotes_leave_the_text_with_their_marks() -> None:
    source = read(pdf(NOTED, GOES_ON))
    assert source.text.splitlines() == [
        "CÔNG BÁO/Số 329 + 330/Ngày 01-4-2020",
        "Quốc hội ban hành Luật Bảo hiểm xã hội.",
        "Diện tích 30 m2 và thời hạn thi hành 2 năm.",
        "Điều 2. Đối tượng áp dụng gồm những người sau đây:",
    ]
    assert [(note.label, source.text[: note.at].split()[-1], note.text) for note in source.notes] == [
        (
            "1",
            "hội",
            " ".join(NOTED[number][2].removeprefix("^1^ ") for number in (3, 4)),
        ),
        (
            "2",
            "hạn",
            f"{NOTED[5][2].removeprefix('^2^ ')} {GOES_ON[1][2]}",
        ),
    ]


def test_a_small_table_under_a_rule_goes_on_with_no_footnote() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for row, words in enumerate(("1. Can bo", "Muc ho tro", "Tong cong")):
        canvas.setFont("Helvetica", 14 if row == 0 else 10)
        canvas.drawString(60, 700 - 20 * row, words)
        canvas.line(60, 696 - 20 * row, 400, 696 - 20 * row)
    canvas.save()
    noted = pdf([*NOTED[:5], (60, 170, NOTED[5][2] + " 1/2020/QH14.")])
    source = read(joined(noted, file.getvalue()))
    assert source.text.splitlines()[-3:] == ["1. Can bo", "Muc ho tro", "Tong cong"]
    assert source.notes[-1].text.endswith("tại Luật số 1/2020/QH14.")


def test_a_page_number_below_a_footnote_is_no_part_of_it() -> None:
    source = read(pdf([*NOTED, (300, 40, "- 12 -")]))
    assert source.notes[-1].text.endswith("tại Luật số")
    assert source.text.endswith("\n- 12 -\n")


def test_a_printed_stamp_is_whole_lines_and_hides_no_footnote() -> None:
    stamp = ["Ký bởi: Cổng Thông tin điện tử Chính phủ", "Thời gian ký: 03.04.2020 10:24:56 +07:00"]
    source = read(pdf([*NOTED, (300, 290, stamp[0]), (300, 280, stamp[1])]))
    assert source.text.splitlines()[-2:] == stamp
    assert len(source.notes) == 2


def test_words_that_run_up_the_page_keep_their_lines() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.rotate(90)
    canvas.setFont("Helvetica", 12)
    for number in range(3):
        canvas.drawString(60, -100 - 20 * number, f"{number}. Can bo, cong chuc, vien chuc")
    canvas.save()
    assert lines_of(file.getvalue()) == [f"{number}. Can bo, cong chuc, vien chuc" for number in range(3)]


@pytest.mark.parametrize(
    "foot",
    ["1 Nguyễn Văn A Trưởng thôn", "- Như Điều 3;", "2020 là năm báo cáo"],
)
def test_small_print_without_a_mark_stays(foot: str) -> None:
    source = read(pdf([(60, 780, "Điều 1. Danh sách 1 người kèm theo"), (60, 200, foot)]))
    assert source.text.splitlines()[-1] == foot
    assert source.notes == ()


def test_a_signature_field_is_no_text() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(60, 780, "1. Can bo")
    canvas.acroForm.textfield(value="Thoi gian ky: 03.04.2020 10:24:56", x=300, y=700, width=200, height=20)
    canvas.save()
    assert b"Thoi gian ky" in file.getvalue()
    assert lines_of(file.getvalue()) == ["1. Can bo"]


def test_a_password_to_change_is_none_to_read() -> None:
    locked = StandardEncryption("", ownerPassword="chu", canModify=0)
    assert lines_of(pdf([(60, 780, "Điều 1. Phạm vi")], encrypt=locked)) == ["Điều 1. Phạm vi"]


def test_a_cut_file_is_said() -> None:
    raw = pdf([(60, 780, "Điều 1. Phạm vi")])
    assert any("thiếu phần cuối" in warning for warning in read(raw[: raw.rindex(b"%%EOF")]).warnings)


def made(*objects: bytes) -> bytes:
    """Return a PDF file of these objects, numbered from 1; 1 is the catalogue, 2 the page tree."""
    return b"%PDF-1.4\n" + b"".join(
        (
            *(b"%d 0 obj %s endobj\n" % (number, body) for number, body in enumerate(objects, 1)),
            b"trailer <</Root 1 0 R>>\n%%EOF\n",
        )
    )


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"


def folded(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode" * times
    return b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (filters, len(content), content)


def test_a_damaged_file_is_said() -> None:
    content = folded(b"BT /F 12 Tf 60 700 Td (Dieu 1. Kinh phi, nguon von, 2024) Tj ET")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = PAGE.replace(b"/Contents", b"/Resources<</Font<</F 5 0 R>>>>/Contents")
    whole = made(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, font)
    at = whole.index(b"\nendstream") - 4
    damaged = whole[:at] + bytes(byte ^ 0xFF for byte in whole[at : at + 4]) + whole[at + 4 :]
    assert read(whole).warnings == ()
    assert any("bị hỏng" in warning for warning in read(damaged).warnings)


@pytest.mark.parametrize(
    ("raw", "error", "said"),
    [
        pytest.param(b"", BrokenFile, "không mở được", id="empty"),
        pytest.param(b"%PDF-1.7\nxyz", BrokenFile, "không mở được", id="no objects"),
        pytest.param("Điều 1. Phạm vi".encode(), BrokenFile, "không mở được", id="text"),
        pytest.param(
            made(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), BrokenFile, "không mở được", id="no pages"
        ),
        pytest.param(
            made(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, folded(b"")),
            EmptyFile,
            "không có chữ nào",
            id="blank page",
        ),
        pytest.param(
            made(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, folded(b" " * 2**25)),
            TooLarge,
            "16 MB",
            id="bomb",
        ),
        pytest.param(
            made(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, folded(b" " * 2**25, times=2)),
            TooLarge,
            "16 MB",
            id="bomb in a bomb",
        ),
        pytest.param(
            made(
                CATALOG, b"<</Type/Pages/Kids[%s]/Count 100000>>" % (b"3 0 R " * 100_000), PAGE, folded(b"")
            ),
            TooLarge,
            "5000 trang",
            id="100,000 pages",
        ),
    ],
)
def test_a_bad_file_is_named_with_its_fault(raw: bytes, error: type[IngestError], said: str) -> None:
    with pytest.raises(error, match=re.escape(said)) as raised:
        read(raw)
    assert str(raised.value).startswith("a.pdf: ")


def test_a_password_is_asked_for_by_name() -> None:
    locked = pdf([(60, 780, "Điều 1. Phạm vi")], encrypt=StandardEncryption("mo"))
    with pytest.raises(LockedFile, match="lưu một bản không có mật khẩu"):
        read(locked)


def picture_of(raw: bytes) -> bytes:
    """Return the first page of a PDF file as a picture that fills a page of another."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawInlineImage(PdfDocument(raw)[0].render(scale=2).to_pil(), 0, 0, *A4)
    canvas.save()
    return file.getvalue()


TEXT_PAGE = [(60, 780, "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng của Quy chế này")]


def test_pictures_among_text_are_named_where_nothing_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    text = pdf(TEXT_PAGE)
    picture = picture_of(text)
    monkeypatch.setenv("PATH", NO_PROGRAMS)
    source = read(joined(text, picture, text, picture, picture))
    assert source.text == f"{TEXT_PAGE[0][2]}\n" * 2
    assert len(source.pages) == 5
    assert [warning.partition(" là ảnh")[0] for warning in source.warnings] == ["Trang 2, 4-5"]
    assert "tesseract-ocr-vie" in source.warnings[0]


def test_pictures_alone_ask_at_once_for_what_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = joined(*[picture_of(pdf(TEXT_PAGE))] * 300)
    monkeypatch.setenv("PATH", NO_PROGRAMS)
    start = time.monotonic()
    with pytest.raises(MissingProgram, match="tesseract-ocr và tesseract-ocr-vie"):
        read(scan)
    assert time.monotonic() - start < 10


FILES = sorted(SHARED.rglob("*.pdf"))
STAMP = re.compile(r"^(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký|Ngày ký):.*$", re.MULTILINE)
"""Takes the lines of a signature's stamp, which the other extraction has and the page's text has not."""

NEEDS_SHARED = pytest.mark.skipif(not FILES, reason=f"no PDF files under {SHARED}")


def different(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Return what stands in one list and not in the other, or not in its order."""
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return (
        [item for kind, start, end, _, _ in changes if kind != "equal" for item in ours[start:end]],
        [item for kind, _, _, start, end in changes if kind != "equal" for item in theirs[start:end]],
    )


def words_in(lines: list[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


@NEEDS_SHARED
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_are_those_of_another_extraction_in_its_order(path: Path) -> None:
    source = read_pdf(path.read_bytes(), path)
    printed = STAMP.sub("", normalize("NFC", path.with_suffix(".txt").read_text(encoding="utf-8")))
    lines = [" ".join(line.split()) for line in printed.splitlines() if line.strip()]
    added, missing = different(*map(words_in, different(source.text.splitlines(), lines)))
    unsaid = Counter(missing) - Counter(words_in([note.text for note in source.notes]))
    assert len(added) + unsaid.total() <= 0.005 * len(printed.split())
    assert source.warnings == ()


@NEEDS_SHARED
def test_real_footnotes_leave_the_text() -> None:
    path = next(path for path in FILES if path.stem.startswith("van-ban-hop-nhat"))
    source = read_pdf(path.read_bytes(), path)
    assert [(note.label, source.text[: note.at].rsplit("\n")[-1]) for note in source.notes] == [
        ("1", "Quốc hội ban hành Luật Bảo hiểm xã hội"),
        ("2", "1. Xây dựng chiến lược,"),
        ("3", "CHẾ ĐỘ TAI NẠN LAO ĐỘNG, BỆNH NGHỀ NGHIỆP"),
        ("4", "Điều 54. Điều kiện hưởng lương hưu"),
        ("5", "Điều 55. Điều kiện hưởng lương hưu khi suy giảm khả năng lao động"),
    ]
    assert source.notes[0].text.endswith("Quốc hội ban hành Bộ luật Lao động.”")
