"""One line an issue: place, code, what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.cells import shown
from zhengming.cli.report.group import is_fixable
from zhengming.cli.report.signs import SEVERITY_COLOURS

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["write"]


def write(result: Result, page: Page) -> None:
    """Write the unsuppressed issues, as many as the page is to hold."""
    for issue in page.listed(result.standing):
        page.write(_line(issue, page) + "\n")


def _line(issue: Issue, page: Page) -> str:
    code = page.styled(issue.check.code, fg=SEVERITY_COLOURS[issue.severity], bold=True)
    fixable = " [*]" if is_fixable(issue) else ""
    place = page.styled(shown(str(issue.location), page.encoding), bold=True)
    return f"{place}: {code}{fixable} {shown(issue.message, page.encoding)}"
