"""The reports of a run, for people: each one HTML page that needs nothing else."""

from eval.report.page import report_html
from eval.report.ranking import Wanted, ranking_html

__all__ = ["Wanted", "ranking_html", "report_html"]
