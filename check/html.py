"""A checked text as one self-contained HTML page: each finding marked, its verdict beside it."""

from html import escape

from check.report import VERDICT_NAMES, Finding, Report, Verdict

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.6 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1f2328; background: #fff;
       margin: 0 auto; padding: 16px; max-width: 72rem; overflow-wrap: anywhere; }
h1 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 .5rem; }
.line { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.2rem; }
.line p { margin: .35rem 0; }
mark { color: inherit; padding: .1em 0; border-bottom: 2px solid; }
.right { background: #dafbe1; border-color: #1a7f37; }
.open { background: #fff8c5; border-color: #9a6700; }
.wrong { background: #ffebe9; border-color: #cf222e; }
aside p { font-size: .88rem; border-left: 4px solid; padding: .2rem .6rem; }
sup { font-weight: 600; }
@media (max-width: 50rem) { .line { grid-template-columns: 1fr; gap: 0; } }
"""


def report_html(report: Report) -> str:
    """Return the page of a report; every word of text and corpus is escaped, and there is no script."""
    counts = "; ".join(f"{VERDICT_NAMES[name]}: {n}" for name, n in _counted(report))
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Kiểm tra trích dẫn: {escape(report.source)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>Kiểm tra trích dẫn: {escape(report.source)}</h1>"
        f"<p>{escape(counts or 'Không có dẫn chiếu hay trích dẫn nào.')}</p>{_body(report)}</body></html>"
    )


def _counted(report: Report) -> list[tuple[Verdict, int]]:
    return [(name, count) for name, count in report.counts().items() if count]


def _body(report: Report) -> str:
    """Return the text by lines; lines that one finding reaches over stay together."""
    pieces: list[str] = []
    start = end = at = 0
    held: list[tuple[int, Finding]] = []
    for line in report.text.splitlines(keepends=True):
        end += len(line)
        while at < len(report.findings) and report.findings[at].span[0] < end:
            held.append((at + 1, report.findings[at]))
            at += 1
        if not held or max(finding.span[1] for _, finding in held) <= end:
            pieces.append(_line(report.text, start, end, held))
            start, held = end, []
    return "".join(pieces)


def _line(text: str, start: int, end: int, held: list[tuple[int, Finding]]) -> str:
    words: list[str] = []
    position = start
    for number, finding in held:
        first, last = finding.span
        if first >= position:
            marked = f'<mark class="{_css(finding)}">{escape(text[first:last])}</mark>'
            words += (escape(text[position:first]), marked)
            position = last
        words.append(f"<sup>{number}</sup>")
    words.append(escape(text[position:end].rstrip("\n")))
    notes = "".join(_note(number, finding) for number, finding in held)
    shown = "".join(words).replace("\n", "<br>")
    return f'<div class="line"><p>{shown}</p><aside>{notes}</aside></div>'


def _note(number: int, finding: Finding) -> str:
    said = " ".join([finding.message, *finding.warnings])
    return (
        f'<p class="{_css(finding)}"><sup>{number}</sup> <b>{escape(VERDICT_NAMES[finding.verdict])}.</b> '
        f"{escape(said)}</p>"
    )


def _css(finding: Finding) -> str:
    """Return the class of a finding: right, wrong, or open where the corpus cannot tell."""
    if finding.is_wrong:
        return "wrong"
    return "right" if finding.verdict == "exists" else "open"
