"""An answer as HTML: claims grouped by document, each with its numbered marks."""

from html import escape
from itertools import groupby

from answer import Answer, Citation, Claim
from ingest.citation import citation_label

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


def answer_html(answer: Answer) -> str:
    """Return an answer's claims as HTML; every word of question and documents is escaped."""
    if answer.status == "abstained":
        return f'{ANSWER_STYLE}<div class="answer"><p>{escape(answer.answer)}</p></div>'
    by_number = {citation.n: citation for citation in answer.citations}

    def first(claim: Claim) -> Citation:
        return by_number[claim.citations[0]]

    groups: list[str] = []
    for _, claims in groupby(answer.claims, key=lambda claim: first(claim).document.id):
        listed = list(claims)
        items = "".join(_item(claim, first(claim)) for claim in listed)
        groups.append(f"<h4>{escape(_document_name(first(listed[0])))}</h4><ul>{items}</ul>")
    return f'{ANSWER_STYLE}<div class="answer">{"".join(groups)}</div>'


def _item(claim: Claim, citation: Citation) -> str:
    where = escape(citation_label(citation.path, capital=True))
    marks = "".join(f"[{n}]" for n in claim.citations)
    return f'<li><span class="where">{where}:</span> {escape(claim.text)} <span class="n">{marks}</span></li>'


def _document_name(citation: Citation) -> str:
    return citation.label.removeprefix(citation_label(citation.path)).strip()
