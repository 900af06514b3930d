"""The page: measures with their intervals, slices, citations of what there is not, failing questions."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from eval.answers import GivenAnswer
from eval.baseline import Change
from eval.intervals import RESAMPLES, Means
from eval.questions import GoldQuestion
from eval.report.failures import failing, failure_html
from eval.report.names import NAMES, STYLES, TYPES
from eval.report.plots import interval_plot
from eval.report.reliability import reliability_html
from eval.report.style import STYLE
from eval.score import Scores
from ingest import Document

_SLICED = (
    "citation_precision@point",
    "citation_recall@point",
    "citation_F1@point",
    "required_facts",
    "answerable_answered",
    "abstention_recall",
)
"""The measures shown by kind of question and by how it is typed."""


def report_html(
    title: str,
    questions: Sequence[GoldQuestion],
    answers: Mapping[str, GivenAnswer],
    scores: Scores,
    documents: Mapping[str, Document],
    changes: Sequence[Change] = (),
) -> str:
    """Return the report as one page with no script and nothing to fetch; all words of others are escaped."""
    by_id = {question.id: question for question in questions}
    worst = failing(scores.per_question)
    failures = "".join(failure_html(by_id[one.id], answers.get(one.id), one, documents) for one in worst)
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1><p>{scores.overall.questions} câu hỏi, "
        f"{scores.unanswered} câu không có câu trả lời, {len(worst)} câu chưa đạt trọn.</p>"
        f"{_measures(scores.overall, changes)}"
        f"{reliability_html(scores.calibration, changes)}"
        f"{_slices('Theo loại câu hỏi', scores.by_type, TYPES)}"
        f"{_slices('Theo cách gõ', scores.by_style, STYLES)}{''.join(_unknown(scores))}"
        f"<h2>Câu chưa đạt trọn, kém nhất trước</h2>{failures}</body></html>"
    )


def _measures(overall: Means, changes: Sequence[Change]) -> str:
    by_name = {change.measure: change for change in changes}
    rows = "".join(_row(name, overall, by_name.get(name)) for name in NAMES if name in overall.metrics)
    compared = "<th>Lần trước</th>" if changes else ""
    legend = " Vòng rỗng là lần trước; p theo phép thử ngẫu nhiên hóa từng cặp." if changes else ""
    return (
        "<h2>Các phép đo</h2><p>Chấm là trung bình; vạch đậm là khoảng tin cậy 95 % "
        f"({RESAMPLES} lần lấy mẫu lại các câu hỏi); vạch mảnh đi từ 0 đến 1.{legend}</p>"
        "<table class=measures><thead><tr><th>Phép đo</th><th>Trung bình</th><th>Khoảng 95 %</th>"
        f"<th>Số câu</th><th></th>{compared}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(name: str, overall: Means, change: Change | None) -> str:
    mean, (low, high) = overall.metrics[name], overall.intervals[name]
    label, says = NAMES[name]
    plot = interval_plot(mean, (low, high), change.before if change else None)
    return (
        f"<tr><th scope=row>{label}<small>{says}</small></th><td>{mean:.3f}</td>"
        f"<td>{low:.3f} – {high:.3f}</td><td>{overall.counts[name]} <span>câu</span></td>"
        f"<td>{plot}</td>{_change(change) if change else ''}</tr>"
    )


def _change(change: Change) -> str:
    css = ' class="drop"' if change.drop else ""
    moved = change.after - change.before
    return f"<td{css}>{moved:+.3f} (p = {change.p:.3f}){_worse(change)}</td>"


def _worse(change: Change) -> str:
    if not change.drop:
        return ""
    return " GIẢM" if change.after < change.before else " TĂNG"


def _slices(title: str, slices: Mapping[str, Means], names: Mapping[str, str]) -> str:
    heads = "".join(f"<th>{NAMES[name][0]}</th>" for name in _SLICED)
    rows = "".join(
        f"<tr><th scope=row>{escape(names.get(name, name))}</th><td>{of.questions}</td>"
        f"{''.join(_cell(measure, of) for measure in _SLICED)}</tr>"
        for name, of in slices.items()
    )
    return (
        f"<h2>{title}</h2><div class=wide><table><thead><tr><th></th><th>Số câu</th>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(name: str, of: Means) -> str:
    if name not in of.metrics:
        return "<td>–</td>"
    return f"<td>{of.metrics[name]:.3f}<br>{interval_plot(of.metrics[name], of.intervals[name])}</td>"


def _unknown(scores: Scores) -> Iterator[str]:
    if not scores.unknown:
        return
    yield "<h2>Trích dẫn tới chỗ không có</h2><p>Tính là sai.</p><ul>"
    for one in scores.unknown:
        what = "văn bản không có trong kho" if one.missing == "document" else "điều khoản không có"
        yield f"<li>{escape(one.question)}: {escape(one.document)}, {escape(one.path)} ({what})</li>"
    yield "</ul>"
