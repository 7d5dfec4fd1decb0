"""Checkstyle XML, which many build servers and editors read: a file element for each file, an error for each issue."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from zhengming.cli.report.xml import attributes
from zhengming.cli.version import VERSION
from zhengming.termbase.check import Severity

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["write"]

_SEVERITIES = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


def write(result: Result, page: Page) -> None:
    """Write the issues that stand."""
    page.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{VERSION}">\n')
    for path, issues in groupby(sorted(result.standing, key=_path), key=_path):
        page.write(f"  <file{attributes(name=path)}>\n")
        for issue in issues:
            start = issue.location.start
            place = {"line": str(start.line), "column": str(start.column)} if start else {"line": "1"}
            source = f"zhengming.{issue.check.code}.{issue.check.name}"
            said = {"severity": _SEVERITIES[issue.severity], "message": issue.message, "source": source}
            page.write(f"    <error{attributes(**place, **said)}/>\n")
        page.write("  </file>\n")
    page.write("</checkstyle>\n")


def _path(issue: Issue) -> str:
    return issue.location.path
