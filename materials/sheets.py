"""Tables as Excel workbooks: a head row that stays in sight, filters, wrapped cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from answer import Citation
from ingest.citation import citation_label, document_label
from materials.comparison import NO_GROUND, PlaceRules, cautions_of
from materials.duty import Duty, Target
from materials.printable import printable

_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""

_HEAD = PatternFill("solid", fgColor="F6F1EA")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_CITED = (("Nguyên văn", 60), ("Điều khoản", 24), ("Văn bản", 34))


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name (at most 31 characters), its columns' heads and widths in characters, its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str | int, ...], ...]


def workbook(tables: Iterable[Table]) -> bytes:
    """Return an Excel workbook of at least one table, a sheet each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def duty_sheet(duties: Sequence[Duty], targets: Sequence[Target]) -> bytes:
    """Return an Excel workbook of duties and targets, each with the provision that says so."""
    return workbook([_duties(duties), _targets(targets)])


def comparison_sheet(question: str, compared: Sequence[PlaceRules]) -> bytes:
    """Return an Excel workbook of what places rule on a question, with what to mind about it."""
    rules = tuple(row for one in compared for row in _rules(one))
    notes = ((question,), *((caution,) for caution in cautions_of(compared)))
    return workbook(
        [
            Table("So sánh", (("Địa phương", 18), *_CITED), rules),
            Table("Câu hỏi và lưu ý", (("Câu hỏi và lưu ý", 100),), notes),
        ]
    )


def _duties(duties: Sequence[Duty]) -> Table:
    heads = (("Địa phương", 16), ("Ai", 28), ("Làm gì", 60), ("Khi nào", 22), ("Trường hợp", 28))
    rows = (
        (_place(d.citation), d.actor, f"{d.verb} {d.what}", d.when, d.condition, d.citation) for d in duties
    )
    return Table("Nhiệm vụ", (*heads, *_CITED), tuple((*row, *_cited(of)) for *row, of in rows))


def _targets(targets: Sequence[Target]) -> Table:
    heads = (
        ("Địa phương", 16),
        ("Chỉ tiêu", 14),
        ("Đơn vị", 10),
        ("Của", 28),
        ("Nội dung", 50),
        ("Thời hạn", 22),
    )
    rows = (
        (_place(t.citation), t.figure, t.unit, t.population, t.what, t.deadline, *_cited(t.citation))
        for t in targets
    )
    return Table("Chỉ tiêu", (*heads, *_CITED), tuple(rows))


def _rules(one: PlaceRules) -> list[tuple[str, ...]]:
    if not one.citations:
        return [(one.place, NO_GROUND, "", "")]
    return [(one.place, *_cited(citation)) for citation in one.citations]


def _cited(citation: Citation) -> tuple[str, str, str]:
    return citation.quote, citation_label(citation.path, capital=True), document_label(citation.document)


def _place(citation: Citation) -> str:
    return citation.document.place.name if citation.document.place else ""


def _fill(sheet: Worksheet, table: Table) -> None:
    for at, (head, width) in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
        _write(sheet.cell(1, at), head)
        sheet.cell(1, at).font, sheet.cell(1, at).fill = Font(bold=True), _HEAD
    for number, row in enumerate(table.rows, start=2):
        for at, value in enumerate(row, start=1):
            _write(sheet.cell(number, at), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write(cell: Cell, value: str | int) -> None:
    if isinstance(value, int):
        cell.value = value
    else:
        cell.value = printable(value)[:_LONGEST_CELL]
        cell.data_type = "s"  # a text that begins with "=" is no formula
    cell.alignment = _WRAPPED
