"""The report's plots, as SVG without words: the figures stand beside them."""

_WIDTH, _HEIGHT = 280, 16
_EDGE = 4
"""Pixels kept free at both sides, so that a dot at 0 or 1 is whole."""


def interval_plot(mean: float, interval: tuple[float, float], before: float | None = None) -> str:
    """Return a mean as a dot on the line from 0 to 1, its interval as a bar, an earlier mean as a ring."""
    middle = _HEIGHT / 2
    low, high = interval
    marks = [
        _line(_x(0), _x(1), middle, "scale"),
        *(f'<path d="M{_x(at):.1f} 5v6" class="scale"/>' for at in (0, 0.25, 0.5, 0.75, 1)),
        _line(_x(low), _x(high), middle, "interval"),
        f'<circle cx="{_x(mean):.1f}" cy="{middle}" r="2.5" class="mean"/>',
    ]
    if before is not None:
        marks.append(f'<circle cx="{_x(before):.1f}" cy="{middle}" r="4.5" class="before"/>')
    words = f"{mean:.3f}, từ {low:.3f} đến {high:.3f}"
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'aria-label="{words}">{"".join(marks)}</svg>'
    )


def _x(share: float) -> float:
    return _EDGE + share * (_WIDTH - 2 * _EDGE)


def _line(start: float, end: float, height: float, css: str) -> str:
    return f'<path d="M{start:.1f} {height}H{end:.1f}" class="{css}"/>'
