"""A table as HTML: on a narrow screen each row is a card, its cells below each other with their heads."""

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
<style>
.listed { border-collapse: collapse; width: 100%; line-height: 1.5; overflow-wrap: anywhere; }
.listed caption { text-align: left; color: #57606a; padding: 0 0 .4rem; }
.listed th { text-align: left; background: #f6f1ea; border-bottom: 2px solid #8a4500; }
.listed th, .listed td { padding: .5rem .6rem; vertical-align: top; }
.listed td { border: 0; border-bottom: 1px solid #d0d7de; white-space: pre-line; }
.listed td p { margin: 0 0 .5rem; }
.listed td p:last-child { margin: 0; }
.listed .note { color: #57606a; font-size: .9rem; }
.listed .none { color: #57606a; font-style: italic; }
.listed a { color: #8a4500; }
@media (max-width: 48rem) {
  .listed, .listed tbody, .listed tr, .listed td { display: block; }
  .listed thead { display: none; }
  .listed tr { border: 1px solid #d0d7de; border-radius: .5rem; margin: 0 0 .8rem; padding: .3rem 0; }
  .listed td { border: 0; padding: .25rem .7rem; }
  .listed td:empty { display: none; }
  .listed td::before { content: attr(data-head); display: block; color: #57606a; font-size: .82rem; }
}
@media print { .listed tr { break-inside: avoid; } .listed thead { display: table-header-group; } }
</style>
"""


def table_html(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table.

    Args:
        caption: what it lists, for all readers.
        heads: the columns' names, as text.
        rows: their cells, as HTML: what is a text there is escaped already.

    """
    names = [escape(head, quote=True) for head in heads]
    columns = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in names)
    body = "".join(f'<tr role="row">{_cells(names, row)}</tr>' for row in rows)
    return (  # roles: a browser forgets that a table is one where its rows are laid out as cards
        f'{_STYLE}<table class="listed" role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _cells(names: Sequence[str], row: Sequence[str]) -> str:
    pairs = zip(names, row, strict=True)
    return "".join(f'<td role="cell" data-head="{name}">{cell}</td>' for name, cell in pairs)
