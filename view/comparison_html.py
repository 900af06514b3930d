"""A comparison of places as an HTML table, each rule with a link to it."""

from collections.abc import Iterator, Sequence
from html import escape

from answer import Citation
from ingest.citation import citation_label, document_label
from materials.comparison import PlaceRules
from view.reader_link import reader_link
from view.table_html import table_html

_HEADS = ("Địa phương", "Quy định (nguyên văn)", "Căn cứ")


def comparison_html(compared: Sequence[PlaceRules]) -> str:
    """Return what places rule as a table, a row a rule; every word of documents is escaped."""
    caption = f"{len(compared)} địa phương; bấm vào căn cứ để đọc điều khoản trong văn bản"
    return table_html(caption, _HEADS, (row for one in compared for row in _rows(one)))


def _rows(one: PlaceRules) -> Iterator[tuple[str, str, str]]:
    place = f"<b>{escape(one.place)}</b>"
    for citation in one.citations:
        yield place, escape(citation.quote), _basis(citation)
    if not one.citations:
        yield place, f'<span class="none">Không có căn cứ.</span> {_reason(one)}', ""


def _reason(one: PlaceRules) -> str:
    """Say why there is none, where the answer says more than that."""
    _, _, reason = one.answer.answer.partition("câu hỏi này. ")
    return f'<span class="note">{escape(reason.splitlines()[0])}</span>' if reason else ""


def _basis(citation: Citation) -> str:
    where = reader_link(citation, citation_label(citation.path, capital=True))
    return f'{where}<br><span class="note">{escape(document_label(citation.document))}</span>'
