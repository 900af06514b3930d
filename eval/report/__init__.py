"""The report of a run, for people: one HTML page that needs nothing else."""

from eval.report.page import report_html

__all__ = ["report_html"]
