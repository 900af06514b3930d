"""What every page is set in: no script, nothing to fetch."""

from html import escape

from eval.report.style import STYLE


def page_html(title: str, body: str) -> str:
    """Return a whole page of a title, which is escaped, and a body, which is HTML."""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1>{body}</body></html>"
    )
