"""What a check found, in numbers, and links to the provisions that it compared with."""

from collections.abc import Iterator
from html import escape

from check import Report
from check.report import VERDICT_NAMES
from view.address import address
from view.table_html import table_html

_STYLE = """
<style>
.verdicts { display: flex; flex-wrap: wrap; gap: .5rem; }
.verdicts span { padding: .3rem .8rem; border: 1px solid #d0d7de; border-radius: 1rem; }
.verdicts b { font-size: 1.1rem; }
</style>
"""


def counts_html(report: Report) -> str:
    """Return how many findings have each verdict, as a list; verdicts that none has are left out."""
    items = "".join(
        f'<span role="listitem"><b>{count}</b> {escape(VERDICT_NAMES[verdict])}</span>'
        for verdict, count in report.counts().items()
        if count
    )
    return f'{_STYLE}<div class="verdicts" role="list">{items}</div>'


def compared_html(report: Report) -> str:
    """Return the findings that lead to a provision of the corpus, each with a link to it."""
    heads = ("Trong văn bản", "Kết quả", "Điều khoản trong kho")
    return table_html("Bấm vào điều khoản để đọc trong kho", heads, _compared(report))


def _compared(report: Report) -> Iterator[tuple[str, str, str]]:
    for number, finding in enumerate(report.findings, start=1):
        if finding.document:
            link = escape(address(finding.document, finding.eid), quote=True)
            yield (
                escape(f"[{number}] {' '.join(finding.text.split())}"),
                escape(VERDICT_NAMES[finding.verdict]),
                f'<a href="{link}" target="_blank">{escape(finding.label or finding.document)}</a>',
            )
