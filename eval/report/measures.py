"""The table of measures: mean, interval, plot, and what moved since an earlier report."""

from collections.abc import Sequence

from eval.baseline import Change
from eval.intervals import RESAMPLES, Means
from eval.report.names import NAMES, RANKING_NAMES
from eval.report.plots import interval_plot

_NAMES = NAMES | RANKING_NAMES


def measures_html(overall: Means, changes: Sequence[Change] = ()) -> str:
    """Return the measures, in the order of their names, and beside them how they moved, if known."""
    by_name = {change.measure: change for change in changes}
    rows = "".join(_row(name, overall, by_name.get(name)) for name in _NAMES if name in overall.metrics)
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
    label, says = _NAMES[name]
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
