"""What the pages share: documents and answers as HTML, and the index that a server process holds open."""

from view.answer_html import answer_html
from view.comparison_html import comparison_html
from view.difference_html import difference_html, shared_share
from view.document_html import document_html
from view.plain import plain
from view.session import ensure_index, language_model, opened_index

__all__ = [
    "answer_html",
    "comparison_html",
    "difference_html",
    "document_html",
    "ensure_index",
    "language_model",
    "opened_index",
    "plain",
    "shared_share",
]
