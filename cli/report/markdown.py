"""Markdown, for a pull request or a mail: the summary, then a table for each check."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from zhengming.cli.quality import quality
from zhengming.cli.report.cells import shown
from zhengming.cli.report.group import remedy_of
from zhengming.cli.report.summary import counted, summary

if TYPE_CHECKING:
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue

__all__ = ["cell", "write"]

_CELL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "`": "&#96;", "*": "&#42;", "_": "&#95;", "[": "&#91;"}


def write(result: Result, page: Page) -> None:
    """Write the issues that stand, by check."""
    page.write("# zhengming\n\n")
    page.write("".join(f"{cell(line)}  \n" for line in summary(result)))
    if (whole := quality(result)).score is not None:
        page.write(f"MQM score {whole.score:.2f} ({whole.penalty:,} points on {whole.size:,} {whole.unit})  \n")
    issues = sorted(page.listed(result.standing), key=_check)
    for (code, name), found in groupby(issues, key=_check):
        same = list(found)
        page.write(f"\n## {code} {name}: {counted(len(same), 'issue')}\n\n")
        page.write("| place | severity | term | found | use | target |\n|---|---|---|---|---|---|\n")
        page.write("".join(f"| {' | '.join(map(cell, _cells(issue)))} |\n" for issue in same))


def _check(issue: Issue) -> tuple[str, str]:
    return issue.check.code, issue.check.name


def _cells(issue: Issue) -> tuple[str, ...]:
    target = issue.passage.target if issue.passage else issue.message
    return str(issue.location), str(issue.severity), issue.term or "", issue.found or "", remedy_of(issue), target


def cell(text: str) -> str:
    """Return the text as a cell of a table, with nothing in it that Markdown would take for more than text."""
    return "".join(_CELL.get(character, character) for character in shown(" ".join(text.split())))
