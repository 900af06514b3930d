"""An answer as HTML: claims grouped by document, each with the numbers of its citations, which open them."""

from collections.abc import Sequence
from html import escape

from answer import Citation, Claim
from answer.result import by_document
from ingest.citation import citation_label, document_label

ANSWER_STYLE = """
<style>
.answer { line-height: 1.65; overflow-wrap: anywhere; }
.answer h4 { font-size: 1.02rem; margin: .9rem 0 .3rem; padding: 0; }
.answer ul { margin: 0 0 .4rem; padding-left: 1.2rem; }
.answer li { margin: .35rem 0; }
.answer .where { font-weight: 600; }
.answer .n { font-weight: 600; color: #8a4500; white-space: nowrap; }
</style>
"""


def answer_html(claims: Sequence[Claim], citations: Sequence[Citation]) -> str:
    """Return the claims of an answer, whole or still coming, as HTML; every word of documents is escaped."""
    groups = [
        f"<h4>{escape(document_label(document))}</h4><ul>{''.join(_item(*pair) for pair in pairs)}</ul>"
        for document, pairs in by_document(claims, citations)
    ]
    return f'{ANSWER_STYLE}<div class="answer">{"".join(groups)}</div>'


def _item(claim: Claim, citation: Citation) -> str:
    where = escape(citation_label(citation.path, capital=True))
    marks = "".join(
        f'<a class="n" href="#nguyen-van" aria-label="Mở nguyên văn [{n}]">[{n}]</a>' for n in claim.citations
    )
    return f'<li><span class="where">{where}:</span> {escape(claim.text)} {marks}</li>'
