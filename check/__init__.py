"""A text checked against the corpus: each legal reference and quotation in it, with a verdict."""

from check.draft import Draft, read_draft, read_standard_input
from check.judge import check
from check.library import Library
from check.report import Finding, Report, Verdict

__all__ = [
    "Draft",
    "Finding",
    "Library",
    "Report",
    "Verdict",
    "check",
    "read_draft",
    "read_standard_input",
]
