"""The page: measures with their intervals, slices, citations of what there is not, failing questions."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from eval.answers import GivenAnswer
from eval.baseline import Change
from eval.intervals import Means
from eval.questions import GoldQuestion
from eval.report.failures import failing, failure_html
from eval.report.frame import page_html
from eval.report.measures import measures_html
from eval.report.names import NAMES, STYLES, TYPES
from eval.report.plots import interval_plot
from eval.report.reliability import reliability_html
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
    return page_html(
        title,
        f"<p>{scores.overall.questions} câu hỏi, {scores.unanswered} câu không có câu trả lời, "
        f"{len(worst)} câu chưa đạt trọn.</p>"
        f"{measures_html(scores.overall, changes)}"
        f"{reliability_html(scores.calibration, changes)}"
        f"{_slices('Theo loại câu hỏi', scores.by_type, TYPES)}"
        f"{_slices('Theo cách gõ', scores.by_style, STYLES)}{''.join(_unknown(scores))}"
        f"<h2>Câu chưa đạt trọn, kém nhất trước</h2>{failures}",
    )


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
