"""Issues in, text out: one module an output format, with one function `write(result, page)`."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result

__all__ = ["BINARY", "REPORTS", "SUFFIXES", "SURVEYS", "Report", "report"]

#: Name and module; imported when asked for, for most commands need one of them.
REPORTS = {
    "full": "zhengming.cli.report.full",
    "concise": "zhengming.cli.report.concise",
    "statistics": "zhengming.cli.report.statistics",
    "jsonl": "zhengming.cli.report.jsonl",
    "sarif": "zhengming.cli.report.sarif",
    "github": "zhengming.cli.report.github",
    "gitlab": "zhengming.cli.report.gitlab",
    "junit": "zhengming.cli.report.junit",
    "checkstyle": "zhengming.cli.report.checkstyle",
    "html": "zhengming.cli.report.html",
    "md": "zhengming.cli.report.markdown",
    "csv": "zhengming.cli.report.csv",
    "xlsx": "zhengming.cli.report.xlsx",
}
#: What a file of that suffix is to hold.
SUFFIXES = {".html": "html", ".md": "md", ".csv": "csv", ".xlsx": "xlsx", ".sarif": "sarif", ".jsonl": "jsonl"}
#: Those that show how every concept is rendered, whether or not there is an issue.
SURVEYS = frozenset({"html"})
#: Those that are no text: they go to a file, never to a terminal.
BINARY = frozenset({"xlsx"})


class Report(Protocol):
    """What a module named in REPORTS is."""

    def write(self, result: Result, page: Page) -> None:
        """Write the report; it ends with a line feed. One of BINARY writes to the page's buffer."""
        ...


def report(name: str) -> Report:
    """Return the report of that name. Raise KeyError if there is none."""
    module: Report = importlib.import_module(REPORTS[name])
    return module
