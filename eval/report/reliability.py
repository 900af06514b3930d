"""The reliability diagram: how often answers are right, by their confidence (Guo et al., ICML 2017)."""

from collections.abc import Sequence

from scipy.stats import binomtest

from eval.baseline import Change
from eval.measures.calibration import Bin, Calibration

_SIDE, _EDGE = 240, 28


def reliability_html(calibration: Calibration | None, changes: Sequence[Change] = ()) -> str:
    """Return the section on calibration; nothing where no answer gives a confidence."""
    if calibration is None:
        return ""
    rows = "".join(
        f"<tr><td>{one.low:.1f} – {one.high:.1f}</td><td>{one.questions}</td><td>{one.confidence:.3f}</td>"
        f"<td>{one.right:.3f}</td></tr>"
        for one in calibration.bins
    )
    before = next((f" (lần trước {one.before:.3f})" for one in changes if one.measure == "ECE"), "")
    return (
        "<h2>Độ tin cậy (calibration)</h2><p>Sai lệch trung bình giữa độ tin cậy và tỷ lệ đúng (ECE, mười "
        f"khoảng bằng nhau, càng thấp càng tốt): {calibration.ECE:.3f}{before}, trên "
        f"{calibration.questions} câu trả lời có nêu độ tin cậy. Trục ngang là độ tin cậy, trục đứng là "
        "tỷ lệ đúng: chấm trên đường chéo là tin cậy đúng mức, nằm dưới là quá tự tin; vạch là khoảng tin "
        "cậy 95 % (Wilson).</p><div class=wide>"
        f"{_diagram(calibration.bins)}<table><thead><tr><th>Khoảng</th><th>Số câu</th><th>Độ tin cậy</th>"
        f"<th>Tỷ lệ đúng</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _diagram(bins: Sequence[Bin]) -> str:
    marks = "".join(map(_mark, bins))
    ticks = "".join(
        f'<text x="{_x(at):.1f}" y="{_SIDE - 10}" text-anchor="middle">{at:g}</text>'
        f'<text x="{_EDGE - 6}" y="{_y(at) + 4:.1f}" text-anchor="end">{at:g}</text>'
        for at in (0, 0.5, 1)
    )
    return (
        f'<svg class="reliability" viewBox="0 0 {_SIDE} {_SIDE}" width="{_SIDE}" height="{_SIDE}" role="img" '
        'aria-label="Tỷ lệ đúng (trục đứng) theo độ tin cậy (trục ngang)">'
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" class="scale"/>'
        f"{ticks}{marks}</svg>"
    )


def _mark(one: Bin) -> str:
    """Draw a bin's share as a dot above its mean confidence, with its interval."""
    interval = binomtest(round(one.right * one.questions), one.questions).proportion_ci(method="wilson")
    x = _x(one.confidence)
    return (
        f'<path d="M{x:.1f} {_y(interval.low):.1f}V{_y(interval.high):.1f}" class="spread"/>'
        f'<circle cx="{x:.1f}" cy="{_y(one.right):.1f}" r="3.5" class="mean"/>'
    )


def _x(share: float) -> float:
    return _EDGE + share * (_SIDE - 2 * _EDGE)


def _y(share: float) -> float:
    return _SIDE - _x(share)
